package nl.leercirkel.statistics.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Randomness;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.series.ChangePoints.Kind;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.junit.jupiter.api.Test;

class ChangePointsTest {

    /**
     * Cobb (1978), The problem of the Nile: the flow changed after 1898. R's strucchange: break at 28, means 1097.75 and 849.97, 95%
     * interval 1895 to 1902 (other method, so only overlap is asked).
     */
    @Test
    void theNileChangedAfter1898() {
        double[] nile = SharedData.series("forecasting/Nile.csv");
        ChangePoints found =
                ChangePoints.find(nile, Kind.MEAN, 5, Randomness.of(1)).get();
        assertThat(found.changes()).hasSize(1);
        ChangePoints.Change change = found.changes().getFirst();
        assertThat(change.at()).isEqualTo(28);
        assertThat(change.earliest()).isBetween(24, 28);
        assertThat(change.latest()).isBetween(28, 32);
        assertThat(change.by()).isCloseTo(849.9722 - 1097.75, within(1e-4));
        assertThat(found.segments().get(0).mean()).isCloseTo(1097.75, within(1e-9));
        assertThat(found.segments().get(1).mean()).isCloseTo(849.9722, within(1e-4));
        // R: t.test(Nile[29:100])$conf.int is 820.7 to 879.3
        assertThat(found.segments().get(1).interval().lower()).isCloseTo(820.7, within(.1));
        assertThat(found.segments().get(1).interval().upper()).isCloseTo(879.3, within(.1));
        assertThat(found.pValue()).isEqualTo(.001);
        assertThat(found.permutations()).isEqualTo(999);
        assertThat(found.autocorrelation()).isBetween(-.2, .3);
    }

    private static double[] noise(int n, int seed) {
        var gaussian = ZigguratSampler.NormalizedGaussian.of(Randomness.of(seed).stream());
        double[] values = new double[n];
        Arrays.setAll(values, i -> gaussian.sample());
        return values;
    }

    @Test
    void severalChangesAreFoundInOrder() {
        double[] y = noise(90, 2);
        for (int i = 30; i < 60; i++) {
            y[i] += 6;
        }
        for (int i = 60; i < 90; i++) {
            y[i] -= 4;
        }
        ChangePoints found =
                ChangePoints.find(y, Kind.MEAN, 3, Randomness.of(1)).get();
        assertThat(found.changes()).extracting(ChangePoints.Change::at).containsExactly(30, 60);
        assertThat(found.segments()).extracting(ChangePoints.Segment::to).containsExactly(30, 60, 90);
        assertThat(found.changes().getFirst().earliest()).isEqualTo(30);
        assertThat(found.changes().getFirst().latest()).isEqualTo(30);
    }

    @Test
    void aChangeOfSpreadOnly() {
        double[] y = noise(120, 3);
        for (int i = 60; i < 120; i++) {
            y[i] *= 6;
        }
        assertThat(ChangePoints.find(y, Kind.MEAN_AND_SPREAD, 5, Randomness.of(1))
                        .get()
                        .changes())
                .singleElement()
                .satisfies(change -> assertThat(change.at()).isBetween(57, 63));
    }

    /** Of 200 stable series few show a change, and their p-values are uniform: 5% below .05 (standard error 1.5%). */
    @Test
    void stableSeriesRarelyChange() {
        int changed = 0;
        int small = 0;
        for (int i = 0; i < 200; i++) {
            ChangePoints found = ChangePoints.find(noise(40, 100 + i), Kind.MEAN, 3, Randomness.of(i))
                    .get();
            changed += found.changes().isEmpty() ? 0 : 1;
            small += found.pValue() <= .05 ? 1 : 0;
        }
        assertThat(changed).isLessThan(20);
        assertThat(small).isBetween(3, 19);
    }

    /** The place of a change of two sigma lies in its interval: 95% in theory for a flat prior; 300 series. */
    @Test
    void coverageOfThePlace() {
        int held = 0;
        int found = 0;
        for (int i = 0; i < 400; i++) {
            double[] y = noise(60, 1000 + i);
            int at = 20 + i % 20;
            for (int t = at; t < 60; t++) {
                y[t] += 2;
            }
            ChangePoints result =
                    ChangePoints.find(y, Kind.MEAN, 5, Randomness.of(i)).get();
            if (result.changes().size() == 1) {
                found++;
                ChangePoints.Change change = result.changes().getFirst();
                held += change.earliest() <= at && at <= change.latest() ? 1 : 0;
            }
        }
        assertThat(found).isGreaterThan(300);
        assertThat(held / (double) found).isGreaterThan(.93);
    }

    @Test
    void ratesOfCounts() {
        double[] exposure = new double[40];
        Arrays.fill(exposure, 100);
        long[] events = new long[40];
        var stream = Randomness.of(9).stream();
        var low = PoissonSampler.of(stream, 5);
        var high = PoissonSampler.of(stream, 15);
        for (int i = 0; i < 40; i++) {
            events[i] = i < 25 ? low.sample() : high.sample();
        }
        ChangePoints found =
                ChangePoints.find(events, exposure, 4, Randomness.of(1)).get();
        assertThat(found.changes())
                .singleElement()
                .satisfies(change -> assertThat(change.at()).isBetween(23, 27));
        assertThat(found.segments().getFirst().mean()).isBetween(.035, .065);
        assertThat(found.segments()
                        .getFirst()
                        .interval()
                        .contains(found.segments().getFirst().mean()))
                .isTrue();
        assertThat(found.pValue()).isLessThan(.01);
    }

    private static double poisson(long[] events, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += events[i];
        }
        return sum == 0 ? 0 : sum * Math.log(sum / (to - from)) - sum;
    }

    /** The places between earliest and latest hold 95% of the likelihood, and fewer places at either end would not. */
    @Test
    void thePlaceHoldsNinetyFivePercentOfItsLikelihood() {
        long[] events = {4, 6, 3, 5, 4, 7, 5, 4, 6, 9, 7, 10, 12, 9, 11, 13, 10, 12, 11, 12};
        double[] exposure = new double[events.length];
        Arrays.fill(exposure, 1);
        int least = 3;
        ChangePoints.Change change = ChangePoints.find(events, exposure, least, Randomness.of(1))
                .get()
                .changes()
                .getFirst();
        double[] weight = new double[events.length];
        double all = 0;
        for (int t = least; t <= events.length - least; t++) {
            weight[t] = Math.exp(poisson(events, 0, t)
                    + poisson(events, t, events.length)
                    - poisson(events, 0, change.at())
                    - poisson(events, change.at(), events.length));
            assertThat(weight[t]).as("none is likelier than the place").isLessThanOrEqualTo(1 + 1e-9);
            all += weight[t];
        }
        double held = 0;
        for (int t = change.earliest(); t <= change.latest(); t++) {
            held += weight[t];
        }
        assertThat(change.latest()).as("not one place alone").isGreaterThan(change.earliest());
        assertThat(held).isGreaterThanOrEqualTo(.95 * all);
        assertThat(held - Math.min(weight[change.earliest()], weight[change.latest()]))
                .isLessThan(.95 * all);
    }

    /** By its definition, within the two stretches of the Nile. */
    @Test
    void autocorrelationIsThatWithinStretches() {
        double[] nile = SharedData.series("forecasting/Nile.csv");
        double product = 0;
        double squares = 0;
        for (int i = 0; i < nile.length; i++) {
            double residual = nile[i] - (i < 28 ? 1097.75 : 849.972222222222);
            squares += residual * residual;
            if (i > 0 && i != 28) {
                product += residual * (nile[i - 1] - (i - 1 < 28 ? 1097.75 : 849.972222222222));
            }
        }
        assertThat(ChangePoints.find(nile, Kind.MEAN, 5, Randomness.of(1)).get().autocorrelation())
                .isCloseTo(product / squares, within(1e-9));
    }

    /** Garwood's interval of 0 and of 10 events: [0, 3.6889] and [4.7954, 18.3904] (tables of the Poisson distribution). */
    @Test
    void segmentsOfCountsHaveExactIntervals() {
        SegmentCost cost = SegmentCost.poisson(new long[] {0, 0, 4, 6}, new double[] {1, 1, 1, 1});
        assertThat(cost.interval(0, 2).lower()).isZero();
        assertThat(cost.interval(0, 2).upper()).isCloseTo(3.6889 / 2, within(5e-5));
        assertThat(cost.interval(2, 4).lower()).isCloseTo(4.7954 / 2, within(5e-5));
        assertThat(cost.interval(2, 4).upper()).isCloseTo(18.3904 / 2, within(5e-5));
        assertThat(cost.of(0, 2)).isZero();
        // 2 (10 - 10 log 5)
        assertThat(cost.of(2, 4)).isCloseTo(2 * (10 - 10 * Math.log(5)), within(1e-12));
    }

    @Test
    void theSeedDecidesAndNotTheThreads() {
        double[] y = noise(40, 8);
        ChangePoints one =
                ChangePoints.find(y, Kind.MEAN, 3, new Randomness(4, 1)).get();
        assertThat(ChangePoints.find(y, Kind.MEAN, 3, new Randomness(4, 3)).get())
                .isEqualTo(one);
        assertThat(one.seed()).isEqualTo(4);
    }

    @Property(tries = 60)
    void unitAndDirectionOfTimeDoNotMatter(
            @ForAll @DoubleRange(min = .1, max = 1000) double scale,
            @ForAll @DoubleRange(min = -1000, max = 1000) double shift,
            @ForAll @IntRange(max = 500) int seed) {
        double[] y = noise(40, seed);
        for (int i = 15; i < 40; i++) {
            y[i] += 5;
        }
        double[] other = Arrays.stream(y).map(v -> scale * v + shift).toArray();
        ChangePoints one = ChangePoints.find(y, Kind.MEAN, 4, Randomness.of(1)).get();
        ChangePoints two =
                ChangePoints.find(other, Kind.MEAN, 4, Randomness.of(1)).get();
        assertThat(two.changes())
                .extracting(ChangePoints.Change::at)
                .isEqualTo(one.changes().stream().map(ChangePoints.Change::at).toList());
        assertThat(two.pValue()).isEqualTo(one.pValue());
        double[] reversed = new double[40];
        Arrays.setAll(reversed, i -> y[39 - i]);
        ChangePoints back =
                ChangePoints.find(reversed, Kind.MEAN, 4, Randomness.of(1)).get();
        var mirrored = new java.util.ArrayList<>(
                one.changes().stream().map(c -> 40 - c.at()).toList());
        Collections.sort(mirrored);
        assertThat(back.changes()).extracting(ChangePoints.Change::at).isEqualTo(mirrored);
    }

    @Test
    void badInputHasAReason() {
        Randomness any = Randomness.of(1);
        double[] y = noise(12, 1);
        assertThat(reason(ChangePoints.find(new double[0], Kind.MEAN, 2, any))).isEqualTo(Reason.NO_DATA);
        assertThat(reason(ChangePoints.find(noise(9, 1), Kind.MEAN, 2, any))).isEqualTo(Reason.TOO_FEW);
        assertThat(reason(ChangePoints.find(new double[12], Kind.MEAN, 2, any))).isEqualTo(Reason.CONSTANT);
        assertThat(reason(ChangePoints.find(y, Kind.MEAN, 1, any))).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(reason(ChangePoints.find(y, Kind.MEAN, 7, any))).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(ChangePoints.find(y, Kind.MEAN, 6, any).isAnswer()).isTrue();
        double[] holed = y.clone();
        holed[11] = Double.POSITIVE_INFINITY;
        assertThat(reason(ChangePoints.find(holed, Kind.MEAN, 2, any))).isEqualTo(Reason.NOT_A_NUMBER);
        long[] counts = new long[12];
        double[] ones = new double[12];
        Arrays.fill(ones, 1);
        assertThat(reason(ChangePoints.find(counts, ones, 2, any))).isEqualTo(Reason.CONSTANT);
        counts[3] = 4;
        assertThat(ChangePoints.find(counts, ones, 2, any).isAnswer()).isTrue();
        assertThat(reason(ChangePoints.find(counts, new double[12], 2, any))).isEqualTo(Reason.NOTHING_TO_DIVIDE_BY);
        assertThat(reason(ChangePoints.find(counts, Arrays.copyOf(ones, 11), 2, any)))
                .isEqualTo(Reason.DO_NOT_MATCH);
        assertThat(reason(ChangePoints.find(counts, ones, 7, any))).isEqualTo(Reason.OUT_OF_RANGE);
        counts[3] = -4;
        assertThat(reason(ChangePoints.find(counts, ones, 2, any))).isEqualTo(Reason.OUT_OF_RANGE);
        // most values equal: no noise to be seen between neighbours, and yet no endless loop
        double[] mostly = new double[40];
        mostly[20] = 3;
        assertThat(ChangePoints.find(mostly, Kind.MEAN, 2, any).isAnswer()).isTrue();
        assertThat(ChangePoints.find(mostly, Kind.MEAN_AND_SPREAD, 2, any).isAnswer())
                .isTrue();
    }

    private static Reason reason(Outcome<?> outcome) {
        return outcome.failure().reason();
    }
}
