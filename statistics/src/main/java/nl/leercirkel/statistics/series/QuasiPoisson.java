package nl.leercirkel.statistics.series;

import java.util.Arrays;
import java.util.Optional;
import nl.leercirkel.statistics.support.Spd;
import org.jspecify.annotations.Nullable;

/**
 * Log-linear regression of counts with overdispersion (McCullagh and Nelder 1989, chapter 6), by iteratively reweighted least
 * squares.
 */
final class QuasiPoisson {
    private static final int ITERATIONS = 25;
    private static final double TOLERANCE = 1e-8;

    private final double[][] rows;
    private final double[] counts;
    private final double[] offset;
    private final double[] weights;
    private final double[] fitted;
    private final double[] coefficients;
    private final double[][] covariance;
    private final double dispersion;

    private QuasiPoisson(
            double[][] rows,
            double[] counts,
            double[] offset,
            double[] weights,
            double[] fitted,
            double[] coefficients,
            double[][] covariance) {
        this.rows = rows;
        this.counts = counts;
        this.offset = offset;
        this.weights = weights;
        this.fitted = fitted;
        this.coefficients = coefficients;
        this.covariance = covariance;
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            sum += weights[i] * (counts[i] - fitted[i]) * (counts[i] - fitted[i]) / fitted[i];
        }
        this.dispersion = sum / (counts.length - coefficients.length);
    }

    /**
     * @param rows    one row of predictors per count
     * @param offset  added to the linear predictor
     * @param weights prior weights
     * @return null where the predictors are collinear or the search does not settle
     */
    static @Nullable QuasiPoisson fit(double[][] rows, double[] counts, double[] offset, double[] weights) {
        int n = counts.length;
        int k = rows[0].length;
        double[] eta = new double[n];
        double[] mu = new double[n];
        for (int i = 0; i < n; i++) {
            mu[i] = counts[i] + .1;
            eta[i] = Math.log(mu[i]);
        }
        double before = Double.POSITIVE_INFINITY;
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            double[][] information = new double[k][k];
            double[] score = new double[k];
            for (int i = 0; i < n; i++) {
                double w = weights[i] * mu[i];
                double z = eta[i] - offset[i] + (counts[i] - mu[i]) / mu[i];
                for (int a = 0; a < k; a++) {
                    score[a] += w * rows[i][a] * z;
                    for (int b = 0; b <= a; b++) {
                        information[a][b] += w * rows[i][a] * rows[i][b];
                        information[b][a] = information[a][b];
                    }
                }
            }
            Optional<double[][]> solved = Spd.inverse(information);
            if (solved.isEmpty()) {
                return null;
            }
            double[][] inverse = solved.get();
            double[] beta = Spd.times(inverse, score);
            double deviance = 0;
            for (int i = 0; i < n; i++) {
                eta[i] = offset[i];
                for (int a = 0; a < k; a++) {
                    eta[i] += rows[i][a] * beta[a];
                }
                // a fitted mean of zero has no logarithm to come back from
                eta[i] = Math.clamp(eta[i], -30, 30);
                mu[i] = Math.exp(eta[i]);
                double own = counts[i] > 0 ? counts[i] * Math.log(counts[i] / mu[i]) : 0;
                deviance += 2 * weights[i] * (own - (counts[i] - mu[i]));
            }
            if (Math.abs(deviance - before) < TOLERANCE * (Math.abs(deviance) + .1)) {
                return new QuasiPoisson(rows, counts, offset, weights, mu, beta, inverse);
            }
            before = deviance;
        }
        return null;
    }

    double dispersion() {
        return dispersion;
    }

    double[] coefficients() {
        return coefficients.clone();
    }

    /** Residual degrees of freedom. */
    int degreesOfFreedom() {
        return counts.length - coefficients.length;
    }

    /** With a dispersion of at least 1, as counts are never less scattered than chance (Noufaily and others 2013). */
    double standardError(int coefficient) {
        return Math.sqrt(Math.max(dispersion, 1) * covariance[coefficient][coefficient]);
    }

    /** Mean at a row of predictors. */
    double mean(double[] row, double atOffset) {
        double eta = atOffset;
        for (int a = 0; a < row.length; a++) {
            eta += row[a] * coefficients[a];
        }
        return Math.exp(eta);
    }

    /** Standard error of the linear predictor at a row. */
    double linearError(double[] row) {
        return Math.sqrt(Math.max(dispersion, 1) * quadratic(row));
    }

    /** Anscombe residuals, standardised by leverage and this dispersion (Noufaily and others 2013, section 3.4). */
    double[] anscombe(double phi) {
        double[] residuals = new double[counts.length];
        for (int i = 0; i < residuals.length; i++) {
            double leverage = weights[i] * fitted[i] * quadratic(rows[i]);
            double raw =
                    1.5 * (Math.cbrt(counts[i] * counts[i]) * Math.pow(fitted[i], -1 / 6.0) - Math.sqrt(fitted[i]));
            residuals[i] = raw / Math.sqrt(phi * Math.max(1 - leverage, 1e-10));
        }
        return residuals;
    }

    /** The same data with other weights. */
    @Nullable
    QuasiPoisson reweighted(double[] by) {
        return fit(rows, counts, offset, by);
    }

    static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }

    private double quadratic(double[] row) {
        double sum = 0;
        for (int a = 0; a < row.length; a++) {
            for (int b = 0; b < row.length; b++) {
                sum += row[a] * covariance[a][b] * row[b];
            }
        }
        return sum;
    }
}
