package nl.leercirkel.statistics.effect;

import java.util.Optional;
import java.util.Set;
import nl.leercirkel.statistics.Caveat;
import nl.leercirkel.statistics.Estimate;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Interval;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Randomness;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.support.Check;

/**
 * Difference-in-differences with few clusters: the p-value and interval from the wild cluster bootstrap with the hypothesis
 * imposed. Residuals under the hypothesis are turned round, cluster by cluster, and the studentised effect is compared with what
 * that gives. The interval holds the effects that this test does not reject; it need not lie symmetric, and is infinite when so
 * few clusters give too few turns to reject anything.
 *
 * @param effect the estimate and its interval
 * @param pValue two-sided, that there is no effect
 * @param clusters how many
 * @param weights how residuals were turned
 * @param enumerated whether all turns were counted, so that nothing was drawn
 * @param draws how many turns
 * @param seed what they were drawn with
 * @see "Cameron, Gelbach and Miller (2008), Bootstrap-based improvements for inference with clustered errors, REStat 90; Webb
 *     (2023), Reworking wild bootstrap-based inference for clustered errors, Canadian J. Economics 56; Roodman et al. (2019),
 *     Fast and wild, Stata J. 19"
 */
public record WildClusterBootstrap(
        Estimate effect, double pValue, int clusters, Weights weights, boolean enumerated, int draws, long seed) {

    /** Turns are counted rather than drawn up to 2 to this power. */
    private static final int MOST_ENUMERATED = 12;

    private static final int CHUNK = 500;

    /** By what a cluster's residuals are multiplied. */
    public enum Weights {
        /** -1 or 1: the default, counted out for up to twelve clusters. */
        RADEMACHER(-1, 1),
        /** Six values, for fewer than some ten clusters, where -1 and 1 give too few different turns. */
        WEBB(-Math.sqrt(1.5), -1, -Math.sqrt(.5), Math.sqrt(.5), 1, Math.sqrt(1.5));

        private final double[] values;

        Weights(double... values) {
            this.values = values;
        }

        double value(int i) {
            return values[i];
        }

        int count() {
            return values.length;
        }
    }

    /**
     * Tests and estimates.
     *
     * @param draws at least 999; not used where all turns are counted
     * @return as {@link TwoByTwo#of}; OUT_OF_RANGE below 999 draws
     */
    public static Outcome<WildClusterBootstrap> of(
            BeforeAfter data, Weights weights, int draws, double level, Randomness randomness) {
        Optional<Failure> failure = Check.first(
                Check.level(level), Check.that(draws >= 999, Reason.OUT_OF_RANGE, draws + " draws, needs 999"));
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        return ClusteredFit.of(data.rows(), data.outcome(), data.clusters())
                .flatMap(fit -> TwoByTwo.of(data, Errors.CR1, level)
                        .map(plain -> test(data, fit, plain.effect(), weights, draws, level, randomness)));
    }

    private static WildClusterBootstrap test(
            BeforeAfter data,
            ClusteredFit fit,
            Effect plain,
            Weights weights,
            int draws,
            double level,
            Randomness randomness) {
        int clusters = fit.clusterCount();
        boolean all = weights == Weights.RADEMACHER && clusters <= MOST_ENUMERATED;
        WildTurns turns = WildTurns.of(data, fit);
        int count = all ? 1 << clusters : draws;
        double[][] table = all ? turns.all() : turns.drawn(weights, draws, CHUNK, randomness);
        // The identity is among the counted turns; among drawn ones it is added, so that p is never 0.
        WildTest test = new WildTest(turns, table, all ? 0 : 1);
        double step = plain.standardError();
        Interval interval = new Interval(
                test.end(plain.value(), -step, 1 - level), test.end(plain.value(), step, 1 - level), level);
        Set<Caveat> caveats = all ? Set.of() : Set.of(Caveat.SIMULATED);
        return new WildClusterBootstrap(
                new Estimate(plain.value(), interval, data.size(), "wild-cluster-bootstrap", caveats),
                test.pValue(0),
                clusters,
                weights,
                all,
                count,
                randomness.seed());
    }
}
