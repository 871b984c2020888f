package nl.leercirkel.statistics.series;

import java.util.List;
import java.util.Optional;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.support.Check;

/**
 * Regression with seasonal ARIMA errors: what comes next where known influences (holidays, a new law) play a part.
 *
 * <p>Exact Gaussian likelihood of the differenced series. Sources: Box and Jenkins (1976); Ansley (1979); Brockwell and Davis
 * (1991), chapters 5, 8 and 9; automatic choice: Hyndman and Khandakar (2008). Signs and likelihood agree with R's arima.
 */
public final class Arima {
    /** Longest season: weeks in a year. */
    public static final int LONGEST_PERIOD = 53;

    private Arima() {}

    /** Fits one order without regressors. */
    public static Outcome<ArimaFit> fit(ArimaOrder order, double[] y) {
        return fit(order, y, Regressors.none());
    }

    /**
     * Fits one order.
     *
     * @param order      the order, with or without a constant
     * @param y          observations, oldest first, evenly spaced, none missing
     * @param regressors known influences, one row per observation
     * @return the fit; fails on NaN, a constant series, too few observations for the order, regressors that follow from each other
     */
    public static Outcome<ArimaFit> fit(ArimaOrder order, double[] y, Regressors regressors) {
        double[] values = y.clone();
        Optional<Failure> failure = Check.first(
                Checks.period(order.period(), LONGEST_PERIOD),
                Checks.varying(values, order.lost() + 4),
                unsuited(regressors, values.length));
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        ArimaModel model = new ArimaModel(order, values, regressors);
        Optional<Failure> unsuited = model.unsuited();
        if (unsuited.isPresent()) {
            return Outcome.failed(unsuited.get());
        }
        Bfgs.Minimum minimum = model.refine(model.search(1e-7).at());
        ArimaFit fit =
                ArimaFit.from(model, minimum, List.of(new ArimaFit.Candidate(order, model.aicc(minimum.value()))));
        return fit == null
                ? Outcome.failed(Reason.NO_CONVERGENCE, order.code() + " found no finite likelihood")
                : Outcome.of(fit);
    }

    /** Chooses the order without regressors. */
    public static Outcome<ArimaFit> choose(double[] y, int period) {
        return choose(y, period, Regressors.none());
    }

    /**
     * Chooses the order: differences by test, the rest stepwise by AICc.
     *
     * @param y          observations, oldest first, evenly spaced, none missing
     * @param period     observations per year (12 for months, 2 for half-years, 1 without season)
     * @param regressors known influences, one row per observation
     * @return the best fit with all candidates; fails on NaN, a constant series, fewer than 8 observations, or regressors that
     *     follow from each other
     */
    public static Outcome<ArimaFit> choose(double[] y, int period, Regressors regressors) {
        double[] values = y.clone();
        Optional<Failure> failure = Check.first(
                Checks.period(period, LONGEST_PERIOD), Checks.varying(values, 8), unsuited(regressors, values.length));
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        Optional<Failure> unsuited = new ArimaModel(ArimaOrder.of(0, 0, 0), values, regressors).unsuited();
        if (unsuited.isPresent()) {
            return Outcome.failed(unsuited.get());
        }
        ArimaFit fit = new ArimaSearch(values, period, regressors).best();
        return fit == null
                ? Outcome.failed(Reason.CONSTANT, "after differencing nothing is left that varies")
                : Outcome.of(fit);
    }

    static Optional<Failure> unsuited(Regressors regressors, int rows) {
        for (Regressors.Column column : regressors.columns()) {
            String name = "regressor " + column.name();
            Optional<Failure> failure = Check.first(
                    Check.sameLength(name, column.values().length, "the series", rows),
                    Check.values(name, column.values(), rows));
            if (failure.isPresent()) {
                return failure;
            }
        }
        return Optional.empty();
    }
}
