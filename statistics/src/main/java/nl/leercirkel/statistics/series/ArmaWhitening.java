package nl.leercirkel.statistics.series;

import org.jspecify.annotations.Nullable;

/**
 * The exact Gaussian likelihood of an ARMA process: the Cholesky factor of the covariance of W, where W(t) is x(t) for the first p
 * and the moving average part after that (Ansley 1979, An algorithm for the exact likelihood of a mixed autoregressive-moving
 * average process; Brockwell and Davis 1991, section 5.3). The factor is banded, so the work grows with n q^2.
 */
final class ArmaWhitening {
    private final double[] ar;
    private final double[] ma;
    private final int p;
    private final int q;
    private final int rows;
    private final int band;
    /** Row i holds its band + 1 last entries, the diagonal at the end. */
    private final double[][] factor;

    private double logDeterminant;

    private ArmaWhitening(ArmaPolynomials lags, int rows) {
        this.ar = lags.ar();
        this.ma = lags.ma();
        this.p = ar.length;
        this.q = ma.length;
        this.rows = rows;
        this.band = Math.max(p, q);
        this.factor = new double[rows][];
    }

    /** Null where the process is not stationary, so that there is no such covariance. */
    static @Nullable ArmaWhitening of(ArmaPolynomials lags, int rows, int observed) {
        ArmaWhitening whitening = new ArmaWhitening(lags, rows);
        return whitening.factorise(observed) ? whitening : null;
    }

    /** Half the logarithm of the determinant of the covariance over its variance, observed rows only. */
    double logDeterminant() {
        return logDeterminant;
    }

    /** Independent errors of unit relative variance. */
    double[] whiten(double[] x) {
        double[] white = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double w = x[i];
            if (i >= p) {
                for (int k = 0; k < p; k++) {
                    w -= ar[k] * x[i - k - 1];
                }
            }
            double[] row = factor[i];
            int from = Math.max(0, i - band);
            for (int j = from; j < i; j++) {
                w -= row[j - i + band] * white[j];
            }
            white[i] = w / row[band];
        }
        return white;
    }

    double entry(int i, int j) {
        return j > i || i - j > band ? 0 : factor[i][j - i + band];
    }

    private boolean factorise(int observed) {
        double[] psi = psi();
        double[] crossed = crossed(psi);
        double[] start = p == 0 ? new double[0] : autocovariances(crossed);
        if (p > 0 && start.length == 0) {
            return false;
        }
        double[] tail = new double[q + 1];
        for (int k = 0; k <= q; k++) {
            double sum = k == 0 ? 1 : ma[k - 1];
            for (int r = 1; r + k <= q; r++) {
                sum += ma[r - 1] * ma[r + k - 1];
            }
            tail[k] = sum;
        }
        boolean settled = false;
        for (int i = 0; i < rows; i++) {
            double[] row = settled ? factor[i - 1] : row(i, start, crossed, tail);
            if (!(row[band] > 0)) {
                return false;
            }
            factor[i] = row;
            if (i < observed) {
                logDeterminant += Math.log(row[band]);
            }
            settled = settled || (i > p + band && same(row, factor[i - 1]));
        }
        return true;
    }

    private double[] row(int i, double[] start, double[] crossed, double[] tail) {
        double[] row = new double[band + 1];
        int from = i < p ? 0 : Math.max(0, i - q);
        for (int j = from; j <= i; j++) {
            int lag = i - j;
            double value = i < p ? start[lag] : j < p ? crossed[lag] : tail[lag];
            double[] other = j == i ? row : factor[j];
            for (int k = Math.max(from, j - band); k < j; k++) {
                value -= row[k - i + band] * other[k - j + band];
            }
            row[band - lag] = lag > 0 ? value / other[band] : value > 1e-14 ? Math.sqrt(value) : 0;
        }
        return row;
    }

    private static boolean same(double[] a, double[] b) {
        for (int k = 0; k < a.length; k++) {
            if (Math.abs(a[k] - b[k]) > 1e-13) {
                return false;
            }
        }
        return true;
    }

    private double[] psi() {
        double[] psi = new double[q + 1];
        psi[0] = 1;
        for (int k = 1; k <= q; k++) {
            double value = ma[k - 1];
            for (int r = 1; r <= Math.min(p, k); r++) {
                value += ar[r - 1] * psi[k - r];
            }
            psi[k] = value;
        }
        return psi;
    }

    /** Covariance of the moving average part at t with x(t - lag), over the variance. */
    private double[] crossed(double[] psi) {
        double[] crossed = new double[q + 1];
        for (int lag = 0; lag <= q; lag++) {
            double sum = 0;
            for (int k = lag; k <= q; k++) {
                sum += (k == 0 ? 1 : ma[k - 1]) * psi[k - lag];
            }
            crossed[lag] = sum;
        }
        return crossed;
    }

    /** Lags 0 to p - 1 of x, over the variance; empty where the process is not stationary. */
    private double[] autocovariances(double[] crossed) {
        double[][] system = new double[p + 1][p + 2];
        for (int k = 0; k <= p; k++) {
            system[k][k] += 1;
            for (int r = 1; r <= p; r++) {
                system[k][Math.abs(k - r)] -= ar[r - 1];
            }
            system[k][p + 1] = k <= q ? crossed[k] : 0;
        }
        for (int column = 0; column <= p; column++) {
            int pivot = column;
            for (int k = column + 1; k <= p; k++) {
                if (Math.abs(system[k][column]) > Math.abs(system[pivot][column])) {
                    pivot = k;
                }
            }
            double[] swap = system[pivot];
            system[pivot] = system[column];
            system[column] = swap;
            if (Math.abs(swap[column]) < 1e-13) {
                return new double[0];
            }
            for (int k = column + 1; k <= p; k++) {
                double times = system[k][column] / swap[column];
                for (int c = column; times != 0 && c <= p + 1; c++) {
                    system[k][c] -= times * swap[c];
                }
            }
        }
        double[] solution = new double[p + 1];
        for (int k = p; k >= 0; k--) {
            double value = system[k][p + 1];
            for (int c = k + 1; c <= p; c++) {
                value -= system[k][c] * solution[c];
            }
            solution[k] = value / system[k][k];
        }
        return solution;
    }
}
