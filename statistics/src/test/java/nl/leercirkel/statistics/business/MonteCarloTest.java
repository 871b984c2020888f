package nl.leercirkel.statistics.business;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import nl.leercirkel.statistics.Randomness;
import nl.leercirkel.statistics.Reason;
import org.junit.jupiter.api.Test;

class MonteCarloTest {

    private static final PilotCase PILOT = new PilotCase(
            new Distribution.Poisson(40),
            new Distribution.Beta(22, 8),
            new Distribution.Gamma(60_000, 16),
            new Distribution.Gamma(35_000, 16),
            new Distribution.Normal(450_000, 40_000));

    /** Issue 4: mean 283,333.33 and SD 539,068.58 follow from the moments of the five distributions. */
    @Test
    void theExactMomentsAreThoseOfTheClosedForm() {
        assertThat(PILOT.exact().mean()).isCloseTo(283_333.33, within(.01));
        assertThat(PILOT.exact().sd()).isCloseTo(539_068.58, within(.01));
    }

    /** Tolerances: four standard errors of a million draws (539.07 for the mean, 381 for the SD times 1.5 for its tails). */
    @Test
    void aMillionDrawsReachTheClosedForm() {
        Simulation result = PILOT.simulate(1_000_000, .95, Randomness.of(1)).get();
        assertThat(result.mean()).isCloseTo(283_333.33, within(4 * 539.07));
        assertThat(result.sd()).isCloseTo(539_068.58, within(2300.0));
        assertThat(result.simulationError()).isCloseTo(539.07, within(2.5));
        assertThat(result.positive()).isCloseTo(.688, within(.002));
        assertThat(result.positiveWithin().contains(result.positive())).isTrue();
        assertThat(result.positiveWithin().width()).isCloseTo(2 * 1.96 * Math.sqrt(.688 * .312 / 1e6), within(1e-5));
        assertThat(result.seed()).isEqualTo(1);
        assertThat(result.draws()).isEqualTo(1_000_000);
        assertThat(result.inputs()).hasSize(5);
        assertThat(result.quantiles()).extracting(Simulation.Quantile::share).containsExactly(.1, .25, .5, .75, .9);
        assertThat(result.quantiles()).isSortedAccordingTo((a, b) -> Double.compare(a.value(), b.value()));
        assertThat(result.interval().lower())
                .isLessThan(result.quantiles().getFirst().value());
        assertThat(result.interval().upper())
                .isGreaterThan(result.quantiles().getLast().value());
    }

    @Test
    void theResultDependsOnTheSeedAndNotOnTheThreads() {
        Simulation one = PILOT.simulate(100_000, .9, new Randomness(7, 1)).get();
        assertThat(PILOT.simulate(100_000, .9, new Randomness(7, 2)).get()).isEqualTo(one);
        assertThat(PILOT.simulate(100_000, .9, new Randomness(7, 5)).get()).isEqualTo(one);
        assertThat(PILOT.simulate(100_000, .9, new Randomness(8, 1)).get().mean())
                .isNotEqualTo(one.mean());
    }

    /** The sum of two independent uniforms: mean 1, variance 1/6, P(sum > .5) = 7/8, its 10% point sqrt(.2). */
    @Test
    void anyModelOfNamedInputs() {
        List<Input> inputs =
                List.of(new Input("a", new Distribution.Uniform(0, 1)), new Input("b", new Distribution.Uniform(0, 1)));
        Simulation result = MonteCarlo.run(inputs, v -> v[0] + v[1] - .5, 400_000, .95, Randomness.of(3))
                .get();
        assertThat(result.mean()).isCloseTo(.5, within(.003));
        assertThat(result.sd()).isCloseTo(Math.sqrt(1 / 6.0), within(.002));
        assertThat(result.positive()).isCloseTo(.875, within(.002));
        assertThat(result.quantiles().getFirst().value()).isCloseTo(Math.sqrt(.2) - .5, within(.004));
        assertThat(result.quantiles().get(2).value()).isCloseTo(.5, within(.004));
        assertThat(result.interval().lower()).isCloseTo(Math.sqrt(.05) - .5, within(.004));
        assertThat(result.interval().upper()).isCloseTo(1.5 - Math.sqrt(.05), within(.004));
    }

    @Test
    void badInputHasAReason() {
        List<Input> one = List.of(new Input("a", new Distribution.Uniform(-1, 1)));
        assertThat(MonteCarlo.run(List.of(), v -> 0, 5000, .95, Randomness.of(1))
                        .failure()
                        .reason())
                .isEqualTo(Reason.NO_DATA);
        assertThat(MonteCarlo.run(one, v -> 0, 999, .95, Randomness.of(1))
                        .failure()
                        .reason())
                .isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(MonteCarlo.run(one, v -> v[0], 1000, .95, Randomness.of(1)).isAnswer())
                .isTrue();
        assertThat(MonteCarlo.run(one, v -> 0, 50_000_001, .95, Randomness.of(1))
                        .failure()
                        .reason())
                .isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(MonteCarlo.run(one, v -> 0, 5000, 1, Randomness.of(1))
                        .failure()
                        .reason())
                .isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(MonteCarlo.run(one, v -> 0, 5000, 0, Randomness.of(1))
                        .failure()
                        .reason())
                .isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(MonteCarlo.run(one, v -> Math.log(v[0]), 5000, .95, Randomness.of(1))
                        .failure()
                        .reason())
                .isEqualTo(Reason.NOT_A_NUMBER);
    }

    /** Type 7 quantiles by hand: of 1..10 the median is 5.5, the 10% point 1.9. */
    @Test
    void quantilesInterpolate() {
        double[] values = {10, 1, 9, 2, 8, 3, 7, 4, 6, 5};
        assertThat(Quantiles.of(values, .5, .1, 0, 1, .75))
                .containsExactly(new double[] {5.5, 1.9, 1, 10, 7.75}, within(1e-12));
        assertThat(values[0]).isEqualTo(10);
    }

    /** The definition itself on the sorted values, for shapes that fill one cell, few cells or many. */
    @Test
    void quantilesOfManyValuesAreThoseOfTheSortedValues() {
        var stream = Randomness.of(11).stream();
        double[] shares = {0, .025, .1, .25, .5, .75, .9, .975, 1};
        List<java.util.function.DoubleSupplier> shapes = List.of(
                stream::nextDouble,
                () -> Math.exp(40 * stream.nextDouble()), // nearly all in the first cell
                () -> stream.nextInt(3), // ties
                () -> 7,
                () -> stream.nextBoolean() ? 4 * Double.MIN_VALUE : 0,
                () -> (stream.nextDouble() - .5) * Double.MAX_VALUE,
                () -> stream.nextBoolean() ? Double.MAX_VALUE : -Double.MAX_VALUE);
        for (var shape : shapes) {
            double[] values =
                    java.util.stream.DoubleStream.generate(shape).limit(10_007).toArray();
            double[] sorted = values.clone();
            java.util.Arrays.sort(sorted);
            double[] expected = new double[shares.length];
            for (int k = 0; k < shares.length; k++) {
                double place = shares[k] * (sorted.length - 1);
                int below = (int) place;
                double part = place - below;
                expected[k] = part == 0 ? sorted[below] : sorted[below] + part * (sorted[below + 1] - sorted[below]);
            }
            assertThat(Quantiles.of(values, shares)).containsExactly(expected);
        }
    }

    /** Mean and spread by hand, put together from parts; a large common level must not eat the digits of the spread. */
    @Test
    void momentsOfPartsAreThoseOfTheWhole() {
        double[] values = {1e9 + 1, 1e9 - 2, 1e9 + 4, 1e9, 1e9 + 7};
        MonteCarlo.Moments whole = MonteCarlo.Moments.of(values, 0, 5);
        MonteCarlo.Moments parts = new MonteCarlo.Moments();
        parts.merge(MonteCarlo.Moments.of(values, 0, 2));
        parts.merge(MonteCarlo.Moments.of(values, 2, 5));
        for (MonteCarlo.Moments moments : List.of(whole, parts)) {
            assertThat(moments.mean()).isEqualTo(1e9 + 2);
            // deviations -1, -4, 2, -2, 5: squares 50, over 4
            // doubles near 1e9 lie 1.2e-7 apart, and so may the means of the parts
            assertThat(moments.sd()).isCloseTo(Math.sqrt(12.5), within(1e-7));
            assertThat(moments.positive()).isEqualTo(5);
        }
        assertThat(MonteCarlo.Moments.of(new double[] {-1, 0, 3}, 0, 3).positive())
                .isEqualTo(1);
    }
}
