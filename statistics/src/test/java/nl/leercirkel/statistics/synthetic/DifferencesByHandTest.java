package nl.leercirkel.statistics.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import nl.leercirkel.statistics.Caveat;
import nl.leercirkel.statistics.Estimate;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Randomness;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.panel.Panel;
import nl.leercirkel.statistics.synthetic.SyntheticDifference.Kind;
import nl.leercirkel.statistics.synthetic.SyntheticDifference.Optimum;
import nl.leercirkel.statistics.synthetic.SyntheticDifferenceError.Method;
import org.junit.jupiter.api.Test;

/** Differences and their errors against the same in a few lines, and quantiles out of a book. */
class DifferencesByHandTest {

    /** Two treated and three untreated units, four periods before and two after. */
    private static final double[][] VALUES = {
        {4, 5, 7, 6, 1, 2}, {6, 6, 8, 9, 3, 3}, {3, 4, 6, 4, 5, 6}, {5, 5, 4, 6, 5, 8}, {4, 3, 5, 5, 6, 5}
    };

    private static double mean(List<double[]> rows, int from, int to) {
        return rows.stream()
                .mapToDouble(row ->
                        IntStream.range(from, to).mapToDouble(t -> row[t]).sum() / (to - from))
                .average()
                .orElseThrow();
    }

    private static double difference(List<double[]> treated, List<double[]> untreated) {
        return mean(treated, 4, 6) - mean(treated, 0, 4) - mean(untreated, 4, 6) + mean(untreated, 0, 4);
    }

    private static SyntheticDifferenceError error(double[][] values, int treated, Method method, double level) {
        return SyntheticDifferenceError.of(
                        Simulated.panel(values, treated, 4),
                        Kind.DIFFERENCE_IN_DIFFERENCES,
                        Optimum.EXACT,
                        method,
                        200,
                        level,
                        Randomness.of(1))
                .get();
    }

    @Test
    void theJackknifeLeavesOutEachUnitOnce() {
        List<double[]> treated = List.of(VALUES[0], VALUES[1]);
        List<double[]> untreated = List.of(VALUES[2], VALUES[3], VALUES[4]);
        List<Double> without = new ArrayList<>();
        for (double[] left : untreated) {
            without.add(difference(
                    treated, untreated.stream().filter(row -> row != left).toList()));
        }
        without.add(difference(List.of(VALUES[1]), untreated));
        without.add(difference(List.of(VALUES[0]), untreated));
        double mean =
                without.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        double squares =
                without.stream().mapToDouble(one -> (one - mean) * (one - mean)).sum();
        SyntheticDifferenceError found = error(VALUES, 2, Method.JACKKNIFE, .95);
        assertThat(found.estimate().value()).isCloseTo(difference(treated, untreated), within(1e-12));
        assertThat(found.effects()).hasSize(5);
        for (int i = 0; i < 5; i++) {
            assertThat(found.effects().get(i)).isCloseTo(without.get(i), within(1e-12));
        }
        assertThat(found.standardError()).isCloseTo(Math.sqrt(4 / 5.0 * squares), within(1e-12));
        // The fewer of two and three, less one: Student's with one degree of freedom, 12.706.
        assertHalfWidth(found, 12.7062);
        assertThat(found.pValue()).isEmpty();
        assertThat(found.estimate().caveats())
                .containsExactlyInAnyOrder(Caveat.LARGE_SAMPLE_FORMULA, Caveat.FEW_OBSERVATIONS);
    }

    @Test
    void ofOneTreatedUnitEachUntreatedPlaysItsPartOnce() {
        double[][] values = {VALUES[0], VALUES[1], VALUES[2], VALUES[3], VALUES[4]};
        SyntheticDifferenceError found = error(values, 1, Method.PLACEBO, .9);
        List<Double> effects = new ArrayList<>();
        for (int i = 1; i < 5; i++) {
            int placebo = i;
            effects.add(difference(
                    List.of(values[i]),
                    IntStream.range(1, 5)
                            .filter(j -> j != placebo)
                            .mapToObj(j -> values[j])
                            .toList()));
        }
        double mean =
                effects.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        double squares =
                effects.stream().mapToDouble(one -> (one - mean) * (one - mean)).sum();
        assertThat(found.effects()).hasSize(4);
        for (int i = 0; i < 4; i++) {
            assertThat(found.effects().get(i)).isCloseTo(effects.get(i), within(1e-12));
        }
        assertThat(found.standardError()).isCloseTo(Math.sqrt(squares / 4), within(1e-12));
        // Student's with three degrees at 90%: 2.35336, of a deviation that divides by three and not by four.
        assertHalfWidth(found, 2.35336 * Math.sqrt(4 / 3.0));
        assertThat(found.estimate().caveats())
                .containsExactlyInAnyOrder(Caveat.LARGE_SAMPLE_FORMULA, Caveat.FEW_OBSERVATIONS);
    }

    @Test
    void ofSeveralTreatedUnitsSetsAreDrawnAndTheBootstrapIsNormal() {
        double[][] values = Simulated.noise(new Random(6), 24, 2, 6, 4, 0).values();
        SyntheticDifferenceError drawn = error(values, 2, Method.PLACEBO, .95);
        assertThat(drawn.effects()).hasSize(200);
        // Student's with 199 degrees: 1.97196.
        assertHalfWidth(drawn, 1.97196 * Math.sqrt(200 / 199.0));
        assertThat(drawn.estimate().caveats()).containsExactlyInAnyOrder(Caveat.LARGE_SAMPLE_FORMULA, Caveat.SIMULATED);
        assertThat(drawn.pValue()).isPresent();
        SyntheticDifferenceError bootstrap = error(values, 2, Method.BOOTSTRAP, .95);
        assertHalfWidth(bootstrap, 1.959964);
        assertThat(bootstrap.pValue()).isEmpty();
        assertThat(bootstrap.estimate().caveats())
                .containsExactlyInAnyOrder(Caveat.LARGE_SAMPLE_FORMULA, Caveat.SIMULATED);
        assertThat(error(values, 5, Method.BOOTSTRAP, .95).estimate().caveats()).contains(Caveat.FEW_OBSERVATIONS);
        assertThat(error(values, 4, Method.BOOTSTRAP, .95).estimate().caveats())
                .doesNotContain(Caveat.FEW_OBSERVATIONS);
    }

    private static void assertHalfWidth(SyntheticDifferenceError found, double standardErrors) {
        Estimate estimate = found.estimate();
        double half = standardErrors * found.standardError();
        assertThat(estimate.interval().lower()).isCloseTo(estimate.value() - half, within(2e-5 * half));
        assertThat(estimate.interval().upper()).isCloseTo(estimate.value() + half, within(2e-5 * half));
    }

    @Test
    void placebosNeedTwoMoreThanAreTreated() {
        assertThat(error(new double[][] {VALUES[0], VALUES[2], VALUES[3], VALUES[4]}, 1, Method.PLACEBO, .95)
                        .effects())
                .hasSize(3);
        assertThat(failure(
                        new double[][] {VALUES[0], VALUES[2], VALUES[3]}, 1, Kind.SYNTHETIC_DIFFERENCE, Method.PLACEBO))
                .isEqualTo(Reason.TOO_FEW);
    }

    /** One untreated unit that is the treated ones' mean but for the level of the others: without it nothing is left. */
    @Test
    void oneUnitWithAllWeightCannotBeLeftOut() {
        double[][] values = {
            {4, 5, 7, 6, 1, 2}, {6, 5, 7, 8, 3, 3}, {5, 5, 7, 7, 5, 6}, {95, 75, 94, 86, 5, 8}, {84, 93, 75, 85, 6, 5}
        };
        assertThat(failure(values, 2, Kind.SYNTHETIC_CONTROL, Method.JACKKNIFE)).isEqualTo(Reason.NOT_IDENTIFIED);
    }

    private static Reason failure(double[][] values, int treated, Kind kind, Method method) {
        Outcome<SyntheticDifferenceError> found = SyntheticDifferenceError.of(
                Simulated.panel(values, treated, 4), kind, Optimum.EXACT, method, 50, .95, Randomness.of(1));
        return found.failure().reason();
    }

    /** Around its mean where a level may differ; from zero where it may not. */
    @Test
    void theFitBeforeIsTheSpreadOfTheGaps() {
        Panel panel = Simulated.factors(3, 12, 14, 8, .5, -2);
        for (Kind kind : Kind.values()) {
            SyntheticDifference fit =
                    SyntheticDifference.of(panel, kind, Optimum.EXACT).get();
            double[] gaps = new double[8];
            for (int t = 0; t < 8; t++) {
                gaps[t] = panel.value(0, t);
                for (SyntheticDifference.Weight unit : fit.units()) {
                    gaps[t] -=
                            unit.value() * panel.value(panel.unit(unit.label()).get(), t);
                }
            }
            double mean = kind == Kind.SYNTHETIC_CONTROL
                    ? 0
                    : IntStream.range(0, 8).mapToDouble(t -> gaps[t]).sum() / 8;
            double squares = IntStream.range(0, 8)
                    .mapToDouble(t -> (gaps[t] - mean) * (gaps[t] - mean))
                    .sum();
            assertThat(fit.rootMeanSquareBefore()).as(kind.name()).isCloseTo(Math.sqrt(squares / 8), within(1e-9));
            assertThat(fit.untreated()).isEqualTo(11);
            assertThat(fit.treated()).isEqualTo(1);
            assertThat(fit.kind()).isEqualTo(kind);
        }
    }

    /** The changes of the untreated before treatment: 1 2 -2, 0 -1 2, -1 2 0; mean 1/3, squares 19 less 9 / 9. */
    @Test
    void noiseIsTheDeviationOfChanges() {
        Block block = new Block(VALUES, new int[] {2, 3, 4}, new int[] {0, 1}, 4);
        assertThat(block.noise()).isCloseTo(Math.sqrt((19 - 1) / 8.0), within(1e-12));
    }
}
