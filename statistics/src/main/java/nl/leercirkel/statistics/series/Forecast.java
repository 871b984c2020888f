package nl.leercirkel.statistics.series;

import java.util.List;

/**
 * What a model expects of the coming periods.
 *
 * @param method the model, as "ETS(A,Ad,N)" or "ARIMA(0,1,1)(0,1,1)[12]"
 * @param n      observations it was fitted on
 * @param level  coverage of the intervals, as .95
 * @param steps  one per period ahead, the nearest first
 */
public record Forecast(String method, int n, double level, List<Step> steps) {

    public Forecast {
        steps = List.copyOf(steps);
    }

    /**
     * One period ahead.
     *
     * @param ahead         1 for the next period
     * @param mean          expected value, in the unit of the series
     * @param standardError standard deviation of the forecast error; parameters are taken as known
     * @param interval      where the observation is expected, normal errors assumed
     */
    public record Step(int ahead, double mean, double standardError, nl.leercirkel.statistics.Interval interval) {}

    /** The expected values only. */
    public double[] means() {
        return steps.stream().mapToDouble(Step::mean).toArray();
    }
}
