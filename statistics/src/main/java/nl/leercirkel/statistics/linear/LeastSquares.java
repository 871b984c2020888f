package nl.leercirkel.statistics.linear;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import nl.leercirkel.statistics.Alternative;
import nl.leercirkel.statistics.Caveat;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Interval;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.support.Check;
import nl.leercirkel.statistics.support.Dist;
import nl.leercirkel.statistics.support.Sum;
import org.apache.commons.statistics.distribution.FDistribution;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.SingularValueDecomposition;

/**
 * A line or plane through points by least squares: outcome = intercept + sum of coefficient x predictor + error, errors
 * independent and equally spread.
 *
 * @param coefficients the intercept first where there is one, then in the order of the predictors
 * @param residuals outcome minus fitted, in the order of the rows
 * @param leverages between 0 and 1, in the order of the rows
 * @param residualDeviation standard deviation of the errors, in the unit of the outcome
 * @param rSquared explained share of the variation around the mean (around 0 without intercept)
 * @param fStatistic that all coefficients but the intercept are 0
 * @param fPValue of that test
 * @param degreesOfFreedom of the residuals
 * @param condition of the columns scaled to length 1; above 30 the predictors nearly repeat each other (Belsley 1991)
 * @param n number of rows
 * @param caveats NEARLY_COLLINEAR, FEW_OBSERVATIONS below ten residual degrees of freedom
 */
public record LeastSquares(
        List<Coefficient> coefficients,
        List<Double> residuals,
        List<Double> leverages,
        double residualDeviation,
        double rSquared,
        double fStatistic,
        double fPValue,
        int degreesOfFreedom,
        double condition,
        int n,
        Set<Caveat> caveats) {

    /** With an intercept. See {@link #fit(double[][], double[], boolean, double)}. */
    public static Outcome<LeastSquares> fit(double[][] predictors, double[] outcome, double level) {
        return fit(predictors, outcome, true, level);
    }

    /**
     * Fits the model.
     *
     * @param predictors one row per unit, all of the same length, at least 1 number
     * @param outcome one number per unit
     * @param intercept whether to add a column of ones
     * @param level of the coefficients' intervals
     * @return NO_DATA, NOT_A_NUMBER; DO_NOT_MATCH for ragged rows; TOO_FEW for no more rows than coefficients; CONSTANT for an
     *     outcome without variation; NOT_IDENTIFIED for predictors that depend on each other
     */
    public static Outcome<LeastSquares> fit(double[][] predictors, double[] outcome, boolean intercept, double level) {
        Optional<Failure> failure = Check.first(Check.level(level), rectangular(predictors, outcome.length));
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        int n = outcome.length;
        int p = predictors[0].length + (intercept ? 1 : 0);
        failure = Check.first(Check.values("outcome", outcome, 2), Check.values("outcome", outcome, p + 1));
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        Sum.Centre centre = intercept ? Sum.Centre.of(outcome) : new Sum.Centre(0, 0);
        double total = centre.squares(outcome);
        if (total == 0) {
            return Outcome.failed(Reason.CONSTANT, "the outcome is " + outcome[0] + " everywhere");
        }
        double[][] rows = intercept ? withOnes(predictors) : predictors;
        Optional<Householder> decomposed = Householder.of(rows);
        if (decomposed.isEmpty()) {
            return Outcome.failed(Reason.NOT_IDENTIFIED, "a predictor depends on the others");
        }
        return Outcome.of(summarise(decomposed.get(), outcome, total, intercept, n, p, level));
    }

    /** What the model gives per row; DO_NOT_MATCH or NOT_A_NUMBER when this cannot be the outcome it was fitted to. */
    public Outcome<List<Double>> fitted(double[] outcome) {
        Optional<Failure> failure = Check.first(
                Check.sameLength("outcome", outcome.length, "rows", n), Check.values("outcome", outcome, 1));
        return failure.<Outcome<List<Double>>>map(Outcome::failed)
                .orElseGet(() -> Outcome.of(IntStream.range(0, n)
                        .mapToObj(i -> outcome[i] - residuals.get(i))
                        .toList()));
    }

    private static LeastSquares summarise(
            Householder decomposed, double[] outcome, double total, boolean intercept, int n, int p, double level) {
        double[] solution = decomposed.solve(outcome);
        double[] residuals = decomposed.residuals(outcome, solution);
        double left = new Sum.Centre(0, 0).squares(residuals);
        int df = n - p;
        double variance = left / df;
        double[][] inverse = decomposed.inverse();
        List<Coefficient> coefficients = new ArrayList<>(p);
        double wide = Dist.tHalfWidth(level, df);
        for (int j = 0; j < p; j++) {
            double error = Math.sqrt(variance * inverse[j][j]);
            coefficients.add(coefficient(solution[j], error, wide, df, level));
        }
        int explaining = intercept ? p - 1 : p;
        double f = left == 0 ? Double.POSITIVE_INFINITY : (total - left) / explaining / variance;
        double condition = new SingularValueDecomposition(MatrixUtils.createRealMatrix(decomposed.triangle()))
                .getConditionNumber();
        Set<Caveat> caveats = EnumSet.noneOf(Caveat.class);
        if (condition > 30) {
            caveats.add(Caveat.NEARLY_COLLINEAR);
        }
        if (df < 10) {
            caveats.add(Caveat.FEW_OBSERVATIONS);
        }
        return new LeastSquares(
                List.copyOf(coefficients),
                list(residuals),
                list(decomposed.leverages()),
                Math.sqrt(variance),
                Dist.clamp01(1 - left / total),
                f,
                left == 0 ? 0 : FDistribution.of(explaining, df).survivalProbability(Math.max(0, f)),
                df,
                condition,
                n,
                Set.copyOf(caveats));
    }

    private static Coefficient coefficient(double value, double error, double wide, int df, double level) {
        double t = error == 0 ? (value == 0 ? 0 : Math.copySign(Double.POSITIVE_INFINITY, value)) : value / error;
        double p = Double.isInfinite(t) ? 0 : Dist.tPValue(t, df, Alternative.TWO_SIDED);
        return new Coefficient(value, error, t, p, new Interval(value - wide * error, value + wide * error, level));
    }

    static Optional<Failure> rectangular(double[][] predictors, int n) {
        if (predictors.length == 0 || predictors[0].length == 0) {
            return Optional.of(new Failure(Reason.NO_DATA, "no predictors"));
        }
        for (int i = 0; i < predictors.length; i++) {
            Optional<Failure> failure = Check.first(
                    Check.sameLength("row " + i, predictors[i].length, "row 0", predictors[0].length),
                    Check.values("row " + i, predictors[i], 1));
            if (failure.isPresent()) {
                return failure;
            }
        }
        return Check.sameLength("predictors", predictors.length, "outcome", n);
    }

    static double[][] withOnes(double[][] predictors) {
        double[][] rows = new double[predictors.length][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new double[predictors[i].length + 1];
            rows[i][0] = 1;
            System.arraycopy(predictors[i], 0, rows[i], 1, predictors[i].length);
        }
        return rows;
    }

    static List<Double> list(double[] values) {
        List<Double> list = new ArrayList<>(values.length);
        for (double value : values) {
            list.add(value);
        }
        return List.copyOf(list);
    }
}
