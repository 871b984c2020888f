package nl.leercirkel.statistics.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import nl.leercirkel.statistics.Randomness;
import nl.leercirkel.statistics.panel.Panel;
import nl.leercirkel.statistics.synthetic.Specification.Effort;
import org.junit.jupiter.api.Test;

class WithPredictorsTest {

    /** Many weights match a predictor of 2 from donors with 0, 2 and 4; of those, .25, .5 and .25 also match the outcome. */
    @Test
    void ofWeightsThatMatchAllPredictorsTheOnesThatFollowTheOutcome() {
        double[][] values = {{4.25, 2.5, 4.25, 9}, {1, 5, 2, 0}, {4, 1, 7, 0}, {8, 3, 1, 0}};
        Panel panel = Simulated.panel(values, 1, 3);
        Predictor predictor =
                Predictor.of("size", panel.units(), new double[] {2, 0, 2, 4}).get();
        SyntheticControl fit = SyntheticControl.of(
                        panel, Specification.predictors(List.of(predictor), Effort.QUICK), Randomness.of(1))
                .get();
        assertThat(fit.donors().getFirst().unit()).isEqualTo("unit 2");
        assertThat(fit.donors().stream().map(SyntheticControl.Donor::weight))
                .allSatisfy(weight -> assertThat(weight).isBetween(.2499, .5001));
        assertThat(fit.before().squares()).isCloseTo(0, within(1e-9));
        assertThat(fit.effect()).isCloseTo(9, within(1e-6));
        assertThat(fit.predictors().getFirst().synthetic()).isCloseTo(2, within(1e-6));
        assertThat(fit.predictors().getFirst().donorMean()).isCloseTo(2, within(1e-12));
    }
}
