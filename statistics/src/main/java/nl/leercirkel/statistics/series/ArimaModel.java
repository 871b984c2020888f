package nl.leercirkel.statistics.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.support.Check;
import nl.leercirkel.statistics.support.Spd;

/** One order on one series: its design, the search for its parameters, and its criterion. */
final class ArimaModel {
    private final ArimaOrder order;
    private final double[] y;
    private final List<String> names;
    private final double[][] columns;
    private final double[] series;
    private final ArimaLikelihood likelihood;

    ArimaModel(ArimaOrder order, double[] y, Regressors regressors) {
        this.order = order;
        this.y = y;
        this.names = new ArrayList<>();
        this.columns = columns(order, regressors, 0, y.length, names);
        this.series = order.difference(y);
        double[][] design = new double[columns.length][];
        for (int k = 0; k < columns.length; k++) {
            design[k] = order.difference(columns[k]);
        }
        this.likelihood = new ArimaLikelihood(order, series, design);
    }

    /** Columns of the regression for the periods from one to before another, counted from the first observation. */
    static double[][] columns(ArimaOrder order, Regressors regressors, int from, int to, List<String> names) {
        List<double[]> columns = new ArrayList<>();
        if (order.hasConstant()) {
            double[] constant = new double[to - from];
            boolean drift = order.d() + order.seasonalD() > 0;
            for (int i = 0; i < constant.length; i++) {
                constant[i] = drift ? from + i + 1 : 1;
            }
            columns.add(constant);
            names.add(drift ? "drift" : "mean");
        }
        for (Regressors.Column column : regressors.columns()) {
            columns.add(column.values());
            names.add(column.name());
        }
        return columns.toArray(new double[0][]);
    }

    /** Why this order cannot be fitted on these data. */
    Optional<Failure> unsuited() {
        int parameters = order.dynamic() + columns.length;
        int needed = Math.max(parameters + 3, order.p() + order.seasonalP() * order.period() + 2);
        Optional<Failure> failure = Check.first(
                Check.that(
                        series.length >= needed,
                        Reason.TOO_FEW,
                        series.length + " values after differencing, " + order.code() + " with " + columns.length
                                + " regressors needs " + needed),
                Check.that(
                        likelihood.isIdentified(),
                        Reason.NOT_IDENTIFIED,
                        "a regressor is constant after differencing or follows from the others"));
        if (failure.isPresent()) {
            return failure;
        }
        double scale = 0;
        for (double value : y) {
            scale = Math.max(scale, Math.abs(value));
        }
        return Check.that(
                likelihood.leftWithoutDynamics() > 1e-20 * scale * scale * series.length,
                Reason.CONSTANT,
                "nothing varies after differencing and regression");
    }

    /** Parameters in the transformed space with minus the log-likelihood per observation. */
    Bfgs.Minimum search(double tolerance) {
        double[] zero = new double[order.dynamic()];
        Bfgs.Minimum quick = Bfgs.minimise(likelihood::conditional, zero, 1e-5);
        double[] start = inside(quick.at());
        return Bfgs.minimise(
                likelihood::search, likelihood.search(start) <= likelihood.search(zero) ? start : zero, tolerance);
    }

    Bfgs.Minimum refine(double[] from) {
        return Bfgs.minimise(likelihood::search, from, 1e-12);
    }

    /** A start at the very edge of the bounds has no gradient to leave it by. */
    private static double[] inside(double[] unbounded) {
        double[] start = unbounded.clone();
        for (int i = 0; i < start.length; i++) {
            start[i] = Double.isFinite(start[i]) ? Math.clamp(start[i], -2, 2) : 0;
        }
        return start;
    }

    double logLik(double perObservation) {
        return -series.length * (perObservation + .5 * (1 + Math.log(2 * Math.PI)));
    }

    double aicc(double perObservation) {
        int k = order.dynamic() + columns.length + 1;
        return -2 * logLik(perObservation) + 2.0 * k + 2.0 * k * (k + 1) / (series.length - k - 1);
    }

    ArimaOrder order() {
        return order;
    }

    double[] observations() {
        return y;
    }

    double[][] columns() {
        return columns;
    }

    List<String> names() {
        return names;
    }

    int used() {
        return series.length;
    }

    ArimaLikelihood likelihood() {
        return likelihood;
    }

    /** Variances of the dynamic parameters from the curvature of the likelihood; zeros where it has none. */
    double[] dynamicVariances(double[] natural) {
        int n = natural.length;
        double step = 1e-3;
        double[][] hessian = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double[] at = natural.clone();
                double value = shifted(at, i, j, step, step)
                        - shifted(at, i, j, step, -step)
                        - shifted(at, i, j, -step, step)
                        + shifted(at, i, j, -step, -step);
                hessian[i][j] = value / (4 * step * step);
                hessian[j][i] = hessian[i][j];
            }
        }
        double[] variances = new double[n];
        Spd.inverse(hessian).ifPresent(inverse -> Arrays.setAll(variances, i -> inverse[i][i] / series.length));
        return variances;
    }

    private double shifted(double[] at, int i, int j, double byI, double byJ) {
        double[] moved = at.clone();
        moved[i] += byI;
        moved[j] += byJ;
        return likelihood.perObservation(moved);
    }
}
