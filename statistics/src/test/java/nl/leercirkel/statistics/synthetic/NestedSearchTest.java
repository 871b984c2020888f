package nl.leercirkel.statistics.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Random;
import nl.leercirkel.statistics.Randomness;
import nl.leercirkel.statistics.synthetic.Specification.Effort;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

/** How much each predictor counts: the steps of the search one by one, and where it ends against a fine grid. */
class NestedSearchTest {

    /** Draws that are told beforehand, in order. */
    private static final class Told implements UniformRandomProvider {
        private final Deque<Number> draws = new ArrayDeque<>();

        Told(Number... draws) {
            this.draws.addAll(Arrays.asList(draws));
        }

        @Override
        public int nextInt(int n) {
            int told = draws.remove().intValue();
            assertThat(told).isLessThan(n);
            return told;
        }

        @Override
        public double nextDouble() {
            return draws.remove().doubleValue();
        }

        @Override
        public long nextLong() {
            throw new AssertionError("not used");
        }
    }

    /** Draws of a generator, counted. */
    private static final class Counted implements UniformRandomProvider {
        private final UniformRandomProvider drawn = Randomness.of(7).stream();
        private long count;

        @Override
        public long nextLong() {
            count++;
            return drawn.nextLong();
        }
    }

    private static final double[][] MEMBERS = {{-1, -2, -3}, {-2, -3, -6}, {-4, -1, -2}, {-3, -3, -3}};

    /** Of 0 towards 3, plus the factor times 1 less 2: (2, -2, -4). */
    @Test
    void aChildGoesTowardsTheBestAndAlongADifference() {
        double[] child = new double[3];
        // Members 1 and 2, factor .4 + .5 * .2 = .5, coordinate 1 for sure, pulled; then coordinates 0 and 2 by chance.
        NestedSearch.cross(MEMBERS, 0, 3, child, new Told(1, 2, .2, 1, .49, .79, .8));
        // -1 + .5 * (-3 + 1) + .5 * 2; -2 + .5 * (-3 + 2) + .5 * -2; the last stays.
        assertThat(child).containsExactly(new double[] {-1, -3.5, -3}, within(1e-15));
        assertThat(MEMBERS[0]).containsExactly(-1, -2, -3);
    }

    @Test
    void aChildIsNotAlwaysPulledAndStaysWithinBounds() {
        double[] child = new double[3];
        NestedSearch.cross(MEMBERS, 0, 3, child, new Told(1, 2, .2, 1, .5, 0, 0));
        assertThat(child).containsExactly(new double[] {0, -3, -5}, within(1e-15));
        // Factor .9: -1 + .9 * 2 is above 0.
        NestedSearch.cross(MEMBERS, 0, 3, child, new Told(1, 2, 1, 0, .9, .9, .9));
        assertThat(child).containsExactly(0, -2, -3);
        // -6 + .9 * (-6 + 2) is below the least.
        NestedSearch.cross(MEMBERS, 1, 3, child, new Told(1, 2, 1, 2, .9, .9, .9));
        assertThat(child).containsExactly(-2, -3, -8);
    }

    /** Predictor 5 of donors with 1, 3 and 2: the second is nearest, whatever the one predictor counts. */
    @Test
    void onePredictorCountsForAll() {
        NestedSearch search = new NestedSearch(
                new double[][] {{1}, {3}, {2}},
                new double[] {5},
                new double[][] {{0, 0, 9}, {1, 3, 9}, {0, 0, 9}},
                new double[] {2, 5, 0},
                2);
        NestedSearch.Best best = search.run(Effort.QUICK, new Told());
        assertThat(best.counts()).containsExactly(0);
        // (2 - 1)^2 + (5 - 3)^2, before treatment only.
        assertThat(best.squares()).isCloseTo(5, within(1e-12));
        assertThat(search.weights(best.counts())).containsExactly(0, 1, 0);
    }

    /** With two predictors only the ratio of their counts matters, so a line of sixteen tenfolds in steps of 1 / 500 is all. */
    @Test
    void ofTwoPredictorsNoRatioOnAFineGridDoesBetter() {
        for (int seed = 0; seed < 12; seed++) {
            NestedSearch search = random(new Random(seed), 2);
            double grid = Double.POSITIVE_INFINITY;
            for (int i = -4000; i <= 4000; i++) {
                grid = Math.min(grid, search.squares(new double[] {Math.min(0, i / 500.0), Math.min(0, -i / 500.0)}));
            }
            for (Effort effort : Effort.values()) {
                NestedSearch.Best best = search.run(effort, Randomness.of(seed).stream());
                // The quick one may end in a valley next to it (one of these twelve, .06% higher).
                assertThat(best.squares())
                        .as("seed " + seed)
                        .isLessThanOrEqualTo(grid * (1 + (effort == Effort.QUICK ? 1e-3 : 1e-9)));
                assertThat(best.squares()).isCloseTo(search.squares(best.counts()), within(1e-9 * best.squares()));
                assertThat(Arrays.stream(best.counts()).max().orElseThrow()).isZero();
            }
        }
    }

    /** The best of five predictors: no step along one of them, large or small, does better. */
    @Test
    void whereItEndsNoPredictorAloneDoesBetter() {
        for (int seed = 0; seed < 6; seed++) {
            NestedSearch search = random(new Random(seed), 5);
            NestedSearch.Best best = search.run(Effort.QUICK, Randomness.of(seed).stream());
            for (int p = 0; p < 5; p++) {
                for (double step : new double[] {-2, -.5, -.01, -.001, .001, .01, .5, 2}) {
                    double[] other = best.counts().clone();
                    other[p] = Math.clamp(other[p] + step, -8, 0);
                    assertThat(search.squares(other)).isGreaterThanOrEqualTo(best.squares() * (1 - 1e-9));
                }
            }
        }
    }

    /** Members, generations and starts are more when it may take longer, and both ends of the search are reproducible. */
    @Test
    void moreEffortDrawsMore() {
        Counted quick = new Counted();
        Counted thorough = new Counted();
        NestedSearch.Best one = random(new Random(3), 4).run(Effort.QUICK, quick);
        NestedSearch.Best other = random(new Random(3), 4).run(Effort.THOROUGH, thorough);
        assertThat(thorough.count).isGreaterThan(2 * quick.count);
        assertThat(other.squares()).isLessThanOrEqualTo(one.squares() * (1 + 1e-6));
        assertThat(random(new Random(3), 4).run(Effort.QUICK, new Counted()).counts())
                .containsExactly(one.counts());
    }

    /** Ten donors around a unit that none of their mixtures matches. */
    private static NestedSearch random(Random random, int predictors) {
        double[][] donors = new double[10][predictors];
        double[][] outcomes = new double[10][8];
        double[] matched = new double[predictors];
        double[] outcome = new double[8];
        for (int p = 0; p < predictors; p++) {
            matched[p] = 2 + random.nextGaussian() / 2;
        }
        for (int t = 0; t < 8; t++) {
            outcome[t] = random.nextGaussian();
        }
        for (int j = 0; j < 10; j++) {
            for (int p = 0; p < predictors; p++) {
                donors[j][p] = random.nextGaussian();
            }
            for (int t = 0; t < 8; t++) {
                outcomes[j][t] = random.nextGaussian();
            }
        }
        return new NestedSearch(donors, matched, outcomes, outcome, 8);
    }
}
