package nl.leercirkel.statistics.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.support.Check;
import org.jspecify.annotations.Nullable;

/** A fitted regression with ARIMA errors. Immutable. */
public final class ArimaFit {
    private final ArimaModel model;
    private final double[] natural;
    private final double[] regression;
    private final double[] white;
    private final double[] dynamicVariances;
    private final double[] regressionVariances;
    private final double perObservation;
    private final boolean converged;
    private final List<Candidate> candidates;

    /** An order that was compared, with its criterion. */
    public record Candidate(ArimaOrder order, double aicc) {}

    private ArimaFit(
            ArimaModel model,
            double[] natural,
            ArmaWhitening whitening,
            Bfgs.Minimum minimum,
            List<Candidate> compared) {
        this.model = model;
        this.natural = natural;
        ArimaLikelihood.Projection projection = model.likelihood().project(whitening);
        this.regression = projection.coefficients();
        this.white = projection.residuals();
        this.regressionVariances = projection.variances();
        this.dynamicVariances = model.dynamicVariances(natural);
        this.perObservation = minimum.value();
        this.converged = minimum.converged();
        this.candidates = List.copyOf(compared);
    }

    static @Nullable ArimaFit from(ArimaModel model, Bfgs.Minimum minimum, List<Candidate> compared) {
        double[] natural = ArmaPolynomials.natural(model.order(), minimum.at());
        ArmaWhitening whitening = model.likelihood().whitening(natural, model.used());
        return whitening == null || !Double.isFinite(minimum.value())
                ? null
                : new ArimaFit(model, natural, whitening, minimum, compared);
    }

    public ArimaOrder order() {
        return model.order();
    }

    /** Observations given. */
    public int n() {
        return model.observations().length;
    }

    /** Observations left after differencing; the likelihood is theirs. */
    public int used() {
        return model.used();
    }

    /** Autoregressive, moving average, seasonal ones, then mean or drift and the regressors; R's signs. */
    public List<NamedCoefficient> coefficients() {
        List<NamedCoefficient> list = new ArrayList<>();
        int at = 0;
        ArimaOrder order = model.order();
        String[] kinds = {"ar", "ma", "sar", "sma"};
        int[] counts = {order.p(), order.q(), order.seasonalP(), order.seasonalQ()};
        for (int kind = 0; kind < 4; kind++) {
            for (int i = 1; i <= counts[kind]; i++, at++) {
                list.add(NamedCoefficient.of(kinds[kind] + i, natural[at], dynamicVariances[at]));
            }
        }
        for (int k = 0; k < regression.length; k++) {
            list.add(NamedCoefficient.of(model.names().get(k), regression[k], regressionVariances[k] * sigma2()));
        }
        return list;
    }

    /** Variance of the errors, maximum likelihood. */
    public double sigma2() {
        return sumOfSquares() / model.used();
    }

    /** Variance of the errors per degree of freedom; the intervals of forecasts use it. */
    public double variance() {
        return sumOfSquares() / (model.used() - natural.length - regression.length);
    }

    public double logLik() {
        return model.logLik(perObservation);
    }

    public double aic() {
        return -2 * logLik() + 2 * (natural.length + regression.length + 1);
    }

    public double aicc() {
        return model.aicc(perObservation);
    }

    public double bic() {
        return -2 * logLik() + Math.log(model.used()) * (natural.length + regression.length + 1);
    }

    /** Standardised one-step errors of the differenced series, oldest first. */
    public List<Double> residuals() {
        return EtsFit.boxed(white);
    }

    /** Whether the residuals hold a pattern. */
    public Portmanteau whiteness() {
        return Portmanteau.of(white, model.order().period(), natural.length);
    }

    /** Whether the search settled. */
    public boolean converged() {
        return converged;
    }

    /** Every order that was compared, best first; one where the order was given. */
    public List<Candidate> candidates() {
        return candidates;
    }

    /** The coming periods, without regressors. */
    public Outcome<Forecast> forecast(int horizon, double level) {
        return forecast(horizon, level, Regressors.none());
    }

    /**
     * The coming periods: the exact predictor for these n observations, with the variance of its error.
     *
     * @param horizon how many, 1 to 1000
     * @param level   coverage of the intervals, as .95
     * @param ahead   the regressors of the fit for the coming periods, in the same order, horizon rows
     */
    public Outcome<Forecast> forecast(int horizon, double level, Regressors ahead) {
        Optional<Failure> failure = Check.first(Checks.horizon(horizon), Check.level(level), matches(horizon, ahead));
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        ArimaOrder order = model.order();
        int n = n();
        int used = model.used();
        ArmaWhitening whitening = model.likelihood().whitening(natural, used + horizon);
        if (whitening == null) {
            return Outcome.failed(Reason.NO_CONVERGENCE, "the fitted process is not stationary");
        }
        double[] lags = withDifferences(ArmaPolynomials.of(order, natural).ar());
        double[] z = new double[n + horizon];
        for (int i = 0; i < n; i++) {
            z[i] = model.observations()[i] - explained(model.columns(), i);
        }
        double[][] columns = ArimaModel.columns(order, ahead, n, n + horizon, new ArrayList<>());
        double[] means = new double[horizon];
        double[] variances = new double[horizon];
        double[][] effects = new double[horizon][horizon];
        double variance = variance();
        for (int h = 0; h < horizon; h++) {
            double value = 0;
            for (int j = 0; j < used; j++) {
                value += whitening.entry(used + h, j) * white[j];
            }
            for (int k = 0; k < lags.length; k++) {
                value += lags[k] * z[n + h - k - 1];
            }
            z[n + h] = value;
            means[h] = value + explained(columns, h);
            double sum = 0;
            for (int j = 0; j <= h; j++) {
                double effect = whitening.entry(used + h, used + j);
                for (int k = 0; k < Math.min(lags.length, h - j); k++) {
                    effect += lags[k] * effects[h - k - 1][j];
                }
                effects[h][j] = effect;
                sum += effect * effect;
            }
            variances[h] = variance * sum;
        }
        return EtsFit.steps("ARIMA" + order.code(), n, means, variances, level);
    }

    private Optional<Failure> matches(int horizon, Regressors ahead) {
        int own = regression.length - (model.order().hasConstant() ? 1 : 0);
        if (ahead.size() != own) {
            return Optional.of(
                    new Failure(Reason.DO_NOT_MATCH, "fitted with " + own + " regressors, given " + ahead.size()));
        }
        return Arima.unsuited(ahead, horizon);
    }

    private double explained(double[][] columns, int row) {
        double sum = 0;
        for (int k = 0; k < columns.length; k++) {
            sum += regression[k] * columns[k][row];
        }
        return sum;
    }

    private double[] withDifferences(double[] ar) {
        double[] polynomial = new double[ar.length + 1];
        polynomial[0] = 1;
        for (int k = 0; k < ar.length; k++) {
            polynomial[k + 1] = -ar[k];
        }
        for (int k = 0; k < model.order().seasonalD(); k++) {
            polynomial = times(polynomial, model.order().period());
        }
        for (int k = 0; k < model.order().d(); k++) {
            polynomial = times(polynomial, 1);
        }
        double[] lags = new double[polynomial.length - 1];
        for (int k = 0; k < lags.length; k++) {
            lags[k] = -polynomial[k + 1];
        }
        return lags;
    }

    private static double[] times(double[] polynomial, int lag) {
        double[] product = java.util.Arrays.copyOf(polynomial, polynomial.length + lag);
        for (int k = 0; k < polynomial.length; k++) {
            product[k + lag] -= polynomial[k];
        }
        return product;
    }

    private double sumOfSquares() {
        double sum = 0;
        for (double value : white) {
            sum += value * value;
        }
        return sum;
    }
}
