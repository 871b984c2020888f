package nl.leercirkel.statistics.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Randomness;
import nl.leercirkel.statistics.Reason;
import org.junit.jupiter.api.Test;

/** What a scan cannot answer gets its reason. */
class ScanRefusalsTest {

    private static final ScanSettings SETTINGS = ScanSettings.standard().withReplications(19);
    private static final Windows WINDOWS = Windows.circles(
            Places.plane(new double[] {0, 1, 5, 9}, new double[] {0, 0, 2, 4}).get());
    private static final long[] CASES = {5, 1, 1, 1};
    private static final double[] POPULATION = {10, 10, 10, 10};

    private static Reason poisson(long[] cases, double[] population, ScanSettings settings) {
        return reason(SpatialScan.poisson(WINDOWS, cases, population, settings, Randomness.of(1)));
    }

    private static Reason bernoulli(long[] cases, long[] persons) {
        return reason(SpatialScan.bernoulli(WINDOWS, cases, persons, SETTINGS, Randomness.of(1)));
    }

    private static Reason reason(Outcome<?> outcome) {
        return outcome.isAnswer() ? null : outcome.failure().reason();
    }

    private static double[] with(int at, double value) {
        double[] changed = POPULATION.clone();
        changed[at] = value;
        return changed;
    }

    @Test
    void counts() {
        assertThat(poisson(CASES, POPULATION, SETTINGS)).isNull();
        assertThat(poisson(new long[] {5, -1, 1, 1}, POPULATION, SETTINGS)).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(poisson(new long[4], POPULATION, SETTINGS)).isEqualTo(Reason.CONSTANT);
        assertThat(poisson(new long[3], POPULATION, SETTINGS)).isEqualTo(Reason.DO_NOT_MATCH);
        assertThat(poisson(new long[] {1L << 31, 0, 0, 0}, POPULATION, SETTINGS))
                .isEqualTo(Reason.TOO_LARGE);
        assertThat(poisson(new long[] {Integer.MAX_VALUE, 0, 0, 0}, POPULATION, SETTINGS))
                .isEqualTo(Reason.TOO_LARGE);
        long[] huge = {Long.MAX_VALUE, Long.MAX_VALUE, 2, 1};
        assertThat(poisson(huge, POPULATION, SETTINGS)).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void populations() {
        assertThat(poisson(CASES, with(2, Double.NaN), SETTINGS)).isEqualTo(Reason.NOT_A_NUMBER);
        assertThat(poisson(CASES, with(2, Double.POSITIVE_INFINITY), SETTINGS)).isEqualTo(Reason.NOT_A_NUMBER);
        assertThat(poisson(CASES, with(2, -1), SETTINGS)).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(poisson(CASES, with(2, 0), SETTINGS)).isEqualTo(Reason.NOTHING_TO_DIVIDE_BY);
        assertThat(poisson(new long[4], new double[4], SETTINGS)).isEqualTo(Reason.NOTHING_TO_DIVIDE_BY);
        assertThat(poisson(CASES, new double[0], SETTINGS)).isEqualTo(Reason.NO_DATA);
        assertThat(poisson(CASES, new double[] {1, 2, 3}, SETTINGS)).isEqualTo(Reason.DO_NOT_MATCH);
        assertThat(poisson(new long[] {5, 0, 0, 0}, new double[] {9, 0, 0, 0}, SETTINGS))
                .isEqualTo(Reason.TOO_FEW);
        assertThat(poisson(new long[] {5, 0, 0, 1}, new double[] {9, 0, 0, 9}, SETTINGS))
                .isNull();
    }

    @Test
    void onePlaceOrAnotherMap() {
        Windows one =
                Windows.circles(Places.plane(new double[] {1}, new double[] {1}).get());
        assertThat(reason(SpatialScan.poisson(one, new long[] {3}, new double[] {9}, SETTINGS, Randomness.of(1))))
                .isEqualTo(Reason.TOO_FEW);
        assertThat(reason(SpatialScan.poisson(one, CASES, POPULATION, SETTINGS, Randomness.of(1))))
                .isEqualTo(Reason.DO_NOT_MATCH);
    }

    @Test
    void moreThanSixteenBitsOfPlaces() {
        int n = Sequence.MOST_PLACES + 1;
        double[] x = new double[n];
        Arrays.setAll(x, i -> i);
        Windows row = Windows.circles(Places.plane(x, new double[n]).get());
        double[] population = new double[n];
        Arrays.fill(population, 1);
        long[] cases = new long[n];
        cases[0] = 1;
        assertThat(reason(SpatialScan.poisson(row, cases, population, SETTINGS, Randomness.of(1))))
                .isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void settings() {
        assertThat(poisson(CASES, POPULATION, SETTINGS.withMaximumShare(0))).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(poisson(CASES, POPULATION, SETTINGS.withMaximumShare(.51))).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(poisson(CASES, POPULATION, SETTINGS.withMaximumShare(Double.NaN)))
                .isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(poisson(CASES, POPULATION, SETTINGS.withMaximumShare(.24))).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(poisson(CASES, POPULATION, SETTINGS.withMaximumShare(.25))).isNull();
        assertThat(poisson(CASES, POPULATION, SETTINGS.withReplications(18))).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(poisson(CASES, POPULATION, SETTINGS.withReplications(100_000)))
                .isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(poisson(CASES, POPULATION, SETTINGS.withMinimumCases(0))).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(poisson(CASES, POPULATION, SETTINGS.withStopAfter(-1))).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(ScanSettings.standard()).isEqualTo(new ScanSettings(.5, Direction.HIGH, 2, 999, 0));
    }

    @Test
    void persons() {
        assertThat(bernoulli(CASES, new long[] {9, 9, 9, 9})).isNull();
        assertThat(bernoulli(CASES, new long[] {4, 9, 9, 9})).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(bernoulli(CASES, new long[] {5, 1, 1, 1})).isEqualTo(Reason.CONSTANT);
        assertThat(bernoulli(CASES, new long[] {9, 9, 9, -9})).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(bernoulli(CASES, new long[] {9, 9, 9})).isEqualTo(Reason.DO_NOT_MATCH);
        assertThat(bernoulli(new long[] {-1, 1, 1, 1}, new long[] {9, 9, 9, 9})).isEqualTo(Reason.OUT_OF_RANGE);
    }
}
