package nl.leercirkel.statistics.synthetic;

/**
 * How a run will be judged, fixed before it begins.
 *
 * @param judge the method
 * @param specification of the synthetic control; not used by the difference kinds
 * @param municipalities how many units will be treated together; more than one only for the difference kinds
 * @param periodsAfter how many periods there will be after the start
 * @param significance chance of a false finding, such as .05
 */
public record Design(
        Judge judge, Specification specification, int municipalities, int periodsAfter, double significance) {

    /** The method and its statistic. */
    public enum Judge {
        /** {@link PlaceboInSpace} by the ratio of gaps after over before. */
        PLACEBO_RATIO,
        /** {@link PlaceboInSpace#byEffect()}: by the mean gap after. */
        PLACEBO_EFFECT,
        /** {@link Conformal} with moving blocks. */
        CONFORMAL,
        /** {@link SyntheticDifference} with placebos. */
        SYNTHETIC_DIFFERENCE,
        /** Plain difference-in-differences with placebos. */
        DIFFERENCE_IN_DIFFERENCES
    }

    /** One unit, judged by an outcome-only synthetic control or a difference. */
    public static Design one(Judge judge, int periodsAfter, double significance) {
        return new Design(judge, Specification.outcomes(), 1, periodsAfter, significance);
    }

    public Design withMunicipalities(int more) {
        return new Design(judge, specification, more, periodsAfter, significance);
    }
}
