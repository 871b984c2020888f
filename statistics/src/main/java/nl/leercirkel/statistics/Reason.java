package nl.leercirkel.statistics;

/** The reasons why data cannot give an answer. */
public enum Reason {
    /** Nothing was given. */
    NO_DATA,
    /** NaN or infinite where a number is needed. */
    NOT_A_NUMBER,
    /** A value outside what it can be: a negative count, more successes than trials, a level outside (0, 1). */
    OUT_OF_RANGE,
    /** Lists that belong together differ in length, or a label is missing or there twice. */
    DO_NOT_MATCH,
    /** No population, exposure or weight to divide by. */
    NOTHING_TO_DIVIDE_BY,
    /** Too few observations, units or periods for this method. */
    TOO_FEW,
    /** No variation, so nothing to estimate from. */
    CONSTANT,
    /** The data fit several answers equally well: collinear, separated, or more parameters than observations. */
    NOT_IDENTIFIED,
    /** The curve or bound does not reach the quantity asked for, as a median that follow-up is too short for. */
    NOT_REACHED,
    /** The numerical method did not settle within its limit. */
    NO_CONVERGENCE,
    /** The exact answer would take more work than the stated limit. */
    TOO_LARGE,
    /** What is published, or was published before, lets somebody work out what must stay secret. */
    NOT_PROTECTED
}
