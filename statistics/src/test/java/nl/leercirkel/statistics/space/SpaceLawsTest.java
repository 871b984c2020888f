package nl.leercirkel.statistics.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.leercirkel.statistics.Alternative;
import nl.leercirkel.statistics.Randomness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must not change a result. */
class SpaceLawsTest {

    private static final ScanSettings SETTINGS =
            ScanSettings.standard().withReplications(19).withDirection(Direction.BOTH);

    /** What a scan found, without the numbers of places or the order of replications: members by label, counts and ratio. */
    private record Found(Set<Integer> members, long cases, double expected, long ratio) {}

    private static List<Found> found(Maps.Map map, int[] labels) {
        return SpatialScan.poisson(
                        Windows.circles(map.places()), map.cases(), map.population(), SETTINGS, Randomness.of(1))
                .get()
                .clusters()
                .stream()
                .map(cluster -> new Found(
                        cluster.places().stream().map(i -> labels[i]).collect(Collectors.toSet()),
                        cluster.cases(),
                        Math.rint(cluster.expected() * 1e6) / 1e6,
                        Math.round(cluster.logLikelihoodRatio() * 1e8)))
                .limit(1)
                .toList();
    }

    private static int[] numbers(int n) {
        return IntStream.range(0, n).toArray();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void numberingPlacesOtherwiseChangesNothing(long seed) {
        Maps.Map map = Maps.random(seed, 40, seed % 2 == 0 ? 8 : 500, .05);
        List<Integer> order = new ArrayList<>(IntStream.range(0, 40).boxed().toList());
        Collections.shuffle(order, new Random(seed));
        int[] labels = order.stream().mapToInt(i -> i).toArray();
        Maps.Map shuffled = new Maps.Map(
                Arrays.stream(labels).mapToDouble(i -> map.x()[i]).toArray(),
                Arrays.stream(labels).mapToDouble(i -> map.y()[i]).toArray(),
                Arrays.stream(labels).mapToDouble(i -> map.population()[i]).toArray(),
                Arrays.stream(labels).mapToLong(i -> map.cases()[i]).toArray());
        assertThat(found(shuffled, labels)).isEqualTo(found(map, numbers(40)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void shiftingTurningAndStretchingTheMapChangesNothing(long seed) {
        Maps.Map map = Maps.random(seed, 40, seed % 2 == 0 ? 8 : 500, .05);
        Maps.Map moved = new Maps.Map(
                Arrays.stream(map.y()).map(y -> 100_000 - 8 * y).toArray(),
                Arrays.stream(map.x()).map(x -> 400_000 + 8 * x).toArray(),
                map.population(),
                map.cases());
        assertThat(found(moved, numbers(40))).isEqualTo(found(map, numbers(40)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void anEmptyPlaceChangesNothing(long seed) {
        Maps.Map map = Maps.random(seed, 40, 500, .05);
        Maps.Map withEmpty = new Maps.Map(
                insert(map.x(), 7, map.x()[3] + .5),
                insert(map.y(), 7, map.y()[3]),
                insert(map.population(), 7, 0),
                Arrays.stream(insert(Arrays.stream(map.cases()).asDoubleStream().toArray(), 7, 0))
                        .mapToLong(cases -> (long) cases)
                        .toArray());
        int[] labels = IntStream.range(0, 41).map(i -> i < 7 ? i : i - 1).toArray();
        assertThat(found(withEmpty, labels)).isEqualTo(found(map, numbers(40)));
        SpatialScan scan = SpatialScan.poisson(
                        Windows.circles(withEmpty.places()),
                        withEmpty.cases(),
                        withEmpty.population(),
                        SETTINGS,
                        Randomness.of(1))
                .get();
        assertThat(scan.n()).isEqualTo(40);
        assertThat(scan.clusters().stream().flatMap(cluster -> cluster.places().stream()))
                .doesNotContain(7);
    }

    private static double[] insert(double[] values, int at, double value) {
        double[] longer = new double[values.length + 1];
        System.arraycopy(values, 0, longer, 0, at);
        longer[at] = value;
        System.arraycopy(values, at, longer, at + 1, values.length - at);
        return longer;
    }

    @ParameterizedTest
    @ValueSource(doubles = {2, 1024, .001, 1e6})
    void populationsInAnotherUnitChangeNothing(double factor) {
        Maps.Map map = Maps.random(9, 40, 500, .05);
        Maps.Map scaled = new Maps.Map(
                map.x(),
                map.y(),
                Arrays.stream(map.population()).map(p -> p * factor).toArray(),
                map.cases());
        assertThat(found(scaled, numbers(40))).isEqualTo(found(map, numbers(40)));
    }

    /** With few cases among many persons, persons who are a case or not are nearly counts in proportion. */
    @Test
    void bernoulliNearsPoissonWhenCasesAreRare() {
        Maps.Map map = Maps.random(10, 40, 500, .05);
        long[] persons = Arrays.stream(map.population())
                .mapToLong(p -> (long) p * 100_000)
                .toArray();
        SpatialScan bernoulli = SpatialScan.bernoulli(
                        Windows.circles(map.places()), map.cases(), persons, SETTINGS, Randomness.of(1))
                .get();
        SpatialScan poisson = SpatialScan.poisson(
                        Windows.circles(map.places()), map.cases(), map.population(), SETTINGS, Randomness.of(1))
                .get();
        assertThat(bernoulli.clusters().getFirst().logLikelihoodRatio())
                .isCloseTo(poisson.clusters().getFirst().logLikelihoodRatio(), within(1e-3));
        assertThat(bernoulli.clusters().getFirst().places())
                .isEqualTo(poisson.clusters().getFirst().places());
        assertThat(bernoulli.clusters().getFirst().test().method()).isEqualTo("scan-bernoulli");
    }

    /** A case and not a case are two names: clusters of the one are clusters of too few of the other. */
    @Test
    void bernoulliHighOfCasesIsLowOfTheOthers() {
        Maps.Map map = Maps.random(11, 40, 500, .3);
        long[] persons = map.persons();
        long[] others = IntStream.range(0, 40)
                .mapToLong(i -> persons[i] - map.cases()[i])
                .toArray();
        ScanSettings high = SETTINGS.withDirection(Direction.HIGH).withMinimumCases(1);
        Cluster cases = SpatialScan.bernoulli(
                        Windows.circles(map.places()), map.cases(), persons, high, Randomness.of(1))
                .get()
                .clusters()
                .getFirst();
        Cluster rest = SpatialScan.bernoulli(
                        Windows.circles(map.places()),
                        others,
                        persons,
                        high.withDirection(Direction.LOW),
                        Randomness.of(1))
                .get()
                .clusters()
                .getFirst();
        assertThat(rest.places()).isEqualTo(cases.places());
        assertThat(rest.logLikelihoodRatio()).isCloseTo(cases.logLikelihoodRatio(), within(1e-9));
    }

    /** The two ways to draw Poisson replications, one by one and mostly at once, have the moments of the multinomial. */
    @ParameterizedTest
    @ValueSource(ints = {30, 3000})
    void replicationsAreMultinomial(int cases) {
        double[] masses = {1, 2, 0, 3, 4};
        PoissonModel model = new PoissonModel(cases, masses, 10);
        int draws = 20_000;
        double[] sums = new double[5];
        double[] squares = new double[5];
        double products = 0;
        int[] counts = new int[5];
        var stream = Randomness.of(6).stream();
        for (int draw = 0; draw < draws; draw++) {
            model.draw(stream, counts);
            for (int i = 0; i < 5; i++) {
                sums[i] += counts[i];
                squares[i] += (double) counts[i] * counts[i];
            }
            products += (double) counts[3] * counts[4];
        }
        for (int i = 0; i < 5; i++) {
            double p = masses[i] / 10;
            double mean = sums[i] / draws;
            double variance = cases * p * (1 - p);
            assertThat(mean).isCloseTo(cases * p, within(4.5 * Math.sqrt(variance / draws) + 1e-12));
            // The standard error of a variance is about sqrt(2 / draws) of it.
            assertThat(squares[i] / draws - mean * mean).isCloseTo(variance, within(.05 * variance + 1e-12));
        }
        double covariance = products / draws - sums[3] / draws * sums[4] / draws;
        assertThat(covariance).isCloseTo(-cases * .3 * .4, within(.1 * cases * .12));
    }

    /** Cases drawn without putting back: the variance of the hypergeometric, also when most persons are cases. */
    @ParameterizedTest
    @ValueSource(ints = {30, 70})
    void replicationsAreHypergeometric(int cases) {
        double[] masses = {10, 20, 30, 40};
        BernoulliModel model = new BernoulliModel(cases, masses, 100);
        int draws = 20_000;
        double sum = 0;
        double squares = 0;
        int[] counts = new int[4];
        var stream = Randomness.of(6).stream();
        for (int draw = 0; draw < draws; draw++) {
            model.draw(stream, counts);
            assertThat(Arrays.stream(counts).sum()).isEqualTo(cases);
            assertThat(counts[0]).isBetween(0, 10);
            sum += counts[3];
            squares += counts[3] * counts[3];
        }
        double mean = cases * .4;
        double variance = mean * .6 * (100 - cases) / 99;
        assertThat(sum / draws).isCloseTo(mean, within(4.5 * Math.sqrt(variance / draws)));
        assertThat(squares / draws - sum / draws * sum / draws).isCloseTo(variance, within(.05 * variance));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void indicesDoNotDependOnUnitOrSign(long seed) {
        Random random = new Random(seed);
        double[] values =
                IntStream.range(0, 30).mapToDouble(i -> random.nextGaussian()).toArray();
        double[] other = Arrays.stream(values).map(value -> 1000 - 7 * value).toArray();
        Weights weights = Weights.binary(Maps.board(6, 5));
        MoranIndex one = MoranIndex.of(values, weights, Alternative.TWO_SIDED, 199, Randomness.of(1))
                .get();
        MoranIndex two = MoranIndex.of(other, weights, Alternative.TWO_SIDED, 199, new Randomness(1, 3))
                .get();
        assertThat(two.index()).isCloseTo(one.index(), within(1e-12));
        assertThat(two.varianceRandom()).isCloseTo(one.varianceRandom(), within(1e-14));
        assertThat(two.permutation().pValue()).isEqualTo(one.permutation().pValue());
        List<GetisOrd.Local> hot = GetisOrd.star(values, weights).get().places();
        List<GetisOrd.Local> cold = GetisOrd.star(other, weights).get().places();
        for (int i = 0; i < 30; i++) {
            assertThat(cold.get(i).z()).isCloseTo(-hot.get(i).z(), within(1e-10));
        }
    }

    /** A board of black and white squares is as unlike its neighbours as can be; halves are alike. */
    @Test
    void extremesOfMoran() {
        Weights weights = Weights.binary(Maps.board(8, 8));
        double[] chess =
                IntStream.range(0, 64).mapToDouble(i -> (i % 8 + i / 8) % 2).toArray();
        double[] halves = IntStream.range(0, 64).mapToDouble(i -> i / 32).toArray();
        MoranIndex unlike = MoranIndex.of(chess, weights, Alternative.LESS, 199, Randomness.of(1))
                .get();
        assertThat(unlike.index()).isCloseTo(-1, within(1e-12));
        assertThat(unlike.permutation().pValue()).isEqualTo(1 / 200.0);
        assertThat(unlike.normality().pValue()).isLessThan(1e-9);
        MoranIndex alike = MoranIndex.of(halves, weights, Alternative.TWO_SIDED, 199, Randomness.of(1))
                .get();
        // Of 112 borders, 8 lie between the halves: (104 - 8) / 112.
        assertThat(alike.index()).isCloseTo(96 / 112.0, within(1e-12));
        assertThat(alike.permutation().pValue()).isEqualTo(2 / 200.0);
        assertThat(MoranIndex.of(chess, weights, Alternative.GREATER, 199, Randomness.of(1))
                        .get()
                        .permutation()
                        .pValue())
                .isEqualTo(1);
    }

    /** Everyone neighbours everyone: the index is its expectation whatever the values, so nothing is found. */
    @Test
    void onACompleteMapMoranSaysNothing() {
        int[][] all = new int[5][];
        Arrays.setAll(all, i -> IntStream.range(0, 5).filter(j -> j != i).toArray());
        MoranIndex index = MoranIndex.of(
                        new double[] {1, 2, 3, 4, 9},
                        Weights.binary(Adjacency.of(all).get()),
                        Alternative.GREATER,
                        99,
                        Randomness.of(1))
                .get();
        assertThat(index.index()).isCloseTo(-.25, within(1e-12));
        assertThat(index.normality().pValue()).isCloseTo(.5, within(1e-9));
        assertThat(index.permutation().pValue()).isEqualTo(1);
    }

    @Test
    void smoothedRatesLieBetweenTheAreaAndTheMean() {
        Maps.Map map = Maps.random(12, 40, 500, .05);
        for (EmpiricalBayes smoothed : List.of(
                EmpiricalBayes.global(map.cases(), map.population()).get(),
                EmpiricalBayes.local(map.cases(), map.population(), Maps.board(8, 5))
                        .get())) {
            for (EmpiricalBayes.Area area : smoothed.areas()) {
                assertThat(area.smoothed())
                        .isBetween(Math.min(area.raw(), area.mean()), Math.max(area.raw(), area.mean()));
            }
        }
        // Rates that differ less than chance gives are all the mean; an area alone keeps its rate, also a rate of
        // nought.
        EmpiricalBayes even = EmpiricalBayes.global(new long[] {10, 11, 10}, new double[] {100, 100, 100})
                .get();
        assertThat(even.areas()).allMatch(area -> area.smoothed() == 31 / 300.0 && area.variance() == 0);
        EmpiricalBayes alone = EmpiricalBayes.local(
                        new long[] {0, 7},
                        new double[] {10, 10},
                        Adjacency.of(new int[2][0]).get())
                .get();
        assertThat(alone.areas().get(0).smoothed()).isZero();
        assertThat(alone.areas().get(1).smoothed()).isEqualTo(.7);
    }
}
