package nl.leercirkel.statistics.business;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import nl.leercirkel.statistics.Caveat;
import nl.leercirkel.statistics.Randomness;
import nl.leercirkel.statistics.Reason;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class CostPerCaseTest {

    /** Student's sleep data (Student 1908, The probable error of a mean, Biometrika 6), both groups raised by 2 hours. */
    private static final double[] ONE = shifted(.7, -1.6, -.2, -1.2, -.1, 3.4, 3.7, .8, 0, 2);

    private static final double[] TWO = shifted(1.9, .8, 1.1, .1, -.1, 4.4, 5.5, 1.6, 4.6, 3.4);

    private static double[] shifted(double... values) {
        return Arrays.stream(values).map(value -> value + 2).toArray();
    }

    /** R's t.test(sleep): difference -1.58, interval [-3.3654832, .2054832]; all 184,756 exchanges: 15,048 as far. */
    @Test
    void otherCasesBeforeThanAfter() {
        CostPerCase result =
                CostPerCase.unpaired(ONE, TWO, .95, Randomness.of(1)).get();
        assertThat(result.difference().value()).isCloseTo(1.58, within(1e-12));
        assertThat(result.difference().interval().lower()).isCloseTo(-.2054832, within(5e-8));
        assertThat(result.difference().interval().upper()).isCloseTo(3.3654832, within(5e-8));
        assertThat(result.difference().n()).isEqualTo(20);
        assertThat(result.pValue()).isCloseTo(15_048 / 184_756.0, within(1e-12));
        assertThat(result.exact()).isTrue();
        assertThat(result.before().value()).isCloseTo(2.75, within(1e-12));
        assertThat(result.before().n()).isEqualTo(10);
        // R: t.test(sleep$extra[1:10])$conf.int = -.5297804 2.0297804
        assertThat(result.before().interval().lower()).isCloseTo(2 - .5297804, within(5e-8));
        assertThat(result.dearestShare()).isCloseTo(5.7 / 27.5, within(1e-12));
        assertThat(result.difference().caveats()).containsExactly(Caveat.FEW_OBSERVATIONS);
        assertThat(result.difference().method()).isEqualTo("welch-t");
    }

    /** R's paired t.test(sleep): interval [.7001142, 2.4598858]; of 1,024 changes of sign, 4 are as far. */
    @Test
    void theSameCasesBeforeAndAfter() {
        CostPerCase result = CostPerCase.paired(ONE, TWO, .95, Randomness.of(1)).get();
        assertThat(result.difference().interval().lower()).isCloseTo(.7001142, within(5e-8));
        assertThat(result.difference().interval().upper()).isCloseTo(2.4598858, within(5e-8));
        assertThat(result.pValue()).isEqualTo(4 / 1024.0);
        assertThat(result.difference().n()).isEqualTo(10);
        assertThat(result.exact()).isTrue();
    }

    @Test
    void manyCasesAreDrawnAndTheDrawsDoNotDependOnThreads() {
        double[] before = repeated(ONE, 2);
        double[] after = repeated(TWO, 2);
        CostPerCase one =
                CostPerCase.unpaired(before, after, .95, new Randomness(5, 1)).get();
        assertThat(one.exact()).isFalse();
        assertThat(one.difference().caveats()).contains(Caveat.SIMULATED);
        // the normal approximation of the exchange gives .0126
        assertThat(one.pValue()).isBetween(.009, .019);
        assertThat(CostPerCase.unpaired(before, after, .95, new Randomness(5, 3))
                        .get())
                .isEqualTo(one);
        CostPerCase pairs =
                CostPerCase.paired(before, after, .95, new Randomness(5, 1)).get();
        assertThat(pairs.exact()).isFalse();
        assertThat(pairs.pValue()).isBetween(1 / 20_001.0, .001);
        assertThat(CostPerCase.paired(before, after, .95, new Randomness(5, 2)).get())
                .isEqualTo(pairs);
    }

    @Test
    void fewAndSkewedCasesSaySo() {
        CostPerCase result = CostPerCase.unpaired(
                        new double[] {1, 2, 1, 2, 1, 2, 90}, new double[] {1, 2, 3}, .95, Randomness.of(1))
                .get();
        assertThat(result.difference().caveats()).contains(Caveat.FEW_OBSERVATIONS, Caveat.SKEWED);
        assertThat(result.dearestShare()).isCloseTo(90 / 99.0, within(1e-12));
        assertThat(CostPerCase.unpaired(ONE, TWO, .95, Randomness.of(1))
                        .get()
                        .difference()
                        .caveats())
                .doesNotContain(Caveat.SKEWED);
    }

    /** One group may cost the same every time, as at a fixed price: its mean is known, the difference is not. */
    @Test
    void oneGroupWithoutVariation() {
        CostPerCase result = CostPerCase.unpaired(
                        new double[] {5000, 5000, 5000}, new double[] {3000, 4000, 6500}, .95, Randomness.of(1))
                .get();
        assertThat(result.before().value()).isEqualTo(5000);
        assertThat(result.before().interval().width()).isZero();
        assertThat(result.before().caveats()).containsExactly(Caveat.AT_THE_EDGE);
        // Welch with variances 0 and 3,250,000: error sqrt(3,250,000 / 3), 2 degrees of freedom, t .975 = 4.302652730
        assertThat(result.difference().value()).isEqualTo(-500);
        assertThat(result.difference().interval().width())
                .isCloseTo(2 * 4.302652730 * Math.sqrt(3_250_000 / 3.0), within(1e-4));
        assertThat(result.difference().caveats()).contains(Caveat.AT_THE_EDGE, Caveat.FEW_OBSERVATIONS);
        // Of the 20 ways to choose three of the six costs: enough to see that no p-value below .1 is possible
        assertThat(result.pValue()).isGreaterThanOrEqualTo(.1);
        assertThat(result.exact()).isTrue();
    }

    /** Two-sided p-value of identical groups is one; interchange of groups turns the sign only. */
    @Test
    void lawsOfLabels() {
        CostPerCase one = CostPerCase.unpaired(ONE, TWO, .9, Randomness.of(1)).get();
        CostPerCase other = CostPerCase.unpaired(TWO, ONE, .9, Randomness.of(1)).get();
        assertThat(other.difference().value()).isCloseTo(-one.difference().value(), within(1e-12));
        assertThat(other.difference().interval().upper())
                .isCloseTo(-one.difference().interval().lower(), within(1e-12));
        assertThat(other.pValue()).isEqualTo(one.pValue());
        assertThat(CostPerCase.unpaired(ONE, ONE, .9, Randomness.of(1)).get().pValue())
                .isEqualTo(1);
    }

    /** Welch's interval on normal costs with unequal spread: 95% of 4,000 intervals, standard error .35%. */
    @Test
    void coverage() {
        UniformRandomProvider stream = Randomness.of(11).stream();
        Distribution.Sampler wide = new Distribution.Normal(100, 20).sampler();
        Distribution.Sampler narrow = new Distribution.Normal(90, 5).sampler();
        int held = 0;
        for (int i = 0; i < 4000; i++) {
            double[] before = new double[12];
            double[] after = new double[4];
            wide.fill(before, 12, stream);
            narrow.fill(after, 4, stream);
            held += CostPerCase.unpaired(before, after, .95, Randomness.of(1))
                            .get()
                            .difference()
                            .interval()
                            .contains(-10)
                    ? 1
                    : 0;
        }
        assertThat(held / 4000.0).isBetween(.935, .965);
    }

    @Test
    void badInputHasAReason() {
        double[] fine = {1, 2, 3};
        assertThat(reason(new double[0], fine, .95)).isEqualTo(Reason.NO_DATA);
        assertThat(reason(fine, new double[] {1}, .95)).isEqualTo(Reason.TOO_FEW);
        assertThat(reason(fine, new double[] {1, Double.NaN}, .95)).isEqualTo(Reason.NOT_A_NUMBER);
        assertThat(reason(fine, new double[] {1, -1}, .95)).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(reason(fine, fine, 1)).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(reason(fine, fine, 0)).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(reason(new double[] {2, 2}, new double[] {1, 1}, .95)).isEqualTo(Reason.CONSTANT);
        assertThat(CostPerCase.paired(fine, new double[] {1, 2}, .95, Randomness.of(1))
                        .failure()
                        .reason())
                .isEqualTo(Reason.DO_NOT_MATCH);
        assertThat(CostPerCase.paired(fine, new double[] {2, 3, 4}, .95, Randomness.of(1))
                        .failure()
                        .reason())
                .isEqualTo(Reason.CONSTANT);
        assertThat(CostPerCase.paired(fine, new double[] {2, 3, -4}, .95, Randomness.of(1))
                        .failure()
                        .reason())
                .isEqualTo(Reason.OUT_OF_RANGE);
    }

    private static Reason reason(double[] before, double[] after, double level) {
        return CostPerCase.unpaired(before, after, level, Randomness.of(1))
                .failure()
                .reason();
    }

    private static double[] repeated(double[] values, int times) {
        double[] result = new double[values.length * times];
        Arrays.setAll(result, i -> values[i % values.length]);
        return result;
    }
}
