package nl.leercirkel.statistics.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import nl.leercirkel.statistics.Alternative;
import nl.leercirkel.statistics.Caveat;
import nl.leercirkel.statistics.Estimate;
import nl.leercirkel.statistics.Interval;
import nl.leercirkel.statistics.Reason;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.junit.jupiter.api.Test;

class CountsTest {

    @Test
    void ratesReachTheReference() {
        // R help of poisson.test: 137 events in 24.19893 give 5.661407 with interval 4.753125 to 6.692709: 1e-6
        Estimate rate = Counts.rate(137, 24.19893, .95).get();
        assertThat(rate.value()).isCloseTo(5.661407, within(1e-6));
        assertThat(rate.interval().lower()).isCloseTo(4.753125, within(1e-6));
        assertThat(rate.interval().upper()).isCloseTo(6.692709, within(1e-6));
        assertThat(rate.n()).isEqualTo(137);
        // scipy 1.17 gamma quantiles, reference.py: 1e-8
        assertThat(Counts.rate(7, 1, .95).get().interval().lower()).isCloseTo(2.814363052, within(1e-8));
        assertThat(Counts.rate(7, 1, .95).get().interval().upper()).isCloseTo(14.42267536, within(1e-8));
        // Closed form: -ln(.025)
        assertThat(Counts.rate(0, 1, .95).get().interval())
                .isEqualTo(
                        new Interval(0, Counts.rate(0, 1, .95).get().interval().upper(), .95));
        assertThat(Counts.rate(0, 1, .95).get().interval().upper()).isCloseTo(-Math.log(.025), within(1e-12));
    }

    @Test
    void testsReachTheReference() {
        // scipy 1.17, reference.py (sum of outcomes at most as likely): 1e-9
        assertThat(Counts.test(9, 1, 4.5, Alternative.TWO_SIDED).get().pValue()).isCloseTo(.05136630902, within(1e-9));
        assertThat(Counts.test(9, 3, 1.5, Alternative.GREATER).get().pValue()).isCloseTo(.04025731248, within(1e-9));
        // Closed form: P(0) = e^-3; two-sided 0 against 3 adds the upper outcomes no likelier than it
        assertThat(Counts.test(0, 2, 1.5, Alternative.LESS).get().pValue()).isCloseTo(Math.exp(-3), within(1e-12));
    }

    @Test
    void ratiosReachTheReference() {
        // R help of poisson.test: c(11, 6+8+7) in c(800, 1083+1050+878): ratio 1.971488, p .07967, .8584264 to 4.277266
        Estimate ratio = Counts.rateRatio(11, 800, 21, 3011, .95).get();
        assertThat(ratio.value()).isCloseTo(1.971488, within(1e-6));
        assertThat(ratio.interval().lower()).isCloseTo(.8584264034, within(1e-8));
        assertThat(ratio.interval().upper()).isCloseTo(4.277265944, within(1e-8));
        assertThat(ratio.n()).isEqualTo(32);
        assertThat(Counts.compare(11, 800, 21, 3011, Alternative.TWO_SIDED)
                        .get()
                        .pValue())
                .isCloseTo(.07966863303, within(1e-9));
        assertThat(Counts.compare(11, 800, 21, 3011, Alternative.TWO_SIDED)
                        .get()
                        .n())
                .isEqualTo(32);
        assertThat(Counts.rateRatio(0, 10, 5, 20, .95).get().interval().lower()).isZero();
    }

    @Test
    void exactIntervalsNeverCoverLess() {
        // By enumeration up to where the rest of the chance is below 1e-12, no simulation
        for (double mean = .2; mean < 20; mean += .37) {
            PoissonDistribution chance = PoissonDistribution.of(mean);
            double covered = 0;
            for (int k = 0; k < 120; k++) {
                covered += Counts.rate(k, 1, .95).get().interval().contains(mean) ? chance.probability(k) : 0;
            }
            assertThat(covered).isGreaterThanOrEqualTo(.95 - 1e-12);
        }
    }

    @Test
    void caveatsSayWhenThereIsLittle() {
        assertThat(Counts.rate(0, 5, .95).get().caveats())
                .containsExactlyInAnyOrder(Caveat.AT_THE_EDGE, Caveat.FEW_OBSERVATIONS);
        assertThat(Counts.rate(9, 5, .95).get().caveats()).containsExactly(Caveat.FEW_OBSERVATIONS);
        assertThat(Counts.rate(10, 5, .95).get().caveats()).isEmpty();
    }

    @Test
    void wrongInputIsNamed() {
        assertThat(Counts.rate(-1, 5, .95).failure().reason()).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(Counts.rate(1, 0, .95).failure().reason()).isEqualTo(Reason.NOTHING_TO_DIVIDE_BY);
        assertThat(Counts.rate(1, -1, .95).failure().reason()).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(Counts.rate(1, Double.NaN, .95).failure().reason()).isEqualTo(Reason.NOT_A_NUMBER);
        assertThat(Counts.rate(1, 1, 0).failure().reason()).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(Counts.rate(2_000_000_000_000L, 1, .9).failure().reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(Counts.test(1, 1, 0, Alternative.LESS).failure().reason()).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(Counts.test(1, 1, Double.NaN, Alternative.LESS).failure().reason())
                .isEqualTo(Reason.NOT_A_NUMBER);
        assertThat(Counts.test(1, 1e9, 2, Alternative.LESS).failure().reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(Counts.test(-1, 1, 2, Alternative.LESS).failure().reason()).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(Counts.rateRatio(1, 1, 0, 1, .95).failure().reason()).isEqualTo(Reason.NOTHING_TO_DIVIDE_BY);
        assertThat(Counts.rateRatio(1, 1, 1, 0, .95).failure().reason()).isEqualTo(Reason.NOTHING_TO_DIVIDE_BY);
        assertThat(Counts.rateRatio(0, 1, 0, 1, .95).failure().reason()).isEqualTo(Reason.NO_DATA);
        assertThat(Counts.rateRatio(1, 1, 1, 1, 1).failure().reason()).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(Counts.compare(0, 1, 0, 1, Alternative.LESS).failure().reason())
                .isEqualTo(Reason.NO_DATA);
        assertThat(Counts.compare(-1, 1, 3, 1, Alternative.LESS).failure().reason())
                .isEqualTo(Reason.OUT_OF_RANGE);
    }
}
