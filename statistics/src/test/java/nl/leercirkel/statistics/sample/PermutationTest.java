package nl.leercirkel.statistics.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import nl.leercirkel.statistics.Alternative;
import nl.leercirkel.statistics.Caveat;
import nl.leercirkel.statistics.Randomness;
import nl.leercirkel.statistics.Reason;
import org.junit.jupiter.api.Test;

class PermutationTest {

    @Test
    void allWaysAreCountedInSmallSamples() {
        // All 1716 ways enumerated in reference.py, 192 with a difference at least this large: 1e-12
        Permutation two = Permutation.twoSamples(
                        RanksTest.TIED_1, RanksTest.TIED_2, Alternative.TWO_SIDED, 999, Randomness.of(1))
                .get();
        assertThat(two.test().statistic()).isCloseTo(-1.714285714, within(1e-9));
        assertThat(two.test().pValue()).isCloseTo(192.0 / 1716, within(1e-12));
        assertThat(two.permutations()).isEqualTo(1716);
        assertThat(two.test().caveats()).isEmpty();
        Permutation paired = Permutation.paired(
                        MeansTest.SLEEP_1, MeansTest.SLEEP_2, Alternative.TWO_SIDED, 999, Randomness.of(1))
                .get();
        assertThat(paired.test().statistic()).isCloseTo(-1.58, within(1e-12));
        assertThat(paired.test().pValue()).isCloseTo(.00390625, within(1e-9));
        assertThat(paired.permutations()).isEqualTo(1024);
    }

    @Test
    void bySideByHand() {
        // {3, 4} against {1, 2}: of 6 ways one gives so large a difference
        double[] high = {3, 4};
        double[] low = {1, 2};
        assertThat(Permutation.twoSamples(high, low, Alternative.GREATER, 999, Randomness.of(1))
                        .get()
                        .test()
                        .pValue())
                .isCloseTo(1.0 / 6, within(1e-12));
        assertThat(Permutation.twoSamples(high, low, Alternative.LESS, 999, Randomness.of(1))
                        .get()
                        .test()
                        .pValue())
                .isEqualTo(1);
        assertThat(Permutation.twoSamples(high, low, Alternative.TWO_SIDED, 999, Randomness.of(1))
                        .get()
                        .test()
                        .pValue())
                .isCloseTo(2.0 / 6, within(1e-12));
        assertThat(Permutation.paired(high, low, Alternative.GREATER, 999, Randomness.of(1))
                        .get()
                        .test()
                        .pValue())
                .isCloseTo(1.0 / 4, within(1e-12));
        assertThat(Permutation.paired(high, low, Alternative.LESS, 999, Randomness.of(1))
                        .get()
                        .test()
                        .pValue())
                .isEqualTo(1);
    }

    @Test
    void drawnAgreesWithTheNormalLimitAndWithItselfOnThreads() {
        double[] first = IntStream.range(0, 60).mapToDouble(i -> (i * 29) % 61).toArray();
        double[] second =
                IntStream.range(0, 60).mapToDouble(i -> (i * 31) % 59 + 6).toArray();
        Permutation one = Permutation.twoSamples(first, second, Alternative.TWO_SIDED, 20_000, new Randomness(5, 1))
                .get();
        Permutation three = Permutation.twoSamples(first, second, Alternative.TWO_SIDED, 20_000, new Randomness(5, 3))
                .get();
        assertThat(three).isEqualTo(one);
        assertThat(one.seed()).isEqualTo(5);
        assertThat(one.test().caveats()).containsExactly(Caveat.SIMULATED);
        double t = Means.compare(first, second, Alternative.TWO_SIDED).get().pValue();
        // Simulation error of a p near .14 with 20,000 draws is .0025; four of these and .003 for the t approximation
        assertThat(one.test().pValue()).isCloseTo(t, within(.013));
        Permutation pairedOne = Permutation.paired(first, second, Alternative.LESS, 20_000, new Randomness(5, 1))
                .get();
        assertThat(Permutation.paired(first, second, Alternative.LESS, 20_000, new Randomness(5, 4))
                        .get())
                .isEqualTo(pairedOne);
        double pairedT = Means.pairedTest(first, second, Alternative.LESS).get().pValue();
        assertThat(pairedOne.test().pValue()).isCloseTo(pairedT, within(.013));
    }

    @Test
    void drawnIsNeverZero() {
        double[] low = IntStream.range(0, 30).mapToDouble(i -> i).toArray();
        double[] high = IntStream.range(0, 30).mapToDouble(i -> 1000 + i).toArray();
        // (0 + 1) / (999 + 1)
        assertThat(Permutation.twoSamples(high, low, Alternative.GREATER, 999, Randomness.of(2))
                        .get()
                        .test()
                        .pValue())
                .isEqualTo(.001);
        assertThat(Permutation.paired(high, low, Alternative.GREATER, 999, Randomness.of(2))
                        .get()
                        .test()
                        .pValue())
                .isEqualTo(.001);
    }

    @Test
    void wrongInputIsNamed() {
        double[] values = {1, 2, 3};
        double[] same = {1, 1, 1};
        Randomness randomness = Randomness.of(1);
        assertThat(Permutation.twoSamples(values, new double[0], Alternative.LESS, 999, randomness)
                        .failure()
                        .reason())
                .isEqualTo(Reason.NO_DATA);
        assertThat(Permutation.twoSamples(same, same, Alternative.LESS, 999, randomness)
                        .failure()
                        .reason())
                .isEqualTo(Reason.CONSTANT);
        assertThat(Permutation.twoSamples(values, same, Alternative.LESS, 10, randomness)
                        .failure()
                        .reason())
                .isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(Permutation.paired(values, values, Alternative.LESS, 999, randomness)
                        .failure()
                        .reason())
                .isEqualTo(Reason.CONSTANT);
        assertThat(Permutation.paired(values, new double[2], Alternative.LESS, 999, randomness)
                        .failure()
                        .reason())
                .isEqualTo(Reason.DO_NOT_MATCH);
        assertThat(Permutation.paired(values, new double[] {1, 2, Double.NaN}, Alternative.LESS, 999, randomness)
                        .failure()
                        .reason())
                .isEqualTo(Reason.NOT_A_NUMBER);
    }
}
