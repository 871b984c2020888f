package nl.leercirkel.statistics.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import nl.leercirkel.statistics.Caveat;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Randomness;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.effect.Staggered.Adjustment;
import nl.leercirkel.statistics.effect.Staggered.Base;
import nl.leercirkel.statistics.effect.Staggered.Controls;
import nl.leercirkel.statistics.effect.Staggered.Precision;
import nl.leercirkel.statistics.effect.Staggered.Settings;
import nl.leercirkel.statistics.panel.Panel;
import nl.leercirkel.statistics.sample.Means;
import org.junit.jupiter.api.Test;

class StaggeredTest {

    static List<String> labels(String name, int n) {
        return IntStream.range(0, n).mapToObj(i -> name + i).toList();
    }

    static Panel panel(double[][] values, int... firstTreated) {
        return Panel.of(labels("unit ", values.length), labels("period ", values[0].length), values, firstTreated)
                .get();
    }

    /** Units with their own level and a common wave; effect 1 + .5 per period since the start; a share of each start. */
    static Panel drawn(Simulated random, int periods, int[] firstTreated) {
        double[] wave = random.normals(periods);
        double[][] values = new double[firstTreated.length][periods];
        for (int i = 0; i < values.length; i++) {
            double level = random.normal(0, 3);
            for (int t = 0; t < periods; t++) {
                int since = firstTreated[i] == Panel.NEVER ? -1 : t - firstTreated[i];
                values[i][t] = level + wave[t] + random.normal() + (since >= 0 ? 1 + .5 * since : 0);
            }
        }
        return panel(values, firstTreated);
    }

    static int[] starts(int... sizes) {
        int[] starts = new int[Arrays.stream(sizes).sum()];
        int at = 0;
        for (int g = 0; g < sizes.length; g++) {
            int start = g == 0 ? Panel.NEVER : g + 1;
            Arrays.fill(starts, at, at + sizes[g], start);
            at += sizes[g];
        }
        return starts;
    }

    @Test
    void twoPeriodsOfOneGroupAreTheTwoByTwo() {
        double[] before = {12, 15, 9, 20, 14, 17, 11, 16, 13};
        double[] after = {10, 11, 9, 15, 13, 16, 12, 17, 15};
        double[][] values = new double[9][];
        int[] start = new int[9];
        for (int i = 0; i < 9; i++) {
            values[i] = new double[] {before[i], after[i]};
            start[i] = i < 4 ? 1 : Panel.NEVER;
        }
        Effect effect = Staggered.of(panel(values, start), Settings.standard())
                .get()
                .groupTimes()
                .getFirst()
                .effect();
        Effect plain = TwoByTwo.of(
                        BeforeAfter.panel(before, after, Simulated.firstOf(4, 9))
                                .get(),
                        Errors.CR2,
                        .95)
                .get()
                .effect();
        assertThat(effect.value()).isCloseTo(plain.value(), within(1e-12));
        assertThat(effect.standardError()).isCloseTo(plain.standardError(), within(1e-12));
        // And the degrees of freedom and interval are Welch's
        double[] one = {-2, -4, 0, -5};
        double[] two = {-1, -1, 1, 1, 2};
        assertThat(effect.interval().upper())
                .isCloseTo(Means.difference(one, two, .95).get().interval().upper(), within(1e-10));
        assertThat(effect.estimate().caveats()).containsExactly(Caveat.FEW_OBSERVATIONS);
    }

    @Test
    void averagesByHand() {
        // Never: 0 0 0 0 and 0 0 0 2. Group 1 (two units): 0 1 2 3 and 0 3 4 7. Group 2 (three): 5 5 6 8, 5 5 8 8, 5 8
        // 8 11.
        Panel panel = panel(
                new double[][] {
                    {0, 0, 0, 0},
                    {0, 0, 0, 2},
                    {0, 1, 2, 3},
                    {0, 3, 4, 7},
                    {5, 5, 6, 8},
                    {5, 5, 8, 8},
                    {5, 8, 8, 11}
                },
                Panel.NEVER,
                Panel.NEVER,
                1,
                1,
                2,
                2,
                2);
        Staggered found = Staggered.of(panel, Settings.standard()).get();
        // (1,1) 2, (1,2) 3, (1,3) 5-1=4; (2,1) 1 before; (2,2) 22/3-6=4/3; (2,3) 9-6-1=2
        assertThat(found.groupTimes().stream()
                        .mapToDouble(e -> e.effect().value())
                        .toArray())
                .containsExactly(new double[] {2, 3, 4, 1, 4.0 / 3, 2}, within(1e-12));
        Aggregate simple = found.aggregate(Aggregate.By.EVERYTHING).get();
        assertThat(simple.overall().value()).isCloseTo((2 * 9 + 3 * (4.0 / 3 + 2)) / 12, within(1e-12));
        assertThat(simple.points()).isEmpty();
        assertThat(simple.overall().estimate().method()).isEqualTo("staggered-simple");
        Aggregate event = found.aggregate(Aggregate.By.TIME_SINCE_START).get();
        assertThat(event.points().stream().mapToDouble(p -> p.effect().value()).toArray())
                .containsExactly(new double[] {1, (2 * 2 + 4) / 5.0, (2 * 3 + 6) / 5.0, 4}, within(1e-12));
        assertThat(event.overall().value()).isCloseTo((1.6 + 2.4 + 4) / 3, within(1e-12));
        Aggregate group = found.aggregate(Aggregate.By.GROUP).get();
        assertThat(group.overall().value()).isCloseTo((2 * 3 + 3 * (5.0 / 3)) / 5, within(1e-12));
        Aggregate calendar = found.aggregate(Aggregate.By.PERIOD).get();
        assertThat(calendar.points().stream()
                        .mapToDouble(p -> p.effect().value())
                        .toArray())
                .containsExactly(new double[] {2, (6 + 4) / 5.0, (8 + 6) / 5.0}, within(1e-12));
        assertThat(calendar.overall().value()).isCloseTo((2 + 2 + 2.8) / 3, within(1e-12));
    }

    @Test
    void adjustedErrorsAgreeWithTheJackknife() {
        Simulated random = Simulated.of(4);
        int n = 300;
        int[] start = starts(180, 120);
        double[][] covariates = new double[n][];
        double[][] values = new double[n][3];
        for (int i = 0; i < n; i++) {
            double x = random.normal(start[i] == Panel.NEVER ? 0 : .4, 1);
            covariates[i] = new double[] {x};
            values[i][0] = x + random.normal();
            values[i][1] = 2 * x + .3 * x * x + random.normal();
            values[i][2] = 3 * x + .5 * x * x + random.normal() + (start[i] == Panel.NEVER ? 0 : 1);
        }
        for (Adjustment adjustment : Adjustment.values()) {
            Settings settings = Settings.standard().with(adjustment).with(Precision.LARGE_SAMPLE);
            Effect effect = last(panel(values, start), covariates, settings);
            double[] without = new double[n];
            for (int left = 0; left < n; left++) {
                int out = left;
                int[] kept = IntStream.range(0, n).filter(i -> i != out).toArray();
                without[left] = last(
                                panel(
                                        Arrays.stream(kept)
                                                .mapToObj(i -> values[i])
                                                .toArray(double[][]::new),
                                        Arrays.stream(kept).map(i -> start[i]).toArray()),
                                Arrays.stream(kept).mapToObj(i -> covariates[i]).toArray(double[][]::new),
                                settings)
                        .value();
            }
            double mean = Arrays.stream(without).average().orElseThrow();
            double jackknife = Math.sqrt((n - 1.0)
                    / n
                    * Arrays.stream(without).map(v -> (v - mean) * (v - mean)).sum());
            // Efron (1982): the jackknife estimates the same variance; they differ by terms of 1/n
            assertThat(effect.standardError()).isCloseTo(jackknife, within(.05 * jackknife));
        }
    }

    private static Effect last(Panel panel, double[][] covariates, Settings settings) {
        int n = covariates.length;
        return Staggered.of(panel, covariates, IntStream.range(0, n).toArray(), settings)
                .get()
                .groupTimes()
                .getLast()
                .effect();
    }

    @Test
    void doublyRobustIsRightWhenEitherModelIs() {
        // The change depends on x squared, so the line is wrong; treatment follows a logit in x, so the weights are
        // right.
        Simulated random = Simulated.of(6);
        int n = 4000;
        int[] start = new int[n];
        double[][] covariates = new double[n][];
        double[][] values = new double[n][2];
        for (int i = 0; i < n; i++) {
            double x = random.normal();
            start[i] = random.uniform() < 1 / (1 + Math.exp(1 - x)) ? 1 : Panel.NEVER;
            covariates[i] = new double[] {x};
            values[i][1] = x * x + random.normal(0, .3) + (start[i] == 1 ? 2 : 0);
        }
        Panel panel = panel(values, start);
        double line = last(panel, covariates, Settings.standard().with(Adjustment.OUTCOME_REGRESSION))
                .value();
        double robust = last(panel, covariates, Settings.standard().with(Adjustment.DOUBLY_ROBUST))
                .value();
        assertThat(robust).isCloseTo(2, within(.15));
        assertThat(Math.abs(line - 2)).isGreaterThan(.3);
    }

    @Test
    void aUniversalBaseMovesOnlyWhatComesBefore() {
        Panel panel = drawn(Simulated.of(8), 6, starts(10, 0, 0, 6, 5));
        Staggered varying = Staggered.of(panel, Settings.standard()).get();
        Staggered universal =
                Staggered.of(panel, Settings.standard().with(Base.UNIVERSAL)).get();
        for (int start : new int[] {4, 5}) {
            // Jumps add up to the distance from the last period before the start
            double sum = 0;
            for (int period = start - 2; period >= 0; period--) {
                sum -= value(varying, start, period + 1);
                assertThat(value(universal, start, period)).isCloseTo(sum, within(1e-12));
            }
            assertThat(value(universal, start, start)).isCloseTo(value(varying, start, start), within(1e-15));
        }
        assertThat(universal.aggregate(Aggregate.By.EVERYTHING).get().overall())
                .isEqualTo(varying.aggregate(Aggregate.By.EVERYTHING).get().overall());
    }

    private static double value(Staggered found, int group, int period) {
        return found.groupTimes().stream()
                .filter(effect -> effect.group() == group && effect.period() == period)
                .findFirst()
                .orElseThrow()
                .effect()
                .value();
    }

    @Test
    void anticipationComparesWithAnEarlierPeriod() {
        Panel panel = drawn(Simulated.of(8), 6, starts(10, 0, 0, 6, 5));
        Staggered found =
                Staggered.of(panel, Settings.standard().withAnticipation(1)).get();
        Staggered.GroupTime first = found.groupTimes().stream()
                .filter(effect -> effect.group() == 4 && effect.period() == 3)
                .findFirst()
                .orElseThrow();
        assertThat(first.base()).isEqualTo(2);
        assertThat(first.isBefore(1)).isFalse();
        assertThat(first.isBefore(0)).isTrue();
        assertThat(found.preTest().get().degreesOfFreedom()).isEqualTo(2 + 3);
        // Not-yet-treated units that may anticipate do not serve either: only the group of 5 in periods up to 3
        Staggered later = Staggered.of(
                        panel,
                        Settings.standard().with(Controls.NOT_YET_TREATED).withAnticipation(1))
                .get();
        assertThat(later.groupTimes().stream()
                        .filter(effect -> effect.group() == 4)
                        .map(Staggered.GroupTime::compared))
                .containsExactly(15, 15, 15, 10, 10);
    }

    @Test
    void withoutNeverTreatedTheLastGroupServes() {
        Panel panel = drawn(Simulated.of(8), 6, starts(0, 0, 0, 6, 5));
        Staggered found = Staggered.of(panel, Settings.standard().with(Controls.NOT_YET_TREATED))
                .get();
        assertThat(found.skipped())
                .contains(new Staggered.Skipped(4, 5), new Staggered.Skipped(5, 5), new Staggered.Skipped(5, 4));
        assertThat(found.groupTimes().stream().filter(effect -> effect.period() >= effect.group()))
                .hasSize(1);
        assertThat(found.aggregate(Aggregate.By.GROUP).get().points()).hasSize(1);
        assertThat(Staggered.of(panel, Settings.standard()).failure().reason()).isEqualTo(Reason.TOO_FEW);
    }

    @Test
    void unitsWithoutBeforeOrWithoutOthersAreNamed() {
        int[] start = starts(10, 4, 3);
        start[0] = 0;
        start[1] = 4;
        Panel panel = drawn(Simulated.of(8), 6, start);
        Staggered found = Staggered.of(panel, Settings.standard()).get();
        assertThat(found.leftOut()).containsExactly(0, 1);
        assertThat(found.groupTimes().getFirst().compared()).isEqualTo(8);
        assertThat(found.aggregate(Aggregate.By.EVERYTHING)
                        .get()
                        .overall()
                        .estimate()
                        .caveats())
                .contains(Caveat.UNITS_LEFT_OUT);
        assertThat(found.aggregate(Aggregate.By.EVERYTHING)
                        .get()
                        .overall()
                        .estimate()
                        .n())
                .isEqualTo(15);
    }

    @Test
    void clustersAreAddedTogether() {
        // Every unit twice in one cluster: the same error as each once
        int[] start = starts(8, 5, 4);
        Panel once = drawn(Simulated.of(12), 5, start);
        int n = start.length;
        double[][] twice = new double[2 * n][];
        int[] doubled = new int[2 * n];
        int[] clusters = new int[2 * n];
        for (int i = 0; i < 2 * n; i++) {
            twice[i] = once.series(i / 2);
            doubled[i] = start[i / 2];
            clusters[i] = 7 * (i / 2);
        }
        Staggered one = Staggered.of(once, Settings.standard()).get();
        Staggered two = Staggered.of(panel(twice, doubled), new double[2 * n][0], clusters, Settings.standard())
                .get();
        for (Aggregate.By by : Aggregate.By.values()) {
            Effect single = one.aggregate(by).get().overall();
            Effect both = two.aggregate(by).get().overall();
            assertThat(both.standardError()).isCloseTo(single.standardError(), within(1e-12));
            assertThat(both.degreesOfFreedom()).isCloseTo(single.degreesOfFreedom(), within(1e-9));
        }
        // Clusters that hold units of several groups form one arm
        int[] mixed = IntStream.range(0, n).map(i -> i % 5).toArray();
        Effect across = Staggered.of(once, new double[n][0], mixed, Settings.standard())
                .get()
                .groupTimes()
                .getFirst()
                .effect();
        assertThat(across.degreesOfFreedom()).isCloseTo(4, within(1e-9));
    }

    @Test
    void theMultiplierBootstrapIsTheSameOnAnyNumberOfThreads() {
        Staggered found = Staggered.of(drawn(Simulated.of(8), 6, starts(10, 6, 5)), Settings.standard())
                .get();
        SimultaneousBands one =
                found.bands(Aggregate.By.PERIOD, 1999, new Randomness(3, 1)).get();
        SimultaneousBands four =
                found.bands(Aggregate.By.PERIOD, 1999, new Randomness(3, 4)).get();
        assertThat(four).isEqualTo(one);
        assertThat(one.preTrendPValue()).isEmpty();
        assertThat(found.bands(Aggregate.By.PERIOD, 1999, new Randomness(4, 1)).get())
                .isNotEqualTo(one);
        assertThat(found.bands(Aggregate.By.EVERYTHING, 1999, new Randomness(4, 1))
                        .get()
                        .points())
                .isEmpty();
        for (SimultaneousBands.Band band : one.points()) {
            assertThat(band.band().width()).isCloseTo(2 * one.critical() * band.standardError(), within(1e-12));
            assertThat(band.band().contains(band.value())).isTrue();
        }
        assertThat(found.bands(Aggregate.By.PERIOD, 998, Randomness.of(1))
                        .failure()
                        .reason())
                .isEqualTo(Reason.OUT_OF_RANGE);
    }

    @Test
    void aTrendBeforeTheStartIsSeen() {
        Simulated random = Simulated.of(10);
        int[] start = starts(20, 0, 0, 15);
        Panel straight = drawn(random, 6, start);
        double[][] bent = straight.values();
        for (int i = 20; i < bent.length; i++) {
            for (int t = 0; t < 6; t++) {
                bent[i][t] += 1.5 * t;
            }
        }
        Staggered fine = Staggered.of(straight, Settings.standard()).get();
        Staggered wrong = Staggered.of(panel(bent, start), Settings.standard()).get();
        assertThat(fine.preTest().get().pValue()).isGreaterThan(.05);
        assertThat(wrong.preTest().get().pValue()).isLessThan(1e-6);
        assertThat(preTrend(wrong)).isLessThan(.005);
        assertThat(preTrend(fine)).isGreaterThan(.05);
    }

    /** What is anticipated belongs to the effect: the test of what came before leaves it out, when told so. */
    @Test
    void anAnticipatedEffectIsNoTrendBefore() {
        int[] start = starts(20, 0, 0, 15);
        double[][] early = drawn(Simulated.of(10), 6, start).values();
        for (int i = 20; i < early.length; i++) {
            early[i][start[i] - 1] -= 4;
        }
        Panel panel = panel(early, start);
        Settings plain = Settings.standard();
        Settings told =
                new Settings(plain.controls(), plain.adjustment(), plain.base(), 1, plain.precision(), plain.level());
        assertThat(preTrend(Staggered.of(panel, plain).get())).isLessThan(.005);
        assertThat(preTrend(Staggered.of(panel, told).get())).isGreaterThan(.05);
    }

    private static double preTrend(Staggered found) {
        return found.bands(Aggregate.By.TIME_SINCE_START, 1999, Randomness.of(1))
                .get()
                .preTrendPValue()
                .orElseThrow();
    }

    @Test
    void wrongInputIsNamed() {
        Panel panel = drawn(Simulated.of(8), 5, starts(6, 4));
        double[][] none = new double[10][0];
        int[] own = IntStream.range(0, 10).toArray();
        Settings standard = Settings.standard();
        assertThat(reason(Staggered.of(panel, standard.withAnticipation(-1)))).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(reason(Staggered.of(
                        panel,
                        new Settings(
                                Controls.NEVER_TREATED, Adjustment.NONE, Base.VARYING, 0, Precision.LARGE_SAMPLE, 1))))
                .isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(reason(Staggered.of(panel, new double[9][0], own, standard))).isEqualTo(Reason.DO_NOT_MATCH);
        assertThat(reason(Staggered.of(panel, none, new int[9], standard))).isEqualTo(Reason.DO_NOT_MATCH);
        assertThat(reason(Staggered.of(panel, none, own, standard.with(Adjustment.WEIGHTING))))
                .isEqualTo(Reason.NO_DATA);
        double[][] ragged = new double[10][1];
        ragged[3] = new double[2];
        assertThat(reason(Staggered.of(panel, ragged, own, standard))).isEqualTo(Reason.DO_NOT_MATCH);
        ragged[3] = new double[] {Double.NaN};
        assertThat(reason(Staggered.of(panel, ragged, own, standard))).isEqualTo(Reason.NOT_A_NUMBER);
        double[][] separating = new double[10][1];
        for (int i = 0; i < 10; i++) {
            separating[i][0] = i;
        }
        Outcome<Staggered> separated = Staggered.of(panel, separating, own, standard.with(Adjustment.WEIGHTING));
        assertThat(reason(separated)).isEqualTo(Reason.NOT_IDENTIFIED);
        assertThat(separated.failure().detail()).startsWith("group period 2 in period 1: ");
        assertThat(reason(Staggered.of(panel, new double[10][1], own, standard.with(Adjustment.OUTCOME_REGRESSION))))
                .isEqualTo(Reason.NOT_IDENTIFIED);
        assertThat(reason(Staggered.of(panel, new double[10][7], own, standard.with(Adjustment.DOUBLY_ROBUST))))
                .isIn(Reason.NOT_IDENTIFIED, Reason.TOO_FEW);
        assertThat(reason(Staggered.of(panel(new double[10][5], starts(6, 4)), standard)))
                .isEqualTo(Reason.CONSTANT);
        assertThat(reason(Staggered.of(panel(new double[1][5], Panel.NEVER), standard)))
                .isEqualTo(Reason.TOO_FEW);
        assertThat(reason(Staggered.of(panel(new double[3][5], 2, Panel.NEVER, Panel.NEVER), standard)))
                .isEqualTo(Reason.TOO_FEW);
        // A start in the second period has no earlier period to look at
        assertThat(Staggered.of(drawn(Simulated.of(1), 4, new int[] {1, 1, 1, Panel.NEVER, Panel.NEVER}), standard)
                        .get()
                        .preTest()
                        .failure()
                        .reason())
                .isEqualTo(Reason.NO_DATA);
        // More effects before a start than units
        assertThat(Staggered.of(drawn(Simulated.of(1), 14, new int[] {12, 12, 12, Panel.NEVER, Panel.NEVER}), standard)
                        .get()
                        .preTest()
                        .failure()
                        .reason())
                .isEqualTo(Reason.NOT_IDENTIFIED);
    }

    private static Reason reason(Outcome<Staggered> outcome) {
        return outcome.failure().reason();
    }
}
