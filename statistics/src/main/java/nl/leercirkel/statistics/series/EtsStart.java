package nl.leercirkel.statistics.series;

import nl.leercirkel.statistics.series.EtsModel.Season;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.QRDecomposition;

/**
 * Where the search for the parameters of an ETS model begins: Hyndman et al. (2008), section 2.6.1. The seasonal states come from
 * a classical decomposition (or one harmonic where there are fewer than three periods), level and slope from a line through
 * the first observations.
 */
final class EtsStart {

    private EtsStart() {}

    static double[] parameters(EtsModel model, double[] y, int period) {
        int m = model.isSeasonal() ? period : 1;
        double[] seasonal =
                model.isSeasonal() ? seasonal(y, m, model.season() == Season.MULTIPLICATIVE) : new double[0];
        double[] adjusted = adjusted(model, y, seasonal);
        double[] parameters = new double[model.parameters(period)];
        int at = 0;
        double range = EtsKernel.HIGHEST - EtsKernel.LOWEST;
        double alpha = EtsKernel.LOWEST + .2 * range / m;
        parameters[at++] = alpha;
        if (model.hasTrend()) {
            parameters[at++] = EtsKernel.LOWEST + .1 * (Math.min(EtsKernel.HIGHEST, alpha) - EtsKernel.LOWEST);
        }
        if (model.isSeasonal()) {
            parameters[at++] = EtsKernel.LOWEST + .05 * (Math.min(EtsKernel.HIGHEST, 1 - alpha) - EtsKernel.LOWEST);
        }
        if (model.isDamped()) {
            parameters[at++] = EtsKernel.LOWEST_PHI + .99 * (EtsKernel.HIGHEST_PHI - EtsKernel.LOWEST_PHI);
        }
        int early = Math.min(Math.max(10, 2 * m), y.length);
        if (model.hasTrend()) {
            double[] line = line(adjusted, early);
            boolean startsAtZero = Math.abs(line[0] + line[1]) < 1e-8;
            parameters[at++] = startsAtZero ? line[0] * (1 + 1e-3) : line[0];
            parameters[at++] = startsAtZero ? line[1] * (1 - 1e-3) : line[1];
        } else {
            double sum = 0;
            for (int i = 0; i < early; i++) {
                sum += adjusted[i];
            }
            parameters[at++] = sum / early;
        }
        if (model.isSeasonal()) {
            newestFirst(model, seasonal, m, parameters, at);
        }
        return parameters;
    }

    private static void newestFirst(EtsModel model, double[] seasonal, int m, double[] parameters, int from) {
        boolean multiplicative = model.season() == Season.MULTIPLICATIVE;
        double sum = 0;
        for (int j = 0; j < m - 1; j++) {
            double state = seasonal[m - 1 - j];
            parameters[from + j] = multiplicative ? Math.max(state, .01) : state;
            sum += parameters[from + j];
        }
        if (multiplicative && sum > m) {
            for (int j = 0; j < m - 1; j++) {
                parameters[from + j] /= sum + .01 * (m - 1);
            }
        }
    }

    private static double[] adjusted(EtsModel model, double[] y, double[] seasonal) {
        double[] adjusted = y.clone();
        for (int i = 0; i < y.length && model.isSeasonal(); i++) {
            adjusted[i] =
                    model.season() == Season.MULTIPLICATIVE ? y[i] / Math.max(seasonal[i], .01) : y[i] - seasonal[i];
        }
        return adjusted;
    }

    /** The seasonal part of every observation. */
    static double[] seasonal(double[] y, int m, boolean multiplicative) {
        return y.length < 3 * m ? harmonic(y, m, multiplicative) : classical(y, m, multiplicative);
    }

    private static double[] harmonic(double[] y, int m, boolean multiplicative) {
        int n = y.length;
        // one harmonic of period two has no sine: it is zero at every observation
        int columns = m == 2 ? 3 : 4;
        double[][] rows = new double[n][columns];
        for (int i = 0; i < n; i++) {
            double angle = 2 * Math.PI * (i + 1) / m;
            rows[i][0] = 1;
            rows[i][1] = i + 1;
            rows[i][2] = Math.cos(angle);
            if (columns == 4) {
                rows[i][3] = Math.sin(angle);
            }
        }
        double[] fit = new QRDecomposition(new Array2DRowRealMatrix(rows, false))
                .getSolver()
                .solve(new ArrayRealVector(y, false))
                .toArray();
        double[] seasonal = new double[n];
        for (int i = 0; i < n; i++) {
            double trend = fit[0] + fit[1] * (i + 1);
            seasonal[i] = multiplicative ? y[i] / trend : y[i] - trend;
        }
        return seasonal;
    }

    /** Moving average as trend, means of what is left per season, centred on zero or one. */
    static double[] classical(double[] y, int m, boolean multiplicative) {
        double[] sums = new double[m];
        int[] counts = new int[m];
        int half = m / 2;
        for (int i = half; i < y.length - half; i++) {
            double trend = movingAverage(y, i, m);
            sums[i % m] += multiplicative ? y[i] / trend : y[i] - trend;
            counts[i % m]++;
        }
        double mean = 0;
        for (int j = 0; j < m; j++) {
            sums[j] /= counts[j];
            mean += sums[j] / m;
        }
        double[] seasonal = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            seasonal[i] = multiplicative ? sums[i % m] / mean : sums[i % m] - mean;
        }
        return seasonal;
    }

    /** Centred; for an even period the two ends count half. */
    static double movingAverage(double[] y, int at, int m) {
        int half = m / 2;
        double sum = 0;
        for (int k = -half; k <= half; k++) {
            double weight = m % 2 == 0 && Math.abs(k) == half ? .5 : 1;
            sum += weight * y[at + k];
        }
        return sum / m;
    }

    /** Intercept (at zero, the first observation stands at one) and slope. */
    private static double[] line(double[] y, int n) {
        double meanX = (n + 1) / 2.0;
        double meanY = 0;
        for (int i = 0; i < n; i++) {
            meanY += y[i] / n;
        }
        double xy = 0;
        double xx = 0;
        for (int i = 0; i < n; i++) {
            xy += (i + 1 - meanX) * (y[i] - meanY);
            xx += (i + 1 - meanX) * (i + 1 - meanX);
        }
        double slope = xy / xx;
        return new double[] {meanY - slope * meanX, slope};
    }
}
