package nl.leercirkel.statistics.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import nl.leercirkel.statistics.Alternative;
import nl.leercirkel.statistics.Caveat;
import nl.leercirkel.statistics.Estimate;
import nl.leercirkel.statistics.Interval;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;

class ProportionsTest {

    private static void isInterval(Outcome<Estimate> answer, double lower, double upper, double tolerance) {
        assertThat(answer.get().interval().lower()).isCloseTo(lower, within(tolerance));
        assertThat(answer.get().interval().upper()).isCloseTo(upper, within(tolerance));
    }

    @Test
    void exactTestAndIntervalReachTheReference() {
        // R 4.2 help of binom.test (682 of 925 against .75), to the digits of scipy 1.17 (reference.py): 1e-9
        assertThat(Proportions.test(682, 925, .75, Alternative.TWO_SIDED).get().pValue())
                .isCloseTo(.3824915596, within(1e-9));
        isInterval(Proportions.clopperPearson(682, 925, .95), .7076682641, .7654065582, 1e-9);
        // scipy 1.17, reference.py: 1e-9, p relative
        assertThat(Proportions.test(11, 50, .5, Alternative.TWO_SIDED).get().pValue())
                .isCloseTo(9.021490107e-05, within(1e-13));
        assertThat(Proportions.test(11, 50, .5, Alternative.LESS).get().pValue())
                .isCloseTo(4.510745054e-05, within(1e-13));
        assertThat(Proportions.test(11, 50, .5, Alternative.GREATER).get().pValue())
                .isCloseTo(.9999880693, within(1e-9));
        isInterval(Proportions.clopperPearson(11, 50, .95), .115265826, .3596118886, 1e-9);
        assertThat(Proportions.test(0, 12, .1, Alternative.TWO_SIDED).get().pValue())
                .isCloseTo(.6234272847, within(1e-9));
    }

    @Test
    void scoreAndJeffreysIntervalsReachTheReference() {
        // scipy 1.17 (wilson; beta quantiles), reference.py: 1e-9
        isInterval(Proportions.wilson(682, 925, .95), .7079959876, .764635801, 1e-9);
        isInterval(Proportions.wilson(10, 44, .95), .1284194759, .3699235806, 1e-9);
        isInterval(Proportions.wilson(0, 12, .95), 0, .2424940067, 1e-9);
        isInterval(Proportions.jeffreys(682, 925, .95), .7082258165, .7648864607, 1e-9);
        isInterval(Proportions.jeffreys(10, 44, .95), .123270815, .3658043768, 1e-9);
        // Brown, Cai and DasGupta (2001): the lower end is 0 without successes, the upper end 1 without failures
        isInterval(Proportions.jeffreys(0, 12, .95), 0, .1853059383, 1e-9);
        isInterval(Proportions.jeffreys(12, 12, .95), 1 - .1853059383, 1, 1e-9);
    }

    @Test
    void differenceReachesNewcombesTable() {
        // Newcombe (1998), table II, 56/70 - 48/80 by method 10: four decimals
        isInterval(Proportions.difference(56, 70, 48, 80, .95), .0524, .3339, 5e-5);
        assertThat(Proportions.difference(56, 70, 48, 80, .95).get().value()).isCloseTo(.2, within(1e-15));
        // The same table, 10/10 - 0/20: 0.6791 to 1.0000 by method 10
        isInterval(Proportions.difference(10, 10, 0, 20, .95), .6791, 1, 5e-5);
        assertThat(Proportions.difference(56, 70, 48, 80, .95).get().n()).isEqualTo(150);
    }

    @Test
    void anEstimateSaysWhatItRestsOn() {
        Estimate none = Proportions.wilson(0, 9, .95).get();
        assertThat(none.caveats()).containsExactlyInAnyOrder(Caveat.FEW_OBSERVATIONS, Caveat.AT_THE_EDGE);
        assertThat(none.n()).isEqualTo(9);
        assertThat(Proportions.wilson(12, 12, .95).get().caveats()).containsExactly(Caveat.AT_THE_EDGE);
        assertThat(Proportions.wilson(10, 44, .95).get().caveats()).isEmpty();
        assertThat(Proportions.difference(1, 9, 5, 10, .95).get().caveats()).containsExactly(Caveat.FEW_OBSERVATIONS);
        assertThat(Proportions.difference(5, 10, 5, 10, .95).get().caveats()).isEmpty();
        assertThat(Proportions.wilson(10, 44, .95).get().method()).isEqualTo("wilson");
        assertThat(Proportions.clopperPearson(10, 44, .95).get().method()).isEqualTo("clopper-pearson");
        assertThat(Proportions.jeffreys(10, 44, .95).get().method()).isEqualTo("jeffreys");
        assertThat(Proportions.wilson(11, 44, .9).get().value()).isEqualTo(.25);
    }

    @Test
    void exactIntervalsNeverCoverLessAndScoreIntervalsCoverOnAverage() {
        // By enumeration of all outcomes, no simulation. Brown, Cai and DasGupta (2001): mean coverage near .95
        for (int n : new int[] {5, 12, 40}) {
            double wilson = 0;
            double jeffreys = 0;
            int points = 0;
            for (double p = .005; p < 1; p += .005) {
                assertThat(coverage(n, p, Method.EXACT)).isGreaterThanOrEqualTo(.95);
                wilson += coverage(n, p, Method.WILSON);
                jeffreys += coverage(n, p, Method.JEFFREYS);
                points++;
            }
            assertThat(wilson / points).isBetween(.935, .965);
            assertThat(jeffreys / points).isBetween(.935, .965);
        }
    }

    private enum Method {
        EXACT,
        WILSON,
        JEFFREYS
    }

    private static double coverage(int n, double p, Method method) {
        BinomialDistribution chance = BinomialDistribution.of(n, p);
        double covered = 0;
        for (int k = 0; k <= n; k++) {
            Interval interval = switch (method) {
                case EXACT -> Proportions.clopperPearson(k, n, .95).get().interval();
                case WILSON -> Proportions.wilson(k, n, .95).get().interval();
                case JEFFREYS -> Proportions.jeffreys(k, n, .95).get().interval();
            };
            covered += interval.contains(p) ? chance.probability(k) : 0;
        }
        return covered;
    }

    @Test
    void theExactTestRejectsNoMoreThanItSays() {
        for (double p : new double[] {.1, .37, .5}) {
            BinomialDistribution chance = BinomialDistribution.of(23, p);
            for (Alternative alternative : Alternative.values()) {
                double rejected = 0;
                for (int k = 0; k <= 23; k++) {
                    rejected +=
                            Proportions.test(k, 23, p, alternative).get().pValue() <= .05 ? chance.probability(k) : 0;
                }
                assertThat(rejected).isLessThanOrEqualTo(.05);
                // With p .1 even no success at all is likelier than .05
                assertThat(rejected > 0).isEqualTo(p != .1 || alternative != Alternative.LESS);
            }
        }
    }

    @Test
    void aReferenceOfZeroOrOneIsCertain() {
        assertThat(Proportions.test(0, 5, 0, Alternative.TWO_SIDED).get().pValue())
                .isEqualTo(1);
        assertThat(Proportions.test(1, 5, 0, Alternative.TWO_SIDED).get().pValue())
                .isZero();
        assertThat(Proportions.test(5, 5, 1, Alternative.TWO_SIDED).get().pValue())
                .isEqualTo(1);
        assertThat(Proportions.test(4, 5, 1, Alternative.TWO_SIDED).get().pValue())
                .isZero();
    }

    @Test
    void wrongInputIsNamed() {
        assertThat(Proportions.wilson(1, 0, .95).failure().reason()).isEqualTo(Reason.NOTHING_TO_DIVIDE_BY);
        assertThat(Proportions.wilson(-1, 5, .95).failure().reason()).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(Proportions.clopperPearson(6, 5, .95).failure().reason()).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(Proportions.jeffreys(1, -5, .95).failure().reason()).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(Proportions.jeffreys(1, 5, 95).failure().reason()).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(Proportions.wilson(1, 5, Double.NaN).failure().reason()).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(Proportions.wilson(1, Long.MAX_VALUE, .95).failure().reason())
                .isEqualTo(Reason.TOO_LARGE);
        assertThat(Proportions.test(1, 5, Double.NaN, Alternative.LESS)
                        .failure()
                        .reason())
                .isEqualTo(Reason.NOT_A_NUMBER);
        assertThat(Proportions.test(1, 5, 1.1, Alternative.LESS).failure().reason())
                .isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(Proportions.test(1, 5, -.1, Alternative.LESS).failure().reason())
                .isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(Proportions.test(0, 0, .1, Alternative.LESS).failure().reason())
                .isEqualTo(Reason.NOTHING_TO_DIVIDE_BY);
        assertThat(Proportions.difference(1, 5, 1, 0, .95).failure().reason()).isEqualTo(Reason.NOTHING_TO_DIVIDE_BY);
        assertThat(Proportions.difference(7, 5, 1, 2, .95).failure().reason()).isEqualTo(Reason.OUT_OF_RANGE);
    }
}
