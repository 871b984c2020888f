package nl.leercirkel.statistics.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.ojalgo.matrix.store.R064Store;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.convex.ConvexSolver;

/** The exact solver against the conditions of an optimum, against all supports tried one by one, and against ojAlgo. */
class SimplexLeastSquaresTest {

    @Property(tries = 400)
    void theConditionsOfAnOptimumHold(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 40) int columns,
            @ForAll @IntRange(min = 1, max = 12) int rows) {
        double[][] x = columns(new Random(seed), columns, rows);
        double[] y = target(new Random(seed + 1), x, rows);
        SimplexLeastSquares solver = new SimplexLeastSquares(rows);
        solver.solve(x, y);
        assertThat(solver.settled()).isTrue();
        assertOptimal(x, y, solver.weights());
        assertThat(solver.size()).isLessThanOrEqualTo(rows + 1);
    }

    /** Every set of columns, the best weights within it by the equations of Lagrange; the best that is not negative wins. */
    @Property(tries = 200)
    void noSupportFitsBetter(
            @ForAll @IntRange int seed,
            @ForAll @IntRange(min = 1, max = 7) int columns,
            @ForAll @IntRange(min = 1, max = 5) int rows) {
        Random random = new Random(seed);
        double[][] x = new double[columns][rows];
        double[] y = new double[rows];
        for (int t = 0; t < rows; t++) {
            y[t] = 2 * random.nextGaussian();
            for (double[] column : x) {
                column[t] = random.nextGaussian();
            }
        }
        SimplexLeastSquares solver = new SimplexLeastSquares(rows);
        solver.solve(x, y);
        double best = Double.POSITIVE_INFINITY;
        for (int set = 1; set < 1 << columns; set++) {
            double[] weights = withinSupport(x, y, set);
            if (weights.length > 0 && Arrays.stream(weights).allMatch(w -> w >= -1e-12)) {
                best = Math.min(best, squares(x, y, weights));
            }
        }
        assertThat(solver.squares()).isCloseTo(best, within(1e-9));
    }

    @Test
    void ojAlgoFindsTheSame() {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            double[][] x = columns(random, 15, 20);
            double[] y = random.doubles(20).toArray();
            SimplexLeastSquares solver = new SimplexLeastSquares(20);
            solver.solve(x, y);
            // It stops at about 1e-5 of the sum of squares, and ours may not be above it.
            double theirs = squares(x, y, ojAlgo(x, y));
            assertThat(solver.squares()).isLessThanOrEqualTo(theirs + 1e-9).isCloseTo(theirs, within(1e-3 * theirs));
        }
    }

    @Test
    void aWarmStartChangesTheWayNotTheAnswer() {
        for (int seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            double[][] x = columns(random, 30, 10);
            double[] y = target(random, x, 10);
            SimplexLeastSquares cold = new SimplexLeastSquares(10);
            cold.solve(x, y);
            double[] start = new double[30];
            for (int j = 0; j < 30; j++) {
                start[j] = random.nextBoolean() ? random.nextDouble() : 0;
            }
            SimplexLeastSquares warm = new SimplexLeastSquares(10);
            warm.solve(x, y, start);
            assertThat(warm.settled()).isTrue();
            assertThat(warm.squares()).isCloseTo(cold.squares(), within(1e-10 * (1 + cold.squares())));
            SimplexLeastSquares again = new SimplexLeastSquares(10);
            again.solve(x, y, cold.weights());
            if (!cold.perfect()) {
                assertThat(again.steps()).isEqualTo(1);
            }
            again.solve(x, y, new double[30]);
            assertThat(again.squares()).isCloseTo(cold.squares(), within(1e-10 * (1 + cold.squares())));
        }
    }

    @Test
    void startsWhereItIsToldTo() {
        double[][] x = {{-9, -9}, {0, 0}, {1, 0}, {0, 1}};
        double[] y = {1, 1.5};
        SimplexLeastSquares solver = new SimplexLeastSquares(2);
        solver.solve(x, y);
        assertThat(solver.steps()).isGreaterThan(1);
        double[] answer = {0, 0, .25, .75};
        assertThat(solver.weights()).containsExactly(answer, within(1e-14));
        solver.solve(x, y, answer);
        assertThat(solver.steps()).isEqualTo(1);
        solver.solveNext(x, y);
        assertThat(solver.steps()).isEqualTo(1);
        assertThat(solver.weights()).containsExactly(answer, within(1e-14));
        // Of another number of columns the weights before say nothing.
        solver.solveNext(new double[][] {x[1], x[2], x[3]}, y);
        assertThat(solver.weights()).containsExactly(new double[] {0, .25, .75}, within(1e-14));
        // Without a start it begins at the column that is nearest.
        solver.solve(x, x[3]);
        assertThat(solver.steps()).isEqualTo(1);
        solver.solve(x, x[2], new double[4]);
        assertThat(solver.steps()).isEqualTo(1);
        assertThat(solver.weights()).containsExactly(0, 0, 1, 0);
    }

    @Test
    void oneSolverServesManyProblems() {
        SimplexLeastSquares used = new SimplexLeastSquares(8);
        for (int seed = 0; seed < 30; seed++) {
            Random random = new Random(seed);
            double[][] x = columns(random, 3 + random.nextInt(40), 8);
            double[] y = target(random, x, 8);
            used.solve(x, y);
            SimplexLeastSquares fresh = new SimplexLeastSquares(8);
            fresh.solve(x, y);
            assertThat(used.weights()).containsExactly(fresh.weights());
            assertThat(used.tied()).isEqualTo(fresh.tied());
        }
    }

    @Test
    void findsATargetThatIsAColumn() {
        double[][] x = {{1, 2, 3}, {4, 0, 1}, {7, 7, 2}};
        SimplexLeastSquares solver = new SimplexLeastSquares(3);
        solver.solve(x, x[1]);
        assertThat(solver.weights()).containsExactly(0, 1, 0);
        assertThat(solver.squares()).isZero();
        assertThat(solver.perfect()).isTrue();
        // With nothing left, any column may fit as well; the caller looks closer.
        assertThat(solver.tied()).isTrue();
    }

    @Test
    void knowsWhetherOtherWeightsMayFitAsWell() {
        SimplexLeastSquares solver = new SimplexLeastSquares(2);
        // The middle of a square is the middle of both diagonals.
        solver.solve(new double[][] {{0, 0}, {1, 0}, {1, 1}, {0, 1}}, new double[] {.5, .5});
        assertThat(solver.tied()).isTrue();
        // Outside a triangle there is one nearest point.
        solver.solve(new double[][] {{0, 0}, {1, 0}, {0, 1}}, new double[] {2, 2});
        assertThat(solver.tied()).isFalse();
        assertThat(solver.perfect()).isFalse();
        assertThat(solver.weights()[1]).isCloseTo(.5, within(1e-14));
        // The same column twice.
        solver.solve(new double[][] {{1, 0}, {1, 0}, {0, 1}}, new double[] {2, 2});
        assertThat(solver.tied()).isTrue();
        assertThat(solver.squares()).isCloseTo(4.5, within(1e-14));
    }

    @Test
    void keepsItsDigitsWhereColumnsNearlyRepeatEachOther() {
        // Two columns 1e-7 apart; the target lies between them, one third of the way.
        double[][] x = {{100, 200, 300}, {100 + 1e-7, 200, 300 - 1e-7}, {150, 250, 300}};
        double[] y = {100 + 1e-7 / 3, 200, 300 - 1e-7 / 3};
        SimplexLeastSquares solver = new SimplexLeastSquares(3);
        solver.solve(x, y);
        assertThat(solver.weights()[1]).isCloseTo(1.0 / 3, within(1e-4));
    }

    private static void assertOptimal(double[][] x, double[] y, double[] weights) {
        assertThat(Arrays.stream(weights).sum()).isCloseTo(1, within(1e-12));
        assertThat(Arrays.stream(weights).min().orElseThrow()).isNotNegative();
        double[] left = residuals(x, y, weights);
        double level = 0;
        double scale = 1;
        double[] slope = new double[x.length];
        for (int j = 0; j < x.length; j++) {
            double length = 0;
            for (int t = 0; t < y.length; t++) {
                slope[j] += left[t] * (x[j][t] - y[t]);
                length += (x[j][t] - y[t]) * (x[j][t] - y[t]);
            }
            level += weights[j] * slope[j];
            scale = Math.max(scale, length);
        }
        for (int j = 0; j < x.length; j++) {
            assertThat(slope[j]).isGreaterThanOrEqualTo(level - 1e-10 * scale);
            if (weights[j] > 1e-9) {
                assertThat(slope[j]).isCloseTo(level, within(1e-10 * scale));
            }
        }
    }

    /** Columns of all kinds: well apart, repeated, in a plane, of very different size. */
    private static double[][] columns(Random random, int columns, int rows) {
        int kind = random.nextInt(4);
        double[][] x = new double[columns][rows];
        for (int j = 0; j < columns; j++) {
            double size = kind == 3 ? Math.pow(10, random.nextInt(7) - 3) : 1;
            for (int t = 0; t < rows; t++) {
                x[j][t] = size * (kind == 2 && t > 1 ? x[j][t - 1] + x[j][t - 2] : random.nextGaussian());
            }
            if (kind == 1 && j > 0 && random.nextBoolean()) {
                x[j] = x[random.nextInt(j)].clone();
            }
        }
        return x;
    }

    /** Outside the columns, or a mean of some of them. */
    private static double[] target(Random random, double[][] x, int rows) {
        double[] y = new double[rows];
        boolean inside = random.nextInt(3) == 0;
        for (int t = 0; t < rows; t++) {
            y[t] = inside ? (x[0][t] + x[x.length - 1][t] + x[x.length / 2][t]) / 3 : 1.5 * random.nextGaussian();
        }
        return y;
    }

    static double[] residuals(double[][] x, double[] y, double[] weights) {
        double[] left = new double[y.length];
        for (int t = 0; t < y.length; t++) {
            left[t] = -y[t];
            for (int j = 0; j < x.length; j++) {
                left[t] += weights[j] * x[j][t];
            }
        }
        return left;
    }

    static double squares(double[][] x, double[] y, double[] weights) {
        return Arrays.stream(residuals(x, y, weights)).map(v -> v * v).sum();
    }

    /** Equations of Lagrange within a set of columns by elimination; empty when they have no single answer. */
    private static double[] withinSupport(double[][] x, double[] y, int set) {
        int[] in = java.util.stream.IntStream.range(0, x.length)
                .filter(j -> (set >> j & 1) == 1)
                .toArray();
        int n = in.length + 1;
        double[][] system = new double[n][n + 1];
        for (int a = 0; a < in.length; a++) {
            for (int b = 0; b < in.length; b++) {
                for (int t = 0; t < y.length; t++) {
                    system[a][b] += x[in[a]][t] * x[in[b]][t];
                }
            }
            for (int t = 0; t < y.length; t++) {
                system[a][n] += x[in[a]][t] * y[t];
            }
            system[a][n - 1] = system[n - 1][a] = 1;
        }
        system[n - 1][n] = 1;
        for (int c = 0; c < n; c++) {
            int pivot = c;
            for (int r = c + 1; r < n; r++) {
                pivot = Math.abs(system[r][c]) > Math.abs(system[pivot][c]) ? r : pivot;
            }
            if (Math.abs(system[pivot][c]) < 1e-10) {
                return new double[0];
            }
            double[] swap = system[pivot];
            system[pivot] = system[c];
            system[c] = swap;
            for (int r = 0; r < n; r++) {
                double factor = r == c ? 0 : system[r][c] / system[c][c];
                for (int k = c; k <= n; k++) {
                    system[r][k] -= factor * system[c][k];
                }
            }
        }
        double[] weights = new double[x.length];
        for (int a = 0; a < in.length; a++) {
            weights[in[a]] = system[a][n] / system[a][a];
        }
        return weights;
    }

    private static double[] ojAlgo(double[][] x, double[] y) {
        int n = x.length;
        R064Store q = R064Store.FACTORY.make(n, n);
        R064Store c = R064Store.FACTORY.make(n, 1);
        R064Store sum = R064Store.FACTORY.make(1, n);
        R064Store not = R064Store.FACTORY.make(n, n);
        for (int a = 0; a < n; a++) {
            for (int t = 0; t < y.length; t++) {
                for (int b = 0; b < n; b++) {
                    q.add(a, b, x[a][t] * x[b][t]);
                }
                c.add(a, 0, x[a][t] * y[t]);
            }
            sum.set(0, a, 1);
            not.set(a, a, -1);
        }
        Optimisation.Options options = new Optimisation.Options();
        options.convex().extendedPrecision(true);
        Optimisation.Result result = ConvexSolver.newBuilder()
                .objective(q, c)
                .equalities(sum, R064Store.FACTORY.column(1.0))
                .inequalities(not, R064Store.FACTORY.make(n, 1))
                .build(options)
                .solve();
        double[] weights = new double[n];
        for (int j = 0; j < n; j++) {
            weights[j] = Math.max(0, result.doubleValue(j));
        }
        double total = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(w -> w / total).toArray();
    }
}
