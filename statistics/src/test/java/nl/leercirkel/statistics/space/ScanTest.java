package nl.leercirkel.statistics.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.List;
import nl.leercirkel.statistics.Alternative;
import nl.leercirkel.statistics.Caveat;
import nl.leercirkel.statistics.Randomness;
import nl.leercirkel.statistics.Reason;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The scan against one without shortcuts, its p-values, stop, determinism and refusals. */
class ScanTest {

    private static final ScanSettings SHORT = ScanSettings.standard().withReplications(39);

    /** Seed, places, side of the map (small: many equal distances), rate, share, direction, model. */
    @ParameterizedTest
    @CsvSource({
        "1, 40, 1000, .05, .5, HIGH, true",
        "2, 40, 9, .05, .5, HIGH, true",
        "3, 60, 12, .02, .2, LOW, true",
        "4, 60, 900, .1, .5, BOTH, true",
        "5, 40, 9, .3, .5, HIGH, false",
        "6, 50, 700, .6, .4, LOW, false",
        "7, 40, 10, .02, .5, BOTH, false",
        "8, 30, 500, .002, .5, HIGH, true",
        "9, 30, 8, .9, .5, BOTH, false"
    })
    void everyReplicationHasTheLargestRatioOfAllCircles(
            long seed, int n, int side, double rate, double share, Direction direction, boolean poisson) {
        Maps.Map map = Maps.random(seed, n, side, rate);
        ScanSettings settings = SHORT.withMaximumShare(share).withDirection(direction);
        Randomness randomness = new Randomness(seed, 2);
        SpatialScan scan = poisson
                ? SpatialScan.poisson(
                                Windows.circles(map.places()), map.cases(), map.population(), settings, randomness)
                        .get()
                : SpatialScan.bernoulli(Windows.circles(map.places()), map.cases(), map.persons(), settings, randomness)
                        .get();
        assertThat(scan.clusters().getFirst().logLikelihoodRatio())
                .isCloseTo(PlainScan.largest(map, map.cases(), poisson, settings), within(1e-9));
        // The same counts drawn from the same streams, sixteen from each.
        int total = (int) Arrays.stream(map.cases()).sum();
        double mass = Arrays.stream(map.population()).sum();
        ScanModel model = poisson
                ? new PoissonModel(total, map.population(), mass)
                : new BernoulliModel(total, map.population(), mass);
        List<UniformRandomProvider> streams = randomness.streams(3);
        int[] counts = new int[n];
        for (int replication = 0; replication < 39; replication++) {
            model.draw(streams.get(replication / 16), counts);
            assertThat(Arrays.stream(counts).sum()).isEqualTo(total);
            long[] drawn = Arrays.stream(counts).asLongStream().toArray();
            assertThat(scan.maxima().get(replication))
                    .isCloseTo(PlainScan.largest(map, drawn, poisson, settings), within(1e-9));
        }
    }

    @ParameterizedTest
    @CsvSource({"HIGH, false", "BOTH, false", "HIGH, true"})
    void theSameOnAnyNumberOfThreads(Direction direction, boolean stops) {
        Maps.Map map = Maps.random(11, 150, 300, .05);
        ScanSettings settings =
                SHORT.withReplications(199).withDirection(direction).withStopAfter(stops ? 5 : 0);
        List<SpatialScan> scans = java.util.stream.IntStream.of(1, 2, 7)
                .mapToObj(threads -> SpatialScan.poisson(
                                Windows.circles(map.places()),
                                map.cases(),
                                map.population(),
                                settings,
                                new Randomness(3, threads))
                        .get())
                .toList();
        assertThat(scans.get(1)).isEqualTo(scans.get(0));
        assertThat(scans.get(2)).isEqualTo(scans.get(0));
        assertThat(scans.get(0).seed()).isEqualTo(3);
        assertThat(SpatialScan.poisson(
                                Windows.circles(map.places()),
                                map.cases(),
                                map.population(),
                                settings,
                                new Randomness(4, 1))
                        .get()
                        .maxima())
                .isNotEqualTo(scans.get(0).maxima());
    }

    @Test
    void pIsTheRankAmongReplicationsAndOfAStopTheShare() {
        Maps.Map map = Maps.random(12, 60, 300, .05);
        SpatialScan whole = scan(map, SHORT.withReplications(499));
        Cluster first = whole.clusters().getFirst();
        long extreme = whole.maxima().stream()
                .filter(maximum -> maximum >= first.logLikelihoodRatio() * (1 - 1e-9))
                .count();
        assertThat(whole.maxima()).hasSize(499);
        assertThat(whole.isStopped()).isFalse();
        assertThat(extreme).isGreaterThan(30);
        assertThat(first.pValue()).isEqualTo((extreme + 1) / 500.0);

        SpatialScan stopped = scan(map, SHORT.withReplications(499).withStopAfter(10));
        assertThat(stopped.isStopped()).isTrue();
        assertThat(stopped.maxima())
                .isEqualTo(whole.maxima().subList(0, stopped.maxima().size()));
        // Besag and Clifford (1991): the last one drawn is the tenth, and p is ten out of all drawn.
        assertThat(stopped.maxima().getLast()).isGreaterThanOrEqualTo(first.logLikelihoodRatio());
        assertThat(stopped.maxima().stream().filter(maximum -> maximum >= first.logLikelihoodRatio()))
                .hasSize(10);
        assertThat(stopped.clusters().getFirst().pValue())
                .isEqualTo(10.0 / stopped.maxima().size());
        assertThat(stopped.clusters().get(1).pValue())
                .isGreaterThanOrEqualTo(stopped.clusters().getFirst().pValue());
    }

    @Test
    void aPlantedClusterIsFoundWithItsNumbers() {
        Maps.Map map = planted();
        SpatialScan scan = scan(map, SHORT.withReplications(199).withStopAfter(10));
        Cluster found = scan.clusters().getFirst();
        assertThat(found.places()).startsWith(found.centre());
        assertThat(found.direction()).isEqualTo(Direction.HIGH);
        assertThat(found.pValue()).isEqualTo(1 / 200.0);
        assertThat(scan.isStopped()).isFalse();
        assertThat(found.test().alternative()).isEqualTo(Alternative.GREATER);
        assertThat(found.test().method()).isEqualTo("scan-poisson");
        assertThat(found.test().n()).isEqualTo(100);
        assertThat(found.test().caveats()).containsExactly(Caveat.SIMULATED);
        double population =
                found.places().stream().mapToDouble(i -> map.population()[i]).sum();
        long cases = found.places().stream().mapToLong(i -> map.cases()[i]).sum();
        double all = Arrays.stream(map.population()).sum();
        long total = Arrays.stream(map.cases()).sum();
        assertThat(found.population()).isEqualTo(population);
        assertThat(found.cases()).isEqualTo(cases);
        assertThat(found.expected()).isCloseTo(total * population / all, within(1e-9));
        assertThat(found.relativeRisk())
                .isCloseTo(cases / population / ((total - cases) / (all - population)), within(1e-12));
        double furthest = found.places().stream()
                .mapToDouble(
                        i -> Math.hypot(map.x()[i] - map.x()[found.centre()], map.y()[i] - map.y()[found.centre()]))
                .max()
                .getAsDouble();
        assertThat(found.radius().getAsDouble()).isCloseTo(furthest, within(1e-9));
        // Far smaller than the 1 in 200 that counting can show.
        assertThat(found.gumbelPValue().getAsDouble()).isLessThan(1e-3).isPositive();
    }

    /** By moments, computed here from the maxima, for clusters that chance makes: p between a few percent and one. */
    @Test
    void theGumbelPValueIsThatOfTheMomentsOfTheReplications() {
        SpatialScan scan = scan(Maps.random(12, 60, 300, .05), SHORT.withReplications(199));
        double mean = scan.maxima().stream().mapToDouble(m -> m).average().getAsDouble();
        double variance =
                scan.maxima().stream().mapToDouble(m -> (m - mean) * (m - mean)).sum() / 198;
        double beta = Math.sqrt(variance * 6) / Math.PI;
        assertThat(scan.clusters()).hasSizeGreaterThan(1).allSatisfy(cluster -> {
            double z = (cluster.logLikelihoodRatio() - mean) / beta + .5772156649015329;
            double expected = 1 - Math.exp(-Math.exp(-z));
            assertThat(expected).isBetween(.01, 1.0);
            assertThat(cluster.gumbelPValue().getAsDouble()).isCloseTo(expected, withinPercentage(1e-7));
        });
        // Near the rank: both say how rare a maximum this large is.
        Cluster first = scan.clusters().getFirst();
        assertThat(first.gumbelPValue().getAsDouble()).isCloseTo(first.pValue(), within(.1));
    }

    /** A hundred places at equal rate, but five near a corner at four times that. */
    private static Maps.Map planted() {
        Maps.Map map = Maps.random(13, 100, 200, .03);
        Integer[] near = java.util.stream.IntStream.range(0, 100).boxed().toArray(Integer[]::new);
        Arrays.sort(near, java.util.Comparator.comparingDouble(i -> Math.hypot(map.x()[i], map.y()[i])));
        for (int i = 0; i < 5; i++) {
            map.cases()[near[i]] = Math.round(.12 * map.population()[near[i]]);
        }
        return map;
    }

    @Test
    void clustersDoNotOverlapAndFall() {
        Maps.Map map = planted();
        map.cases()[50] = 0;
        map.cases()[51] = 4 * map.cases()[51];
        SpatialScan scan = scan(map, SHORT.withDirection(Direction.BOTH).withMaximumShare(.1));
        assertThat(scan.clusters()).hasSizeGreaterThan(2);
        assertThat(scan.clusters().stream().flatMap(cluster -> cluster.places().stream()))
                .doesNotHaveDuplicates();
        assertThat(scan.clusters().stream().map(cluster -> -cluster.logLikelihoodRatio()))
                .isSorted();
        assertThat(scan.clusters().stream().map(Cluster::pValue)).isSorted().allMatch(p -> p > 0 && p < 1);
        assertThat(scan.clusters().stream().map(Cluster::direction)).contains(Direction.HIGH, Direction.LOW);
        for (Cluster cluster : scan.clusters()) {
            assertThat(cluster.cases() > cluster.expected()).isEqualTo(cluster.direction() == Direction.HIGH);
            assertThat(cluster.population()).isLessThanOrEqualTo(.1 * scan.population());
            assertThat(cluster.test().alternative()).isEqualTo(Alternative.TWO_SIDED);
        }
    }

    @Test
    void atThisFarOffPIsAtTheLevel() {
        SpatialScan scan = scan(Maps.random(15, 40, 300, .05), SHORT);
        List<Double> sorted = scan.maxima().stream().sorted().toList();
        // Of 39 replications, 2 of 40 are 5%: the second largest.
        assertThat(scan.criticalValue(.05).get()).isEqualTo(sorted.get(37));
        assertThat(scan.criticalValue(.025).get()).isEqualTo(sorted.get(38));
        assertThat(scan.criticalValue(.01).failure().reason()).isEqualTo(Reason.NOT_REACHED);
        assertThat(scan.criticalValue(1).failure().reason()).isEqualTo(Reason.OUT_OF_RANGE);
    }

    @Test
    void equalRatesHaveNoCluster() {
        Places places = Places.plane(new double[] {0, 1, 5, 9}, new double[] {0, 0, 2, 4})
                .get();
        SpatialScan scan = SpatialScan.poisson(
                        Windows.circles(places),
                        new long[] {5, 5, 5, 5},
                        new double[] {1, 1, 1, 1},
                        SHORT,
                        Randomness.of(1))
                .get();
        assertThat(scan.clusters()).isEmpty();
    }

    @Test
    void aClusterWithAllCasesHasInfiniteRisk() {
        Places places = Places.plane(new double[] {0, 1, 5, 9}, new double[] {0, 0, 2, 4})
                .get();
        SpatialScan scan = SpatialScan.poisson(
                        Windows.circles(places),
                        new long[] {9, 0, 0, 0},
                        new double[] {1, 1, 1, 1},
                        SHORT,
                        Randomness.of(1))
                .get();
        assertThat(scan.clusters().getFirst().relativeRisk()).isInfinite();
        assertThat(scan.clusters().getFirst().radius().getAsDouble()).isZero();
        // Nine cases, all in a quarter of the population: 9 ln 4.
        assertThat(scan.clusters().getFirst().logLikelihoodRatio()).isCloseTo(9 * Math.log(4), within(1e-12));
    }

    @Test
    void aClusterNeedsItsMinimumOfCases() {
        Places places = Places.plane(new double[] {0, 1, 5, 9}, new double[] {0, 0, 2, 4})
                .get();
        long[] cases = {3, 1, 0, 1};
        double[] population = {1, 50, 50, 50};
        for (int minimum = 1; minimum <= 4; minimum++) {
            SpatialScan scan = SpatialScan.poisson(
                            Windows.circles(places),
                            cases,
                            population,
                            SHORT.withMinimumCases(minimum),
                            Randomness.of(1))
                    .get();
            assertThat(scan.clusters().getFirst().places()).isEqualTo(minimum <= 3 ? List.of(0) : List.of(0, 1));
        }
    }

    @Test
    void adjacencyGivesRingsAndConnectedAreas() {
        // A row of six areas along a bent river: 0-1-2-3-4-5, with 5 back near 0.
        Adjacency row = Maps.board(6, 1);
        Places places = Places.plane(new double[] {0, 1, 2, 2, 1, 0}, new double[] {0, 0, 0, 3, 3, 1})
                .get();
        long[] cases = {20, 20, 20, 5, 5, 5};
        double[] population = {100, 100, 100, 100, 100, 100};
        for (Windows windows :
                List.of(Windows.rings(row), Windows.connected(places, row).get())) {
            Cluster found = SpatialScan.poisson(windows, cases, population, SHORT, Randomness.of(1))
                    .get()
                    .clusters()
                    .getFirst();
            assertThat(found.places()).containsExactlyInAnyOrder(0, 1, 2);
            assertThat(found.radius()).isEmpty();
        }
        assertThat(Windows.connected(places, Maps.board(5, 1)).failure().reason())
                .isEqualTo(Reason.DO_NOT_MATCH);
    }

    private static SpatialScan scan(Maps.Map map, ScanSettings settings) {
        return SpatialScan.poisson(
                        Windows.circles(map.places()), map.cases(), map.population(), settings, Randomness.parallel(8))
                .get();
    }
}
