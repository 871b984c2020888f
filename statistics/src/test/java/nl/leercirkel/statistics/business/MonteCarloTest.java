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
}
