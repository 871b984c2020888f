package nl.leercirkel.statistics.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import nl.leercirkel.statistics.Caveat;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Randomness;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.panel.Panel;
import nl.leercirkel.statistics.synthetic.Conformal.Arrangements;
import nl.leercirkel.statistics.synthetic.Specification.Effort;
import nl.leercirkel.statistics.synthetic.SyntheticDifference.Kind;
import nl.leercirkel.statistics.synthetic.SyntheticDifference.Optimum;
import nl.leercirkel.statistics.synthetic.SyntheticDifferenceError.Method;
import org.junit.jupiter.api.Test;

/** Data that cannot give an answer get a named reason, on every way in. */
class BadInputTest {

    private static final Randomness RANDOMNESS = Randomness.of(1);
    private static final Specification OUTCOMES = Specification.outcomes();

    @Test
    void nobodyTreated() {
        Panel panel = noise(6, 1, 10, 6).withFirstTreated(never(6)).get();
        everyWay(panel, Reason.NO_DATA);
    }

    @Test
    void severalTreatedHaveNoOneSyntheticControl() {
        Panel panel = noise(8, 2, 10, 6);
        expect(Reason.DO_NOT_MATCH, SyntheticControl.of(panel, OUTCOMES));
        expect(Reason.DO_NOT_MATCH, PlaceboInSpace.of(panel, OUTCOMES, DonorPool.WITH_TREATED, RANDOMNESS));
        assertThat(difference(panel).isAnswer()).isTrue();
    }

    @Test
    void differentStartsAreNoBlock() {
        int[] first = never(8);
        first[0] = 5;
        first[1] = 6;
        expect(
                Reason.DO_NOT_MATCH,
                difference(noise(8, 2, 10, 6).withFirstTreated(first).get()));
    }

    @Test
    void oneUnit() {
        everyWay(noise(1, 1, 10, 6), Reason.TOO_FEW);
    }

    @Test
    void oneDonor() {
        everyWay(noise(2, 1, 10, 6), Reason.TOO_FEW);
    }

    @Test
    void noPeriodBefore() {
        everyWay(noise(6, 1, 10, 0), Reason.TOO_FEW);
        everyWay(noise(6, 1, 10, 1), Reason.TOO_FEW);
    }

    @Test
    void nothingVaries() {
        double[][] values = new double[6][10];
        for (double[] row : values) {
            Arrays.fill(row, 7);
        }
        everyWay(Simulated.panel(values, 1, 6), Reason.CONSTANT);
    }

    /** A treated unit that never changes can be compared all the same: its donors must then not change either, on the whole. */
    @Test
    void aUnitThatNeverChanges() {
        double[][] values = noise(6, 1, 10, 6).values();
        Arrays.fill(values[0], 10);
        SyntheticControl fit =
                SyntheticControl.of(Simulated.panel(values, 1, 6), OUTCOMES).get();
        assertThat(fit.caveats()).contains(Caveat.POOR_FIT_BEFORE);
        assertThat(fit.effect()).isFinite();
    }

    @Test
    void donorsThatAreAllAlike() {
        double[][] values = noise(6, 1, 10, 6).values();
        for (int i = 2; i < 6; i++) {
            values[i] = values[1].clone();
        }
        SyntheticControl fit =
                SyntheticControl.of(Simulated.panel(values, 1, 6), OUTCOMES).get();
        assertThat(fit.caveats()).contains(Caveat.WEIGHTS_NOT_UNIQUE);
        assertThat(fit.donors())
                .hasSize(5)
                .allSatisfy(donor -> assertThat(donor.weight()).isBetween(.1999, .2001));
    }

    @Test
    void aUnitThatIsADonor() {
        double[][] values = noise(6, 1, 10, 6).values();
        values[0] = values[3].clone();
        PlaceboInSpace placebo = PlaceboInSpace.of(
                        Simulated.panel(values, 1, 6), OUTCOMES, DonorPool.WITHOUT_TREATED, RANDOMNESS)
                .get();
        assertThat(placebo.treated().before().rootMeanSquare()).isLessThan(1e-12);
        assertThat(placebo.treated().ratio()).isFinite();
        assertThat(placebo.test().pValue()).isEqualTo(1);
    }

    @Test
    void tooFewForTheTest() {
        expect(Reason.TOO_FEW, PlaceboInSpace.of(noise(3, 1, 10, 6), OUTCOMES, DonorPool.WITH_TREATED, RANDOMNESS));
        expect(Reason.TOO_FEW, LeaveTwoOut.of(noise(4, 1, 10, 6)));
        expect(Reason.TOO_FEW, ConformalIntervals.of(noise(6, 1, 20, 18), OUTCOMES, .95));
        assertThat(ConformalIntervals.of(noise(6, 1, 20, 19), OUTCOMES, .95).isAnswer())
                .isTrue();
        expect(Reason.TOO_FEW, error(noise(4, 2, 10, 6), Method.PLACEBO));
        expect(Reason.TOO_FEW, error(noise(6, 1, 10, 6), Method.JACKKNIFE));
        expect(Reason.TOO_FEW, error(noise(6, 1, 10, 6), Method.BOOTSTRAP));
        expect(Reason.TOO_FEW, LeaveOneOut.of(noise(3, 1, 10, 6), OUTCOMES, RANDOMNESS));
        expect(Reason.TOO_FEW, Sensitivity.of(noise(6, 1, 10, 6), List.of(), DonorPool.WITH_TREATED, RANDOMNESS));
    }

    @Test
    void numbersThatCannotBe() {
        Panel panel = noise(8, 1, 24, 20);
        expect(Reason.OUT_OF_RANGE, ConformalIntervals.of(panel, OUTCOMES, 1));
        expect(Reason.DO_NOT_MATCH, conformal(panel, new double[3]));
        expect(Reason.NOT_A_NUMBER, conformal(panel, new double[] {0, 0, 0, Double.NaN}));
        expect(
                Reason.OUT_OF_RANGE,
                SyntheticDifferenceError.of(
                        panel, Kind.SYNTHETIC_DIFFERENCE, Optimum.EXACT, Method.PLACEBO, 49, .95, RANDOMNESS));
        expect(
                Reason.OUT_OF_RANGE,
                SyntheticDifferenceError.of(
                        panel, Kind.SYNTHETIC_DIFFERENCE, Optimum.EXACT, Method.PLACEBO, 50, 0, RANDOMNESS));
        expect(Reason.OUT_OF_RANGE, PlaceboInTime.at(panel, OUTCOMES, 20, RANDOMNESS));
        expect(Reason.OUT_OF_RANGE, PlaceboInTime.at(panel, OUTCOMES, -1, RANDOMNESS));
        expect(Reason.TOO_FEW, PlaceboInTime.at(panel, OUTCOMES, 1, RANDOMNESS));
        expect(Reason.OUT_OF_RANGE, PlaceboInTime.all(panel, OUTCOMES, 1, RANDOMNESS));
        expect(Reason.OUT_OF_RANGE, PlaceboInTime.all(panel, OUTCOMES, 20, RANDOMNESS));
        Sensitivity.Named same = new Sensitivity.Named("a", OUTCOMES);
        expect(Reason.DO_NOT_MATCH, Sensitivity.of(panel, List.of(same, same), DonorPool.WITH_TREATED, RANDOMNESS));
    }

    @Test
    void predictorsThatCannotServe() {
        Panel panel = noise(5, 1, 10, 6);
        List<String> units = panel.units();
        expect(Reason.NO_DATA, Predictor.of("x", List.of(), new double[0]));
        expect(Reason.NOT_A_NUMBER, Predictor.of("x", units, new double[] {1, 2, Double.NaN, 3, 4}));
        expect(Reason.CONSTANT, Predictor.of("x", units, new double[] {2, 2, 2, 2, 2}));
        expect(Reason.DO_NOT_MATCH, Predictor.of("x", units.subList(0, 4), new double[] {1, 2, 3, 4, 5}));
        expect(Reason.DO_NOT_MATCH, Predictor.of("x", List.of("a", "a"), new double[] {1, 2}));
        expect(Reason.OUT_OF_RANGE, Predictor.mean("x", panel, 3, 3));
        expect(Reason.OUT_OF_RANGE, Predictor.mean("x", panel, -1, 3));
        expect(Reason.OUT_OF_RANGE, Predictor.mean("x", panel, 0, 11));
        expect(Reason.NO_DATA, withPredictors(panel, List.of()));
        Predictor one = Predictor.mean("x", panel, 0, 3).get();
        expect(Reason.NOT_IDENTIFIED, withPredictors(panel, List.of(one, one, one, one, one)));
        Predictor some = Predictor.of("some", units.subList(1, 5), new double[] {1, 2, 3, 4})
                .get();
        expect(Reason.DO_NOT_MATCH, withPredictors(panel, List.of(some)));
        Predictor rare = Predictor.of(
                        "rare",
                        List.of(units.get(0), units.get(1), units.get(2), units.get(3), units.get(4), "x"),
                        new double[] {1, 1, 1, 1, 1, 2})
                .get();
        expect(Reason.CONSTANT, withPredictors(panel, List.of(rare)));
        assertThat(withPredictors(panel, List.of(one)).isAnswer()).isTrue();
        Specification search = Specification.predictors(List.of(one), Effort.QUICK);
        expect(Reason.DO_NOT_MATCH, ConformalIntervals.of(noise(6, 1, 30, 20), search, .9));
        expect(
                Reason.DO_NOT_MATCH,
                Conformal.test(panel, search, new double[4], Arrangements.MOVING_BLOCK, 999, RANDOMNESS));
    }

    @Test
    void designsThatCannotBe() {
        Panel panel = noise(8, 1, 20, 16);
        Design design = Design.one(Design.Judge.PLACEBO_EFFECT, 4, .05);
        expect(Reason.OUT_OF_RANGE, detect(panel, Design.one(Design.Judge.PLACEBO_EFFECT, 4, 0), -1, .8));
        expect(Reason.OUT_OF_RANGE, detect(panel, design, -1, 1));
        expect(Reason.OUT_OF_RANGE, detect(panel, design, -1, .05));
        expect(Reason.OUT_OF_RANGE, detect(panel, design, 0, .8));
        expect(Reason.NOT_A_NUMBER, detect(panel, design, Double.NaN, .8));
        expect(Reason.OUT_OF_RANGE, detect(panel, design.withMunicipalities(0), -1, .8));
        expect(Reason.DO_NOT_MATCH, detect(panel, design.withMunicipalities(2), -1, .8));
        expect(Reason.OUT_OF_RANGE, detect(panel, Design.one(Design.Judge.PLACEBO_EFFECT, 0, .05), -1, .8));
        expect(Reason.TOO_FEW, detect(panel, Design.one(Design.Judge.PLACEBO_EFFECT, 15, .05), -1, .8));
        expect(Reason.TOO_FEW, detect(noise(4, 1, 20, 16), design, -1, .8));
        expect(
                Reason.TOO_FEW,
                detect(
                        panel,
                        Design.one(Design.Judge.SYNTHETIC_DIFFERENCE, 4, .05).withMunicipalities(5),
                        -1,
                        .8));
        expect(Reason.DO_NOT_MATCH, Demonstrability.of(panel, design, Set.of("nowhere"), -1, .8, RANDOMNESS));
        double[][] flat = new double[8][20];
        for (Design.Judge judge : Design.Judge.values()) {
            expect(Reason.CONSTANT, detect(Simulated.panel(flat, 1, 16), Design.one(judge, 4, .05), -1, .8));
        }
    }

    private static void everyWay(Panel panel, Reason reason) {
        expect(reason, SyntheticControl.of(panel, OUTCOMES));
        expect(reason, SyntheticControl.of(panel, Specification.outcomesDemeaned()));
        expect(reason, SyntheticControl.of(panel, Specification.ridgeAugmented(java.util.OptionalDouble.of(1))));
        expect(reason, PlaceboInSpace.of(panel, OUTCOMES, DonorPool.WITH_TREATED, RANDOMNESS));
        expect(reason, PlaceboInTime.all(panel, OUTCOMES, 3, RANDOMNESS));
        expect(reason, LeaveOneOut.of(panel, OUTCOMES, RANDOMNESS));
        expect(reason, LeaveTwoOut.of(panel));
        expect(reason, ConformalIntervals.of(panel, OUTCOMES, .5));
        expect(reason, conformal(panel, new double[4]));
        expect(reason, difference(panel));
        expect(reason, error(panel, Method.PLACEBO));
    }

    private static Outcome<?> conformal(Panel panel, double[] effects) {
        return Conformal.test(panel, OUTCOMES, effects, Arrangements.ANY_ORDER, 999, RANDOMNESS);
    }

    private static Outcome<?> difference(Panel panel) {
        return SyntheticDifference.of(panel, Kind.SYNTHETIC_DIFFERENCE, Optimum.EXACT);
    }

    private static Outcome<?> error(Panel panel, Method method) {
        return SyntheticDifferenceError.of(
                panel, Kind.SYNTHETIC_DIFFERENCE, Optimum.EXACT, method, 50, .95, RANDOMNESS);
    }

    private static Outcome<?> withPredictors(Panel panel, List<Predictor> predictors) {
        return SyntheticControl.of(panel, Specification.predictors(predictors, Effort.QUICK), RANDOMNESS);
    }

    private static Outcome<?> detect(Panel panel, Design design, double largest, double wanted) {
        return Demonstrability.of(panel, design, Set.of(), largest, wanted, RANDOMNESS);
    }

    private static Panel noise(int units, int treated, int periods, int before) {
        return Simulated.noise(new Random(7), units, treated, periods, before, 1);
    }

    private static int[] never(int units) {
        int[] never = new int[units];
        Arrays.fill(never, Panel.NEVER);
        return never;
    }

    private static void expect(Reason reason, Outcome<?> outcome) {
        assertThat(outcome.isAnswer())
                .as("expected %s, got %s", reason, outcome)
                .isFalse();
        assertThat(outcome.failure().reason()).as(outcome.failure().detail()).isEqualTo(reason);
    }
}
