package nl.leercirkel.statistics.synthetic;

import java.util.Arrays;

/**
 * The weights of {@link RidgeSimplex}, found as the authors' own program of synthetic difference-in-differences does: a hundred
 * steps of Frank and Wolfe (1956), small weights set to zero, then steps until they bring little. It stops near the optimum, not
 * at it, so it is here to reproduce published figures; see Arkhangelsky et al. (2021), appendix, and their package synthdid 0.0.9.
 */
final class FrankWolfe {

    private static final int FIRST = 100;
    private static final int MOST = 10_000;

    private FrankWolfe() {}

    /**
     * Solves.
     *
     * @param x columns, centred where there is an intercept
     * @param y the target, likewise
     * @param penalty the square root of the price of unequal weights, per row
     * @param least stop when a step lowers the mean square by less than the square of this
     */
    static double[] solve(double[][] x, double[] y, double penalty, double least) {
        double[] weights = new double[x.length];
        Arrays.fill(weights, 1.0 / x.length);
        walk(x, y, penalty, least, FIRST, weights);
        double largest = Arrays.stream(weights).max().orElse(0);
        double kept = Arrays.stream(weights).filter(w -> w > largest / 4).sum();
        for (int j = 0; j < weights.length; j++) {
            weights[j] = weights[j] > largest / 4 ? weights[j] / kept : 0;
        }
        walk(x, y, penalty, least, MOST, weights);
        return weights;
    }

    private static void walk(double[][] x, double[] y, double penalty, double least, int most, double[] weights) {
        int rows = y.length;
        double price = rows * penalty * penalty;
        double[] left = new double[rows];
        residuals(x, y, weights, left);
        double before = Double.POSITIVE_INFINITY;
        for (int step = 1; step <= most; step++) {
            move(x, price, weights, left);
            residuals(x, y, weights, left);
            double now = penalty * penalty * squares(weights) + squares(left) / rows;
            if (step >= 2 && !(before - now > least * least)) {
                return;
            }
            before = now;
        }
    }

    private static void move(double[][] x, double price, double[] weights, double[] left) {
        int steepest = 0;
        double least = Double.POSITIVE_INFINITY;
        double across = 0;
        for (int j = 0; j < x.length; j++) {
            double slope = price * weights[j];
            for (int t = 0; t < left.length; t++) {
                slope += left[t] * x[j][t];
            }
            across += slope * weights[j];
            if (slope < least) {
                least = slope;
                steepest = j;
            }
        }
        double[] change = new double[left.length];
        for (int j = 0; j < x.length; j++) {
            double step = (j == steepest ? 1 : 0) - weights[j];
            for (int t = 0; t < change.length && step != 0; t++) {
                change[t] += step * x[j][t];
            }
        }
        double apart = squares(weights) - 2 * weights[steepest] + 1;
        double curve = squares(change) + price * apart;
        if (!(curve > 0)) {
            return;
        }
        double size = Math.clamp((across - least) / curve, 0, 1);
        for (int j = 0; j < weights.length; j++) {
            weights[j] += size * ((j == steepest ? 1 : 0) - weights[j]);
        }
    }

    private static void residuals(double[][] x, double[] y, double[] weights, double[] left) {
        for (int t = 0; t < left.length; t++) {
            left[t] = -y[t];
        }
        for (int j = 0; j < x.length; j++) {
            for (int t = 0; t < left.length && weights[j] != 0; t++) {
                left[t] += weights[j] * x[j][t];
            }
        }
    }

    private static double squares(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value * value;
        }
        return sum;
    }
}
