package nl.leercirkel.statistics.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import nl.leercirkel.statistics.Caveat;
import nl.leercirkel.statistics.Randomness;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.effect.WildClusterBootstrap.Weights;
import nl.leercirkel.statistics.linear.Coefficient;
import nl.leercirkel.statistics.linear.LeastSquares;
import org.junit.jupiter.api.Test;

class WildClusterBootstrapTest {

    /** {@code clusters} municipalities of four people, the first {@code treated} treated. */
    private static BeforeAfter municipalities(Simulated random, int clusters, int treated, double effect) {
        int size = 4;
        double[] after = new double[clusters * size];
        int[] labels = new int[after.length];
        for (int g = 0; g < clusters; g++) {
            double shared = random.normal();
            for (int i = 0; i < size; i++) {
                after[g * size + i] = shared + random.normal() + (g < treated ? effect : 0);
                labels[g * size + i] = g;
            }
        }
        return BeforeAfter.panel(new double[after.length], after, Simulated.firstOf(treated * size, after.length))
                .flatMap(data -> data.withClusters(labels))
                .get();
    }

    @Test
    void countedTurnsAgreeWithRefittingEachTurnedSample() {
        BeforeAfter data = municipalities(Simulated.of(5), 7, 3, 1);
        WildClusterBootstrap found = WildClusterBootstrap.of(data, Weights.RADEMACHER, 999, .8, Randomness.of(1))
                .get();
        assertThat(found.enumerated()).isTrue();
        assertThat(found.draws()).isEqualTo(128);
        assertThat(found.clusters()).isEqualTo(7);
        assertThat(found.effect().caveats()).isEmpty();
        assertThat(found.pValue()).isCloseTo(refitted(data, 0), within(1e-12));
        assertThat(refitted(data, 2.5))
                .isCloseTo(new WildTest(turns(data), turns(data).all(), 0).pValue(2.5), within(1e-12));
        // Just inside the interval the hypothesis is not rejected at 20%, just outside it is
        double lower = found.effect().interval().lower();
        double upper = found.effect().interval().upper();
        assertThat(refitted(data, lower + 1e-6)).isGreaterThan(.2);
        assertThat(refitted(data, lower - 1e-6)).isLessThanOrEqualTo(.2);
        assertThat(refitted(data, upper - 1e-6)).isGreaterThan(.2);
        assertThat(refitted(data, upper + 1e-6)).isLessThanOrEqualTo(.2);
    }

    private static WildTurns turns(BeforeAfter data) {
        return WildTurns.of(
                data,
                ClusteredFit.of(data.rows(), data.outcome(), data.clusters()).get());
    }

    /** The restricted wild bootstrap step by step: fit under the hypothesis, turn, refit, studentise with CR1. */
    private static double refitted(BeforeAfter data, double hypothesis) {
        double[][] rows = data.rows();
        double[] y = data.outcome();
        int n = y.length;
        double[][] ones = new double[n][1];
        double[] freed = new double[n];
        for (int i = 0; i < n; i++) {
            ones[i][0] = 1;
            freed[i] = y[i] - hypothesis * rows[i][1];
        }
        double mean = LeastSquares.fit(ones, freed, false, .95)
                .get()
                .coefficients()
                .getFirst()
                .value();
        double observed = studentised(rows, y, data.clusters(), hypothesis);
        int extreme = 0;
        int clusters = 7;
        for (int turn = 0; turn < 1 << clusters; turn++) {
            double[] turned = new double[n];
            for (int i = 0; i < n; i++) {
                int sign = (turn >> data.clusters()[i] & 1) == 0 ? 1 : -1;
                turned[i] = mean + hypothesis * rows[i][1] + sign * (freed[i] - mean);
            }
            extreme += studentised(rows, turned, data.clusters(), hypothesis) >= observed - 1e-9 ? 1 : 0;
        }
        return extreme / (double) (1 << clusters);
    }

    private static double studentised(double[][] rows, double[] y, int[] clusters, double hypothesis) {
        LeastSquares fit = LeastSquares.fit(rows, y, false, .95).get();
        Coefficient effect = fit.coefficients().get(1);
        // Two groups: the influence of row i is +-1/n of its group, so the sandwich is a sum of squared cluster totals
        double treated = 0;
        for (double[] row : rows) {
            treated += row[1];
        }
        double[] totals = new double[7];
        for (int i = 0; i < y.length; i++) {
            totals[clusters[i]] += fit.residuals().get(i) / (rows[i][1] == 1 ? treated : y.length - treated);
        }
        double variance = 0;
        for (double total : totals) {
            variance += total * total;
        }
        return Math.abs(effect.value() - hypothesis) / Math.sqrt(variance);
    }

    @Test
    void tooFewClustersGiveAnInfiniteInterval() {
        // 2^4 turns come in pairs: no p below 2/16
        WildClusterBootstrap found = WildClusterBootstrap.of(
                        municipalities(Simulated.of(2), 4, 2, 50), Weights.RADEMACHER, 999, .95, Randomness.of(1))
                .get();
        assertThat(found.pValue()).isBetween(2 / 16.0, .5);
        assertThat(found.effect().interval().lower()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(found.effect().interval().upper()).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void sameSeedSameAnswerOnAnyNumberOfThreads() {
        BeforeAfter data = municipalities(Simulated.of(3), 14, 5, 1);
        WildClusterBootstrap one = WildClusterBootstrap.of(data, Weights.RADEMACHER, 1999, .95, new Randomness(7, 1))
                .get();
        WildClusterBootstrap four = WildClusterBootstrap.of(data, Weights.RADEMACHER, 1999, .95, new Randomness(7, 4))
                .get();
        WildClusterBootstrap other = WildClusterBootstrap.of(data, Weights.RADEMACHER, 1999, .95, new Randomness(8, 1))
                .get();
        assertThat(four).isEqualTo(one);
        assertThat(other).isNotEqualTo(one);
        assertThat(one.seed()).isEqualTo(7);
        assertThat(one.enumerated()).isFalse();
        assertThat(one.draws()).isEqualTo(1999);
        assertThat(one.effect().caveats()).containsExactly(Caveat.SIMULATED);
        assertThat(one.pValue() * 2000).isCloseTo(Math.rint(one.pValue() * 2000), within(1e-9));
        // The two ways of turning agree but for simulation error
        WildClusterBootstrap webb = WildClusterBootstrap.of(data, Weights.WEBB, 1999, .95, Randomness.of(7))
                .get();
        assertThat(webb.pValue()).isCloseTo(one.pValue(), within(.03));
        assertThat(webb.weights()).isEqualTo(Weights.WEBB);
    }

    @Test
    void theIntervalFollowsScale() {
        Simulated random = Simulated.of(9);
        double[] after = random.normals(12);
        int[] labels = {0, 0, 1, 1, 2, 2, 3, 3, 4, 5, 6, 7};
        boolean[] treated = Simulated.firstOf(6, 12);
        WildClusterBootstrap one = interval(after, labels, treated);
        WildClusterBootstrap ten = interval(Simulated.map(after, x -> 10 * x + 3), labels, treated);
        assertThat(ten.pValue()).isEqualTo(one.pValue());
        assertThat(ten.effect().interval().upper())
                .isCloseTo(10 * one.effect().interval().upper(), within(1e-8));
    }

    private static WildClusterBootstrap interval(double[] after, int[] labels, boolean[] treated) {
        return BeforeAfter.panel(new double[after.length], after, treated)
                .flatMap(data -> data.withClusters(labels))
                .flatMap(data -> WildClusterBootstrap.of(data, Weights.RADEMACHER, 999, .9, Randomness.of(1)))
                .get();
    }

    @Test
    void wrongInputIsNamed() {
        BeforeAfter data = municipalities(Simulated.of(3), 6, 3, 1);
        assertThat(WildClusterBootstrap.of(data, Weights.WEBB, 998, .95, Randomness.of(1))
                        .failure()
                        .reason())
                .isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(WildClusterBootstrap.of(data, Weights.WEBB, 999, 0, Randomness.of(1))
                        .failure()
                        .reason())
                .isEqualTo(Reason.OUT_OF_RANGE);
        BeforeAfter flat = BeforeAfter.panel(new double[6], new double[6], Simulated.firstOf(3, 6))
                .get();
        assertThat(WildClusterBootstrap.of(flat, Weights.WEBB, 999, .95, Randomness.of(1))
                        .failure()
                        .reason())
                .isEqualTo(Reason.CONSTANT);
    }
}
