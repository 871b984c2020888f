package nl.leercirkel.statistics.business;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import nl.leercirkel.statistics.Randomness;
import nl.leercirkel.statistics.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DistributionTest {

    static Stream<Distribution> all() {
        return Stream.of(
                new Distribution.Normal(-3, 2),
                new Distribution.LogNormal(50, 40),
                new Distribution.Gamma(60_000, 16),
                new Distribution.Gamma(3, .5),
                new Distribution.Beta(22, 8),
                new Distribution.Beta(.5, .7),
                new Distribution.Poisson(.3),
                new Distribution.Poisson(40),
                new Distribution.Poisson(2500),
                new Distribution.Uniform(2, 5),
                new Distribution.Triangular(1, 2, 9),
                new Distribution.Triangular(1, 1, 2),
                new Distribution.Triangular(1, 2, 2));
    }

    /** Draws against the library's quantile function and the moments; tolerances about five standard errors of 200,000 draws. */
    @ParameterizedTest
    @MethodSource("all")
    void drawsFollowTheStatedDistribution(Distribution distribution) {
        int n = 200_000;
        double[] draws = new double[n];
        distribution.sampler().fill(draws, n, Randomness.of(20).stream());
        double mean = Arrays.stream(draws).average().orElseThrow();
        double sd = Math.sqrt(distribution.variance());
        assertThat(mean).isCloseTo(distribution.mean(), within(5 * sd / Math.sqrt(n)));
        double squares = Arrays.stream(draws).map(v -> (v - mean) * (v - mean)).sum() / n;
        assertThat(squares).isCloseTo(distribution.variance(), within(.05 * distribution.variance()));
        boolean counts = distribution instanceof Distribution.Poisson;
        for (double share : new double[] {.05, .25, .5, .75, .95}) {
            double point = distribution.quantile(share);
            double below = Arrays.stream(draws).filter(v -> v <= point).count() / (double) n;
            if (counts) {
                double under = Arrays.stream(draws).filter(v -> v < point).count() / (double) n;
                assertThat(under).isLessThanOrEqualTo(share + .006);
                assertThat(below).isGreaterThanOrEqualTo(share - .006);
            } else {
                assertThat(below).isCloseTo(share, within(.006));
            }
        }
    }

    /** Moments by hand. */
    @Test
    void momentsAreThoseOfTheTextbook() {
        assertThat(new Distribution.Beta(22, 8).mean()).isCloseTo(22 / 30.0, within(1e-15));
        assertThat(new Distribution.Beta(22, 8).variance()).isCloseTo(176 / (900.0 * 31), within(1e-15));
        assertThat(new Distribution.Gamma(60_000, 16).variance()).isEqualTo(60_000.0 * 60_000 / 16);
        assertThat(new Distribution.Triangular(0, 3, 9).mean()).isEqualTo(4);
        assertThat(new Distribution.Triangular(0, 3, 9).variance()).isEqualTo(63 / 18.0);
        assertThat(new Distribution.Uniform(2, 5).mean()).isEqualTo(3.5);
        assertThat(new Distribution.Uniform(2, 5).variance()).isEqualTo(.75);
        assertThat(new Distribution.Fixed(7).quantile(.3)).isEqualTo(7);
        assertThat(new Distribution.Fixed(7).mean()).isEqualTo(7);
        assertThat(new Distribution.Fixed(7).variance()).isZero();
        double[] draws = new double[3];
        new Distribution.Fixed(7).sampler().fill(draws, 2, Randomness.of(1).stream());
        assertThat(draws).containsExactly(7, 7, 0);
    }

    @Test
    void aDistributionCannotBeWrong() {
        assertThatThrownBy(() -> new Distribution.Fixed(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Distribution.Normal(1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Distribution.LogNormal(0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Distribution.LogNormal(1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Distribution.Gamma(1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Distribution.Gamma(0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Distribution.Beta(0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Distribution.Beta(1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Distribution.Poisson(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Distribution.Poisson(2e8)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Distribution.Uniform(2, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Distribution.Triangular(1, 0, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Distribution.Triangular(1, 3, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Distribution.Triangular(1, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Distribution.of(() -> new Distribution.Beta(-1, 1)).failure().reason())
                .isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(Distribution.of(() -> new Distribution.Beta(1, 1)).isAnswer())
                .isTrue();
    }
}
