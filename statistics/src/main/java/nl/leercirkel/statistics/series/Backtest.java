package nl.leercirkel.statistics.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.support.Check;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * What a way of forecasting would have been worth in the past: fitted again and again on what was known then, judged on what
 * came. Sources: Tashman (2000), Out-of-sample tests of forecasting accuracy; Hyndman and Koehler (2006) for the scaled error;
 * Harvey, Leybourne and Newbold (1997) for the test against the naive forecast.
 *
 * @param origins how many times was forecast
 * @param failed  how many times the method had no answer; these are left out
 * @param level   stated coverage of the intervals
 * @param steps   one per horizon
 */
public record Backtest(int origins, int failed, double level, List<Step> steps) {

    /**
     * Errors at one horizon.
     *
     * @param ahead     periods ahead
     * @param n         forecasts judged
     * @param bias      mean of observed minus forecast
     * @param mae       mean absolute error, in the unit of the series
     * @param rmse      root of the mean squared error
     * @param naiveMae  mean absolute error of the same value as a season (or a period) before
     * @param mase      mae over the in-sample error of that naive forecast; below 1 is better than naive
     * @param coverage  share of observations inside their interval
     * @param pValue    two-sided, of equal absolute error of method and naive forecast; absent with fewer than 8 forecasts
     */
    public record Step(
            int ahead,
            int n,
            double bias,
            double mae,
            double rmse,
            double naiveMae,
            double mase,
            double coverage,
            Optional<Double> pValue) {}

    public Backtest {
        steps = List.copyOf(steps);
    }

    /**
     * @param y       observations, oldest first
     * @param period  observations per year, for the naive forecast; 1 without season
     * @param first   length of the first past
     * @param horizon periods ahead
     * @param level   coverage of the intervals
     * @return fails on NaN, a past shorter than a period, no forecast to judge, or a method that never answers
     */
    public static Outcome<Backtest> run(
            double[] y, int period, int first, int horizon, double level, Forecaster method) {
        Optional<Failure> failure = Check.first(
                Checks.varying(y, 3), Checks.horizon(horizon), Check.level(level), Checks.period(period, y.length));
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        if (first <= period || first >= y.length) {
            return Outcome.failed(
                    Reason.TOO_FEW, "a first past of " + first + " in " + y.length + " with period " + period);
        }
        List<Errors> perStep = new ArrayList<>();
        for (int h = 0; h < horizon; h++) {
            perStep.add(new Errors());
        }
        int failed = 0;
        for (int origin = first; origin < y.length; origin++) {
            double[] past = java.util.Arrays.copyOf(y, origin);
            int ahead = Math.min(horizon, y.length - origin);
            double scale = naiveScale(past, period);
            switch (method.forecast(past, ahead, level)) {
                case Outcome.NoAnswer<Forecast> none -> failed++;
                case Outcome.Answer<Forecast>(Forecast forecast) -> {
                    for (int h = 0; h < ahead; h++) {
                        double naive = past[origin - period + h % period];
                        perStep.get(h).add(y[origin + h], forecast.steps().get(h), naive, scale);
                    }
                }
            }
        }
        int origins = y.length - first;
        if (failed == origins) {
            return Outcome.failed(Reason.NO_CONVERGENCE, "the method never had an answer");
        }
        List<Step> steps = new ArrayList<>();
        for (int h = 0; h < horizon; h++) {
            if (!perStep.get(h).isEmpty()) {
                steps.add(perStep.get(h).step(h + 1));
            }
        }
        return Outcome.of(new Backtest(origins, failed, level, steps));
    }

    private static double naiveScale(double[] past, int period) {
        double sum = 0;
        for (int i = period; i < past.length; i++) {
            sum += Math.abs(past[i] - past[i - period]);
        }
        return sum / (past.length - period);
    }

    private static final class Errors {
        private final List<Double> own = new ArrayList<>();
        private final List<Double> naive = new ArrayList<>();
        private double scaled;
        private int scaledN;
        private int inside;

        void add(double observed, Forecast.Step forecast, double naiveValue, double scale) {
            double error = observed - forecast.mean();
            own.add(error);
            naive.add(observed - naiveValue);
            inside += forecast.interval().contains(observed) ? 1 : 0;
            // a past without any naive error gives nothing to scale by
            if (scale > 0) {
                scaled += Math.abs(error) / scale;
                scaledN++;
            }
        }

        boolean isEmpty() {
            return own.isEmpty();
        }

        Step step(int ahead) {
            int n = own.size();
            double bias = 0;
            double absolute = 0;
            double squares = 0;
            double naiveAbsolute = 0;
            double[] gain = new double[n];
            for (int i = 0; i < n; i++) {
                bias += own.get(i) / n;
                absolute += Math.abs(own.get(i)) / n;
                squares += own.get(i) * own.get(i) / n;
                naiveAbsolute += Math.abs(naive.get(i)) / n;
                gain[i] = Math.abs(own.get(i)) - Math.abs(naive.get(i));
            }
            return new Step(
                    ahead,
                    n,
                    bias,
                    absolute,
                    Math.sqrt(squares),
                    naiveAbsolute,
                    scaledN == 0 ? 0 : scaled / scaledN,
                    inside / (double) n,
                    equalError(gain, ahead));
        }
    }

    /** Diebold and Mariano's test with the small-sample correction of Harvey, Leybourne and Newbold. */
    static Optional<Double> equalError(double[] gain, int ahead) {
        int n = gain.length;
        if (n < 8 || ahead >= n) {
            return Optional.empty();
        }
        double mean = 0;
        for (double value : gain) {
            mean += value / n;
        }
        double variance = 0;
        for (int lag = 0; lag < ahead; lag++) {
            double sum = 0;
            for (int i = lag; i < n; i++) {
                sum += (gain[i] - mean) * (gain[i - lag] - mean);
            }
            variance += (lag == 0 ? 1 : 2) * sum / n;
        }
        double correction = (n + 1 - 2.0 * ahead + ahead * (ahead - 1.0) / n) / n;
        if (!(variance > 0) || !(correction > 0)) {
            return Optional.empty();
        }
        double t = mean / Math.sqrt(variance / n) * Math.sqrt(correction);
        return Optional.of(2 * TDistribution.of(n - 1.0).survivalProbability(Math.abs(t)));
    }
}
