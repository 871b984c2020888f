package nl.leercirkel.statistics.series;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Whether residuals still hold a pattern over time: Ljung and Box (1978), On a measure of lack of fit in time series models.
 *
 * @param statistic        Q
 * @param degreesOfFreedom lags minus fitted dynamic parameters
 * @param pValue           small: the model left a pattern, its intervals are not to be trusted
 */
public record Portmanteau(double statistic, int degreesOfFreedom, double pValue) {

    private static final double LARGEST = 1e150; // its square is still a number

    /**
     * Over 2 periods or 10 lags, never more than a fifth of the residuals (Hyndman and Athanasopoulos 2021, section 5.4). Residuals of
     * a fit are finite; others are refused with an IllegalArgumentException.
     */
    public static Portmanteau of(double[] residuals, int period, int parameters) {
        int n = residuals.length;
        for (double residual : residuals) {
            if (!(Math.abs(residual) <= LARGEST)) {
                throw new IllegalArgumentException("a residual of " + residual);
            }
        }
        int lags = Math.max(Math.min(period > 1 ? 2 * period : 10, n / 5), 1);
        lags = Math.min(Math.max(lags, parameters + 3), n - 1);
        double mean = 0;
        for (double residual : residuals) {
            mean += residual / n;
        }
        double variance = 0;
        for (double residual : residuals) {
            variance += (residual - mean) * (residual - mean);
        }
        double q = 0;
        for (int lag = 1; lag <= lags && variance > 0; lag++) {
            double sum = 0;
            for (int i = lag; i < n; i++) {
                sum += (residuals[i] - mean) * (residuals[i - lag] - mean);
            }
            double correlation = sum / variance;
            q += correlation * correlation / (n - lag);
        }
        q *= n * (n + 2.0);
        int degrees = Math.max(lags - parameters, 1);
        return new Portmanteau(q, degrees, ChiSquaredDistribution.of(degrees).survivalProbability(q));
    }
}
