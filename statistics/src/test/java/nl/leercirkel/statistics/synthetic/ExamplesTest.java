package nl.leercirkel.statistics.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import nl.leercirkel.statistics.Estimate;
import nl.leercirkel.statistics.ExamplesInPages;
import nl.leercirkel.statistics.Randomness;
import nl.leercirkel.statistics.TestResult;
import nl.leercirkel.statistics.panel.Panel;
import nl.leercirkel.statistics.synthetic.Conformal.Arrangements;
import nl.leercirkel.statistics.synthetic.Demonstrability.Verdict;
import nl.leercirkel.statistics.synthetic.Demonstrability.Why;
import nl.leercirkel.statistics.synthetic.Sensitivity.Named;
import nl.leercirkel.statistics.synthetic.Specification.Effort;
import nl.leercirkel.statistics.synthetic.SyntheticDifference.Kind;
import nl.leercirkel.statistics.synthetic.SyntheticDifference.Optimum;
import nl.leercirkel.statistics.synthetic.SyntheticDifferenceError.Method;
import org.junit.jupiter.api.Test;

/** The examples of docs/methoden-effecten-synthetisch.md: each runs here, and the page shows exactly what runs. */
class ExamplesTest {

    private static final double TRUE_EFFECT = -5;

    /** Made up: 60 municipalities, 24 half-years, the first with a pilot from the 21st. */
    private final Panel panel = Simulated.factors(2026, 60, 24, 20, .5, TRUE_EFFECT);

    /** The same before the pilot. */
    private final Panel verleden = before(panel);

    @Test
    void thePageShowsWhatRuns() throws IOException {
        assertThat(ExamplesInPages.shown("methoden-effecten-synthetisch.md"))
                .hasSizeGreaterThan(10)
                .isEqualTo(ExamplesInPages.run("synthetic/ExamplesTest.java"));
    }

    private static Panel before(Panel panel) {
        double[][] values =
                Arrays.stream(panel.values()).map(row -> Arrays.copyOf(row, 20)).toArray(double[][]::new);
        int[] never = new int[values.length];
        Arrays.fill(never, Panel.NEVER);
        return Panel.of(panel.units(), panel.periods().subList(0, 20), values, never)
                .get();
    }

    @Test
    void example1() {
        // example: Wat is aan te tonen
        Design ontwerp = Design.one(Design.Judge.SYNTHETIC_DIFFERENCE, 4, .05);
        Demonstrability vooraf = Demonstrability.of(verleden, ontwerp, Set.of(), -8, .80, Randomness.of(2026))
                .get();
        String antwoord = switch (vooraf.verdict()) {
            case Verdict.Demonstrable(double kleinste) -> "aan te tonen vanaf %.1f".formatted(kleinste);
            case Verdict.NotDemonstrable(Why waarom, double hoogste) -> "niet aan te tonen in één gemeente: " + waarom;
        };
        List<Demonstrability> meer = Demonstrability.perCount(
                        verleden, ontwerp, List.of(1, 3, 6), -8, .80, Randomness.of(2026))
                .get();
        // end
        assertThat(antwoord).startsWith("aan te tonen vanaf -");
        assertThat(meer.get(2).powerAt(-1)).isGreaterThan(meer.get(0).powerAt(-1));
    }

    @Test
    void example2() {
        // example: Synthetische controle
        SyntheticControl vergelijking =
                SyntheticControl.of(panel, Specification.outcomes()).get();
        String zin = "%.1f (voor de start gemiddeld %.1f ernaast)"
                .formatted(vergelijking.effect(), vergelijking.before().rootMeanSquare());
        // end
        assertThat(zin).matches("-\\d.* \\(voor de start gemiddeld .* ernaast\\)");
        assertThat(vergelijking.effect()).isCloseTo(TRUE_EFFECT, within(1.0));
    }

    @Test
    void example3() {
        // example: Synthetische controle met kenmerken
        List<Predictor> kenmerken = List.of(
                Predictor.mean("eerste jaren", panel, 0, 6).get(),
                Predictor.mean("laatste jaren", panel, 14, 20).get());
        SyntheticControl metKenmerken = SyntheticControl.of(
                        panel, Specification.predictors(kenmerken, Effort.THOROUGH), Randomness.of(2026))
                .get();
        // end
        assertThat(metKenmerken.predictors()).hasSize(2);
        assertThat(metKenmerken.effect()).isCloseTo(TRUE_EFFECT, within(2.0));
    }

    @Test
    void example4() {
        // example: Als de aansluiting niet goed is: zonder niveau, of met ridge-correctie
        SyntheticControl zonderNiveau =
                SyntheticControl.of(panel, Specification.outcomesDemeaned()).get();
        SyntheticControl metRidge = SyntheticControl.of(panel, Specification.ridgeAugmented(OptionalDouble.empty()))
                .get();
        // end
        assertThat(zonderNiveau.effect()).isCloseTo(TRUE_EFFECT, within(1.0));
        assertThat(metRidge.effect()).isCloseTo(TRUE_EFFECT, within(1.0));
    }

    @Test
    void example5() {
        // example: Placebo in de ruimte
        PlaceboInSpace placebo = PlaceboInSpace.of(
                        panel, Specification.outcomes(), DonorPool.WITHOUT_TREATED, Randomness.parallel(2026))
                .get();
        String rang = "%d van %d".formatted(placebo.rank(), placebo.test().n());
        // end
        assertThat(rang).endsWith(" van 60");
        assertThat(placebo.byEffect().pValue()).isEqualTo(1 / 60.0);
    }

    @Test
    void example6() {
        // example: Placebo in de tijd
        PlaceboInTime eerder = PlaceboInTime.all(panel, Specification.outcomes(), 12, Randomness.of(1))
                .get();
        long evenGroot = eerder.asLarge();
        // end
        assertThat(evenGroot).isZero();
    }

    @Test
    void example7() {
        // example: Zonder elke donor om de beurt
        LeaveOneOut zonder = LeaveOneOut.of(panel, Specification.outcomes(), Randomness.of(1))
                .get();
        String spreiding = "%.1f tot %.1f".formatted(zonder.smallestEffect(), zonder.largestEffect());
        // end
        assertThat(spreiding).contains(" tot ");
        assertThat(zonder.largestEffect()).isNegative();
    }

    @Test
    void example8() {
        // example: Verfijnde placebotoets (twee eruit)
        LeaveTwoOut verfijnd = LeaveTwoOut.of(panel).get();
        double echteGrens = verfijnd.chanceOfFalseFinding(.05);
        // end
        assertThat(verfijnd.pairs()).isEqualTo(59 * 58 / 2);
        assertThat(echteGrens).isBetween(.05, .06);
    }

    @Test
    void example9() {
        // example: Conforme toets en intervallen
        TestResult geenEffect = Conformal.test(
                        panel,
                        Specification.outcomes(),
                        new double[4],
                        Arrangements.MOVING_BLOCK,
                        9999,
                        Randomness.of(1))
                .get();
        ConformalIntervals perPeriode =
                ConformalIntervals.of(panel, Specification.outcomes(), .90).get();
        // end
        assertThat(geenEffect.pValue()).isLessThan(.10);
        assertThat(perPeriode.effects())
                .hasSize(4)
                .allSatisfy(e -> assertThat(e.interval().upper()).isNegative());
    }

    @Test
    void example10() {
        // example: Synthetisch verschil-in-verschil
        SyntheticDifferenceError verschil = SyntheticDifferenceError.of(
                        panel, Kind.SYNTHETIC_DIFFERENCE, Optimum.EXACT, Method.PLACEBO, 200, .95, Randomness.of(2026))
                .get();
        Estimate effect = verschil.estimate();
        // end
        assertThat(effect.interval().contains(TRUE_EFFECT)).isTrue();
        assertThat(effect.interval().contains(0)).isFalse();
    }

    @Test
    void example11() {
        // example: Gevoeligheid: de keuzes naast elkaar
        Sensitivity keuzes = Sensitivity.of(
                        panel,
                        List.of(
                                new Named("uitkomst", Specification.outcomes()),
                                new Named("zonder niveau", Specification.outcomesDemeaned())),
                        DonorPool.WITHOUT_TREATED,
                        Randomness.of(2026))
                .get();
        boolean eensgezind = keuzes.agree(.05);
        // end
        assertThat(keuzes.answers()).hasSize(2);
        assertThat(eensgezind)
                .isEqualTo(keuzes.answers().stream()
                                .map(a -> a.test().pValue() <= .05)
                                .distinct()
                                .count()
                        == 1);
    }
}
