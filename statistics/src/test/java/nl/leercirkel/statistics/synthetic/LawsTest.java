package nl.leercirkel.statistics.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import nl.leercirkel.statistics.Randomness;
import nl.leercirkel.statistics.panel.Panel;
import nl.leercirkel.statistics.synthetic.Conformal.Arrangements;
import nl.leercirkel.statistics.synthetic.Specification.Effort;
import nl.leercirkel.statistics.synthetic.SyntheticDifference.Kind;
import nl.leercirkel.statistics.synthetic.SyntheticDifference.Optimum;

/** What holds for any data: another unit of measurement, another zero, another order of units. */
class LawsTest {

    private static final Randomness RANDOMNESS = Randomness.of(5);

    private static List<Specification> specifications(Panel panel) {
        return List.of(
                Specification.outcomes(),
                Specification.outcomesDemeaned(),
                Specification.ridgeAugmented(OptionalDouble.empty()),
                Specification.predictors(
                        List.of(
                                Predictor.mean("early", panel, 0, 3).get(),
                                Predictor.mean("late", panel, 3, 8).get(),
                                Predictor.mean("last", panel, 7, 8).get()),
                        Effort.QUICK));
    }

    @Property(tries = 25)
    void anotherUnitOfMeasurement(
            @ForAll @IntRange(max = 100_000) int seed, @ForAll @DoubleRange(min = -5, max = 5) double power) {
        double factor = Math.pow(10, power);
        Panel panel = Simulated.factors(seed, 12, 14, 8, .5, -1);
        Panel other = Simulated.mapped(panel, value -> factor * value);
        for (int s = 0; s < 4; s++) {
            SyntheticControl one = SyntheticControl.of(
                            panel, specifications(panel).get(s), RANDOMNESS)
                    .get();
            SyntheticControl two = SyntheticControl.of(
                            other, specifications(other).get(s), RANDOMNESS)
                    .get();
            double slack = s == 3 ? 1e-3 : 1e-6;
            assertThat(two.effect()).isCloseTo(factor * one.effect(), within(factor * slack));
            assertThat(two.before().rootMeanSquare())
                    .isCloseTo(factor * one.before().rootMeanSquare(), within(factor * slack));
            assertThat(two.ratio()).isCloseTo(one.ratio(), within(10 * slack * one.ratio()));
            assertThat(two.before().againstPlainMean()).isCloseTo(one.before().againstPlainMean(), within(slack));
        }
        for (Kind kind : Kind.values()) {
            assertThat(difference(other, kind)).isCloseTo(factor * difference(panel, kind), within(factor * 1e-6));
        }
        assertThat(conformal(other)).isEqualTo(conformal(panel));
    }

    @Property(tries = 25)
    void anotherZero(
            @ForAll @IntRange(max = 100_000) int seed, @ForAll @DoubleRange(min = -200, max = 200) double shift) {
        Panel panel = Simulated.factors(seed, 12, 14, 8, .5, -1);
        Panel other = Simulated.mapped(panel, value -> value + shift);
        for (int s = 0; s < 4; s++) {
            double one = SyntheticControl.of(panel, specifications(panel).get(s), RANDOMNESS)
                    .get()
                    .effect();
            double two = SyntheticControl.of(other, specifications(other).get(s), RANDOMNESS)
                    .get()
                    .effect();
            assertThat(two).isCloseTo(one, within(s == 3 ? 1e-3 : 1e-6));
        }
        for (Kind kind : Kind.values()) {
            assertThat(difference(other, kind)).isCloseTo(difference(panel, kind), within(1e-6));
        }
        assertThat(conformal(other)).isEqualTo(conformal(panel));
    }

    @Property(tries = 25)
    void anotherOrderOfUnits(@ForAll @IntRange(max = 100_000) int seed) {
        Panel panel = Simulated.factors(seed, 12, 14, 8, .5, -1);
        List<Integer> order = new ArrayList<>(IntStream.range(0, 12).boxed().toList());
        Collections.shuffle(order, new Random(seed));
        Panel other = Simulated.reordered(panel, order);
        for (int s = 0; s < 3; s++) {
            SyntheticControl one =
                    SyntheticControl.of(panel, specifications(panel).get(s)).get();
            SyntheticControl two =
                    SyntheticControl.of(other, specifications(panel).get(s)).get();
            assertThat(two.effect()).isCloseTo(one.effect(), within(1e-7));
            assertThat(two.unit()).isEqualTo(one.unit());
            for (SyntheticControl.Donor donor : one.donors()) {
                double weight = two.donors().stream()
                        .filter(d -> d.unit().equals(donor.unit()))
                        .mapToDouble(SyntheticControl.Donor::weight)
                        .sum();
                assertThat(weight).isCloseTo(donor.weight(), within(1e-6));
            }
        }
        for (DonorPool pool : DonorPool.values()) {
            assertThat(PlaceboInSpace.of(other, Specification.outcomes(), pool, RANDOMNESS)
                            .get()
                            .rank())
                    .isEqualTo(PlaceboInSpace.of(panel, Specification.outcomes(), pool, RANDOMNESS)
                            .get()
                            .rank());
        }
        assertThat(LeaveTwoOut.of(other).get().losses())
                .isEqualTo(LeaveTwoOut.of(panel).get().losses());
        for (Kind kind : Kind.values()) {
            assertThat(difference(other, kind)).isCloseTo(difference(panel, kind), within(1e-8));
        }
        assertThat(conformal(other)).isEqualTo(conformal(panel));
    }

    /** An effect that is added after treatment moves the estimate by itself and leaves the weights alone. */
    @Property(tries = 25)
    void anAddedEffectIsFoundWhole(
            @ForAll @IntRange(max = 100_000) int seed, @ForAll @DoubleRange(min = -9, max = 9) double effect) {
        Panel without = Simulated.factors(seed, 12, 14, 8, .5, 0);
        Panel with = Simulated.factors(seed, 12, 14, 8, .5, effect);
        for (int s = 0; s < 3; s++) {
            Specification specification = specifications(with).get(s);
            assertThat(SyntheticControl.of(with, specification).get().effect())
                    .isCloseTo(SyntheticControl.of(without, specification).get().effect() + effect, within(1e-9));
        }
        for (Kind kind : Kind.values()) {
            assertThat(difference(with, kind)).isCloseTo(difference(without, kind) + effect, within(1e-9));
        }
        double[] supposed = new double[6];
        java.util.Arrays.fill(supposed, effect);
        assertThat(Conformal.test(with, Specification.outcomes(), supposed, Arrangements.MOVING_BLOCK, 999, RANDOMNESS)
                        .get()
                        .pValue())
                .isEqualTo(conformal(without));
    }

    /** Of difference-in-differences alone: a level of its own per unit and a movement common to all change nothing. */
    @Property(tries = 25)
    void differencesDoNotSeeLevelsOrCommonMovement(@ForAll @IntRange(max = 100_000) int seed) {
        Random random = new Random(seed);
        Panel panel = Simulated.factors(seed, 12, 14, 8, .5, -1);
        double[][] values = panel.values();
        double[] movement = random.doubles(14, -20, 20).toArray();
        for (double[] row : values) {
            double level = 50 * random.nextGaussian();
            for (int t = 0; t < 14; t++) {
                row[t] += level + movement[t];
            }
        }
        Panel other = Simulated.panel(values, 1, 8);
        assertThat(difference(other, Kind.DIFFERENCE_IN_DIFFERENCES))
                .isCloseTo(difference(panel, Kind.DIFFERENCE_IN_DIFFERENCES), within(1e-9));
    }

    /** Every pair is compared as it would be in a panel of its own. */
    @Property(tries = 8)
    void leavingTwoOutIsThatManyPlacebos(@ForAll @IntRange(max = 100_000) int seed) {
        Panel panel = Simulated.factors(seed, 9, 14, 8, .5, -1.5);
        int losses = 0;
        for (int i = 1; i < 9; i++) {
            for (int j = i + 1; j < 9; j++) {
                double treated = ratio(panel, 0, i, j);
                losses += treated > Math.max(ratio(panel, i, 0, j), ratio(panel, j, 0, i)) ? 0 : 1;
            }
        }
        assertThat(LeaveTwoOut.of(panel).get().losses()).isEqualTo(losses);
    }

    @Property(tries = 20)
    void shiftingInTimeIsCounted(@ForAll @IntRange(max = 100_000) int seed) {
        double p = conformal(Simulated.factors(seed, 8, 14, 8, .5, -1));
        assertThat(p * 14).isCloseTo(Math.rint(p * 14), within(1e-9));
        assertThat(p).isBetween(1 / 14.0, 1.0);
    }

    @Property(tries = 10)
    void moreEffectIsMorePower(@ForAll @IntRange(max = 100_000) int seed) {
        Panel panel = Simulated.factors(seed, 25, 15, 14, .5, 0);
        for (Design.Judge judge : Design.Judge.values()) {
            Demonstrability found = Demonstrability.of(panel, Design.one(judge, 5, .1), Set.of(), -12, .8, RANDOMNESS)
                    .get();
            assertThat(found.curve()).hasSize(21);
            assertThat(found.curve().getFirst().effect()).isZero();
            assertThat(found.curve().getLast().effect()).isEqualTo(-12);
            assertThat(found.curve().getLast().power()).isGreaterThanOrEqualTo(found.falseFindings());
        }
    }

    private static double ratio(Panel panel, int unit, int without, int andWithout) {
        List<Integer> kept = IntStream.range(0, panel.units().size())
                .filter(i -> i != without && i != andWithout && (i == unit || i != 0))
                .boxed()
                .toList();
        double[][] values = kept.stream().map(panel::series).toArray(double[][]::new);
        int[] first = kept.stream().mapToInt(i -> i == unit ? 8 : Panel.NEVER).toArray();
        Panel one = Panel.of(kept.stream().map(panel.units()::get).toList(), panel.periods(), values, first)
                .get();
        return SyntheticControl.of(one, Specification.outcomes()).get().ratio();
    }

    private static double difference(Panel panel, Kind kind) {
        return SyntheticDifference.of(panel, kind, Optimum.EXACT).get().effect();
    }

    private static double conformal(Panel panel) {
        return Conformal.test(
                        panel,
                        Specification.outcomes(),
                        new double[panel.periods().size() - panel.firstTreated(panel.treated()[0])],
                        Arrangements.MOVING_BLOCK,
                        999,
                        RANDOMNESS)
                .get()
                .pValue();
    }
}
