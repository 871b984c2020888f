package nl.leercirkel.statistics.series;

import java.util.Arrays;
import nl.leercirkel.statistics.series.EtsModel.Error;
import nl.leercirkel.statistics.series.EtsModel.Season;
import org.jspecify.annotations.Nullable;

/**
 * The likelihood of one ETS model on one series, for one vector of parameters: alpha, beta, gamma, phi as far as the model has
 * them, then level, slope and all seasonal states but the last.
 *
 * <p>Parametrisation and bounds: Hyndman, Koehler, Ord and Snyder (2008), Forecasting with Exponential Smoothing, chapters 2, 5 and
 * 10 (beta is not divided by alpha; "usual" and admissible region together).
 */
final class EtsKernel {
    static final double LOWEST = 1e-4;
    static final double HIGHEST = .9999;
    static final double LOWEST_PHI = .8;
    static final double HIGHEST_PHI = .98;

    private final EtsModel model;
    private final double[] y;
    private final int m;
    private final boolean additiveSeason;
    private final boolean multiplicativeSeason;
    private final boolean multiplicativeError;
    private final double[] seasonal;

    double alpha;
    double beta;
    double gamma;
    double phi = 1;
    double level;
    double slope;

    EtsKernel(EtsModel model, double[] y, int period) {
        this.model = model;
        this.y = y;
        this.m = model.isSeasonal() ? period : 1;
        this.additiveSeason = model.season() == Season.ADDITIVE;
        this.multiplicativeSeason = model.season() == Season.MULTIPLICATIVE;
        this.multiplicativeError = model.error() == Error.MULTIPLICATIVE;
        this.seasonal = new double[m];
    }

    /** Minus twice the log-likelihood, up to a constant that all models share; infinite outside the bounds. */
    double minusTwiceLogLikelihood(double[] parameters) {
        if (!load(parameters) || !withinBounds()) {
            return Double.POSITIVE_INFINITY;
        }
        return run(null, null);
    }

    /**
     * Runs through the series from the loaded start; afterwards level, slope and the seasonal states are those at its end.
     *
     * @param errors    receives the errors (relative where the error is multiplicative), or null
     * @param forecasts receives the one-step forecasts, or null
     */
    double run(double @Nullable [] errors, double @Nullable [] forecasts) {
        double l = level;
        double b = slope;
        double sum = 0;
        double product = 1;
        double logs = 0;
        boolean trend = model.hasTrend();
        double betaRatio = trend ? beta / alpha : 0;
        for (int i = 0, slot = 0; i < y.length; i++) {
            double phiB = phi * b;
            double q = trend ? l + phiB : l;
            double s = seasonal[slot];
            double f = additiveSeason ? q + s : multiplicativeSeason ? q * s : q;
            double e = multiplicativeError ? (y[i] - f) / f : y[i] - f;
            sum += e * e;
            if (multiplicativeError) {
                product *= Math.abs(f);
                if (product > 1e200 || product < 1e-200) {
                    logs += Math.log(product);
                    product = 1;
                }
            }
            if (errors != null) {
                errors[i] = e;
            }
            if (forecasts != null) {
                forecasts[i] = f;
            }
            double adjusted = additiveSeason ? y[i] - s : multiplicativeSeason ? y[i] / s : y[i];
            double next = q + alpha * (adjusted - q);
            if (trend) {
                b = phiB + betaRatio * (next - l - phiB);
            }
            if (additiveSeason) {
                seasonal[slot] = s + gamma * (y[i] - q - s);
            } else if (multiplicativeSeason) {
                seasonal[slot] = s + gamma * (y[i] / q - s);
            }
            l = next;
            slot = slot + 1 == m ? 0 : slot + 1;
        }
        level = l;
        slope = b;
        double value = y.length * Math.log(sum);
        if (multiplicativeError) {
            value += 2 * (logs + Math.log(product));
        }
        return Double.isNaN(value) ? Double.POSITIVE_INFINITY : Math.max(value, -1e10);
    }

    /** False where a multiplicative season would start below zero. */
    boolean load(double[] parameters) {
        int at = 0;
        alpha = parameters[at++];
        beta = model.hasTrend() ? parameters[at++] : 0;
        gamma = model.isSeasonal() ? parameters[at++] : 0;
        phi = model.isDamped() ? parameters[at++] : 1;
        level = parameters[at++];
        slope = model.hasTrend() ? parameters[at++] : 0;
        if (!model.isSeasonal()) {
            return true;
        }
        // parameters hold the newest season first; the series runs through them oldest first
        double rest = multiplicativeSeason ? m : 0;
        double least = Double.POSITIVE_INFINITY;
        for (int j = 0; j < m - 1; j++) {
            double state = parameters[at++];
            seasonal[m - 1 - j] = state;
            rest -= state;
            least = Math.min(least, state);
        }
        seasonal[0] = rest;
        return !multiplicativeSeason || Math.min(least, rest) >= 0;
    }

    /** The seasonal states in the order in which the coming periods will use them. */
    double[] seasonsAhead() {
        double[] ahead = new double[m];
        for (int j = 0; j < m; j++) {
            ahead[j] = seasonal[(y.length + j) % m];
        }
        return ahead;
    }

    private boolean withinBounds() {
        return alpha >= LOWEST
                && alpha <= HIGHEST
                && (!model.hasTrend() || (beta >= LOWEST && beta <= alpha && beta <= HIGHEST))
                && (!model.isDamped() || (phi >= LOWEST_PHI && phi <= HIGHEST_PHI))
                && (!model.isSeasonal() || (gamma >= LOWEST && gamma <= 1 - alpha && gamma <= HIGHEST))
                && admissible();
    }

    /** Hyndman et al. (2008), chapter 10: the roots that keep old observations from growing in weight. */
    private boolean admissible() {
        if (!model.isSeasonal()) {
            return alpha >= 1 - 1 / phi
                    && alpha <= 1 + 1 / phi
                    && (!model.hasTrend() || (beta >= alpha * (phi - 1) && beta <= (1 + phi) * (2 - alpha)));
        }
        if (gamma < Math.max(1 - 1 / phi - alpha, 0)
                || gamma > 1 + 1 / phi - alpha
                || alpha < 1 - 1 / phi - gamma * (1 - m + phi + phi * m) / (2 * phi * m)
                || beta < -(1 - phi) * (gamma / m + alpha)) {
            return false;
        }
        // z^(m+1) + (a+b-phi) z^m + (a+b-a phi) (z^(m-1) + ... + z^2) + (a+b-a phi+g-1) z + phi (1-a-g)
        double[] lags = new double[m + 1];
        Arrays.fill(lags, alpha * phi - alpha - beta);
        lags[0] = phi - alpha - beta;
        lags[m - 1] = lags[m - 1] + (m == 1 ? 0 : 1 - gamma);
        lags[m] = -phi * (1 - alpha - gamma);
        return model.hasTrend()
                ? Stability.within(lags, 1 + 1e-10)
                : Stability.within(withoutRootAtOne(lags), 1 + 1e-10);
    }

    /** Without trend one is a root of the polynomial by construction; what is left decides. */
    private static double[] withoutRootAtOne(double[] lags) {
        double[] rest = new double[lags.length - 1];
        double sum = 1;
        for (int k = 0; k < rest.length; k++) {
            sum -= lags[k];
            rest[k] = -sum;
        }
        return rest;
    }
}
