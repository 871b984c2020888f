package nl.leercirkel.statistics.series;

import nl.leercirkel.statistics.support.Check;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Whether residuals still hold a pattern over time: Ljung and Box (1978), On a measure of lack of fit in time series models.
 *
 * @param statistic        Q
 * @param degreesOfFreedom lags minus fitted dynamic parameters
 * @param pValue           small: the model left a pattern, its intervals are not to be trusted
 */
public record Portmanteau(double statistic, int degreesOfFreedom, double pValue) {

    /**
     * Over 2 periods or 10 lags, never more than a fifth of the residuals (Hyndman and Athanasopoulos 2021, section 5.4).
     *
     * @throws IllegalArgumentException for a residual that is no number, or fewer than two
     */
    public static Portmanteau of(double[] residuals, int period, int parameters) {
        Check.values("residuals", residuals, 2).ifPresent(failure -> {
            throw new IllegalArgumentException(failure.detail());
        });
        int n = residuals.length;
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
