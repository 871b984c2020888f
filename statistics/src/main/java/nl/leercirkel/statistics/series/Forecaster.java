package nl.leercirkel.statistics.series;

import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;

/** A way to forecast a series from its past, so that ways can be compared on what came. */
@FunctionalInterface
public interface Forecaster {

    /**
     * @param past    observations so far
     * @param horizon periods ahead
     * @param level   coverage of the intervals
     */
    Outcome<Forecast> forecast(double[] past, int horizon, double level);

    /** ETS chosen anew at each origin. */
    static Forecaster ets(int period) {
        return (past, horizon, level) -> Ets.choose(past, period).flatMap(fit -> fit.forecast(horizon, level));
    }

    /** ARIMA chosen anew at each origin. */
    static Forecaster arima(int period) {
        return (past, horizon, level) -> Arima.choose(past, period).flatMap(fit -> fit.forecast(horizon, level));
    }

    /** ARIMA of one order, with regressors that are known for the whole series. */
    static Forecaster arima(ArimaOrder order, Regressors regressors) {
        return (past, horizon, level) -> {
            int end = past.length + Math.max(horizon, 0);
            if (!regressors.cover(end)) {
                return Outcome.failed(Reason.DO_NOT_MATCH, "a regressor is not known for all of " + end + " periods");
            }
            return Arima.fit(order, past, regressors.rows(0, past.length))
                    .flatMap(fit -> fit.forecast(horizon, level, regressors.rows(past.length, end)));
        };
    }

    /** The local level. */
    static Forecaster localLevel() {
        return (past, horizon, level) -> LocalLevel.fit(past, level).flatMap(fit -> fit.forecast(horizon, level));
    }
}
