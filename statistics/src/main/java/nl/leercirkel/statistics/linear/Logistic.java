package nl.leercirkel.statistics.linear;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.support.Check;

/**
 * Logistic regression by maximum likelihood (iteratively reweighted least squares): the log odds of "yes" is a sum over
 * predictors.
 *
 * @param coefficients the intercept first, as log odds per unit of the predictor; exp(value) is the odds ratio
 * @param probabilities fitted chances, in the order of the rows
 * @param deviance minus twice the log likelihood
 * @param n number of rows
 * @param iterations used
 * @see "McCullagh and Nelder (1989), Generalized linear models, ch. 4"
 */
public record Logistic(
        List<Coefficient> coefficients, List<Double> probabilities, double deviance, int n, int iterations) {

    private static final int MOST_ITERATIONS = 50;

    /**
     * Fits the model with an intercept.
     *
     * @param predictors one row per unit
     * @param yes the outcome per unit
     * @return as {@link LeastSquares#fit}; CONSTANT when all or none are yes; NOT_IDENTIFIED also when the predictors
     *     separate yes from no, so that the coefficients run off to infinity
     */
    public static Outcome<Logistic> fit(double[][] predictors, boolean[] yes, double level) {
        Optional<Failure> failure =
                Check.first(Check.level(level), LeastSquares.rectangular(predictors, yes.length), varies(yes));
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        double[][] rows = LeastSquares.withOnes(predictors);
        int n = rows.length;
        int p = rows[0].length;
        if (n <= p) {
            return Outcome.failed(Reason.TOO_FEW, n + " rows for " + p + " coefficients");
        }
        double[] beta = new double[p];
        double deviance = Double.POSITIVE_INFINITY;
        for (int iteration = 1; iteration <= MOST_ITERATIONS; iteration++) {
            double[][] weighted = new double[n][p];
            double[] response = new double[n];
            for (int i = 0; i < n; i++) {
                double logit = product(rows[i], beta);
                double chance = 1 / (1 + Math.exp(-logit));
                // Below this a chance is 0 or 1: the data are separated and the check after the loop says so.
                double root = Math.sqrt(Math.max(1e-20, chance * (1 - chance)));
                for (int j = 0; j < p; j++) {
                    weighted[i][j] = rows[i][j] * root;
                }
                response[i] = logit * root + ((yes[i] ? 1 : 0) - chance) / root;
            }
            Optional<Householder> decomposed = Householder.of(weighted);
            if (decomposed.isEmpty()) {
                return Outcome.failed(
                        Reason.NOT_IDENTIFIED, "a predictor depends on the others, or separates yes from no");
            }
            beta = decomposed.get().solve(response);
            double next = deviance(rows, yes, beta);
            if (!Double.isFinite(next)) {
                return Outcome.failed(Reason.NO_CONVERGENCE, "the deviance is " + next);
            }
            if (Math.abs(next - deviance) < 1e-12 * (Math.abs(next) + .1)) {
                return answer(rows, beta, decomposed.get(), next, iteration, level);
            }
            deviance = next;
        }
        return Outcome.failed(Reason.NOT_IDENTIFIED, "coefficients still grow: the predictors separate yes from no");
    }

    private static Outcome<Logistic> answer(
            double[][] rows, double[] beta, Householder decomposed, double deviance, int iterations, double level) {
        List<Double> probabilities = new ArrayList<>(rows.length);
        int certain = 0;
        for (double[] row : rows) {
            double chance = 1 / (1 + Math.exp(-product(row, beta)));
            certain += chance < 1e-8 || chance > 1 - 1e-8 ? 1 : 0;
            probabilities.add(chance);
        }
        if (certain == rows.length || deviance < 1e-6 * rows.length) {
            return Outcome.failed(Reason.NOT_IDENTIFIED, "the predictors separate yes from no");
        }
        double[][] inverse = decomposed.inverse();
        List<Coefficient> coefficients = new ArrayList<>(beta.length);
        for (int j = 0; j < beta.length; j++) {
            double error = Math.sqrt(inverse[j][j]);
            if (error > 1e4 * (1 + Math.abs(beta[j]))) {
                return Outcome.failed(Reason.NOT_IDENTIFIED, "coefficient " + j + " has standard error " + error);
            }
            coefficients.add(Coefficient.normal(beta[j], error, level));
        }
        return Outcome.of(
                new Logistic(List.copyOf(coefficients), List.copyOf(probabilities), deviance, rows.length, iterations));
    }

    private static Optional<Failure> varies(boolean[] yes) {
        boolean some = false;
        boolean all = true;
        for (boolean answer : yes) {
            some |= answer;
            all &= answer;
        }
        return Check.that(some && !all, Reason.CONSTANT, some ? "all are yes" : "none is yes");
    }

    private static double deviance(double[][] rows, boolean[] yes, double[] beta) {
        double deviance = 0;
        for (int i = 0; i < rows.length; i++) {
            double logit = product(rows[i], beta);
            deviance += 2 * softplus(yes[i] ? -logit : logit);
        }
        return deviance;
    }

    private static double softplus(double x) {
        return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
    }

    private static double product(double[] row, double[] beta) {
        double product = 0;
        for (int j = 0; j < beta.length; j++) {
            product += row[j] * beta[j];
        }
        return product;
    }
}
