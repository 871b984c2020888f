package nl.leercirkel.statistics.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.leercirkel.statistics.Randomness;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.panel.Panel;
import nl.leercirkel.statistics.synthetic.Demonstrability.Verdict;
import nl.leercirkel.statistics.synthetic.Demonstrability.Why;
import nl.leercirkel.statistics.synthetic.Design.Judge;
import org.junit.jupiter.api.Test;

class DemonstrabilityTest {

    private static final Randomness RANDOMNESS = Randomness.of(11);

    /**
     * Noise of deviation 1 around equal levels, 8 periods before and 4 after: the error of a difference is the root of (1/treated +
     * 1/untreated)(1/4 + 1/8), and 80% power at 5% needs 1.960 + .842 of it. The 240 units are a sample, hence the margin.
     */
    @Test
    void aDifferenceInNoiseNeedsWhatTheFormulaSays() {
        Panel panel = Simulated.noise(new Random(4), 241, 1, 13, 12, 0);
        for (int treated : new int[] {1, 4, 9}) {
            double error = Math.sqrt((1.0 / treated + 1.0 / (240 - treated)) * (1 / 4.0 + 1 / 8.0));
            Demonstrability found = Demonstrability.of(
                            panel,
                            Design.one(Judge.DIFFERENCE_IN_DIFFERENCES, 4, .05).withMunicipalities(treated),
                            Set.of(),
                            6,
                            .8,
                            RANDOMNESS)
                    .get();
            double smallest = ((Verdict.Demonstrable) found.verdict()).smallestEffect();
            assertThat(smallest).isCloseTo(2.802 * error, within(.12 * 2.802 * error));
            assertThat(found.canShow(smallest)).isTrue();
            assertThat(found.canShow(smallest * .99)).isFalse();
            assertThat(found.canShow(-smallest)).isFalse();
            // At 1.960 errors half of the trials are found.
            assertThat(found.powerAt(1.96 * error)).isCloseTo(.5, within(.12));
            assertThat(found.falseFindings()).isBetween(.02, .05);
        }
    }

    /** The reference panel: a true effect of -3.0 that a synthetic control finds as -2.66 with p = .415. */
    @Test
    void notDemonstrableInOneMunicipality() {
        Panel panel = ReferencePanels.municipalities();
        Demonstrability ratio = Demonstrability.of(
                        panel, Design.one(Judge.PLACEBO_RATIO, 4, .05), Set.of(), -10, .8, RANDOMNESS)
                .get();
        assertThat(ratio.verdict()).isInstanceOf(Verdict.NotDemonstrable.class);
        assertThat(((Verdict.NotDemonstrable) ratio.verdict()).why()).isEqualTo(Why.EFFECTS_DROWN);
        assertThat(((Verdict.NotDemonstrable) ratio.verdict()).most()).isLessThan(.5);
        assertThat(ratio.canShow(-3)).isFalse();
        assertThat(ratio.powerAt(-3)).isLessThan(.5);
        assertThat(ratio.trials()).isEqualTo(341);
        assertThat(ratio.falseFindings()).isEqualTo(17 / 341.0);
    }

    @Test
    void withFewUnitsOrPeriodsNothingIsEverShown() {
        Panel few = Simulated.factors(3, 16, 20, 19, .5, 0);
        Demonstrability units = Demonstrability.of(
                        few, Design.one(Judge.PLACEBO_RATIO, 5, .05), Set.of(), 100, .8, RANDOMNESS)
                .get();
        assertThat(units.smallestPValue()).isEqualTo(1 / 15.0);
        assertThat(units.verdict()).isEqualTo(new Verdict.NotDemonstrable(Why.P_VALUE_CANNOT_BE_SMALL_ENOUGH, 0));
        assertThat(units.powerAt(1000)).isZero();
        Panel many = Simulated.factors(3, 31, 20, 15, .5, 0);
        Demonstrability periods = Demonstrability.of(
                        many, Design.one(Judge.CONFORMAL, 3, .05), Set.of(), 100, .8, RANDOMNESS)
                .get();
        assertThat(periods.smallestPValue()).isEqualTo(1 / 15.0);
        assertThat(periods.verdict()).isEqualTo(new Verdict.NotDemonstrable(Why.P_VALUE_CANNOT_BE_SMALL_ENOUGH, 0));
    }

    @Test
    void everyMethodFindsALargeEffectAndHardlyEverNone() {
        Panel panel = Simulated.factors(8, 41, 31, 30, .5, 0);
        for (Judge judge : Judge.values()) {
            Demonstrability found = Demonstrability.of(panel, Design.one(judge, 4, .05), Set.of(), -40, .8, RANDOMNESS)
                    .get();
            assertThat(found.falseFindings()).as(judge.name()).isLessThanOrEqualTo(.10);
            assertThat(found.verdict()).as(judge.name()).isInstanceOf(Verdict.Demonstrable.class);
            assertThat(found.curve().getLast().power()).as(judge.name()).isGreaterThanOrEqualTo(.8);
            // One trial per untreated unit; conformal inference ranks among the periods instead of the units.
            assertThat(found.trials()).as(judge.name()).isEqualTo(40);
            assertThat(found.smallestPValue())
                    .as(judge.name())
                    .isEqualTo(judge == Judge.CONFORMAL ? 1 / 30.0 : 1 / 40.0);
        }
    }

    /** All units rise by 1 after the start but one: an effect of 1 upward makes it like the rest, downward sets it further apart. */
    @Test
    void anEffectIsAddedInItsOwnDirection() {
        Random random = new Random(9);
        double[][] values = new double[20][12];
        for (int i = 0; i < 20; i++) {
            for (int t = 0; t < 12; t++) {
                values[i][t] = 10 + .1 * random.nextGaussian() + (i < 19 && t >= 9 ? 1 : 0);
            }
        }
        Panel panel = Simulated.panel(values, 0, 0);
        for (Judge judge : List.of(Judge.PLACEBO_EFFECT, Judge.DIFFERENCE_IN_DIFFERENCES)) {
            Design design = Design.one(judge, 3, .05);
            // The last unit has -1 of its own: with 1 more it is like the rest, with 1 less it is the furthest off.
            assertThat(Demonstrability.of(panel, design, Set.of("unit 19"), 1, .8, RANDOMNESS)
                            .get()
                            .powerAt(1))
                    .as(judge.name())
                    .isZero();
            assertThat(Demonstrability.of(panel, design, Set.of("unit 19"), -1, .8, RANDOMNESS)
                            .get()
                            .powerAt(1))
                    .as(judge.name())
                    .isEqualTo(1);
        }
    }

    @Test
    void setsOfUnitsLikeOneAnotherMustBeThere() {
        Panel panel = Simulated.noise(new Random(4), 30, 0, 12, 12, 0);
        Design design = Design.one(Judge.DIFFERENCE_IN_DIFFERENCES, 3, .05).withMunicipalities(6);
        assertThat(Demonstrability.of(panel, design, Set.of("unit 1", "unit 2"), 5, .8, RANDOMNESS)
                        .failure()
                        .reason())
                .isEqualTo(Reason.TOO_FEW);
        Demonstrability several =
                Demonstrability.of(panel, design, Set.of(), 5, .8, RANDOMNESS).get();
        assertThat(several.trials()).isEqualTo(400);
        assertThat(several.smallestPValue()).isEqualTo(1 / 400.0);
        assertThat(Demonstrability.perCount(panel, design, List.of(1, 40), 5, .8, RANDOMNESS)
                        .failure()
                        .reason())
                .isEqualTo(Reason.TOO_FEW);
    }

    @Test
    void moreMunicipalitiesShowSmallerEffects() {
        List<Demonstrability> counts = Demonstrability.perCount(
                        ReferencePanels.municipalities(),
                        Design.one(Judge.SYNTHETIC_DIFFERENCE, 4, .05),
                        List.of(1, 4, 16),
                        -10,
                        .8,
                        new Randomness(11, 2))
                .get();
        double[] smallest = counts.stream()
                .mapToDouble(one -> ((Verdict.Demonstrable) one.verdict()).smallestEffect())
                .toArray();
        assertThat(smallest[0]).isLessThan(smallest[1]);
        assertThat(smallest[1]).isLessThan(smallest[2]);
        assertThat(smallest[2]).isNegative();
    }

    @Test
    void unitsLikeOneAnotherCountAlone() {
        Random random = new Random(2);
        double[][] values = new double[60][12];
        for (int i = 0; i < 60; i++) {
            for (int t = 0; t < 12; t++) {
                values[i][t] = (i < 20 ? 3 : .3) * random.nextGaussian();
            }
        }
        Panel panel = Simulated.panel(values, 0, 0);
        Set<String> small = IntStream.range(0, 20).mapToObj(i -> "unit " + i).collect(Collectors.toSet());
        Set<String> large = IntStream.range(20, 60).mapToObj(i -> "unit " + i).collect(Collectors.toSet());
        for (Judge judge : List.of(Judge.PLACEBO_EFFECT, Judge.DIFFERENCE_IN_DIFFERENCES)) {
            Design design = Design.one(judge, 3, .05);
            double noisy = Demonstrability.of(panel, design, small, 5, .8, RANDOMNESS)
                    .get()
                    .powerAt(4.6);
            double calm = Demonstrability.of(panel, design, large, 5, .8, RANDOMNESS)
                    .get()
                    .powerAt(4.6);
            double all = Demonstrability.of(panel, design, Set.of(), 5, .8, RANDOMNESS)
                    .get()
                    .powerAt(4.6);
            assertThat(calm).isGreaterThan(noisy);
            assertThat(all).isCloseTo((20 * noisy + 40 * calm) / 60, within(1e-12));
        }
    }

    /** Periods from the first treatment on, and treated units, are not part of the history. */
    @Test
    void whatHappenedAfterTreatmentDoesNotCount() {
        Design design = Design.one(Judge.PLACEBO_EFFECT, 3, .1);
        Demonstrability one = Demonstrability.of(
                        Simulated.factors(5, 20, 16, 12, .5, 0), design, Set.of(), -5, .8, RANDOMNESS)
                .get();
        Demonstrability other = Demonstrability.of(
                        Simulated.factors(5, 20, 16, 12, .5, 99), design, Set.of(), -5, .8, RANDOMNESS)
                .get();
        assertThat(other).isEqualTo(one);
        assertThat(one.trials()).isEqualTo(19);
    }

    @Test
    void thePowerBetweenPointsLiesBetween() {
        Demonstrability found = Demonstrability.of(
                        Simulated.factors(5, 30, 16, 14, .5, 0),
                        Design.one(Judge.PLACEBO_EFFECT, 3, .1),
                        Set.of(),
                        -4,
                        .8,
                        RANDOMNESS)
                .get();
        for (int i = 1; i < found.curve().size(); i++) {
            Demonstrability.Point left = found.curve().get(i - 1);
            Demonstrability.Point right = found.curve().get(i);
            assertThat(found.powerAt(right.effect())).isCloseTo(right.power(), within(1e-12));
            assertThat(found.powerAt((left.effect() + right.effect()) / 2))
                    .isCloseTo((left.power() + right.power()) / 2, within(1e-9));
        }
    }
}
