package nl.leercirkel.statistics.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.sample.MultipleTests;
import nl.leercirkel.statistics.support.Check;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The alarm "deviates from prognosis": what came, against a forecast that was made before.
 *
 * <p>Several periods are watched at once, so each p-value is corrected for their number (Holm 1979): the chance of any false
 * alarm over all of them stays below alpha.
 *
 * @param method the model behind the prognosis
 * @param n      observations the prognosis rests on
 * @param alpha  chance of any false alarm
 * @param points one per watched period
 */
public record DeviationAlarm(String method, int n, double alpha, List<Point> points) {

    /** Which way a period deviates. */
    public enum Verdict {
        AS_EXPECTED,
        HIGHER,
        LOWER
    }

    /**
     * One watched period.
     *
     * @param step     what was expected
     * @param observed what came
     * @param z        deviation in standard errors of the forecast
     * @param pValue   two-sided, of this period alone
     * @param adjusted corrected for the number of periods
     * @param verdict  by the corrected p-value
     */
    public record Point(
            Forecast.Step step, double observed, double z, double pValue, double adjusted, Verdict verdict) {}

    public DeviationAlarm {
        points = List.copyOf(points);
    }

    /** Whether any period deviates. */
    public boolean isRaised() {
        return points.stream().anyMatch(point -> point.verdict() != Verdict.AS_EXPECTED);
    }

    /**
     * @param forecast made before the observations were known
     * @param observed what came, the first period first, at most as many as forecast
     * @param alpha    chance of any false alarm, as .05
     * @return fails on NaN, nothing observed, more observed than forecast, or a forecast without uncertainty
     */
    public static Outcome<DeviationAlarm> watch(Forecast forecast, double[] observed, double alpha) {
        Optional<Failure> failure = Check.first(Check.values("observed", observed, 1), Check.level(alpha));
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        int k = observed.length;
        if (k > forecast.steps().size()) {
            return Outcome.failed(
                    Reason.DO_NOT_MATCH, k + " observed, " + forecast.steps().size() + " forecast");
        }
        double[] z = new double[k];
        double[] p = new double[k];
        for (int i = 0; i < k; i++) {
            Forecast.Step step = forecast.steps().get(i);
            Optional<Failure> unsuited =
                    Check.first(Check.finite("forecast", step.mean()), Check.finite("its error", step.standardError()));
            if (unsuited.isPresent()) {
                return Outcome.failed(unsuited.get());
            }
            if (!(step.standardError() > 0)) {
                return Outcome.failed(Reason.CONSTANT, "the forecast of step " + (i + 1) + " has no uncertainty");
            }
            z[i] = (observed[i] - step.mean()) / step.standardError();
            p[i] = Math.min(2 * NormalDistribution.of(0, 1).survivalProbability(Math.abs(z[i])), 1);
        }
        List<Double> adjusted = MultipleTests.holm(p).get();
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < k; i++) {
            Verdict verdict =
                    adjusted.get(i) >= alpha ? Verdict.AS_EXPECTED : z[i] > 0 ? Verdict.HIGHER : Verdict.LOWER;
            points.add(new Point(forecast.steps().get(i), observed[i], z[i], p[i], adjusted.get(i), verdict));
        }
        return Outcome.of(new DeviationAlarm(forecast.method(), forecast.n(), alpha, points));
    }
}
