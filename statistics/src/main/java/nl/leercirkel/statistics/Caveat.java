package nl.leercirkel.statistics;

/** What a reader must know beside an answer that is given all the same. */
public enum Caveat {
    /** So few observations that the interval leans on the assumed distribution. */
    FEW_OBSERVATIONS,
    /** The data lean to one side, so a symmetric interval around the mean is doubtful. */
    SKEWED,
    /** All values are equal, or all or no trials succeeded: the interval is one-sided in fact. */
    AT_THE_EDGE,
    /** Equal values were given the mean of their ranks, or a correction for ties was used. */
    TIES,
    /** Zero differences were left out. */
    ZEROS_LEFT_OUT,
    /** A large-sample formula was used. */
    LARGE_SAMPLE_FORMULA,
    /** The p-value or interval was simulated and has simulation error. */
    SIMULATED,
    /** Units differ more than chance alone explains; the stated uncertainty takes that into account. */
    OVERDISPERSED,
    /** The interval does not count the uncertainty of estimated prior or weights. */
    PRIOR_ESTIMATED,
    /** Inputs were published rounded; their margin is in the interval or range. */
    ROUNDED_INPUT,
    /** Fewer than ten units are still followed at this point. */
    FEW_AT_RISK,
    /** The last units followed were still without event, so the end of the curve is open. */
    OPEN_END,
    /** Predictors nearly repeat each other; single coefficients are unstable. */
    NEARLY_COLLINEAR,
    /** The data contradict an assumption of the method at the 5% level. */
    ASSUMPTION_DOUBTFUL,
    /** Before treatment the comparison follows the unit no better than the unit's own mean would. */
    POOR_FIT_BEFORE,
    /** Other weights fit the period before treatment just as well; the effect depends on which were taken. */
    WEIGHTS_NOT_UNIQUE,
    /** So few treated or compared clusters that the error leans on assumptions about how clusters vary. */
    FEW_CLUSTERS,
    /** Part of the units could not be used; the answer is about the others, and the result names who was left out. */
    UNITS_LEFT_OUT
}
