package nl.leercirkel.statistics.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RidgeSimplexTest {

    @Property(tries = 200)
    void theConditionsOfAnOptimumHold(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 60) int columns,
            @ForAll @IntRange(min = 1, max = 12) int rows,
            @ForAll @DoubleRange(min = -6, max = 3) double price) {
        Problem problem = Problem.of(seed, columns, rows);
        double ridge = Math.pow(10, price);
        double[] weights = RidgeSimplex.solve(problem.x(), problem.y(), ridge).orElseThrow();
        assertThat(Arrays.stream(weights).sum()).isCloseTo(1, within(1e-9));
        double[] left = SimplexLeastSquaresTest.residuals(problem.x(), problem.y(), weights);
        double[] slope = new double[columns];
        double level = 0;
        for (int j = 0; j < columns; j++) {
            slope[j] = ridge * weights[j];
            for (int t = 0; t < rows; t++) {
                slope[j] += left[t] * problem.x()[j][t];
            }
            level += weights[j] * slope[j];
        }
        for (int j = 0; j < columns; j++) {
            assertThat(weights[j]).isNotNegative();
            assertThat(slope[j]).isGreaterThanOrEqualTo(level - 1e-6);
            if (weights[j] > 1e-9) {
                assertThat(slope[j]).isCloseTo(level, within(1e-6));
            }
        }
    }

    /** So low a price that the curvature has no inverse in rounded numbers; found by the property above. */
    @Test
    void aPriceThatHardlyCounts() {
        theConditionsOfAnOptimumHold(-5, 7, 9, -5.14);
        theConditionsOfAnOptimumHold(-24812, 10, 10, -6);
    }

    /** The price as one more row per column makes it a plain problem for the other solver. */
    @Test
    void theOtherSolverFindsTheSame() {
        for (int seed = 0; seed < 40; seed++) {
            Problem problem = Problem.of(seed, 12, 5);
            double price = .3;
            double[][] longer = new double[12][];
            for (int j = 0; j < 12; j++) {
                longer[j] = Arrays.copyOf(problem.x()[j], 17);
                longer[j][5 + j] = Math.sqrt(price);
            }
            SimplexLeastSquares other = new SimplexLeastSquares(17);
            other.solve(longer, Arrays.copyOf(problem.y(), 17));
            assertThat(RidgeSimplex.solve(problem.x(), problem.y(), price).orElseThrow())
                    .containsExactly(other.weights(), within(1e-9));
        }
    }

    @Test
    void aHighPriceMakesAllWeightsEqual() {
        Problem problem = Problem.of(3, 10, 4);
        assertThat(RidgeSimplex.solve(problem.x(), problem.y(), 1e12).orElseThrow())
                .containsOnly(new double[] {.1, .1, .1, .1, .1, .1, .1, .1, .1, .1}, within(1e-9));
    }

    /** Weights of least squares: the target in the middle of a square, whose corners then weigh the same. */
    @Test
    void aLowPriceChoosesTheMostEqualOfWeightsThatFit() {
        double[][] x = {{0, 0}, {1, 0}, {1, 1}, {0, 1}};
        assertThat(RidgeSimplex.solve(x, new double[] {.5, .5}, 1e-10).orElseThrow())
                .containsExactly(new double[] {.25, .25, .25, .25}, within(1e-8));
    }

    private record Problem(double[][] x, double[] y) {

        static Problem of(long seed, int columns, int rows) {
            Random random = new Random(seed);
            double[][] x = new double[columns][rows];
            double[] y = new double[rows];
            for (int t = 0; t < rows; t++) {
                y[t] = random.nextGaussian();
                for (double[] column : x) {
                    column[t] = random.nextGaussian() + 3;
                }
            }
            return new Problem(x, y);
        }
    }
}
