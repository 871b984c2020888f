package nl.leercirkel.statistics.effect;

import java.util.Optional;
import nl.leercirkel.statistics.support.Spd;

/**
 * Generalised least squares with errors e[t] = rho e[t-1] + u[t], by the transformation of Prais and Winsten: the first row times
 * sqrt(1 - rho^2), every other row less rho times the one before.
 *
 * @param coefficients of the rows' columns
 * @param inverse of the transformed cross products
 * @param innovations the residuals of the transformed rows
 * @param squares their sum of squares
 * @param logDeterminant of the transformed cross products
 */
record AutoregressiveFit(
        double correlation,
        double[] coefficients,
        double[][] inverse,
        double[] innovations,
        double squares,
        double logDeterminant) {

    /** Empty when the columns depend on each other. */
    static Optional<AutoregressiveFit> of(double[][] rows, double[] values, double correlation) {
        double[][] turned = rows(rows, correlation);
        double[] outcome = turn(values, correlation);
        int k = rows[0].length;
        double[] length = new double[k];
        for (double[] row : turned) {
            for (int a = 0; a < k; a++) {
                length[a] += row[a] * row[a];
            }
        }
        double logDeterminant = 0;
        for (int a = 0; a < k; a++) {
            logDeterminant += Math.log(length[a]);
            length[a] = Math.sqrt(length[a]);
        }
        double[][] cross = new double[k][k];
        double[] right = new double[k];
        for (int i = 0; i < turned.length; i++) {
            for (int a = 0; a < k; a++) {
                double left = turned[i][a] / length[a];
                right[a] += left * outcome[i];
                for (int b = 0; b < k; b++) {
                    cross[a][b] += left * turned[i][b] / length[b];
                }
            }
        }
        Optional<double[][]> inverse = Spd.inverse(cross);
        if (inverse.isEmpty()) {
            return Optional.empty();
        }
        logDeterminant += logDeterminant(cross);
        double[] coefficients = Spd.times(inverse.get(), right);
        refine(turned, outcome, length, inverse.get(), coefficients);
        double[] innovations = residuals(turned, outcome, length, coefficients);
        double[][] unscaled = new double[k][k];
        for (int a = 0; a < k; a++) {
            coefficients[a] /= length[a];
            for (int b = 0; b < k; b++) {
                unscaled[a][b] = inverse.get()[a][b] / (length[a] * length[b]);
            }
        }
        return Optional.of(new AutoregressiveFit(
                correlation, coefficients, unscaled, innovations, Spd.dot(innovations, innovations), logDeterminant));
    }

    /** The log of the restricted likelihood with the error variance integrated out, but for a constant. */
    double logLikelihood() {
        double free = innovations.length - (double) coefficients.length;
        return (Math.log(1 - correlation * correlation) - logDeterminant - free * Math.log(squares)) / 2;
    }

    /** One step of iterative refinement: the normal equations alone lose half of the digits. */
    private static void refine(
            double[][] turned, double[] outcome, double[] length, double[][] inverse, double[] coefficients) {
        double[] left = residuals(turned, outcome, length, coefficients);
        double[] right = new double[coefficients.length];
        for (int i = 0; i < turned.length; i++) {
            for (int a = 0; a < right.length; a++) {
                right[a] += turned[i][a] / length[a] * left[i];
            }
        }
        double[] correction = Spd.times(inverse, right);
        for (int a = 0; a < right.length; a++) {
            coefficients[a] += correction[a];
        }
    }

    private static double[] residuals(double[][] turned, double[] outcome, double[] length, double[] coefficients) {
        double[] residuals = outcome.clone();
        for (int i = 0; i < residuals.length; i++) {
            for (int a = 0; a < coefficients.length; a++) {
                residuals[i] -= turned[i][a] / length[a] * coefficients[a];
            }
        }
        return residuals;
    }

    private static double[] turn(double[] values, double correlation) {
        double[] turned = new double[values.length];
        turned[0] = Math.sqrt(1 - correlation * correlation) * values[0];
        for (int i = 1; i < values.length; i++) {
            turned[i] = values[i] - correlation * values[i - 1];
        }
        return turned;
    }

    private static double[][] rows(double[][] rows, double correlation) {
        int k = rows[0].length;
        double[][] turned = new double[rows.length][k];
        double first = Math.sqrt(1 - correlation * correlation);
        for (int a = 0; a < k; a++) {
            turned[0][a] = first * rows[0][a];
            for (int i = 1; i < rows.length; i++) {
                turned[i][a] = rows[i][a] - correlation * rows[i - 1][a];
            }
        }
        return turned;
    }

    /** Of a positive definite matrix, by elimination. */
    private static double logDeterminant(double[][] matrix) {
        int k = matrix.length;
        double[][] left = new double[k][];
        for (int i = 0; i < k; i++) {
            left[i] = matrix[i].clone();
        }
        double log = 0;
        for (int i = 0; i < k; i++) {
            log += Math.log(left[i][i]);
            for (int j = i + 1; j < k; j++) {
                double factor = left[j][i] / left[i][i];
                for (int m = i; m < k; m++) {
                    left[j][m] -= factor * left[i][m];
                }
            }
        }
        return log;
    }
}
