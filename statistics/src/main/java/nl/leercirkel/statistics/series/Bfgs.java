package nl.leercirkel.statistics.series;

import java.util.function.ToDoubleFunction;

/**
 * Quasi-Newton minimisation with numeric gradients, for the few parameters of an ARMA model. A library's would do; this one
 * allocates little and stops at an infinite value instead of failing, as a likelihood outside its bounds gives one.
 */
final class Bfgs {
    private static final double STEP = 1e-4;
    private static final int ITERATIONS = 100;

    private Bfgs() {}

    record Minimum(double[] at, double value, boolean converged) {}

    static Minimum minimise(ToDoubleFunction<double[]> target, double[] start, double tolerance) {
        int n = start.length;
        double[] x = start.clone();
        double value = target.applyAsDouble(x);
        if (n == 0 || !Double.isFinite(value)) {
            return new Minimum(x, value, n == 0);
        }
        double[] gradient = gradient(target, x);
        double[][] inverse = identity(n);
        boolean fresh = true;
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            double[] direction = direction(inverse, gradient);
            double slope = dot(direction, gradient);
            if (!(slope < 0)) {
                if (fresh) {
                    return new Minimum(x, value, true);
                }
                inverse = identity(n);
                fresh = true;
                continue;
            }
            // far steps in the transformed space only reach the flat edge of the bounds
            double length = Math.sqrt(dot(direction, direction));
            double rate = length > 1 ? 1 / length : 1;
            double[] next = x;
            double reached = Double.POSITIVE_INFINITY;
            for (int half = 0; half < 30; half++, rate *= .4) {
                next = along(x, direction, rate);
                reached = target.applyAsDouble(next);
                if (reached <= value + 1e-4 * rate * slope) {
                    break;
                }
            }
            if (!(reached < value)) {
                if (fresh) {
                    return new Minimum(x, value, true);
                }
                inverse = identity(n);
                fresh = true;
                continue;
            }
            double[] turned = gradient(target, next);
            double gained = value - reached;
            update(inverse, x, next, gradient, turned);
            fresh = false;
            x = next;
            value = reached;
            gradient = turned;
            if (gained <= tolerance * (Math.abs(value) + tolerance)) {
                return new Minimum(x, value, true);
            }
        }
        return new Minimum(x, value, false);
    }

    private static double[] gradient(ToDoubleFunction<double[]> target, double[] x) {
        double[] gradient = new double[x.length];
        double[] at = x.clone();
        for (int i = 0; i < x.length; i++) {
            at[i] = x[i] + STEP;
            double above = target.applyAsDouble(at);
            at[i] = x[i] - STEP;
            double below = target.applyAsDouble(at);
            at[i] = x[i];
            double slope = (above - below) / (2 * STEP);
            gradient[i] = Double.isFinite(slope) ? slope : 0;
        }
        return gradient;
    }

    private static void update(double[][] inverse, double[] x, double[] next, double[] gradient, double[] turned) {
        int n = x.length;
        double[] moved = new double[n];
        double[] change = new double[n];
        for (int i = 0; i < n; i++) {
            moved[i] = next[i] - x[i];
            change[i] = turned[i] - gradient[i];
        }
        double curvature = dot(moved, change);
        if (!(curvature > 1e-14)) {
            return;
        }
        double[] image = new double[n];
        for (int i = 0; i < n; i++) {
            image[i] = dot(inverse[i], change);
        }
        double factor = 1 + dot(change, image) / curvature;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                inverse[i][j] += (factor * moved[i] * moved[j] - image[i] * moved[j] - moved[i] * image[j]) / curvature;
            }
        }
    }

    private static double[] direction(double[][] inverse, double[] gradient) {
        double[] direction = new double[gradient.length];
        for (int i = 0; i < direction.length; i++) {
            direction[i] = -dot(inverse[i], gradient);
        }
        return direction;
    }

    private static double[] along(double[] x, double[] direction, double rate) {
        double[] next = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            next[i] = x[i] + rate * direction[i];
        }
        return next;
    }

    private static double[][] identity(int n) {
        double[][] identity = new double[n][n];
        for (int i = 0; i < n; i++) {
            identity[i][i] = 1;
        }
        return identity;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
