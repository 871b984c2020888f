package nl.leercirkel.statistics.comparison;

import java.util.ArrayList;
import java.util.List;
import nl.leercirkel.statistics.support.Check;
import nl.leercirkel.statistics.support.Sum;

/**
 * How alike two groups of units are on one covariate.
 *
 * @param covariate counted from 0
 * @param treatedMean mean of the treated units
 * @param controlMean mean of the units they are compared with
 * @param standardisedDifference difference of means over the standard deviation of the treated before matching; below .1
 *     in size is usually called balanced
 * @param varianceRatio treated over control; 1 is alike, 0 when the treated do not vary, infinite when the controls do not
 * @see "Austin (2009), Balance diagnostics for comparing the distribution of baseline covariates, Statistics in Medicine 28"
 */
public record Balance(
        int covariate, double treatedMean, double controlMean, double standardisedDifference, double varianceRatio) {

    /**
     * A table of balance, one row per covariate.
     *
     * @param treated covariates of the treated units compared, one row per unit
     * @param control of the units they are compared with
     * @param allTreated of all treated units, whose standard deviation is the measure
     * @throws IllegalArgumentException for a value that is no number, or no row at all
     */
    public static List<Balance> of(double[][] treated, double[][] control, double[][] allTreated) {
        List<Balance> table = new ArrayList<>();
        for (int j = 0; j < treated[0].length; j++) {
            double[] one = column(treated, j);
            double[] two = column(control, j);
            double before = variance(column(allTreated, j));
            double distance = Sum.mean(one) - Sum.mean(two);
            double v1 = variance(one);
            double v2 = variance(two);
            double standardised = distance == 0
                    ? 0
                    : before == 0 ? Math.copySign(Double.POSITIVE_INFINITY, distance) : distance / Math.sqrt(before);
            table.add(new Balance(
                    j,
                    Sum.mean(one),
                    Sum.mean(two),
                    standardised,
                    v2 == 0 ? (v1 == 0 ? 1 : Double.POSITIVE_INFINITY) : v1 / v2));
        }
        return List.copyOf(table);
    }

    static double[] column(double[][] rows, int j) {
        double[] column = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            column[i] = rows[i][j];
        }
        Check.values("covariate " + j, column, 1).ifPresent(failure -> {
            throw new IllegalArgumentException(failure.detail());
        });
        return column;
    }

    private static double variance(double[] values) {
        return values.length < 2 ? 0 : Sum.Centre.of(values).squares(values) / (values.length - 1);
    }
}
