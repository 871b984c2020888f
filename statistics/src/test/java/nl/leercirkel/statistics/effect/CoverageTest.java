package nl.leercirkel.statistics.effect;

import static org.assertj.core.api.Assertions.assertThat;

import nl.leercirkel.statistics.Interval;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Randomness;
import nl.leercirkel.statistics.effect.WildClusterBootstrap.Weights;
import org.junit.jupiter.api.Test;

/** How often a 95% interval holds the truth, on data drawn from that truth: between 93.5% and 96.5%. */
class CoverageTest {

    private static final int RUNS = 4000;

    /** Municipalities with a shared shock of deviation .7 and a number of clients of deviation 1. */
    private static Outcome<BeforeAfter> clients(Simulated random, int clusters, int treated, int size) {
        int n = clusters * size;
        double[] before = new double[n];
        double[] after = new double[n];
        int[] labels = new int[n];
        for (int i = 0; i < n; i++) {
            labels[i] = i / size;
        }
        for (int g = 0; g < clusters; g++) {
            double shock = random.normal(0, .7);
            for (int i = g * size; i < (g + 1) * size; i++) {
                before[i] = random.normal(10, 1);
                after[i] = before[i] + shock + random.normal() + (g < treated ? 2 : 0);
            }
        }
        return BeforeAfter.panel(before, after, Simulated.firstOf(treated * size, n))
                .flatMap(data -> data.withClusters(labels));
    }

    @Test
    void twoGroupsOfUnits() {
        double held = Simulated.coverage(
                RUNS,
                20,
                0,
                random -> BeforeAfter.panel(random.normals(24), random.normals(24), Simulated.firstOf(8, 24))
                        .flatMap(data -> TwoByTwo.of(data, Errors.CR2, .95))
                        .map(found -> found.effect().interval()));
        assertThat(held).isBetween(.935, .965);
    }

    @Test
    void fewClusters() {
        double held = Simulated.coverage(
                RUNS,
                21,
                2,
                random -> clients(random, 15, 5, 6)
                        .flatMap(data -> TwoByTwo.of(data, Errors.CR2, .95))
                        .map(found -> found.effect().interval()));
        assertThat(held).isBetween(.935, .965);
    }

    @Test
    void manyClustersWithTheUsualError() {
        double held = Simulated.coverage(
                RUNS,
                22,
                2,
                random -> clients(random, 60, 30, 3)
                        .flatMap(data -> TwoByTwo.of(data, Errors.CR1, .95))
                        .map(found -> found.effect().interval()));
        assertThat(held).isBetween(.935, .965);
    }

    @Test
    void wildBootstrapOfFewClusters() {
        double held = Simulated.coverage(
                RUNS / 2,
                23,
                2,
                random -> clients(random, 10, 5, 4)
                        .flatMap(data -> WildClusterBootstrap.of(data, Weights.RADEMACHER, 999, .95, Randomness.of(1)))
                        .map(found -> found.effect().interval()));
        assertThat(held).isBetween(.935, .965);
    }

    /** Effect 1 + .5 per period since the start, so the average of each kind is known. */
    private static double staggered(int[] starts, Aggregate.By by, double truth, long seed) {
        return Simulated.coverage(
                RUNS / 2,
                seed,
                truth,
                random -> Staggered.of(StaggeredTest.drawn(random, 6, starts), Staggered.Settings.standard())
                        .flatMap(found -> found.aggregate(by))
                        .map(found -> found.overall().interval()));
    }

    @Test
    void staggeredStarts() {
        int[] starts = StaggeredTest.starts(20, 8, 0, 6);
        // Starts in 2 (periods 2..5: 1, 1.5, 2, 2.5) and 4 (4..5: 1, 1.5)
        double event = (1 + 1.5 + 2 + 2.5) / 4;
        double everything = (8 * 7 + 6 * 2.5) / (8 * 4 + 6 * 2);
        assertThat(staggered(starts, Aggregate.By.TIME_SINCE_START, event, 24)).isBetween(.935, .965);
        assertThat(staggered(starts, Aggregate.By.EVERYTHING, everything, 25)).isBetween(.935, .965);
        assertThat(staggered(starts, Aggregate.By.GROUP, (8 * 1.75 + 6 * 1.25) / 14, 26))
                .isBetween(.935, .965);
    }

    @Test
    void simultaneousBandsHoldAllPoints() {
        int[] starts = StaggeredTest.starts(60, 40, 0, 30);
        int runs = 1000;
        double held = Simulated.coverage(
                runs,
                27,
                0,
                random -> Staggered.of(StaggeredTest.drawn(random, 6, starts), Staggered.Settings.standard())
                        .flatMap(found -> found.bands(Aggregate.By.TIME_SINCE_START, 999, Randomness.of(5)))
                        .map(bands -> bands.points().stream()
                                        .allMatch(point ->
                                                point.band().contains(point.at() < 0 ? 0 : 1 + .5 * point.at()))
                                ? new Interval(-1, 1, .95)
                                : new Interval(1, 2, .95)));
        assertThat(held).isBetween(.935, .965);
    }

    private static double series(SeriesDesign design, double[] which, int n, double correlation, long seed) {
        return Simulated.coverage(
                RUNS / 2,
                seed,
                0,
                random -> InterruptedSeries.oneEffect(
                                random.autoregressive(n, correlation),
                                design,
                                which,
                                new SerialErrors.Integrated(),
                                .95)
                        .map(Effect::interval));
    }

    @Test
    void theJumpOfAnInterruptedSeries() {
        SeriesDesign design = SeriesDesign.startingAt(12);
        assertThat(series(design, design.unit(2), 24, 0, 28)).isBetween(.935, .965);
        assertThat(series(design, design.unit(2), 24, .6, 29)).isBetween(.935, .965);
    }

    /** What leans on the slope is on the safe side in short series: docs/methoden-effecten-vergelijking.md has the table. */
    @Test
    void theMeanEffectOfAnInterruptedSeries() {
        SeriesDesign design = SeriesDesign.startingAt(15);
        assertThat(series(design, design.meanEffect(30), 30, .3, 30)).isBetween(.935, .985);
        assertThat(series(design, design.meanEffect(30), 30, .7, 31)).isBetween(.935, .985);
    }
}
