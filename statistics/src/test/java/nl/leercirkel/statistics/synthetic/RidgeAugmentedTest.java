package nl.leercirkel.statistics.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.panel.Panel;
import org.junit.jupiter.api.Test;

/**
 * Numbers made with numpy 2.4.6 on the same data, for the effect through the other form of the estimator: the synthetic control's gap
 * less what a ridge regression of later on earlier periods makes of the gap before (Ben-Michael, Feller and Rothstein 2021, eq. 3).
 */
class RidgeAugmentedTest {

    @Test
    void proposition99AtAGivenPrice() {
        double[][] known = {
            {100, -14.343340982, 2.620908404}, {1000, -16.755835607, 16.620872439}, {20000, -18.627381165, 37.563738981}
        };
        for (double[] one : known) {
            SyntheticControl fit = fit(OptionalDouble.of(one[0])).get();
            assertThat(fit.effect()).isCloseTo(one[1], within(1e-6));
            assertThat(fit.before().squares()).isCloseTo(one[2], within(1e-6));
            assertThat(fit.donors().stream()
                            .mapToDouble(SyntheticControl.Donor::weight)
                            .sum())
                    .isCloseTo(1, within(1e-10));
        }
    }

    /** One period left out at a time, 21 prices from the total variation down to 1e-8 of it, one standard error: the same in numpy. */
    @Test
    void proposition99AtTheChosenPrice() {
        assertThat(fit(OptionalDouble.empty()).get().effect()).isCloseTo(-16.00790325071033, within(1e-6));
    }

    @Test
    void aHighPriceCorrectsNothing() {
        Panel panel = ReferencePanels.proposition99();
        assertThat(fit(OptionalDouble.of(1e15)).get().effect())
                .isCloseTo(
                        SyntheticControl.of(panel, Specification.outcomes())
                                .get()
                                .effect(),
                        within(1e-6));
    }

    @Test
    void anImpossiblePriceIsRefused() {
        for (double price : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThat(fit(OptionalDouble.of(price)).failure().reason()).isEqualTo(Reason.OUT_OF_RANGE);
        }
    }

    /** numpy as above: 17.341374446 and -11.109041985. */
    @Test
    void proposition99Demeaned() {
        SyntheticControl fit = SyntheticControl.of(ReferencePanels.proposition99(), Specification.outcomesDemeaned())
                .get();
        assertThat(fit.before().squares()).isCloseTo(17.341374446, within(1e-7));
        assertThat(fit.effect()).isCloseTo(-11.109041985, within(1e-7));
    }

    private static Outcome<SyntheticControl> fit(OptionalDouble price) {
        return SyntheticControl.of(ReferencePanels.proposition99(), Specification.ridgeAugmented(price));
    }
}
