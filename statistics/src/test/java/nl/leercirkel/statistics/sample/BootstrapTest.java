package nl.leercirkel.statistics.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import nl.leercirkel.statistics.Caveat;
import nl.leercirkel.statistics.Interval;
import nl.leercirkel.statistics.Randomness;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.support.Dist;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class BootstrapTest {

    static final double[] MONEY = {
        1200, 3400, 800, 15600, 2900, 700, 4100, 5200, 980, 22000, 1500, 2600, 3300, 610, 7400
    };

    @Test
    void skewedMoneyReachesTheReference() {
        // scipy 1.17 bootstrap BCa with 400,000 resamples, reference.py: 2640.67 to 9284, SE 1522.8. With 40,000
        // resamples the
        // ends wander by some 15 and 60 (four seeds tried); tolerance three times that. SE: 1522.8 / sqrt(2 x 40,000) =
        // 5.4, x 4
        Bootstrap mean = Bootstrap.mean(MONEY, .95, 40_000, Randomness.of(11)).get();
        Interval interval = mean.estimate().interval();
        assertThat(mean.estimate().value()).isCloseTo(72_290.0 / 15, within(1e-9));
        assertThat(interval.lower()).isCloseTo(2640.67, within(45.0));
        assertThat(interval.upper()).isCloseTo(9284, within(180.0));
        assertThat(mean.standardError()).isCloseTo(1522.8, within(22.0));
        assertThat(mean.estimate().caveats()).containsExactly(Caveat.SIMULATED);
        assertThat(mean.estimate().n()).isEqualTo(15);
        // Efron (1987), (7.3): the acceleration of a mean is a sixth of its skewness over sqrt n
        double centre = Arrays.stream(MONEY).average().orElseThrow();
        double squares = Arrays.stream(MONEY).map(x -> Math.pow(x - centre, 2)).sum();
        double cubes = Arrays.stream(MONEY).map(x -> Math.pow(x - centre, 3)).sum();
        assertThat(mean.acceleration()).isCloseTo(cubes / (6 * Math.pow(squares, 1.5)), within(1e-12));
        assertThat(mean.bias()).isBetween(0.0, .2);
    }

    @Test
    void twoSamplesReachTheReference() {
        // scipy 1.17, reference.py: mean(money) - 1000 mean(sleep 2): 31.33 to 6906; tolerance as above
        Bootstrap difference = Bootstrap.ofGroups(
                        new double[][] {MONEY, MeansTest.SLEEP_2},
                        groups -> Arrays.stream(groups[0]).average().orElseThrow()
                                - 1000 * Arrays.stream(groups[1]).average().orElseThrow(),
                        .95,
                        40_000,
                        Randomness.of(3))
                .get();
        assertThat(difference.estimate().interval().lower()).isCloseTo(31.33, within(90.0));
        assertThat(difference.estimate().interval().upper()).isCloseTo(6906, within(180.0));
        assertThat(difference.estimate().caveats())
                .containsExactlyInAnyOrder(Caveat.SIMULATED, Caveat.FEW_OBSERVATIONS);
        assertThat(difference.estimate().n()).isEqualTo(25);
        Bootstrap plain = Bootstrap.difference(MONEY, MeansTest.SLEEP_2, .9, 1000, Randomness.of(3))
                .get();
        assertThat(plain.estimate().value()).isCloseTo(72_290.0 / 15 - 2.33, within(1e-9));
        assertThat(plain.estimate().interval().level()).isEqualTo(.9);
        assertThat(plain.resamples()).isEqualTo(1000);
        assertThat(plain.seed()).isEqualTo(3);
    }

    @Test
    void theSameSeedGivesTheSameOnAnyNumberOfThreads() {
        Bootstrap one = Bootstrap.mean(MONEY, .95, 5_300, new Randomness(9, 1)).get();
        assertThat(Bootstrap.mean(MONEY, .95, 5_300, new Randomness(9, 2)).get())
                .isEqualTo(one);
        assertThat(Bootstrap.mean(MONEY, .95, 5_300, new Randomness(9, 7)).get())
                .isEqualTo(one);
        assertThat(Bootstrap.mean(MONEY, .95, 5_300, new Randomness(10, 1)).get())
                .isNotEqualTo(one);
    }

    @Test
    void covers() {
        // 1,500 samples of 60 normal values; the share covered has standard error .0056, the band is the issue's
        UniformRandomProvider stream = Randomness.of(20).stream();
        int covered = 0;
        int rounds = 1500;
        for (int round = 0; round < rounds; round++) {
            double[] sample = new double[60];
            Arrays.setAll(sample, i -> 5 + Dist.normalQuantile(stream.nextDouble()));
            covered += Bootstrap.mean(sample, .95, 1000, Randomness.of(round))
                            .get()
                            .estimate()
                            .interval()
                            .contains(5)
                    ? 1
                    : 0;
        }
        assertThat(covered / (double) rounds).isBetween(.935, .965);
    }

    @Test
    void wrongInputIsNamed() {
        Randomness randomness = Randomness.of(1);
        assertThat(Bootstrap.mean(new double[0], .95, 1000, randomness)
                        .failure()
                        .reason())
                .isEqualTo(Reason.NO_DATA);
        assertThat(Bootstrap.mean(new double[] {1}, .95, 1000, randomness)
                        .failure()
                        .reason())
                .isEqualTo(Reason.TOO_FEW);
        assertThat(Bootstrap.mean(new double[] {1, 1}, .95, 1000, randomness)
                        .failure()
                        .reason())
                .isEqualTo(Reason.CONSTANT);
        assertThat(Bootstrap.mean(new double[] {1, Double.NaN}, .95, 1000, randomness)
                        .failure()
                        .reason())
                .isEqualTo(Reason.NOT_A_NUMBER);
        assertThat(Bootstrap.mean(MONEY, .95, 999, randomness).failure().reason())
                .isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(Bootstrap.mean(MONEY, 1.5, 1000, randomness).failure().reason())
                .isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(Bootstrap.of(MONEY, values -> Double.NaN, .95, 1000, randomness)
                        .failure()
                        .reason())
                .isEqualTo(Reason.NOT_A_NUMBER);
        assertThat(Bootstrap.of(MONEY, values -> 3, .95, 1000, randomness)
                        .failure()
                        .reason())
                .isEqualTo(Reason.CONSTANT);
        assertThat(Bootstrap.of(MONEY, values -> values.length == 14 ? Double.NaN : values[0], .95, 1000, randomness)
                        .failure()
                        .reason())
                .isEqualTo(Reason.NOT_A_NUMBER);
        // The sum of distances to the observed mean is lowest at the sample itself: no resample lies below it
        assertThat(Bootstrap.of(MONEY, BootstrapTest::distance, .95, 1000, randomness)
                        .failure()
                        .reason())
                .isEqualTo(Reason.NOT_REACHED);
        assertThat(Bootstrap.ofGroups(new double[0][], groups -> 1, .95, 1000, randomness)
                        .failure()
                        .reason())
                .isEqualTo(Reason.NO_DATA);
    }

    private static double distance(double[] values) {
        return Math.abs(Arrays.stream(values).average().orElseThrow() - 72_290.0 / 15);
    }
}
