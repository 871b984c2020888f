package nl.leercirkel.statistics.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import nl.leercirkel.statistics.Caveat;
import nl.leercirkel.statistics.Randomness;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.support.Dist;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.junit.jupiter.api.Test;

/** Funnel, shrinkage and neighbours: many areas at once. */
class SpreadTest {

    /** Clayton and Kaldor (1987), table 1, the first twelve districts: observed and expected lip cancer in Scotland. */
    private static final long[] LIP = {9, 39, 11, 9, 15, 8, 26, 7, 6, 20, 0, 3};

    private static final double[] EXPECTED = {1.4, 8.7, 3, 2.5, 4.3, 2.4, 8.1, 2.3, 2, 6.6, 4.4, 5};

    @Test
    void shrinkageReachesTheReference() {
        // Negative binomial likelihood maximised by scipy 1.17, reference.py: 1e-5 (the optimum is flat)
        Shrinkage shrinkage = Shrinkage.rates(LIP, EXPECTED, .95).get();
        assertThat(shrinkage.commonRate()).isCloseTo(3.079847564, within(1e-5));
        assertThat(shrinkage.shape()).isCloseTo(2.769300368, within(1e-4));
        assertThat(shrinkage.estimates().get(0).value()).isCloseTo(5.118938841, within(1e-5));
        assertThat(shrinkage.estimates().get(10).value()).isCloseTo(.5225915406, within(1e-5));
        assertThat(shrinkage.estimates().get(0).interval().lower()).isCloseTo(2.625208976, within(1e-4));
        assertThat(shrinkage.estimates().get(0).caveats()).containsExactly(Caveat.PRIOR_ESTIMATED);
        assertThat(shrinkage.estimates().get(1).n()).isEqualTo(39);
    }

    @Test
    void areasThatDifferOnlyByChanceGetTheCommonRate() {
        Shrinkage same = Shrinkage.rates(new long[] {10, 10, 11, 9, 10}, new double[] {100, 100, 100, 100, 100}, .95)
                .get();
        assertThat(same.shape()).isInfinite();
        assertThat(same.estimates().get(2).value()).isCloseTo(.1, within(1e-5));
    }

    @Test
    void shrunkIntervalsCover() {
        // 120 rounds of 100 areas: true rates gamma (shape 4, mean .02), 50 to 1,500 inhabitants; 12,000 intervals
        UniformRandomProvider stream = Randomness.of(31).stream();
        int covered = 0;
        for (int round = 0; round < 120; round++) {
            long[] events = new long[100];
            double[] people = new double[100];
            double[] truth = new double[100];
            for (int i = 0; i < 100; i++) {
                people[i] = 50 + 1450 * stream.nextDouble();
                truth[i] = Dist.gammaQuantile(stream.nextDouble(), 4) / 4 * .02;
                events[i] =
                        PoissonDistribution.of(truth[i] * people[i]).inverseCumulativeProbability(stream.nextDouble());
            }
            Shrinkage shrinkage = Shrinkage.rates(events, people, .95).get();
            for (int i = 0; i < 100; i++) {
                covered += shrinkage.estimates().get(i).interval().contains(truth[i]) ? 1 : 0;
            }
        }
        assertThat(covered / 12_000.0).isBetween(.935, .965);
    }

    @Test
    void funnelLimitsByHand() {
        // Rates: common 200/2000 = .1; area of 400: (sqrt .1 +- 1.959964 / (2 sqrt 400))^2
        Funnel funnel = Funnel.rates(new long[] {40, 60, 30, 50, 20}, new double[] {400, 600, 300, 500, 200}, .95, true)
                .get();
        assertThat(funnel.target()).isCloseTo(.1, within(1e-15));
        assertThat(funnel.points().get(0).limits().lower())
                .isCloseTo(Math.pow(Math.sqrt(.1) - 1.959963985 / 40, 2), within(1e-10));
        assertThat(funnel.points().get(0).limits().upper())
                .isCloseTo(Math.pow(Math.sqrt(.1) + 1.959963985 / 40, 2), within(1e-10));
        assertThat(funnel.points().get(0).z()).isCloseTo(0, within(1e-12));
        assertThat(funnel.points().stream().anyMatch(Funnel.Point::isOutside)).isFalse();
        assertThat(funnel.betweenVariance()).isZero();
        assertThat(funnel.caveats()).isEmpty();
        // Shares: common .5; area of 100: sin^2(pi/4 +- 1.959964 / 20)
        Funnel shares = Funnel.shares(new long[] {50, 30, 70, 50, 50}, new long[] {100, 60, 140, 100, 100}, .95, false)
                .get();
        assertThat(shares.points().get(0).limits().upper())
                .isCloseTo(Math.pow(Math.sin(Math.PI / 4 + 1.959963985 / 20), 2), within(1e-10));
        assertThat(shares.points().get(0).limits().lower())
                .isCloseTo(Math.pow(Math.sin(Math.PI / 4 - 1.959963985 / 20), 2), within(1e-10));
        assertThat(shares.points().get(1).value()).isEqualTo(.5);
    }

    @Test
    void overdispersionWidensTheLimits() {
        long[] events = new long[40];
        double[] people = new double[40];
        for (int i = 0; i < 40; i++) {
            people[i] = 1000 + 50 * i;
            events[i] = Math.round(people[i] * .05 * (i % 2 == 0 ? .6 : 1.4));
        }
        Funnel strict = Funnel.rates(events, people, .95, false).get();
        Funnel adjusted = Funnel.rates(events, people, .95, true).get();
        assertThat(strict.points().stream().filter(Funnel.Point::isOutside).count())
                .isEqualTo(40);
        assertThat(adjusted.points().stream().filter(Funnel.Point::isOutside).count())
                .isZero();
        assertThat(adjusted.overdispersion()).isEqualTo(strict.overdispersion()).isGreaterThan(5);
        assertThat(adjusted.caveats()).containsExactly(Caveat.OVERDISPERSED);
        // On the square root scale areas lie at sqrt(.05) times sqrt(.6) and sqrt(1.4): spread about .0456^2 = .00208
        assertThat(adjusted.betweenVariance()).isCloseTo(.00208, within(.0004));
        // z is the distance over the error that the limits were made with
        Funnel.Point point = adjusted.points().get(3);
        double error = (Math.sqrt(point.limits().upper()) - Math.sqrt(adjusted.target())) / 1.959963985;
        assertThat(point.z())
                .isCloseTo((Math.sqrt(point.value()) - Math.sqrt(adjusted.target())) / error, within(1e-6));
    }

    @Test
    void funnelLimitsHoldTheirShareUnderPureChance() {
        // 100 rounds of 100 areas of 400 to 2,000 with rate .05: 95% within limits, standard error .002
        UniformRandomProvider stream = Randomness.of(8).stream();
        int inside = 0;
        for (int round = 0; round < 100; round++) {
            long[] events = new long[100];
            double[] people = new double[100];
            for (int i = 0; i < 100; i++) {
                people[i] = 400 + 1600 * stream.nextDouble();
                events[i] = PoissonDistribution.of(.05 * people[i]).inverseCumulativeProbability(stream.nextDouble());
            }
            inside += (int) Funnel.rates(events, people, .95, true).get().points().stream()
                    .filter(point -> !point.isOutside())
                    .count();
        }
        assertThat(inside / 10_000.0).isBetween(.935, .965);
    }

    @Test
    void wrongInputOfFunnelAndShrinkageIsNamed() {
        long[] five = {1, 2, 3, 4, 5};
        double[] people = {10, 10, 10, 10, 10};
        long[] wholes = {10, 10, 10, 10, 10};
        assertThat(Funnel.rates(new long[0], new double[0], .95, true).failure().reason())
                .isEqualTo(Reason.NO_DATA);
        assertThat(Funnel.rates(new long[] {1}, new double[] {1}, .95, true)
                        .failure()
                        .reason())
                .isEqualTo(Reason.TOO_FEW);
        assertThat(Funnel.rates(five, new double[] {10, 10, 10, 10, 0}, .95, true)
                        .failure()
                        .reason())
                .isEqualTo(Reason.NOTHING_TO_DIVIDE_BY);
        assertThat(Funnel.rates(new long[] {1, 2, 3, 4, -5}, people, .95, true)
                        .failure()
                        .reason())
                .isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(Funnel.rates(five, new double[] {10, 10, 10, 10, Double.NaN}, .95, true)
                        .failure()
                        .reason())
                .isEqualTo(Reason.NOT_A_NUMBER);
        assertThat(Funnel.rates(new long[5], people, .95, true).failure().reason())
                .isEqualTo(Reason.CONSTANT);
        assertThat(Funnel.rates(five, new double[3], .95, true).failure().reason())
                .isEqualTo(Reason.DO_NOT_MATCH);
        assertThat(Funnel.rates(five, people, 1, true).failure().reason()).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(Funnel.shares(new long[5], wholes, .95, true).failure().reason())
                .isEqualTo(Reason.CONSTANT);
        assertThat(Funnel.shares(wholes, wholes, .95, true).failure().reason()).isEqualTo(Reason.CONSTANT);
        assertThat(Funnel.shares(new long[] {1, 2, 3, 4, 15}, wholes, .95, true)
                        .failure()
                        .reason())
                .isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(Funnel.shares(five, new long[4], .95, true).failure().reason())
                .isEqualTo(Reason.DO_NOT_MATCH);
        assertThat(Funnel.shares(five, wholes, 0, true).failure().reason()).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(Shrinkage.rates(new long[0], new double[0], .95).failure().reason())
                .isEqualTo(Reason.NO_DATA);
        assertThat(Shrinkage.rates(new long[] {1}, new double[] {1}, .95)
                        .failure()
                        .reason())
                .isEqualTo(Reason.TOO_FEW);
        assertThat(Shrinkage.rates(new long[5], people, .95).failure().reason()).isEqualTo(Reason.CONSTANT);
        assertThat(Shrinkage.rates(five, new double[] {10, 10, 10, 10, 0}, .95)
                        .failure()
                        .reason())
                .isEqualTo(Reason.NOTHING_TO_DIVIDE_BY);
        assertThat(Shrinkage.rates(new long[] {1, 2, 3, 4, -5}, people, .95)
                        .failure()
                        .reason())
                .isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(Shrinkage.rates(five, new double[4], .95).failure().reason()).isEqualTo(Reason.DO_NOT_MATCH);
        assertThat(Shrinkage.rates(five, people, 2).failure().reason()).isEqualTo(Reason.OUT_OF_RANGE);
    }

    @Test
    void neighboursReachTheReference() {
        // numpy 2 (inverse of the covariance matrix, reference.py): distances from unit 0: 2.329929, 1.558387, 2.420153
        double[][] rows = {{0, 0}, {1, 30}, {2, 10}, {3, 20}};
        NearestNeighbours nearest = NearestNeighbours.of(rows, 0, 2).get();
        assertThat(nearest.neighbours())
                .extracting(NearestNeighbours.Neighbour::unit)
                .containsExactly(2, 1);
        assertThat(nearest.neighbours().get(0).distance()).isCloseTo(1.5583874449479593, within(1e-12));
        assertThat(nearest.neighbours().get(1).distance()).isCloseTo(2.32992949004287, within(1e-12));
        assertThat(nearest.before().get(0).controlMean()).isEqualTo(2);
        assertThat(nearest.after().get(0).controlMean()).isEqualTo(1.5);
        assertThat(nearest.after().get(1).controlMean()).isEqualTo(20);
        assertThat(nearest.after().get(0).standardisedDifference()).isCloseTo(-1.5 / Math.sqrt(5.0 / 3), within(1e-12));
        assertThat(nearest.after().get(0).varianceRatio()).isZero();
        assertThat(NearestNeighbours.of(rows, 0, 1).get().after().get(0).varianceRatio())
                .isEqualTo(1);
    }

    @Test
    void balanceByHand() {
        double[][] treated = {{1}, {3}};
        double[][] control = {{0}, {4}};
        Balance balance = Balance.of(treated, control, treated).getFirst();
        assertThat(balance.standardisedDifference()).isZero();
        assertThat(balance.varianceRatio()).isCloseTo(.25, within(1e-15));
        double[][] flat = {{2}, {2}};
        assertThat(Balance.of(treated, flat, treated).getFirst().varianceRatio())
                .isInfinite();
        assertThat(Balance.of(flat, new double[][] {{1}, {1}}, flat).getFirst().standardisedDifference())
                .isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void wrongInputOfMatchingIsNamed() {
        double[][] rows = {{0, 0}, {1, 30}, {2, 10}, {3, 20}};
        assertThat(NearestNeighbours.of(new double[0][], 0, 1).failure().reason())
                .isEqualTo(Reason.NO_DATA);
        assertThat(NearestNeighbours.of(rows, 4, 1).failure().reason()).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(NearestNeighbours.of(rows, -1, 1).failure().reason()).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(NearestNeighbours.of(rows, 0, 0).failure().reason()).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(NearestNeighbours.of(rows, 0, 4).failure().reason()).isEqualTo(Reason.TOO_FEW);
        assertThat(NearestNeighbours.of(new double[][] {{0, 0}, {1, 30}, {2, 10}}, 0, 1)
                        .failure()
                        .reason())
                .isEqualTo(Reason.TOO_FEW);
        assertThat(NearestNeighbours.of(new double[][] {{0, 1}, {1, 1}, {2, 1}, {5, 1}}, 0, 1)
                        .failure()
                        .reason())
                .isEqualTo(Reason.NOT_IDENTIFIED);
        assertThat(NearestNeighbours.of(new double[][] {{0, 0}, {1, 2}, {2, 4}, {5, 10}}, 0, 1)
                        .failure()
                        .reason())
                .isEqualTo(Reason.NOT_IDENTIFIED);
        assertThat(NearestNeighbours.of(new double[][] {{0}, {Double.NaN}, {2}}, 0, 1)
                        .failure()
                        .reason())
                .isEqualTo(Reason.NOT_A_NUMBER);
        assertThat(NearestNeighbours.of(new double[][] {{0}, {1, 2}, {2}}, 0, 1)
                        .failure()
                        .reason())
                .isEqualTo(Reason.DO_NOT_MATCH);
        assertThat(PropensityMatching.of(rows, new boolean[] {true, true, true, false})
                        .failure()
                        .reason())
                .isEqualTo(Reason.TOO_FEW);
        assertThat(PropensityMatching.of(rows, new boolean[4]).failure().reason())
                .isEqualTo(Reason.CONSTANT);
        assertThat(Arrays.stream(rows).count()).isEqualTo(4);
    }
}
