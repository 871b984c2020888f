package nl.leercirkel.statistics.series;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.series.EtsModel.Error;
import nl.leercirkel.statistics.series.EtsModel.Season;
import nl.leercirkel.statistics.support.Check;
import org.jspecify.annotations.Nullable;

/**
 * Exponential smoothing as a state space model (ETS): what comes next when recent periods say more than old ones.
 *
 * <p>Source: Hyndman, Koehler, Ord and Snyder (2008), Forecasting with Exponential Smoothing; automatic choice: Hyndman, Koehler,
 * Snyder and Grose (2002), A state space framework for automatic forecasting. Likelihood, bounds, starting values and search
 * are those of the reference implementation in R (forecast::ets), so that its published fits come out.
 */
public final class Ets {
    /** Longest season that is modelled; above it the number of starting states outgrows the data. */
    public static final int LONGEST_PERIOD = 24;

    private static final double TOLERANCE = Math.sqrt(Math.ulp(1.0));
    private static final int EVALUATIONS = 2000;

    private Ets() {}

    /**
     * Fits one model.
     *
     * @param y      observations, oldest first, evenly spaced, none missing
     * @param period observations per year (12 for months, 2 for half-years, 1 without season)
     * @return the fit; fails on NaN, a constant series, fewer than parameters + 5 observations, a multiplicative part with values
     *     that are not positive, a seasonal model without period
     */
    public static Outcome<EtsFit> fit(EtsModel model, double[] y, int period) {
        double[] values = y.clone();
        Optional<Failure> failure = Check.first(
                Checks.period(period, LONGEST_PERIOD), Checks.varying(values, 4), suits(model, values, period));
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        EtsFit fit = search(model, values, period);
        return fit == null
                ? Outcome.failed(Reason.NO_CONVERGENCE, model.code() + " found no finite likelihood")
                : Outcome.of(fit.withCandidates(List.of(new EtsFit.Candidate(model, fit.aicc()))));
    }

    /**
     * Fits every model that these data allow and takes the one with the lowest AICc.
     *
     * @param y      observations, oldest first, evenly spaced, none missing
     * @param period observations per year (12 for months, 2 for half-years, 1 without season)
     * @return the best fit with all candidates; fails on NaN, a constant series or fewer than 7 observations
     */
    public static Outcome<EtsFit> choose(double[] y, int period) {
        double[] values = y.clone();
        Optional<Failure> failure = Check.first(Checks.period(period, LONGEST_PERIOD), Checks.varying(values, 7));
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        EtsFit best = null;
        List<EtsFit.Candidate> compared = new ArrayList<>();
        for (EtsModel model : EtsModel.candidates(period > 1, isPositive(values))) {
            EtsFit fit = suits(model, values, period).isEmpty() ? search(model, values, period) : null;
            if (fit != null) {
                compared.add(new EtsFit.Candidate(model, fit.aicc()));
                best = best == null || fit.aicc() < best.aicc() ? fit : best;
            }
        }
        if (best == null) {
            return Outcome.failed(Reason.NO_CONVERGENCE, "no ETS model found a finite likelihood");
        }
        compared.sort(Comparator.comparingDouble(EtsFit.Candidate::aicc));
        return Outcome.of(best.withCandidates(compared));
    }

    private static @Nullable EtsFit search(EtsModel model, double[] y, int period) {
        double[] start = EtsStart.parameters(model, y, period);
        EtsKernel kernel = new EtsKernel(model, y, period);
        if (!Double.isFinite(kernel.minusTwiceLogLikelihood(start))) {
            return null;
        }
        return EtsFit.from(
                model, y, period, NelderMead.minimise(kernel::minusTwiceLogLikelihood, start, TOLERANCE, EVALUATIONS));
    }

    private static Optional<Failure> suits(EtsModel model, double[] y, int period) {
        boolean relative = model.error() == Error.MULTIPLICATIVE || model.season() == Season.MULTIPLICATIVE;
        int needed = model.parameters(period) + 5;
        return Check.first(
                Check.that(!relative || isPositive(y), Reason.OUT_OF_RANGE, model.code() + " needs values above zero"),
                Check.that(
                        !model.isSeasonal() || period > 1,
                        Reason.DO_NOT_MATCH,
                        model.code() + " has a season, the series has none (period 1)"),
                Check.that(
                        y.length >= needed,
                        Reason.TOO_FEW,
                        y.length + " values, " + model.code() + " needs " + needed));
    }

    private static boolean isPositive(double[] y) {
        for (double value : y) {
            if (value <= 0) {
                return false;
            }
        }
        return true;
    }
}
