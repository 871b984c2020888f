package nl.leercirkel.statistics.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Randomness;
import nl.leercirkel.statistics.effect.Staggered.Adjustment;
import nl.leercirkel.statistics.effect.Staggered.Controls;
import nl.leercirkel.statistics.effect.Staggered.Settings;
import nl.leercirkel.statistics.panel.Panel;
import org.apache.commons.rng.sampling.PermutationSampler;

/** Laws of comparison that hold for any data. */
class LawsTest {

    @Property(tries = 60)
    void whatHappensToAUnitOrAPeriodAloneChangesNoEffect(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 6) int size) {
        Simulated random = Simulated.of(seed);
        int[] starts = StaggeredTest.starts(size + 2, size, 0, size);
        Panel panel = StaggeredTest.drawn(random, 5, starts);
        double[][] moved = panel.values();
        double[] wave = random.normals(5);
        for (double[] row : moved) {
            double level = random.normal(0, 10);
            for (int t = 0; t < 5; t++) {
                row[t] += level + 4 * wave[t];
            }
        }
        for (Controls controls : Controls.values()) {
            Staggered one =
                    Staggered.of(panel, Settings.standard().with(controls)).get();
            Staggered two = Staggered.of(
                            StaggeredTest.panel(moved, starts),
                            Settings.standard().with(controls))
                    .get();
            for (Aggregate.By by : Aggregate.By.values()) {
                Effect first = one.aggregate(by).get().overall();
                Effect second = two.aggregate(by).get().overall();
                assertThat(second.value()).isCloseTo(first.value(), within(1e-9));
                assertThat(second.standardError()).isCloseTo(first.standardError(), within(1e-9));
                assertThat(second.degreesOfFreedom()).isCloseTo(first.degreesOfFreedom(), within(1e-6));
            }
        }
    }

    @Property(tries = 60)
    void anEqualEffectOnAllTreatedMovesEveryAverageByItself(
            @ForAll long seed, @ForAll @DoubleRange(min = -50, max = 50) double effect) {
        int[] starts = StaggeredTest.starts(6, 4, 0, 3);
        Panel panel = StaggeredTest.drawn(Simulated.of(seed), 6, starts);
        double[][] treated = panel.values();
        for (int i = 0; i < starts.length; i++) {
            for (int t = 0; t < 6; t++) {
                treated[i][t] += t >= starts[i] ? effect : 0;
            }
        }
        Staggered without = Staggered.of(panel, Settings.standard()).get();
        Staggered with = Staggered.of(StaggeredTest.panel(treated, starts), Settings.standard())
                .get();
        for (Aggregate.By by : Aggregate.By.values()) {
            Effect first = without.aggregate(by).get().overall();
            Effect second = with.aggregate(by).get().overall();
            assertThat(second.value() - first.value()).isCloseTo(effect, within(1e-9));
            assertThat(second.standardError()).isCloseTo(first.standardError(), within(1e-9));
        }
        assertThat(with.preTest().get().statistic())
                .isCloseTo(without.preTest().get().statistic(), within(1e-6));
    }

    @Property(tries = 40)
    void theOrderOfUnitsAndTheUnitOfMeasurementDoNotMatter(
            @ForAll long seed, @ForAll @DoubleRange(min = .01, max = 1000) double factor) {
        Simulated random = Simulated.of(seed);
        int[] starts = StaggeredTest.starts(14, 9, 0, 8);
        int n = starts.length;
        Panel panel = StaggeredTest.drawn(random, 5, starts);
        double[][] covariates = new double[n][];
        for (int i = 0; i < n; i++) {
            covariates[i] = new double[] {random.normal()};
        }
        int[] order = PermutationSampler.natural(n);
        PermutationSampler.shuffle(Randomness.of(seed).stream(), order);
        double[][] shuffled = new double[n][];
        double[][] shuffledCovariates = new double[n][];
        int[] shuffledStarts = new int[n];
        for (int i = 0; i < n; i++) {
            shuffled[i] = Simulated.map(panel.series(order[i]), x -> factor * x);
            shuffledCovariates[i] = new double[] {3 - 70 * covariates[order[i]][0]};
            shuffledStarts[i] = starts[order[i]];
        }
        int[] own = IntStream.range(0, n).toArray();
        Map<Settings, Outcome<Effect>> one =
                Staggered.sideBySide(panel, covariates, own, Settings.standard(), Aggregate.By.TIME_SINCE_START);
        Map<Settings, Outcome<Effect>> two = Staggered.sideBySide(
                StaggeredTest.panel(shuffled, shuffledStarts),
                shuffledCovariates,
                own,
                Settings.standard(),
                Aggregate.By.TIME_SINCE_START);
        assertThat(one).hasSize(Controls.values().length * Adjustment.values().length);
        one.forEach((settings, outcome) -> {
            assertThat(two.get(settings).isAnswer()).isEqualTo(outcome.isAnswer());
            outcome.ifAnswer(effect -> {
                double tolerance = 1e-6 * factor * (1 + Math.abs(effect.value()));
                assertThat(two.get(settings).get().value()).isCloseTo(factor * effect.value(), within(tolerance));
                assertThat(two.get(settings).get().standardError())
                        .isCloseTo(factor * effect.standardError(), within(tolerance));
            });
        });
    }

    @Property(tries = 60)
    void swappingTheGroupsTurnsTheSign(@ForAll long seed, @ForAll @IntRange(min = 2, max = 8) int treated) {
        Simulated random = Simulated.of(seed);
        int n = 10;
        double[] before = random.normals(n);
        double[] after = random.normals(n);
        boolean[] group = Simulated.firstOf(treated, n);
        boolean[] other = new boolean[n];
        for (int i = 0; i < n; i++) {
            other[i] = !group[i];
        }
        for (Errors errors : Errors.values()) {
            Effect one = TwoByTwo.of(BeforeAfter.panel(before, after, group).get(), errors, .95)
                    .get()
                    .effect();
            Effect turned = TwoByTwo.of(BeforeAfter.panel(before, after, other).get(), errors, .95)
                    .get()
                    .effect();
            Effect back = TwoByTwo.of(BeforeAfter.panel(after, before, group).get(), errors, .95)
                    .get()
                    .effect();
            assertThat(turned.value()).isCloseTo(-one.value(), within(1e-10));
            assertThat(turned.standardError()).isCloseTo(one.standardError(), within(1e-10));
            assertThat(turned.degreesOfFreedom()).isCloseTo(one.degreesOfFreedom(), within(1e-6));
            assertThat(back.interval().lower()).isCloseTo(-one.interval().upper(), within(1e-8));
            // The interval and the test agree on whether no effect is possible
            assertThat(one.interval().contains(0)).isEqualTo(one.pValue() > .05);
        }
    }

    @Property(tries = 30)
    void theSameUnitsAsRowsOfTwoMomentsGiveTheSameEffect(@ForAll long seed) {
        Simulated random = Simulated.of(seed);
        int n = 12;
        double[] before = random.normals(n);
        double[] after = random.normals(n);
        boolean[] group = Simulated.firstOf(5, n);
        double[] outcome = new double[2 * n];
        boolean[] treated = new boolean[2 * n];
        boolean[] second = new boolean[2 * n];
        int[] unit = new int[2 * n];
        for (int i = 0; i < 2 * n; i++) {
            outcome[i] = i < n ? before[i] : after[i - n];
            treated[i] = group[i % n];
            second[i] = i >= n;
            unit[i] = i % n;
        }
        Effect panel = TwoByTwo.of(BeforeAfter.panel(before, after, group).get(), Errors.CR2, .95)
                .get()
                .effect();
        Effect rows = BeforeAfter.crossSections(outcome, treated, second)
                .flatMap(data -> data.withClusters(unit))
                .flatMap(data -> TwoByTwo.of(data, Errors.CR2, .95))
                .get()
                .effect();
        assertThat(rows.value()).isCloseTo(panel.value(), within(1e-10));
        assertThat(rows.standardError()).isCloseTo(panel.standardError(), within(1e-9));
    }
}
