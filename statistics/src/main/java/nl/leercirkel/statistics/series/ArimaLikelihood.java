package nl.leercirkel.statistics.series;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The exact likelihood of regression with ARMA errors, with the regression coefficients and the variance solved for: given the
 * ARMA lags they are those of least squares on the whitened series.
 */
final class ArimaLikelihood {
    private final ArimaOrder order;
    private final double[] series;
    private final double[][] design;
    private final double[] plain;

    /** @param series differenced already, as is the design (one array per column) */
    ArimaLikelihood(ArimaOrder order, double[] series, double[][] design) {
        this.order = order;
        this.series = series;
        this.design = design;
        this.plain = new Projection(series, design).residuals();
    }

    /** What is left where nothing is dynamic: shows whether the columns carry separate information at all. */
    boolean isIdentified() {
        return new Projection(series, design).isIdentified();
    }

    /** What regression without dynamics leaves. */
    double[] plainResiduals() {
        return plain.clone();
    }

    double leftWithoutDynamics() {
        double sum = 0;
        for (double value : plain) {
            sum += value * value;
        }
        return sum;
    }

    /** Minus the log-likelihood per observation, up to a constant; infinite where the process is not stationary. */
    double perObservation(double[] natural) {
        ArmaWhitening whitening = ArmaWhitening.of(ArmaPolynomials.of(order, natural), series.length, series.length);
        if (whitening == null) {
            return Double.POSITIVE_INFINITY;
        }
        double sum = project(whitening).sumOfSquares();
        return .5 * Math.log(sum / series.length) + whitening.logDeterminant() / series.length;
    }

    double search(double[] unbounded) {
        return perObservation(ArmaPolynomials.natural(order, unbounded));
    }

    /** The conditional sum of squares, a cheap criterion that finds a good place to start. */
    double conditional(double[] unbounded) {
        ArmaPolynomials lags = ArmaPolynomials.of(order, ArmaPolynomials.natural(order, unbounded));
        double[] ar = lags.ar();
        double[] ma = lags.ma();
        double[] errors = new double[plain.length];
        double sum = 0;
        for (int t = ar.length; t < plain.length; t++) {
            double e = plain[t];
            for (int k = 0; k < ar.length; k++) {
                e -= ar[k] * plain[t - k - 1];
            }
            for (int k = 0; k < Math.min(ma.length, t - ar.length); k++) {
                e -= ma[k] * errors[t - k - 1];
            }
            errors[t] = e;
            sum += e * e;
        }
        int used = plain.length - ar.length;
        return used < 1 || !(sum > 0) ? Double.POSITIVE_INFINITY : .5 * Math.log(sum / used);
    }

    Projection project(ArmaWhitening whitening) {
        double[][] columns = new double[design.length][];
        for (int k = 0; k < design.length; k++) {
            columns[k] = whitening.whiten(design[k]);
        }
        return new Projection(whitening.whiten(series), columns);
    }

    @Nullable
    ArmaWhitening whitening(double[] natural, int rows) {
        return ArmaWhitening.of(ArmaPolynomials.of(order, natural), rows, series.length);
    }

    /** Least squares by orthogonalising the columns one after the other (modified Gram and Schmidt). */
    static final class Projection {
        private final double[][] basis;
        private final double[][] r;
        private final double[] along;
        private final double[] residuals;
        private boolean identified = true;

        Projection(double[] y, double[][] columns) {
            int k = columns.length;
            basis = new double[k][];
            r = new double[k][k];
            along = new double[k];
            residuals = y.clone();
            for (int j = 0; j < k; j++) {
                double[] column = columns[j].clone();
                double before = Math.sqrt(dot(column, column));
                for (int i = 0; i < j; i++) {
                    r[i][j] = dot(basis[i], column);
                    subtract(column, basis[i], r[i][j]);
                }
                double norm = Math.sqrt(dot(column, column));
                if (!(norm > 1e-9 * before)) {
                    identified = false;
                    Arrays.fill(column, 0);
                    r[j][j] = 1;
                } else {
                    r[j][j] = norm;
                    for (int t = 0; t < column.length; t++) {
                        column[t] /= norm;
                    }
                }
                basis[j] = column;
                along[j] = dot(column, residuals);
                subtract(residuals, column, along[j]);
            }
        }

        boolean isIdentified() {
            return identified;
        }

        double[] residuals() {
            return residuals;
        }

        double sumOfSquares() {
            return dot(residuals, residuals);
        }

        double[] coefficients() {
            double[] solved = along.clone();
            for (int j = solved.length - 1; j >= 0; j--) {
                for (int i = j + 1; i < solved.length; i++) {
                    solved[j] -= r[j][i] * solved[i];
                }
                solved[j] /= r[j][j];
            }
            return solved;
        }

        /** Variances of the coefficients over the variance of the errors. */
        double[] variances() {
            int k = r.length;
            double[][] inverse = new double[k][k];
            for (int j = 0; j < k; j++) {
                inverse[j][j] = 1 / r[j][j];
                for (int i = j - 1; i >= 0; i--) {
                    double sum = 0;
                    for (int c = i + 1; c <= j; c++) {
                        sum -= r[i][c] * inverse[c][j];
                    }
                    inverse[i][j] = sum / r[i][i];
                }
            }
            double[] variances = new double[k];
            for (int i = 0; i < k; i++) {
                variances[i] = dot(inverse[i], inverse[i]);
            }
            return variances;
        }

        private static double dot(double[] a, double[] b) {
            double sum = 0;
            for (int i = 0; i < a.length; i++) {
                sum += a[i] * b[i];
            }
            return sum;
        }

        private static void subtract(double[] from, double[] what, double times) {
            for (int i = 0; i < from.length; i++) {
                from[i] -= times * what[i];
            }
        }
    }
}
