package nl.leercirkel.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import nl.leercirkel.statistics.comparison.CostChange;
import nl.leercirkel.statistics.comparison.Deciles;
import nl.leercirkel.statistics.comparison.Funnel;
import nl.leercirkel.statistics.comparison.Indices;
import nl.leercirkel.statistics.comparison.NearestNeighbours;
import nl.leercirkel.statistics.comparison.RoundedCount;
import nl.leercirkel.statistics.comparison.Shrinkage;
import nl.leercirkel.statistics.duration.Cox;
import nl.leercirkel.statistics.duration.Durations;
import nl.leercirkel.statistics.duration.KaplanMeier;
import nl.leercirkel.statistics.duration.LogRank;
import nl.leercirkel.statistics.linear.LeastSquares;
import nl.leercirkel.statistics.sample.Counts;
import nl.leercirkel.statistics.sample.FourfoldTable;
import nl.leercirkel.statistics.sample.Means;
import nl.leercirkel.statistics.sample.MultipleTests;
import nl.leercirkel.statistics.sample.Proportions;
import nl.leercirkel.statistics.sample.Ranks;

/** Laws that hold for any data: scale, shift, swapped labels, order of rows. */
class LawsTest {

    @Provide
    Arbitrary<double[]> values() {
        return Arbitraries.integers()
                .between(-500, 500)
                .array(Integer[].class)
                .ofMinSize(3)
                .ofMaxSize(25)
                .map(numbers ->
                        Arrays.stream(numbers).mapToDouble(n -> n / 10.0).toArray());
    }

    @Property(tries = 200)
    void aShareAndItsComplementMirror(
            @ForAll @IntRange(max = 60) int successes, @ForAll @IntRange(max = 60) int failures) {
        int n = successes + failures;
        if (n == 0) {
            return;
        }
        List<Outcome<Estimate>> one = List.of(
                Proportions.wilson(successes, n, .9),
                Proportions.clopperPearson(successes, n, .9),
                Proportions.jeffreys(successes, n, .9));
        List<Outcome<Estimate>> other = List.of(
                Proportions.wilson(failures, n, .9),
                Proportions.clopperPearson(failures, n, .9),
                Proportions.jeffreys(failures, n, .9));
        for (int i = 0; i < 3; i++) {
            Interval interval = one.get(i).get().interval();
            assertThat(interval.contains(one.get(i).get().value())).isTrue();
            assertThat(interval.lower())
                    .isCloseTo(1 - other.get(i).get().interval().upper(), within(1e-10));
        }
        // The exact interval is the exact test turned round: its lower end is rejected at exactly half of 1 - level
        double lower = one.get(1).get().interval().lower();
        if (successes > 0) {
            assertThat(Proportions.test(successes, n, lower, Alternative.GREATER)
                            .get()
                            .pValue())
                    .isCloseTo(.05, within(1e-9));
        }
    }

    @Property(tries = 100)
    void ratesScaleWithTheirExposure(
            @ForAll @IntRange(max = 500) int events, @ForAll @DoubleRange(min = .01, max = 1e6) double exposure) {
        Estimate one = Counts.rate(events, exposure, .95).get();
        Estimate two = Counts.rate(events, exposure * 4, .95).get();
        assertThat(one.interval().lower())
                .isCloseTo(
                        4 * two.interval().lower(), within(1e-9 * one.interval().upper()));
        assertThat(one.interval().upper())
                .isCloseTo(
                        4 * two.interval().upper(), within(1e-9 * one.interval().upper()));
        assertThat(one.interval().contains(one.value())).isTrue();
    }

    @Property(tries = 100)
    void fisherDoesNotMindTurningTheTable(
            @ForAll @IntRange(max = 30) int a,
            @ForAll @IntRange(max = 30) int b,
            @ForAll @IntRange(max = 30) int c,
            @ForAll @IntRange(max = 30) int d) {
        if (a + b + c + d == 0) {
            return;
        }
        double p = new FourfoldTable(a, b, c, d)
                .fisher(Alternative.TWO_SIDED)
                .get()
                .pValue();
        assertThat(new FourfoldTable(a, c, b, d)
                        .fisher(Alternative.TWO_SIDED)
                        .get()
                        .pValue())
                .isCloseTo(p, within(1e-9));
        assertThat(new FourfoldTable(c, d, a, b)
                        .fisher(Alternative.TWO_SIDED)
                        .get()
                        .pValue())
                .isCloseTo(p, within(1e-9));
        double less =
                new FourfoldTable(a, b, c, d).fisher(Alternative.LESS).get().pValue();
        assertThat(new FourfoldTable(c, d, a, b)
                        .fisher(Alternative.GREATER)
                        .get()
                        .pValue())
                .isCloseTo(less, within(1e-9));
    }

    @Property(tries = 150)
    void meansAndRanksFollowScaleShiftAndLabels(@ForAll("values") double[] first, @ForAll("values") double[] second) {
        Outcome<TestResult> plain = Means.compare(first, second, Alternative.TWO_SIDED);
        double[] moved = Arrays.stream(first).map(x -> 3 * x + 100).toArray();
        double[] movedToo = Arrays.stream(second).map(x -> 3 * x + 100).toArray();
        Outcome<TestResult> scaled = Means.compare(moved, movedToo, Alternative.TWO_SIDED);
        assertThat(scaled.isAnswer()).isEqualTo(plain.isAnswer());
        plain.ifAnswer(test -> {
            assertThat(scaled.get().pValue()).isCloseTo(test.pValue(), within(1e-9));
            assertThat(Means.compare(second, first, Alternative.TWO_SIDED).get().statistic())
                    .isCloseTo(-test.statistic(), within(1e-9));
            Interval interval = Means.difference(first, second, .95).get().interval();
            assertThat(Means.difference(moved, movedToo, .95).get().interval().upper())
                    .isCloseTo(3 * interval.upper(), within(1e-7));
            // The test and the interval agree on whether 0 is possible
            assertThat(interval.contains(0)).isEqualTo(test.pValue() > .05);
        });
        Ranks.rankSum(first, second, Alternative.GREATER).ifAnswer(test -> {
            double[] curved = Arrays.stream(first).map(Math::atan).toArray();
            double[] curvedToo = Arrays.stream(second).map(Math::atan).toArray();
            TestResult other =
                    Ranks.rankSum(curved, curvedToo, Alternative.GREATER).get();
            assertThat(other.statistic()).isEqualTo(test.statistic());
            assertThat(other.pValue()).isEqualTo(test.pValue());
            TestResult turned = Ranks.rankSum(second, first, Alternative.LESS).get();
            assertThat(turned.statistic()).isEqualTo(first.length * (double) second.length - test.statistic());
            assertThat(turned.pValue()).isCloseTo(test.pValue(), within(1e-9));
        });
    }

    @Property(tries = 100)
    void adjustedValuesAreNeverSmallerAndKeepTheirOrder(
            @ForAll @Size(min = 1, max = 20) List<@DoubleRange(max = 1) Double> pValues) {
        double[] p = pValues.stream().mapToDouble(Double::doubleValue).toArray();
        List<Double> holm = MultipleTests.holm(p).get();
        List<Double> bonferroni = MultipleTests.bonferroni(p).get();
        List<Double> discovery = MultipleTests.benjaminiHochberg(p).get();
        for (int i = 0; i < p.length; i++) {
            assertThat(discovery.get(i)).isBetween(p[i] - 1e-12, holm.get(i) + 1e-12);
            assertThat(holm.get(i)).isLessThanOrEqualTo(bonferroni.get(i) + 1e-12);
            for (int j = 0; j < p.length; j++) {
                if (p[i] < p[j]) {
                    assertThat(holm.get(i)).isLessThanOrEqualTo(holm.get(j));
                    assertThat(discovery.get(i)).isLessThanOrEqualTo(discovery.get(j));
                }
            }
        }
    }

    @Property(tries = 150)
    void durationsFollowScaleOrderAndLabels(
            @ForAll @Size(min = 4, max = 40) List<@IntRange(min = 1, max = 60) Integer> days, @ForAll long shuffle) {
        int n = days.size();
        double[] time = days.stream().mapToDouble(Integer::doubleValue).toArray();
        boolean[] event = new boolean[n];
        int[] group = new int[n];
        for (int i = 0; i < n; i++) {
            event[i] = days.get(i) % 3 != 0;
            group[i] = i % 2;
        }
        List<Integer> order =
                new ArrayList<>(java.util.stream.IntStream.range(0, n).boxed().toList());
        java.util.Collections.shuffle(order, new java.util.Random(shuffle));
        double[] weeks = order.stream().mapToDouble(i -> time[i] * 7).toArray();
        boolean[] events = new boolean[n];
        int[] swapped = new int[n];
        for (int i = 0; i < n; i++) {
            events[i] = event[order.get(i)];
            swapped[i] = 10 - group[order.get(i)];
        }
        Durations one = Durations.of(time, event).get();
        Durations two = Durations.of(weeks, events).get();
        KaplanMeier curve = KaplanMeier.of(one, KaplanMeier.Scale.LOG_LOG, .95).get();
        KaplanMeier other = KaplanMeier.of(two, KaplanMeier.Scale.LOG_LOG, .95).get();
        double before = 1;
        for (int i = 0; i < curve.steps().size(); i++) {
            KaplanMeier.Step step = curve.steps().get(i);
            assertThat(step.survival()).isBetween(0.0, before);
            before = step.survival();
            assertThat(other.steps().get(i).survival()).isEqualTo(step.survival());
            assertThat(other.steps().get(i).time()).isEqualTo(7 * step.time());
            Interval interval = curve.survival(step.time()).get().interval();
            assertThat(interval.contains(step.survival())).isTrue();
            assertThat(interval.lower() >= 0 && interval.upper() <= 1).isTrue();
        }
        curve.median().ifAnswer(median -> {
            assertThat(other.median().get().value()).isEqualTo(7 * median.value());
            assertThat(median.interval().contains(median.value())).isTrue();
        });
        LogRank.of(one, group).ifAnswer(test -> {
            LogRank turned = LogRank.of(two, swapped).get();
            assertThat(turned.test().statistic()).isCloseTo(test.test().statistic(), within(1e-8));
            double expected =
                    test.groups().stream().mapToDouble(LogRank.Group::expected).sum();
            assertThat(expected).isCloseTo(one.events(), within(1e-9));
        });
        double[][] x = Arrays.stream(group).mapToObj(g -> new double[] {g}).toArray(double[][]::new);
        double[][] turned =
                Arrays.stream(swapped).mapToObj(g -> new double[] {5.0 * g}).toArray(double[][]::new);
        Cox.fit(one, x, .95)
                .ifAnswer(cox -> assertThat(-5
                                * Cox.fit(two, turned, .95)
                                        .get()
                                        .coefficients()
                                        .getFirst()
                                        .value())
                        .isCloseTo(cox.coefficients().getFirst().value(), within(1e-6)));
    }

    @Property(tries = 100)
    void leastSquaresFollowsScaleAndLeavesNothingOver(@ForAll("values") double[] outcome) {
        double[][] x = new double[outcome.length][];
        for (int i = 0; i < x.length; i++) {
            x[i] = new double[] {i * i + (i % 3)};
        }
        LeastSquares.fit(x, outcome, .95).ifAnswer(fit -> {
            double sum =
                    fit.residuals().stream().mapToDouble(Double::doubleValue).sum();
            assertThat(sum).isCloseTo(0, within(1e-8));
            assertThat(fit.leverages().stream().mapToDouble(Double::doubleValue).sum())
                    .isCloseTo(2, within(1e-9));
            double[][] scaled =
                    Arrays.stream(x).map(row -> new double[] {row[0] * 8}).toArray(double[][]::new);
            LeastSquares other = LeastSquares.fit(
                            scaled, Arrays.stream(outcome).map(y -> 4 * y).toArray(), .95)
                    .get();
            assertThat(other.coefficients().get(1).value())
                    .isCloseTo(fit.coefficients().get(1).value() / 2, within(1e-9));
            assertThat(other.rSquared()).isCloseTo(fit.rSquared(), within(1e-9));
        });
    }

    @Property(tries = 100)
    void comparisonsFollowScaleAndOrder(@ForAll @Size(min = 10, max = 40) List<@IntRange(max = 80) Integer> counts) {
        int n = counts.size();
        long[] events = counts.stream().mapToLong(Integer::longValue).toArray();
        double[] people = new double[n];
        double[] more = new double[n];
        double[][] rows = new double[n][];
        Map<String, Double> values = new LinkedHashMap<>();
        for (int i = 0; i < n; i++) {
            people[i] = 100 + 37.0 * (i % 7);
            more[i] = people[i] * 1000;
            values.put("area " + i, events[i] / people[i]);
            rows[i] = new double[] {events[i], people[i]};
        }
        Funnel.rates(events, people, .95, true).ifAnswer(funnel -> {
            Funnel other = Funnel.rates(events, more, .95, true).get();
            for (int i = 0; i < n; i++) {
                assertThat(other.points().get(i).z())
                        .isCloseTo(funnel.points().get(i).z(), within(1e-6));
            }
            Shrinkage shrinkage = Shrinkage.rates(events, people, .95).get();
            Shrinkage scaled = Shrinkage.rates(events, more, .95).get();
            for (int i = 0; i < n; i++) {
                double shrunk = shrinkage.estimates().get(i).value();
                assertThat(scaled.estimates().get(i).value() * 1000).isCloseTo(shrunk, within(1e-6 * shrunk + 1e-12));
                double raw = events[i] / people[i];
                double common = shrinkage.commonRate();
                assertThat(shrunk).isBetween(Math.min(raw, common) - 1e-9, Math.max(raw, common) + 1e-9);
            }
        });
        Deciles.of(values, Deciles.Direction.LOWEST_FIRST, Deciles.Ties.MEAN).ifAnswer(low -> {
            Map<String, Deciles.Place> high = Deciles.of(values, Deciles.Direction.HIGHEST_FIRST, Deciles.Ties.MEAN)
                    .get();
            low.forEach((area, place) -> {
                assertThat(place.decile()).isBetween(1, 10);
                assertThat(place.rank() + high.get(area).rank()).isEqualTo(n + 1.0);
            });
        });
        NearestNeighbours.of(rows, 0, 3).ifAnswer(nearest -> {
            double[][] scaled = Arrays.stream(rows)
                    .map(r -> new double[] {r[0] * 9 + r[1], r[1] / 5})
                    .toArray(double[][]::new);
            NearestNeighbours other = NearestNeighbours.of(scaled, 0, 3).get();
            for (int i = 0; i < 3; i++) {
                assertThat(other.neighbours().get(i).distance())
                        .isCloseTo(nearest.neighbours().get(i).distance(), within(1e-6));
            }
        });
    }

    @Property(tries = 100)
    void theTruthBehindRoundedCountsLiesInTheRange(
            @ForAll @IntRange(min = 3, max = 500) int then, @ForAll @IntRange(max = 500) int now) {
        RoundedCount before = RoundedCount.inFives(5 * Math.round(then / 5.0));
        RoundedCount after = RoundedCount.inFives(5 * Math.round(now / 5.0));
        assertThat(before.range().contains(then)).isTrue();
        assertThat(Indices.onBase(List.of(before, after), 0).get().get(1).contains(100.0 * now / then))
                .isTrue();
        assertThat(Indices.relative(after, 70, before, 90).get().contains(100.0 * now / 70 / (then / 90.0)))
                .isTrue();
    }

    @Property(tries = 100)
    void costsAddUp(@ForAll @Size(min = 1, max = 8) List<@IntRange(min = 0, max = 9999) Integer> numbers) {
        List<CostChange.Product> products = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            int x = numbers.get(i);
            products.add(new CostChange.Product(
                    "p" + i,
                    BigDecimal.valueOf(x % 17),
                    BigDecimal.valueOf(x, 2),
                    BigDecimal.valueOf(x % 13),
                    BigDecimal.valueOf(x % 777, 1)));
        }
        CostChange.between(products)
                .ifAnswer(change -> assertThat(change.price()
                                .add(change.volume())
                                .add(change.mix())
                                .add(change.entered()))
                        .isEqualTo(change.total()));
    }
}
