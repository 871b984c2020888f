package nl.leercirkel.statistics.effect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.support.Spd;

/** A regression on one series: what is known of any weighted sum of its coefficients, under one way of treating the errors. */
final class SerialFit {

    /** Points over which the autocorrelation is integrated, equally spaced in its arcsine. */
    private static final int POINTS = 120;

    /** Autocorrelations less likely than this beside the likeliest are left out. */
    private static final double UNLIKELY = 1e-9;

    private static final int MOST_ROUNDS = 500;

    private final List<AutoregressiveFit> parts;
    private final List<double[][]> covariances;
    private final double[] weights;
    private final double degrees;

    private SerialFit(List<AutoregressiveFit> parts, List<double[][]> covariances, double[] weights, double degrees) {
        this.parts = parts;
        this.covariances = covariances;
        this.weights = weights;
        this.degrees = degrees;
    }

    static Outcome<SerialFit> of(double[][] rows, double[] values, SerialErrors errors) {
        return switch (errors) {
            case SerialErrors.Independent() -> plain(rows, values).map(fit -> single(fit, ordinary(fit)));
            case SerialErrors.NeweyWest(int lag) ->
                lag < 0 || lag >= values.length
                        ? Outcome.failed(Reason.OUT_OF_RANGE, "lag " + lag + " of " + values.length + " points")
                        : plain(rows, values).map(fit -> single(fit, neweyWest(rows, fit, lag)));
            case SerialErrors.PraisWinsten() -> praisWinsten(rows, values);
            case SerialErrors.Integrated() -> integrated(rows, values);
        };
    }

    StudentMixture combination(double[] weightsOfCoefficients) {
        double[] centres = new double[parts.size()];
        double[] spreads = new double[parts.size()];
        for (int i = 0; i < centres.length; i++) {
            centres[i] = Spd.dot(weightsOfCoefficients, parts.get(i).coefficients());
            spreads[i] = Math.sqrt(Math.max(0, Spd.form(covariances.get(i), weightsOfCoefficients)));
        }
        return new StudentMixture(weights, centres, spreads, degrees);
    }

    /** The mean coefficients. */
    double[] coefficients() {
        double[] mean = new double[parts.getFirst().coefficients().length];
        for (int i = 0; i < weights.length; i++) {
            for (int a = 0; a < mean.length; a++) {
                mean[a] += weights[i] * parts.get(i).coefficients()[a];
            }
        }
        return mean;
    }

    /** The mean autocorrelation. */
    double correlation() {
        double mean = 0;
        for (int i = 0; i < weights.length; i++) {
            mean += weights[i] * parts.get(i).correlation();
        }
        return mean;
    }

    private static Outcome<AutoregressiveFit> plain(double[][] rows, double[] values) {
        return AutoregressiveFit.of(rows, values, 0)
                .<Outcome<AutoregressiveFit>>map(Outcome::of)
                .orElseGet(
                        () -> Outcome.failed(Reason.NOT_IDENTIFIED, "season, trend and change cannot be told apart"));
    }

    private static SerialFit single(AutoregressiveFit fit, double[][] covariance) {
        return new SerialFit(
                List.of(fit),
                java.util.Collections.singletonList(covariance),
                new double[] {1},
                fit.innovations().length - (double) fit.coefficients().length);
    }

    private static double[][] ordinary(AutoregressiveFit fit) {
        double variance = fit.squares() / (fit.innovations().length - (double) fit.coefficients().length);
        return times(fit.inverse(), variance);
    }

    private static double[][] neweyWest(double[][] rows, AutoregressiveFit fit, int lag) {
        int n = rows.length;
        int k = rows[0].length;
        double[] residuals = fit.innovations();
        double[][] meat = new double[k][k];
        for (int l = 0; l <= lag; l++) {
            double weight = 1 - l / (lag + 1.0);
            for (int i = l; i < n; i++) {
                double product = weight * residuals[i] * residuals[i - l];
                for (int a = 0; a < k; a++) {
                    for (int b = 0; b < k; b++) {
                        double forward = rows[i][a] * rows[i - l][b];
                        double backward = l == 0 ? 0 : rows[i - l][a] * rows[i][b];
                        meat[a][b] += product * (forward + backward);
                    }
                }
            }
        }
        double[][] covariance = new double[k][k];
        double factor = n / (n - (double) k);
        for (int a = 0; a < k; a++) {
            for (int b = 0; b < k; b++) {
                covariance[a][b] = factor * Spd.dot(fit.inverse()[a], Spd.times(meat, fit.inverse()[b]));
            }
        }
        return covariance;
    }

    private static Outcome<SerialFit> praisWinsten(double[][] rows, double[] values) {
        double correlation = 0;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Optional<AutoregressiveFit> fit = AutoregressiveFit.of(rows, values, correlation);
            if (fit.isEmpty()) {
                return Outcome.failed(Reason.NOT_IDENTIFIED, "season, trend and change cannot be told apart");
            }
            double next = lagOne(rows, values, fit.get().coefficients());
            if (Math.abs(next - correlation) < 1e-12) {
                return Outcome.of(single(fit.get(), ordinary(fit.get())));
            }
            if (!(Math.abs(next) < 1)) {
                return Outcome.failed(Reason.NO_CONVERGENCE, "autocorrelation " + next);
            }
            correlation = next;
        }
        return Outcome.failed(Reason.NO_CONVERGENCE, "autocorrelation moves on at " + correlation);
    }

    /** The slope of residuals on the residual before. */
    private static double lagOne(double[][] rows, double[] values, double[] coefficients) {
        double product = 0;
        double squares = 0;
        double before = 0;
        for (int i = 0; i < values.length; i++) {
            double residual = values[i] - Spd.dot(rows[i], coefficients);
            product += i == 0 ? 0 : residual * before;
            squares += i == 0 ? 0 : before * before;
            before = residual;
        }
        return squares == 0 ? 0 : product / squares;
    }

    private static Outcome<SerialFit> integrated(double[][] rows, double[] values) {
        Outcome<AutoregressiveFit> plain = plain(rows, values);
        if (!plain.isAnswer()) {
            return Outcome.failed(plain.failure());
        }
        List<AutoregressiveFit> parts = new ArrayList<>(POINTS);
        double largest = Double.NEGATIVE_INFINITY;
        for (int point = 0; point < POINTS; point++) {
            double correlation = Math.sin(Math.PI * ((point + .5) / POINTS - .5));
            Optional<AutoregressiveFit> fit = AutoregressiveFit.of(rows, values, correlation);
            if (fit.isPresent() && fit.get().squares() > 0) {
                parts.add(fit.get());
                largest = Math.max(largest, fit.get().logLikelihood());
            }
        }
        if (parts.isEmpty()) {
            return Outcome.failed(Reason.CONSTANT, "the series lies on the line");
        }
        return Outcome.of(mixture(parts, largest, values.length - (double) rows[0].length));
    }

    private static SerialFit mixture(List<AutoregressiveFit> all, double largest, double free) {
        List<AutoregressiveFit> parts = all.stream()
                .filter(fit -> Math.exp(fit.logLikelihood() - largest) > UNLIKELY)
                .toList();
        double[] weights = parts.stream()
                .mapToDouble(fit -> Math.exp(fit.logLikelihood() - largest))
                .toArray();
        double total = Arrays.stream(weights).sum();
        return new SerialFit(
                parts,
                parts.stream().map(SerialFit::ordinary).toList(),
                Arrays.stream(weights).map(weight -> weight / total).toArray(),
                free);
    }

    private static double[][] times(double[][] matrix, double factor) {
        double[][] product = new double[matrix.length][matrix.length];
        for (int a = 0; a < matrix.length; a++) {
            for (int b = 0; b < matrix.length; b++) {
                product[a][b] = factor * matrix[a][b];
            }
        }
        return product;
    }
}
