package nl.leercirkel.statistics.series;

/**
 * How often a series must be differenced before an ARMA model fits it: a season by its strength (Wang, Smith and Hyndman 2006,
 * with the limit .64 of Hyndman's implementation), a wandering level by the test of Kwiatkowski, Phillips, Schmidt and Shin (1992).
 */
final class Differencing {
    private static final double KPSS_5_PERCENT = .463;
    private static final double STRONG_SEASON = .64;

    private Differencing() {}

    static int seasonal(double[] y, int period) {
        return period > 1 && y.length >= 3 * period && seasonalStrength(y, period) > STRONG_SEASON ? 1 : 0;
    }

    static int regular(double[] y) {
        double[] series = y;
        for (int d = 0; d < 2; d++) {
            if (series.length < 4 || Checks.isConstant(series) || kpss(series) <= KPSS_5_PERCENT) {
                return d;
            }
            series = ArimaOrder.difference(series, 1);
        }
        return 2;
    }

    /** One minus the variance of the remainder over that of season and remainder; trend by moving average. */
    static double seasonalStrength(double[] y, int period) {
        double[] season = EtsStart.classical(y, period, false);
        int half = period / 2;
        double[] remainder = new double[y.length - 2 * half];
        double[] detrended = new double[remainder.length];
        for (int i = 0; i < remainder.length; i++) {
            detrended[i] = y[i + half] - EtsStart.movingAverage(y, i + half, period);
            remainder[i] = detrended[i] - season[i + half];
        }
        double whole = variance(detrended);
        return whole > 0 ? Math.clamp(1 - variance(remainder) / whole, 0, 1) : 0;
    }

    /** The statistic for a constant level. */
    static double kpss(double[] y) {
        int n = y.length;
        double mean = 0;
        for (double value : y) {
            mean += value / n;
        }
        int lags = (int) (3 * Math.sqrt(n) / 13);
        double longRun = 0;
        for (int lag = 0; lag <= lags; lag++) {
            double sum = 0;
            for (int i = lag; i < n; i++) {
                sum += (y[i] - mean) * (y[i - lag] - mean);
            }
            longRun += (lag == 0 ? 1 : 2 * (1 - lag / (lags + 1.0))) * sum / n;
        }
        double running = 0;
        double squares = 0;
        for (double value : y) {
            running += value - mean;
            squares += running * running;
        }
        return longRun > 0 ? squares / ((double) n * n * longRun) : 0;
    }

    private static double variance(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return sum;
    }
}
