package nl.leercirkel.statistics.synthetic;

import java.util.List;
import java.util.OptionalDouble;
import nl.leercirkel.statistics.Outcome;

/**
 * How the weights of a synthetic control are chosen. Choosing it after seeing the results makes a p-value worthless: fix it
 * beforehand, and show others beside it with {@link Sensitivity}.
 */
public abstract sealed class Specification permits OutcomesOnly, RidgeAugmented, WithPredictors {

    Specification() {}

    /**
     * Weights that follow the outcome before treatment best: not negative, adding up to one, exact.
     *
     * @see "Abadie, Diamond and Hainmueller (2010), Synthetic control methods for comparative case studies, JASA 105"
     */
    public static Specification outcomes() {
        return new OutcomesOnly(false);
    }

    /**
     * As {@link #outcomes()}, after each unit's own mean before treatment is taken off: follows the movement, not the level.
     *
     * @see "Ferman and Pinto (2021), Synthetic controls with imperfect pretreatment fit, Quantitative Economics 12"
     */
    public static Specification outcomesDemeaned() {
        return new OutcomesOnly(true);
    }

    /**
     * {@link #outcomes()} corrected with a ridge regression for what the weights could not match; weights may fall below zero.
     *
     * @param price of the correction, in squared units of the outcome, above zero; chosen by leaving out one period before
     *     treatment at a time when empty
     * @see "Ben-Michael, Feller and Rothstein (2021), The augmented synthetic control method, JASA 116"
     */
    public static Specification ridgeAugmented(OptionalDouble price) {
        return new RidgeAugmented(price);
    }

    /**
     * Weights that match predictors, where what each predictor counts is chosen such that the outcome before treatment is
     * followed best: a search over all ways to count them.
     *
     * @param predictors at least one
     * @param effort how long to search; the answer is the best of what was tried
     * @see "Abadie, Diamond and Hainmueller (2010); Becker and Kloessner (2018), Fast and reliable computation of generalized
     *     synthetic controls, Econometrics and Statistics 5"
     */
    public static Specification predictors(List<Predictor> predictors, Effort effort) {
        return new WithPredictors(predictors, effort);
    }

    /** How long the search with predictors may take. */
    public enum Effort {
        /** For many fits, such as placebos. */
        QUICK,
        /** For the fit that is reported. */
        THOROUGH
    }

    /** The code of the method, in lower case with hyphens. */
    public abstract String method();

    /**
     * Weighs the donors.
     *
     * @param seed of the search, where there is one
     */
    abstract Outcome<Weighing> weigh(Problem problem, long seed);

    /** Whether the answer depends on the seed. */
    abstract boolean searches();
}
