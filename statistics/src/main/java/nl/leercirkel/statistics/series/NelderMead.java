package nl.leercirkel.statistics.series;

import java.util.function.ToDoubleFunction;

/**
 * The simplex of Nelder and Mead as in Nash, Compact Numerical Methods for Computers (1990), algorithm 19.
 *
 * <p>Not one of a library: published ETS fits were found with exactly this variant, with its first simplex and its stop, and
 * their likelihood has several local optima, so another variant ends in another place.
 */
final class NelderMead {
    private static final double BIG = 1e35;

    private final ToDoubleFunction<double[]> target;
    private final int n;
    /** n + 1 corners; the last entry of each is the value of the target there. */
    private final double[][] corner;

    private final double[] centre;
    private final double[] trial;
    private int low;
    private int evaluations;

    private NelderMead(ToDoubleFunction<double[]> target, int n) {
        this.target = target;
        this.n = n;
        this.corner = new double[n + 1][n + 1];
        this.centre = new double[n];
        this.trial = new double[n];
    }

    /** Where it ended, and whether it settled before the limit. */
    record Minimum(double[] at, double value, int evaluations, boolean converged) {}

    static Minimum minimise(ToDoubleFunction<double[]> target, double[] start, double tolerance, int limit) {
        return new NelderMead(target, start.length).run(start, tolerance, limit);
    }

    private Minimum run(double[] start, double tolerance, int limit) {
        System.arraycopy(start, 0, trial, 0, n);
        double first = value();
        double stop = tolerance * (Math.abs(first) + tolerance);
        double oldSize = spread(start, first);
        boolean evaluateAll = true;
        boolean converged = false;
        while (evaluations <= limit) {
            if (evaluateAll) {
                evaluateAllButLow();
                evaluateAll = false;
            }
            int high = lowAndHigh();
            if (corner[high][n] <= corner[low][n] + stop) {
                converged = true;
                break;
            }
            if (!moved(high)) {
                double size = shrink();
                if (size >= oldSize) {
                    break;
                }
                oldSize = size;
                evaluateAll = true;
            }
        }
        double[] best = new double[n];
        System.arraycopy(corner[low], 0, best, 0, n);
        return new Minimum(best, corner[low][n], evaluations, converged);
    }

    private double spread(double[] start, double first) {
        double step = 0;
        for (double value : start) {
            step = Math.max(step, .1 * Math.abs(value));
        }
        if (step == 0) {
            step = .1;
        }
        double size = 0;
        System.arraycopy(start, 0, corner[0], 0, n);
        corner[0][n] = first;
        for (int j = 1; j <= n; j++) {
            System.arraycopy(start, 0, corner[j], 0, n);
            double tryStep = step;
            // a step that drowns in the size of the value would leave two corners on one point
            while (corner[j][j - 1] == start[j - 1]) {
                corner[j][j - 1] = start[j - 1] + tryStep;
                tryStep *= 10;
            }
            size += tryStep;
        }
        return size;
    }

    private void evaluateAllButLow() {
        for (int j = 0; j <= n; j++) {
            if (j != low) {
                System.arraycopy(corner[j], 0, trial, 0, n);
                corner[j][n] = value();
            }
        }
    }

    private int lowAndHigh() {
        int start = low;
        int high = low;
        for (int j = 0; j <= n; j++) {
            if (j != start) {
                if (corner[j][n] < corner[low][n]) {
                    low = j;
                }
                if (corner[j][n] > corner[high][n]) {
                    high = j;
                }
            }
        }
        return high;
    }

    /** Reflects, then expands or contracts the highest corner; false where only shrinking is left. */
    private boolean moved(int high) {
        double[] worst = corner[high];
        for (int i = 0; i < n; i++) {
            double sum = -worst[i];
            for (int j = 0; j <= n; j++) {
                sum += corner[j][i];
            }
            centre[i] = sum / n;
            trial[i] = 2 * centre[i] - worst[i];
        }
        double reflected = value();
        if (reflected < corner[low][n]) {
            double[] reflection = trial.clone();
            for (int i = 0; i < n; i++) {
                trial[i] = 2 * trial[i] - centre[i];
            }
            double expanded = value();
            if (expanded < reflected) {
                replace(worst, trial, expanded);
            } else {
                replace(worst, reflection, reflected);
            }
            return true;
        }
        boolean below = reflected < worst[n];
        if (below) {
            replace(worst, trial, reflected);
        }
        for (int i = 0; i < n; i++) {
            trial[i] = .5 * worst[i] + .5 * centre[i];
        }
        double contracted = value();
        if (contracted < worst[n]) {
            replace(worst, trial, contracted);
            return true;
        }
        return below;
    }

    private double shrink() {
        double size = 0;
        for (int j = 0; j <= n; j++) {
            if (j != low) {
                for (int i = 0; i < n; i++) {
                    double towards = .5 * (corner[j][i] - corner[low][i]) + corner[low][i];
                    corner[j][i] = towards;
                    size += Math.abs(towards - corner[low][i]);
                }
            }
        }
        return size;
    }

    private double value() {
        evaluations++;
        double value = target.applyAsDouble(trial);
        return Double.isFinite(value) ? value : BIG;
    }

    private void replace(double[] vertex, double[] by, double value) {
        System.arraycopy(by, 0, vertex, 0, n);
        vertex[n] = value;
    }
}
