package nl.leercirkel.statistics.synthetic;

import java.util.Arrays;
import java.util.Optional;
import nl.leercirkel.statistics.support.Spd;

/**
 * The weights, not negative and adding up to one, with which columns come nearest to a target, with a price on unequal weights:
 * min ||Xw - y||^2 + p ||w||^2 for p above zero. Exact.
 *
 * <p>With m = (y - Xw) / p the answer is w = P(X'm), the projection on the simplex, where X P(X'm) + p m = y: as many equations
 * as rows, however many columns. They are the slope of a convex function, so Newton's method with a line search finds the zero,
 * and ends in one step once it knows which weights are above zero (Qi and Sun 1993, "A nonsmooth version of Newton's method",
 * Mathematical Programming 58; Michelot 1986 for the projection).
 */
final class RidgeSimplex {

    private static final int LIMIT = 200;

    /** Of the height: below it a step is judged by the slope, whose digits are not lost in a difference. */
    private static final double ROUNDING = 1e-12;

    private final double[][] x;
    private final double[] y;
    private final double price;
    private final int rows;
    private final double[] along;
    private final double[] sorted;
    private final double[] weights;

    private RidgeSimplex(double[][] x, double[] y, double price) {
        this.x = x;
        this.y = y;
        this.price = price;
        this.rows = y.length;
        this.along = new double[x.length];
        this.sorted = new double[x.length];
        this.weights = new double[x.length];
    }

    /**
     * Solves.
     *
     * @param x columns, each of the target's length
     * @param y the target
     * @param price above zero, in squared units of the target
     * @return the weights; empty only when rounding kept the search from settling
     */
    static Optional<double[]> solve(double[][] x, double[] y, double price) {
        return new RidgeSimplex(x, y, price).run().or(() -> byMoreRows(x, y, price));
    }

    /**
     * The same with the price as one more row per column, for the solver that has none. For a low price, where the curvature may have
     * no inverse in rounded numbers, and for few columns.
     */
    static Optional<double[]> byMoreRows(double[][] x, double[] y, double price) {
        int rows = y.length;
        double[][] longer = new double[x.length][];
        for (int j = 0; j < x.length; j++) {
            longer[j] = Arrays.copyOf(x[j], rows + x.length);
            longer[j][rows + j] = Math.sqrt(price);
        }
        SimplexLeastSquares solver = new SimplexLeastSquares(rows + x.length);
        solver.solve(longer, Arrays.copyOf(y, rows + x.length));
        return solver.settled() ? Optional.of(solver.weights()) : Optional.empty();
    }

    private Optional<double[]> run() {
        double[] m = new double[rows];
        double[] slope = new double[rows];
        double height = at(m, slope);
        double length = Math.sqrt(Spd.dot(y, y));
        for (double[] column : x) {
            length = Math.max(length, Math.sqrt(Spd.dot(column, column)));
        }
        boolean[] before = null;
        for (int step = 0; step < LIMIT; step++) {
            double left = Math.sqrt(Spd.dot(slope, slope));
            boolean[] now = above();
            if (left <= 1e-14 * length || (left <= enough(m, length) && Arrays.equals(before, now))) {
                return Optional.of(normalised());
            }
            before = now;
            Optional<double[][]> inverse = Spd.inverse(curvature());
            if (inverse.isEmpty()) {
                return Optional.empty();
            }
            double[] direction = Spd.times(inverse.get(), slope);
            double descent = Spd.dot(direction, slope);
            double size = 1;
            double[] next = new double[rows];
            double[] nextSlope = new double[rows];
            double nextHeight;
            do {
                for (int t = 0; t < rows; t++) {
                    next[t] = m[t] - size * direction[t];
                }
                nextHeight = at(next, nextSlope);
                size /= 2;
            } while (size > 1e-12
                    && nextHeight > height - 1e-4 * 2 * size * descent
                    && !(nextHeight <= height + ROUNDING * Math.abs(height)
                            && Spd.dot(nextSlope, nextSlope) < left * left));
            m = next;
            slope = nextSlope;
            height = nextHeight;
        }
        return Math.sqrt(Spd.dot(slope, slope)) <= enough(m, length) ? Optional.of(normalised()) : Optional.empty();
    }

    /** The convex function and its slope; leaves the weights. */
    private double at(double[] m, double[] slope) {
        for (int j = 0; j < x.length; j++) {
            along[j] = Spd.dot(m, x[j]);
        }
        project();
        double height = price / 2 * Spd.dot(m, m) - Spd.dot(y, m);
        for (int t = 0; t < rows; t++) {
            slope[t] = price * m[t] - y[t];
        }
        for (int j = 0; j < x.length; j++) {
            double weight = weights[j];
            if (weight > 0) {
                height += weight * (along[j] - weight / 2);
                for (int t = 0; t < rows; t++) {
                    slope[t] += weight * x[j][t];
                }
            }
        }
        return height;
    }

    /** The point of the simplex nearest to along. */
    private void project() {
        System.arraycopy(along, 0, sorted, 0, sorted.length);
        Arrays.sort(sorted);
        double sum = 0;
        double level = 0;
        for (int count = 1; count <= sorted.length; count++) {
            double value = sorted[sorted.length - count];
            sum += value;
            double candidate = (sum - 1) / count;
            if (!(value > candidate)) {
                break;
            }
            level = candidate;
        }
        for (int j = 0; j < weights.length; j++) {
            weights[j] = Math.max(0, along[j] - level);
        }
    }

    /** What may be left of the slope: for a low price m is large, and the weights know no more digits than X'm does. */
    private static double enough(double[] m, double length) {
        return Math.max(1e-9 * length, 32 * Math.ulp(1.0) * Math.sqrt(Spd.dot(m, m)) * length * length);
    }

    /** For a low price the projection is a difference of large numbers, which costs the sum its last digits. */
    private double[] normalised() {
        double total = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(weight -> weight / total).toArray();
    }

    private boolean[] above() {
        boolean[] above = new boolean[weights.length];
        for (int j = 0; j < above.length; j++) {
            above[j] = weights[j] > 0;
        }
        return above;
    }

    /** How the slope changes while the same weights stay above zero. */
    private double[][] curvature() {
        double[] mean = new double[rows];
        int count = 0;
        for (int j = 0; j < x.length; j++) {
            if (weights[j] > 0) {
                count++;
                for (int t = 0; t < rows; t++) {
                    mean[t] += x[j][t];
                }
            }
        }
        double[][] curvature = new double[rows][rows];
        double[] centred = new double[rows];
        for (int j = 0; j < x.length; j++) {
            if (weights[j] > 0) {
                for (int t = 0; t < rows; t++) {
                    centred[t] = x[j][t] - mean[t] / count;
                }
                for (int a = 0; a < rows; a++) {
                    for (int b = 0; b <= a; b++) {
                        curvature[a][b] += centred[a] * centred[b];
                    }
                }
            }
        }
        for (int a = 0; a < rows; a++) {
            curvature[a][a] += price;
            for (int b = 0; b < a; b++) {
                curvature[b][a] = curvature[a][b];
            }
        }
        return curvature;
    }
}
