package nl.leercirkel.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class RandomnessTest {

    private static List<Double> sums(Randomness randomness, int draws) {
        return randomness.inChunks(draws, 100, (stream, from, to) -> {
            double sum = 0;
            for (int i = from; i < to; i++) {
                sum += stream.nextDouble();
            }
            return sum;
        });
    }

    @Test
    void theSameSeedGivesTheSameOnAnyNumberOfThreads() {
        List<Double> one = sums(new Randomness(7, 1), 1050);
        assertThat(one).hasSize(11);
        assertThat(sums(new Randomness(7, 2), 1050)).isEqualTo(one);
        assertThat(sums(new Randomness(7, 5), 1050)).isEqualTo(one);
        assertThat(sums(new Randomness(8, 1), 1050)).isNotEqualTo(one);
    }

    @Test
    void streamsDifferAndAreUniform() {
        Set<Long> firsts = new HashSet<>();
        double sum = 0;
        for (UniformRandomProvider stream : Randomness.of(1).streams(2000)) {
            firsts.add(stream.nextLong());
            sum += stream.nextDouble();
        }
        assertThat(firsts).hasSize(2000);
        // The mean of 2000 uniform numbers is .5 with standard error 1/sqrt(12*2000) = .0065; six of these.
        assertThat(sum / 2000).isBetween(.461, .539);
    }

    @Test
    void chunksCoverAllDrawsOnce() {
        List<String> parts = Randomness.of(1).inChunks(7, 3, (stream, from, to) -> from + "-" + to);
        assertThat(parts).containsExactly("0-3", "3-6", "6-7");
        assertThat(Randomness.of(1).inChunks(0, 3, (stream, from, to) -> 1)).isEmpty();
    }

    @Test
    void aFaultInAChunkComesOut() {
        for (int threads : new int[] {1, 3}) {
            assertThatThrownBy(() -> new Randomness(1, threads).inChunks(9, 3, (stream, from, to) -> {
                        throw new ArithmeticException("chunk");
                    }))
                    .isInstanceOf(ArithmeticException.class);
        }
        assertThatThrownBy(() -> new Randomness(1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Randomness.of(1).inChunks(1, 0, (stream, from, to) -> 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anEstimateAndATestResultHoldNumbers() {
        Interval interval = new Interval(0, 1, .95);
        assertThat(Estimate.of(.5, interval, 3, "wilson", Caveat.FEW_OBSERVATIONS)
                        .caveats())
                .containsExactly(Caveat.FEW_OBSERVATIONS);
        assertThatThrownBy(() -> Estimate.of(Double.NaN, interval, 3, "wilson"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TestResult(1, 0, 1.1, Alternative.TWO_SIDED, 3, "t", Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TestResult(Double.NaN, 0, 1, Alternative.TWO_SIDED, 3, "t", Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
