package nl.leercirkel.statistics.business;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import nl.leercirkel.statistics.Alternative;
import nl.leercirkel.statistics.Caveat;
import nl.leercirkel.statistics.Estimate;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Interval;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Randomness;
import nl.leercirkel.statistics.sample.Means;
import nl.leercirkel.statistics.sample.Permutation;
import nl.leercirkel.statistics.support.Check;
import nl.leercirkel.statistics.support.Sum;

/**
 * Cost per case before and after, with few cases.
 *
 * @param before       mean cost before, with its t interval; one point, AT_THE_EDGE, where all cases cost the same
 * @param after        mean cost after, likewise
 * @param difference   after minus before; negative is cheaper
 * @param pValue       two-sided, of no difference, by exchanging cases (or signs of pairs): no assumption on the shape of costs
 * @param exact        whether every exchange was counted; otherwise 20,000 were drawn
 * @param seed         of the draws
 * @param dearestShare largest share of one case in the sum of its group: near one half, a single case makes the mean
 */
public record CostPerCase(
        Estimate before,
        Estimate after,
        Estimate difference,
        double pValue,
        boolean exact,
        long seed,
        double dearestShare) {

    private static final int DRAWS = 20_000;

    /**
     * Other cases before than after. Welch's interval (1947), permutation p-value (Pitman 1937).
     *
     * @param before cost per case, euro, zero or above, at least 2
     * @param after  likewise
     * @return fails on NaN, negative costs, fewer than 2 cases, or no variation within either group
     */
    public static Outcome<CostPerCase> unpaired(double[] before, double[] after, double level, Randomness randomness) {
        Optional<Failure> failure = unsuited(before, after, level);
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        return Means.difference(after, before, level)
                .flatMap(difference -> Permutation.twoSamples(after, before, Alternative.TWO_SIDED, DRAWS, randomness)
                        .map(exchanged -> answer(before, after, difference, exchanged, level)));
    }

    /**
     * The same cases before and after. Paired t interval, p-value by changing signs (Fisher 1935).
     *
     * @param before cost per case, euro, zero or above, at least 2
     * @param after  of the same cases in the same order
     * @return fails as {@link #unpaired}, where lengths differ, or where every case changed by the same amount
     */
    public static Outcome<CostPerCase> paired(double[] before, double[] after, double level, Randomness randomness) {
        Optional<Failure> failure = unsuited(before, after, level);
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        return Means.pairedDifference(after, before, level)
                .flatMap(difference -> Permutation.paired(after, before, Alternative.TWO_SIDED, DRAWS, randomness)
                        .map(exchanged -> answer(before, after, difference, exchanged, level)));
    }

    private static CostPerCase answer(
            double[] before, double[] after, Estimate difference, Permutation exchanged, double level) {
        boolean exact = !exchanged.test().caveats().contains(Caveat.SIMULATED);
        Estimate one = mean(before, level);
        Estimate two = mean(after, level);
        Set<Caveat> caveats = EnumSet.noneOf(Caveat.class);
        caveats.addAll(difference.caveats());
        caveats.addAll(one.caveats());
        caveats.addAll(two.caveats());
        caveats.addAll(exchanged.test().caveats());
        return new CostPerCase(
                one,
                two,
                new Estimate(difference.value(), difference.interval(), difference.n(), difference.method(), caveats),
                exchanged.test().pValue(),
                exact,
                exchanged.seed(),
                Math.max(dearest(before), dearest(after)));
    }

    private static Estimate mean(double[] costs, double level) {
        return switch (Means.mean(costs, level)) {
            case Outcome.Answer<Estimate>(Estimate mean) -> mean;
            // Checked before: what is left is that all cost the same
            case Outcome.NoAnswer<Estimate> constant ->
                Estimate.of(
                        costs[0],
                        new Interval(costs[0], costs[0], level),
                        costs.length,
                        "student-t",
                        Caveat.AT_THE_EDGE);
        };
    }

    private static double dearest(double[] costs) {
        double sum = Sum.of(costs);
        return sum > 0 ? Arrays.stream(costs).max().orElseThrow() / sum : 0;
    }

    private static Optional<Failure> unsuited(double[] before, double[] after, double level) {
        return Check.first(
                Check.values("before", before, 2),
                Check.values("after", after, 2),
                Check.notNegative("before", before),
                Check.notNegative("after", after),
                Check.level(level));
    }
}
