package nl.leercirkel.statistics.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import nl.leercirkel.statistics.Interval;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Randomness;
import nl.leercirkel.statistics.effect.WildClusterBootstrap.Weights;
import nl.leercirkel.statistics.panel.Panel;
import org.junit.jupiter.api.Test;

/** How often a 95% interval holds the truth, on data drawn from that truth: between 93.5% and 96.5%. */
class CoverageTest {

    private static final int RUNS = 2000;

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
                RUNS,
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

    private static double series(SeriesDesign design, double[] which, int n, double correlation, int runs, long seed) {
        return Simulated.coverage(
                runs,
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
        assertThat(series(design, design.unit(2), 24, .6, 1500, 29)).isBetween(.935, .965);
    }

    /** What leans on the slope is on the safe side in short series: docs/methoden-effecten-vergelijking.md has the table. */
    @Test
    void theMeanEffectOfAnInterruptedSeries() {
        SeriesDesign design = SeriesDesign.startingAt(15);
        assertThat(series(design, design.meanEffect(30), 30, .7, 800, 31)).isBetween(.935, .985);
    }

    @Test
    void matchedPairs() {
        double held = Simulated.coverage(1200, 41, 1, random -> {
            MatchedEffectTest.Drawn drawn = MatchedEffectTest.Drawn.of(random, 150, 1);
            return MatchedEffect.of(
                            drawn.covariates(), drawn.treated(), drawn.outcome(), MatchedEffect.Settings.standard())
                    .map(found -> found.effect().interval());
        });
        assertThat(held).isBetween(.935, .965);
    }

    @Test
    void highUsersWithEachKindOfEvidence() {
        double second = Simulated.coverage(2000, 50, -3, random -> {
            HighUsersTest.Population drawn = HighUsersTest.Population.draw(random, 150, -3);
            return HighUsers.of(
                            HighUsersTest.Population.period(drawn.chosen(), 1),
                            HighUsersTest.Population.period(drawn.chosen(), 3),
                            new HighUsers.Evidence.SecondBaseline(HighUsersTest.Population.period(drawn.chosen(), 2)),
                            .95)
                    .map(found -> found.effect().interval());
        });
        assertThat(second).isBetween(.935, .965);
        double reliability = Simulated.coverage(2000, 51, -3, random -> {
            HighUsersTest.Population drawn = HighUsersTest.Population.draw(random, 300, -3);
            return Reliability.of(
                            HighUsersTest.Population.period(drawn.people(), 0),
                            HighUsersTest.Population.period(drawn.people(), 1))
                    .flatMap(known -> HighUsers.of(
                            HighUsersTest.Population.period(drawn.chosen(), 1),
                            HighUsersTest.Population.period(drawn.chosen(), 3),
                            new HighUsers.Evidence.Population(known),
                            .95))
                    .map(found -> found.effect().interval());
        });
        assertThat(reliability).isBetween(.935, .975);
        double earlier = Simulated.coverage(2000, 52, -3, random -> {
            HighUsersTest.Population drawn = HighUsersTest.Population.draw(random, 150, -3);
            HighUsersTest.Population other = HighUsersTest.Population.draw(random, 150, 0);
            return HighUsers.of(
                            HighUsersTest.Population.period(drawn.chosen(), 1),
                            HighUsersTest.Population.period(drawn.chosen(), 3),
                            new HighUsers.Evidence.EarlierSelection(
                                    HighUsersTest.Population.period(other.earlier(), 0),
                                    HighUsersTest.Population.period(other.earlier(), 1)),
                            .95)
                    .map(found -> found.effect().interval());
        });
        assertThat(earlier).isBetween(.935, .965);
    }

    @Test
    void countsOfHighUsers() {
        double ratio = 0;
        double naive = 0;
        int runs = 80;
        int held = 0;
        for (int run = 0; run < runs; run++) {
            Simulated random = Simulated.of(900 + run);
            int n = 250;
            long[] events = new long[n];
            double[] exposure = new double[n];
            double[] rates = new double[n];
            boolean[] chosen = new boolean[n];
            int count = 0;
            for (int i = 0; i < n; i++) {
                rates[i] = -Math.log(random.uniform()) - Math.log(random.uniform());
                exposure[i] = 1;
                events[i] = poisson(random, rates[i]);
                chosen[i] = events[i] >= 5;
                count += chosen[i] ? 1 : 0;
            }
            long[] after = new long[count];
            double[] years = new double[count];
            int at = 0;
            for (int i = 0; i < n; i++) {
                if (chosen[i]) {
                    years[at] = 2;
                    after[at++] = poisson(random, 2 * .7 * rates[i]);
                }
            }
            CountsOfHighUsers found = CountsOfHighUsers.of(events, exposure, chosen, after, years, .95)
                    .get();
            ratio += found.ratio().value() / runs;
            naive += found.naive() / runs;
            Interval interval = found.ratio().interval();
            held += interval.contains(.7) ? 1 : 0;
            assertThat(found.pValue() < .05).isEqualTo(!interval.contains(1));
            assertThat(found.ratio().n()).isEqualTo(count);
        }
        // The truth is .7; the naive ratio makes regression look like another third
        assertThat(ratio).isCloseTo(.7, within(.02));
        assertThat(naive).isLessThan(.55);
        assertThat(held / (double) runs).isBetween(.9, .99);
    }

    private static long poisson(Simulated random, double mean) {
        double limit = Math.exp(-mean);
        double product = random.uniform();
        long count = 0;
        while (product > limit) {
            product *= random.uniform();
            count++;
        }
        return count;
    }

    @Test
    void otherPeopleEachTimeInFewClusters() {
        double held = Simulated.coverage(RUNS, 60, 1, random -> {
            int clusters = 24;
            int size = 4;
            int n = clusters * size * 2;
            double[] outcome = new double[n];
            boolean[] treated = new boolean[n];
            boolean[] after = new boolean[n];
            int[] labels = new int[n];
            for (int g = 0; g < clusters; g++) {
                double level = random.normal(0, 2);
                double shock = random.normal(0, .5);
                for (int i = g * 2 * size; i < (g + 1) * 2 * size; i++) {
                    labels[i] = g;
                    treated[i] = g < 10;
                    after[i] = i % 2 == 1;
                    outcome[i] = level + random.normal() + (after[i] ? shock + (treated[i] ? 1 : 0) : 0);
                }
            }
            return BeforeAfter.crossSections(outcome, treated, after)
                    .flatMap(data -> data.withClusters(labels))
                    .flatMap(data -> TwoByTwo.of(data, Errors.CR2, .95))
                    .map(found -> found.effect().interval());
        });
        assertThat(held).isBetween(.935, .965);
    }

    @Test
    void doublyRobustWithACovariateThatDecidesTheTrend() {
        Staggered.Settings settings = Staggered.Settings.standard().with(Staggered.Adjustment.DOUBLY_ROBUST);
        double held = Simulated.coverage(RUNS, 61, 1, random -> {
            int n = 120;
            int[] starts = new int[n];
            int[] own = new int[n];
            double[][] covariates = new double[n][];
            double[][] values = new double[n][2];
            for (int i = 0; i < n; i++) {
                own[i] = i;
                double x = random.normal();
                covariates[i] = new double[] {x};
                starts[i] = random.uniform() < 1 / (1 + Math.exp(1 - .7 * x)) ? 1 : Panel.NEVER;
                values[i][1] = x + random.normal() + (starts[i] == 1 ? 1 : 0);
            }
            return Staggered.of(StaggeredTest.panel(values, starts), covariates, own, settings)
                    .map(found -> found.groupTimes().getFirst().effect().interval());
        });
        assertThat(held).isBetween(.935, .965);
    }
}
