package nl.leercirkel.statistics.synthetic;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import nl.leercirkel.statistics.Alternative;
import nl.leercirkel.statistics.Caveat;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Randomness;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.TestResult;
import nl.leercirkel.statistics.panel.Panel;
import nl.leercirkel.statistics.sample.Permutation;
import nl.leercirkel.statistics.support.Check;

/**
 * Conformal inference on the effect in one unit: a supposed effect is taken off, the comparison is made on all periods, and the
 * gaps after treatment must not stand out among all gaps. Exact when gaps are exchangeable in time, about right when they are
 * stationary; wrong when the unit and its comparison drift apart for other reasons.
 *
 * @see "Chernozhukov, Wuthrich and Zhu (2021), An exact and robust conformal inference method for counterfactual and synthetic
 *     controls, JASA 116"
 */
public final class Conformal {

    private static final double TIE = 1e-12;

    private Conformal() {}

    /** How gaps may have been arranged in time. */
    public enum Arrangements {
        /** Shifted as a whole, the last periods before the first: allows gaps that resemble their neighbours. */
        MOVING_BLOCK,
        /** In any order: more arrangements, so finer p-values, for gaps without memory. */
        ANY_ORDER
    }

    /**
     * Tests a supposed course of the effect.
     *
     * @param panel with one treated unit
     * @param specification from outcomes; predictors have no meaning here
     * @param effects supposed effect per period after treatment, in order; zeros for no effect at all
     * @param arrangements how gaps may have been arranged
     * @param draws for any order with more than a million ways, at least 999
     * @param randomness of the draws
     * @return the statistic is the sum of absolute gaps after treatment. DO_NOT_MATCH when the number of effects is not the
     *     number of periods after treatment, and as {@link SyntheticControl#of}
     */
    public static Outcome<TestResult> test(
            Panel panel,
            Specification specification,
            double[] effects,
            Arrangements arrangements,
            int draws,
            Randomness randomness) {
        return Problem.of(panel).flatMap(problem -> {
            Optional<Failure> failure = Check.first(
                    usable(specification),
                    Check.sameLength("effects", effects.length, "periods after treatment", problem.after()),
                    Check.values("effects", effects, 1));
            if (failure.isPresent()) {
                return Outcome.failed(failure.get());
            }
            return gaps(problem, specification, effects).flatMap(gaps -> switch (arrangements) {
                case MOVING_BLOCK -> Outcome.of(shifted(gaps, problem.before()));
                case ANY_ORDER -> anyOrder(gaps, problem.before(), draws, randomness);
            });
        });
    }

    /** The gaps on all periods, once the supposed effect is taken off the unit and the comparison is made on all of them. */
    static Outcome<double[]> gaps(Problem problem, Specification specification, double[] effects) {
        double[][] values = problem.values().clone();
        double[] unit = problem.target().clone();
        for (int t = 0; t < effects.length; t++) {
            unit[problem.before() + t] -= effects[t];
        }
        values[problem.unit()] = unit;
        Problem whole = new Problem(problem.units(), values, problem.unit(), problem.donors(), unit.length);
        return specification.weigh(whole, 0).map(weighing -> weighing.gaps(whole));
    }

    static Optional<Failure> usable(Specification specification) {
        return Check.that(
                !specification.searches(),
                Reason.DO_NOT_MATCH,
                specification.method() + " has no comparison on periods after treatment");
    }

    /** The share of shifts in time with gaps after treatment at least as large. */
    static TestResult shifted(double[] gaps, int before) {
        int periods = gaps.length;
        double observed = blockSum(gaps, before, periods - before);
        int asLarge = 0;
        for (int from = 0; from < periods; from++) {
            asLarge += blockSum(gaps, from, periods - before) >= observed * (1 - TIE) ? 1 : 0;
        }
        Set<Caveat> caveats = periods < 20 ? Set.of(Caveat.FEW_OBSERVATIONS) : Set.of();
        return new TestResult(
                observed,
                0,
                asLarge / (double) periods,
                Alternative.TWO_SIDED,
                periods,
                "conformal-moving-block",
                caveats);
    }

    private static double blockSum(double[] gaps, int from, int length) {
        double sum = 0;
        for (int t = from; t < from + length; t++) {
            sum += Math.abs(gaps[t % gaps.length]);
        }
        return sum;
    }

    /** The sum after treatment is large exactly when the mean of absolute gaps after, less that before, is. */
    private static Outcome<TestResult> anyOrder(double[] gaps, int before, int draws, Randomness randomness) {
        double[] sizes = Arrays.stream(gaps).map(Math::abs).toArray();
        return Permutation.twoSamples(
                        Arrays.copyOfRange(sizes, before, sizes.length),
                        Arrays.copyOf(sizes, before),
                        Alternative.GREATER,
                        draws,
                        randomness)
                .map(permutation -> new TestResult(
                        blockSum(gaps, before, gaps.length - before),
                        0,
                        permutation.test().pValue(),
                        Alternative.TWO_SIDED,
                        gaps.length,
                        "conformal-any-order",
                        permutation.test().caveats()));
    }
}
