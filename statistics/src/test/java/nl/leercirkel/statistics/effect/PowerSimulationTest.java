package nl.leercirkel.statistics.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import nl.leercirkel.statistics.Interval;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Randomness;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.panel.Panel;
import nl.leercirkel.statistics.sample.Power;
import org.junit.jupiter.api.Test;

class PowerSimulationTest {

    @Test
    void twoGroupsAgreeWithTheExactPowerOfTheTTest() {
        // Equal groups, uncorrelated moments: the change has deviation sqrt(2) x 10, and Welch's test is nearly
        // Student's
        double exact =
                Power.detectableDifference(25, Math.sqrt(2) * 10, .05, .80).get();
        double atTwelve = Power.twoMeans(25, 12, Math.sqrt(2) * 10, .05).get();
        PowerSimulation found = PowerSimulation.simulate(
                        Plans.twoByTwo(25, 25, 10, 0, Errors.CR2),
                        new double[] {12, -12},
                        .05,
                        .80,
                        2500,
                        Randomness.parallel(1))
                .get();
        assertThat(found.smallest().orElseThrow()).isCloseTo(exact, within(.04 * exact));
        assertThat(found.curve().get(0).shown().value()).isCloseTo(atTwelve, within(.025));
        assertThat(found.curve().get(1).shown().value()).isCloseTo(atTwelve, within(.025));
        assertThat(found.curve().get(1).effect()).isEqualTo(-12);
        assertThat(found.falseAlarms().interval().contains(.05)).isTrue();
        assertThat(found.withoutAnswer()).isZero();
        assertThat(found.runs()).isEqualTo(2500);
        // A strong correlation between the moments makes smaller effects visible: by sqrt(1 - .75)
        double smaller = PowerSimulation.simulate(
                        Plans.twoByTwo(25, 25, 10, .75, Errors.CR2),
                        new double[0],
                        .05,
                        .80,
                        2500,
                        Randomness.parallel(1))
                .get()
                .smallest()
                .orElseThrow();
        assertThat(smaller).isCloseTo(exact / 2, within(.04 * exact));
    }

    @Test
    void theOrderStatisticsByHand() {
        // Intervals [k - 10, k + 10] for k = -100..99: an effect of size s is shown upwards when s > 10 - k
        int[] next = {-100};
        PowerSimulation found = PowerSimulation.simulate(
                        (stream, level) -> {
                            int k = next[0]++;
                            return Outcome.of(new Interval(k - 10, k + 10, level));
                        },
                        new double[] {0, 50},
                        .05,
                        .80,
                        200,
                        Randomness.of(1))
                .get();
        // Upwards -lower = 10 - k runs -89..110: the 160th is 70. Downwards upper = k + 10 runs -90..109: the 160th is
        // 69.
        assertThat(found.smallest()).contains(70.0);
        // At 0 outside: k > 10 (11..99: 89) or k < -10 (-100..-11: 90)
        assertThat(found.falseAlarms().value()).isCloseTo(179 / 200.0, within(1e-12));
        // At 50: k > -40 (-39..99: 139) or k < -60 (-100..-61: 40)
        assertThat(found.curve().get(1).shown().value()).isCloseTo(179 / 200.0, within(1e-12));
    }

    @Test
    void runsWithoutAnswerCountAsShowingNothing() {
        int[] next = {0};
        PowerSimulation.Run sometimes = (stream, level) -> next[0]++ % 4 == 0
                ? Outcome.failed(Reason.TOO_FEW, "now and then")
                : Outcome.of(new Interval(-1, 1, level));
        PowerSimulation found = PowerSimulation.simulate(sometimes, new double[] {2}, .05, .80, 200, Randomness.of(1))
                .get();
        assertThat(found.withoutAnswer()).isEqualTo(50);
        assertThat(found.curve().getFirst().shown().value()).isEqualTo(.75);
        assertThat(found.smallest()).isEmpty();
        assertThat(PowerSimulation.simulate(sometimes, new double[0], .05, .70, 200, Randomness.of(1))
                        .get()
                        .smallest())
                .contains(1.0);
        PowerSimulation.Run unbounded =
                (stream, level) -> Outcome.of(new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, level));
        assertThat(PowerSimulation.simulate(unbounded, new double[] {9}, .05, .80, 200, Randomness.of(1))
                        .get()
                        .smallest())
                .isEmpty();
    }

    @Test
    void aPastPanelHandsOutTheTreatmentByLot() {
        Panel past = StaggeredTest.drawn(Simulated.of(60), 8, StaggeredTest.starts(60));
        PowerSimulation few = past(past, 5, new Randomness(2, 1));
        PowerSimulation many = past(past, 30, new Randomness(2, 1));
        assertThat(few.smallest().orElseThrow())
                .isGreaterThan(1.3 * many.smallest().orElseThrow());
        assertThat(many.falseAlarms().value()).isBetween(.02, .09);
        assertThat(past(past, 5, new Randomness(2, 4))).isEqualTo(few);
        assertThat(few.seed()).isEqualTo(2);
        // One treated unit has no measure of chance: said, not computed
        assertThat(PowerSimulation.simulate(plan(past, 1), new double[0], .05, .80, 200, Randomness.of(1))
                        .failure()
                        .reason())
                .isEqualTo(Reason.TOO_FEW);
        assertThat(PowerSimulation.simulate(plan(past, 61), new double[0], .05, .80, 200, Randomness.of(1))
                        .failure()
                        .reason())
                .isEqualTo(Reason.TOO_FEW);
    }

    private static PowerSimulation.Run plan(Panel past, int units) {
        int[] starts = new int[units];
        java.util.Arrays.fill(starts, 4);
        return Plans.staggered(past, starts, Staggered.Settings.standard(), Aggregate.By.EVERYTHING);
    }

    private static PowerSimulation past(Panel past, int units, Randomness randomness) {
        return PowerSimulation.simulate(plan(past, units), new double[0], .05, .80, 400, randomness)
                .get();
    }

    @Test
    void aLongerSeriesShowsSmallerChanges() {
        double half = series(24, 12);
        double whole = series(48, 24);
        assertThat(whole).isLessThan(.85 * half);
        assertThat(PowerSimulation.simulate(
                                Plans.series(5, SeriesDesign.startingAt(3), 1, .3, new SerialErrors.PraisWinsten()),
                                new double[0],
                                .05,
                                .8,
                                200,
                                Randomness.of(1))
                        .failure()
                        .reason())
                .isEqualTo(Reason.TOO_FEW);
    }

    private static double series(int periods, int start) {
        return PowerSimulation.simulate(
                        Plans.series(periods, SeriesDesign.startingAt(start), 1, .3, new SerialErrors.Integrated()),
                        new double[0],
                        .05,
                        .80,
                        300,
                        Randomness.parallel(3))
                .get()
                .smallest()
                .orElseThrow();
    }

    @Test
    void matchedAndHighUsersAreSimulatedToo() {
        MatchedEffectTest.Drawn drawn = MatchedEffectTest.Drawn.of(Simulated.of(8), 150, 0);
        PowerSimulation matched = PowerSimulation.simulate(
                        Plans.matched(
                                drawn.covariates(),
                                drawn.treated(),
                                drawn.outcome(),
                                new MatchedEffect.Settings(Optional.of(.2), true, .95)),
                        new double[] {5},
                        .05,
                        .80,
                        300,
                        Randomness.parallel(4))
                .get();
        assertThat(matched.curve().getFirst().shown().value()).isEqualTo(1);
        assertThat(matched.smallest().orElseThrow()).isBetween(.3, 1.2);
        // 40 people, second baseline: the change has deviation sqrt(2 x 64) = 11.3; known reliability: about sqrt(64 +
        // 36 x .64)
        Reliability population = Reliability.known(50, 10, .36, 0).get();
        double second = highUsers(population, true);
        double known = highUsers(population, false);
        double exact = 11.31 / Math.sqrt(40) * (2.0227 + .8512);
        assertThat(second).isCloseTo(exact, within(.06 * exact));
        assertThat(known).isBetween(.7 * second, .95 * second);
        assertThat(PowerSimulation.simulate(
                                Plans.highUsers(1, population, 60, true), new double[0], .05, .8, 200, Randomness.of(1))
                        .failure()
                        .reason())
                .isEqualTo(Reason.TOO_FEW);
    }

    private static double highUsers(Reliability population, boolean secondBaseline) {
        return PowerSimulation.simulate(
                        Plans.highUsers(40, population, 60, secondBaseline),
                        new double[0],
                        .05,
                        .80,
                        2000,
                        Randomness.parallel(5))
                .get()
                .smallest()
                .orElseThrow();
    }

    @Test
    void wrongInputIsNamed() {
        PowerSimulation.Run fine = Plans.twoByTwo(5, 5, 1, 0, Errors.CR2);
        assertThat(reason(fine, new double[] {Double.NaN}, .05, .8, 200)).isEqualTo(Reason.NOT_A_NUMBER);
        assertThat(reason(fine, new double[0], 0, .8, 200)).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(reason(fine, new double[0], .05, .05, 200)).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(reason(fine, new double[0], .05, 1, 200)).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(reason(fine, new double[0], .05, .8, 199)).isEqualTo(Reason.TOO_FEW);
        assertThat(reason(Plans.twoByTwo(5, 5, 0, 0, Errors.CR2), new double[0], .05, .8, 200))
                .isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(reason(Plans.twoByTwo(5, 5, 1, 1, Errors.CR2), new double[0], .05, .8, 200))
                .isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(reason(
                        Plans.series(30, SeriesDesign.startingAt(15), 1, 1, new SerialErrors.Independent()),
                        new double[0],
                        .05,
                        .8,
                        200))
                .isEqualTo(Reason.OUT_OF_RANGE);
    }

    private static Reason reason(
            PowerSimulation.Run run, double[] effects, double significance, double power, int runs) {
        return PowerSimulation.simulate(run, effects, significance, power, runs, Randomness.of(1))
                .failure()
                .reason();
    }
}
