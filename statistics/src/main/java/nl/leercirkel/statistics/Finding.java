package nl.leercirkel.statistics;

import java.util.Optional;

/**
 * What may be said about an effect, in one type for every method: it is demonstrated, it is not demonstrable with these data,
 * or the question cannot be answered with them. "No difference was found" is never said without what could have been found.
 */
public sealed interface Finding {

    /**
     * The data show an effect: chance alone would seldom give this.
     *
     * @param effect the estimate, its interval and its caveats
     * @param pValue of the hypothesis of no effect, at most the significance
     * @param significance the chance of a false finding that was accepted beforehand
     */
    record Demonstrated(Estimate effect, double pValue, double significance) implements Finding {
        public Demonstrated {
            if (!(pValue >= 0 && pValue <= significance && significance < 1)) {
                throw new IllegalArgumentException("not demonstrated: p " + pValue + " at " + significance);
            }
        }
    }

    /**
     * The data do not show an effect, which does not mean that there is none.
     *
     * @param effect the estimate, its interval and its caveats
     * @param pValue of the hypothesis of no effect, above the significance
     * @param significance the chance of a false finding that was accepted beforehand
     * @param smallest the smallest effect, in size, that this design would have shown with the stated power; empty when no
     *     effect of any size would have been, or when the method cannot say
     * @param power of the smallest effect, as .80
     */
    record NotDemonstrable(Estimate effect, double pValue, double significance, Optional<Double> smallest, double power)
            implements Finding {
        public NotDemonstrable {
            if (!(pValue > significance && pValue <= 1 && significance > 0)) {
                throw new IllegalArgumentException("demonstrated: p " + pValue + " at " + significance);
            }
            if (!(power > 0 && power < 1)
                    || smallest.filter(size -> !(size >= 0)).isPresent()) {
                throw new IllegalArgumentException("no smallest effect: " + smallest + " with power " + power);
            }
        }
    }

    /**
     * These data cannot answer the question.
     *
     * @param why the reason, as NOT_IDENTIFIED for a fall that cannot be told from regression to the mean
     */
    record NotAnswerable(Failure why) implements Finding {}

    /**
     * The finding of a test.
     *
     * @param smallest as in {@link NotDemonstrable}; used only when the effect is not demonstrated
     */
    static Finding of(Estimate effect, double pValue, double significance, Optional<Double> smallest, double power) {
        return pValue <= significance
                ? new Demonstrated(effect, pValue, significance)
                : new NotDemonstrable(effect, pValue, significance, smallest, power);
    }

    /**
     * The finding of a test that gives no interval, as a placebo test of synthetic control: the effect then has an infinite one.
     *
     * @param effect in the unit of the outcome
     * @param smallest as in {@link NotDemonstrable}
     */
    static Finding of(double effect, TestResult test, double significance, Optional<Double> smallest, double power) {
        Interval anything = new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 1 - significance);
        return of(
                new Estimate(effect, anything, test.n(), test.method(), test.caveats()),
                test.pValue(),
                significance,
                smallest,
                power);
    }

    /** The finding where a method gave no answer. */
    static Finding of(Failure why) {
        return new NotAnswerable(why);
    }

    default boolean isDemonstrated() {
        return this instanceof Demonstrated;
    }
}
