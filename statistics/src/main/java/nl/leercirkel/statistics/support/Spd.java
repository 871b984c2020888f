package nl.leercirkel.statistics.support;

import java.util.Optional;

/** Small symmetric positive definite systems, by Cholesky. */
public final class Spd {

    private Spd() {}

    /** The inverse; empty when the matrix is not positive definite to 1e-12 of its diagonal. */
    public static Optional<double[][]> inverse(double[][] matrix) {
        int p = matrix.length;
        double[][] root = new double[p][p];
        for (int i = 0; i < p; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    rest -= root[i][k] * root[j][k];
                }
                if (i == j) {
                    if (!(rest > 1e-12 * matrix[i][i])) {
                        return Optional.empty();
                    }
                    root[i][i] = Math.sqrt(rest);
                } else {
                    root[i][j] = rest / root[j][j];
                }
            }
        }
        double[][] inverse = new double[p][];
        for (int k = 0; k < p; k++) {
            double[] x = new double[p];
            for (int i = 0; i < p; i++) {
                double rest = i == k ? 1 : 0;
                for (int j = 0; j < i; j++) {
                    rest -= root[i][j] * x[j];
                }
                x[i] = rest / root[i][i];
            }
            for (int i = p - 1; i >= 0; i--) {
                double rest = x[i];
                for (int j = i + 1; j < p; j++) {
                    rest -= root[j][i] * x[j];
                }
                x[i] = rest / root[i][i];
            }
            inverse[k] = x;
        }
        return Optional.of(inverse);
    }

    public static double[] times(double[][] matrix, double[] vector) {
        double[] product = new double[matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            product[i] = dot(matrix[i], vector);
        }
        return product;
    }

    /** x' M x. */
    public static double form(double[][] matrix, double[] vector) {
        return dot(times(matrix, vector), vector);
    }

    public static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
