package nl.leercirkel.statistics.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Interval;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.support.Check;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.jspecify.annotations.Nullable;

/**
 * A fitted model of exponential smoothing.
 *
 * @param model       the model
 * @param period      observations per year, 1 without season
 * @param n           observations
 * @param alpha       smoothing of the level
 * @param beta        smoothing of the slope, 0 without trend
 * @param gamma       smoothing of the season, 0 without season
 * @param phi         damping of the slope, 1 without damping
 * @param start       level, slope and seasonal states before the first observation; the newest season first
 * @param level       level after the last observation
 * @param slope       slope after the last observation
 * @param seasons     seasonal states for the coming periods, empty without season
 * @param variance    of the errors (relative ones where the error is multiplicative), per degree of freedom
 * @param logLik      log-likelihood up to a constant shared by all ETS models, as the reference implementation in R gives it
 * @param aic         Akaike's criterion
 * @param aicc        the same, corrected for small samples
 * @param bic         Schwarz' criterion
 * @param residuals   errors, oldest first
 * @param whiteness   whether the residuals hold a pattern
 * @param converged   whether the search settled
 * @param candidates  every model that was compared, best first; one where the model was given
 */
public record EtsFit(
        EtsModel model,
        int period,
        int n,
        double alpha,
        double beta,
        double gamma,
        double phi,
        List<Double> start,
        double level,
        double slope,
        List<Double> seasons,
        double variance,
        double logLik,
        double aic,
        double aicc,
        double bic,
        List<Double> residuals,
        Portmanteau whiteness,
        boolean converged,
        List<Candidate> candidates) {

    /** A model that was compared, with its criterion. */
    public record Candidate(EtsModel model, double aicc) {}

    public EtsFit {
        start = List.copyOf(start);
        seasons = List.copyOf(seasons);
        residuals = List.copyOf(residuals);
        candidates = List.copyOf(candidates);
    }

    /**
     * The coming periods.
     *
     * @param horizon how many, 1 to 1000
     * @param level   coverage of the intervals, as .95
     */
    public Outcome<Forecast> forecast(int horizon, double level) {
        Optional<Failure> failure = Check.first(Checks.horizon(horizon), Check.level(level));
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        EtsVariance moments = new EtsVariance(model, alpha, beta, gamma, phi, period, variance);
        double[][] ahead = moments.ahead(
                this.level, slope, seasons.stream().mapToDouble(s -> s).toArray(), horizon);
        return steps("ETS(" + model.code() + ")", n, ahead[0], ahead[1], level);
    }

    static Outcome<Forecast> steps(String method, int n, double[] means, double[] variances, double level) {
        double z = NormalDistribution.of(0, 1).inverseCumulativeProbability((1 + level) / 2);
        List<Forecast.Step> steps = new ArrayList<>(means.length);
        for (int h = 0; h < means.length; h++) {
            double sd = Math.sqrt(Math.max(variances[h], 0));
            if (!Double.isFinite(means[h]) || !Double.isFinite(sd)) {
                return Outcome.failed(
                        nl.leercirkel.statistics.Reason.NOT_REACHED,
                        "the forecast is beyond all bounds from step " + (h + 1));
            }
            steps.add(
                    new Forecast.Step(h + 1, means[h], sd, new Interval(means[h] - z * sd, means[h] + z * sd, level)));
        }
        return Outcome.of(new Forecast(method, n, level, steps));
    }

    EtsFit withCandidates(List<Candidate> compared) {
        return new EtsFit(
                model, period, n, alpha, beta, gamma, phi, start, level, slope, seasons, variance, logLik, aic, aicc,
                bic, residuals, whiteness, converged, compared);
    }

    static @Nullable EtsFit from(EtsModel model, double[] y, int period, NelderMead.Minimum minimum) {
        EtsKernel kernel = new EtsKernel(model, y, period);
        if (!kernel.load(minimum.at())) {
            return null;
        }
        int parameters = minimum.at().length + 1;
        int n = y.length;
        double[] errors = new double[n];
        double value = kernel.run(errors, null);
        if (!Double.isFinite(value)) {
            return null;
        }
        double sum = 0;
        for (double error : errors) {
            sum += error * error;
        }
        double aic = value + 2 * parameters;
        return new EtsFit(
                model,
                model.isSeasonal() ? period : 1,
                n,
                kernel.alpha,
                kernel.beta,
                kernel.gamma,
                kernel.phi,
                startStates(model, minimum.at(), period),
                kernel.level,
                kernel.slope,
                model.isSeasonal() ? boxed(kernel.seasonsAhead()) : List.of(),
                sum / (n - minimum.at().length),
                -value / 2,
                aic,
                aic + 2.0 * parameters * (parameters + 1) / (n - parameters - 1),
                value + Math.log(n) * parameters,
                boxed(errors),
                Portmanteau.of(errors, period, 0),
                minimum.converged(),
                List.of());
    }

    private static List<Double> startStates(EtsModel model, double[] parameters, int period) {
        List<Double> states = new ArrayList<>();
        int smoothing =
                model.parameters(period) - 1 - (model.hasTrend() ? 1 : 0) - (model.isSeasonal() ? period - 1 : 0);
        double rest = model.season() == EtsModel.Season.MULTIPLICATIVE ? period : 0;
        for (int k = smoothing; k < parameters.length; k++) {
            states.add(parameters[k]);
            if (k > smoothing + (model.hasTrend() ? 1 : 0)) {
                rest -= parameters[k];
            }
        }
        if (model.isSeasonal()) {
            states.add(rest);
        }
        return states;
    }

    static List<Double> boxed(double[] values) {
        List<Double> list = new ArrayList<>(values.length);
        for (double value : values) {
            list.add(value);
        }
        return list;
    }
}
