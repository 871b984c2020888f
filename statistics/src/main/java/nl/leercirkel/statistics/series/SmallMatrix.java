package nl.leercirkel.statistics.series;

import org.jspecify.annotations.Nullable;

/** Inverse of a small symmetric matrix, where asking is cheaper than catching a library's exception. */
final class SmallMatrix {

    private SmallMatrix() {}

    /** Null where the matrix is not positive definite. */
    static double @Nullable [][] inverse(double[][] matrix) {
        int n = matrix.length;
        double[][] l = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double value = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    value -= l[i][k] * l[j][k];
                }
                if (i == j) {
                    if (!(value > 1e-12 * Math.abs(matrix[i][i]))) {
                        return null;
                    }
                    l[i][i] = Math.sqrt(value);
                } else {
                    l[i][j] = value / l[j][j];
                }
            }
        }
        double[][] inverse = new double[n][n];
        for (int column = 0; column < n; column++) {
            double[] x = new double[n];
            for (int i = 0; i < n; i++) {
                double value = i == column ? 1 : 0;
                for (int k = 0; k < i; k++) {
                    value -= l[i][k] * x[k];
                }
                x[i] = value / l[i][i];
            }
            for (int i = n - 1; i >= 0; i--) {
                for (int k = i + 1; k < n; k++) {
                    x[i] -= l[k][i] * x[k];
                }
                x[i] /= l[i][i];
            }
            for (int i = 0; i < n; i++) {
                inverse[i][column] = x[i];
            }
        }
        return inverse;
    }
}
