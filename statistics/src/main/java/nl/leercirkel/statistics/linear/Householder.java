package nl.leercirkel.statistics.linear;

import java.util.Optional;
import nl.leercirkel.statistics.support.Sum;

/**
 * A least-squares problem decomposed with Householder reflections on columns scaled to length 1, its solution refined with
 * residuals in twice the precision.
 *
 * @see "Golub and Van Loan (2013), Matrix computations, 5.2 and 5.3; Bjorck (1967), Iterative refinement of linear least
 *     squares solutions, BIT 7"
 */
final class Householder {

    /** Columns that are this close to a combination of the others are called dependent. */
    private static final double DEPENDENT = 1e-11;

    private static final int REFINEMENTS = 3;

    private final double[][] rows;
    private final double[] scale;
    private final double[][] reflected;
    private final double[] diagonal;

    private Householder(double[][] rows, double[] scale, double[][] reflected, double[] diagonal) {
        this.rows = rows;
        this.scale = scale;
        this.reflected = reflected;
        this.diagonal = diagonal;
    }

    /** Empty when a column is zero or depends on those before it. Needs at least as many rows as columns. */
    static Optional<Householder> of(double[][] rows) {
        int n = rows.length;
        int p = rows[0].length;
        double[] scale = new double[p];
        double[][] columns = new double[p][n];
        for (int j = 0; j < p; j++) {
            for (double[] row : rows) {
                scale[j] = Math.hypot(scale[j], row[j]);
            }
            if (scale[j] == 0) {
                return Optional.empty();
            }
            for (int i = 0; i < n; i++) {
                columns[j][i] = rows[i][j] / scale[j];
            }
        }
        double[] diagonal = new double[p];
        for (int j = 0; j < p; j++) {
            double[] column = columns[j];
            double norm = 0;
            for (int i = j; i < n; i++) {
                norm = Math.hypot(norm, column[i]);
            }
            if (norm < DEPENDENT) {
                return Optional.empty();
            }
            diagonal[j] = column[j] > 0 ? -norm : norm;
            column[j] -= diagonal[j];
            for (int k = j + 1; k < p; k++) {
                reflect(column, j, -diagonal[j] * column[j], columns[k]);
            }
        }
        return Optional.of(new Householder(rows, scale, columns, diagonal));
    }

    /**
     * The solution, refined together with its residuals: refining the solution alone stalls where predictors nearly
     * depend on each other.
     */
    double[] solve(double[] y) {
        int p = diagonal.length;
        double[] solution = back(turned(y));
        double[] residuals = residuals(y, solution);
        for (int step = 0; step < REFINEMENTS; step++) {
            double[] open = residuals(y, solution);
            for (int i = 0; i < open.length; i++) {
                open[i] -= residuals[i];
            }
            double[] along = forward(slopes(residuals));
            double[] change = turned(open);
            double[] rest = change.clone();
            for (int j = 0; j < p; j++) {
                rest[j] -= along[j];
                change[j] = along[j];
            }
            double[] correction = back(rest);
            for (int j = 0; j < p; j++) {
                solution[j] += correction[j];
            }
            turnBack(change);
            for (int i = 0; i < open.length; i++) {
                residuals[i] += change[i];
            }
        }
        return solution;
    }

    double[] residuals(double[] y, double[] solution) {
        double[] residuals = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            Sum sum = new Sum().add(y[i]);
            for (int j = 0; j < solution.length; j++) {
                sum.addProduct(-rows[i][j], solution[j]);
            }
            residuals[i] = sum.value();
        }
        return residuals;
    }

    /** The inverse of X'X. */
    double[][] inverse() {
        int p = diagonal.length;
        double[][] inverseR = new double[p][];
        for (int k = 0; k < p; k++) {
            double[] unit = new double[p];
            unit[k] = 1;
            inverseR[k] = back(unit);
        }
        double[][] inverse = new double[p][p];
        for (int a = 0; a < p; a++) {
            for (int b = 0; b < p; b++) {
                for (int k = 0; k < p; k++) {
                    inverse[a][b] += inverseR[k][a] * inverseR[k][b];
                }
            }
        }
        return inverse;
    }

    /** How much each observation determines its own fitted value. */
    double[] leverages() {
        int n = rows.length;
        int p = diagonal.length;
        double[] leverages = new double[n];
        for (int k = 0; k < p; k++) {
            double[] unit = new double[n];
            unit[k] = 1;
            turnBack(unit);
            for (int i = 0; i < n; i++) {
                leverages[i] += unit[i] * unit[i];
            }
        }
        return leverages;
    }

    /** The triangular factor of the scaled columns. */
    double[][] triangle() {
        int p = diagonal.length;
        double[][] triangle = new double[p][p];
        for (int i = 0; i < p; i++) {
            triangle[i][i] = diagonal[i];
            for (int j = i + 1; j < p; j++) {
                triangle[i][j] = reflected[j][i];
            }
        }
        return triangle;
    }

    /** Minus the scaled columns times a vector, in twice the precision. */
    private double[] slopes(double[] vector) {
        double[] slopes = new double[diagonal.length];
        for (int j = 0; j < slopes.length; j++) {
            Sum sum = new Sum();
            for (int i = 0; i < vector.length; i++) {
                sum.addProduct(-rows[i][j], vector[i]);
            }
            slopes[j] = sum.value() / scale[j];
        }
        return slopes;
    }

    private double[] turned(double[] y) {
        double[] turned = y.clone();
        for (int j = 0; j < diagonal.length; j++) {
            reflect(reflected[j], j, -diagonal[j] * reflected[j][j], turned);
        }
        return turned;
    }

    private void turnBack(double[] vector) {
        for (int j = diagonal.length - 1; j >= 0; j--) {
            reflect(reflected[j], j, -diagonal[j] * reflected[j][j], vector);
        }
    }

    /** Solves R' x = y. */
    private double[] forward(double[] y) {
        double[] x = y.clone();
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < i; j++) {
                x[i] -= reflected[i][j] * x[j];
            }
            x[i] /= diagonal[i];
        }
        return x;
    }

    /** Solves R x = y for the first rows of y and takes the scaling off. */
    private double[] back(double[] y) {
        int p = diagonal.length;
        double[] x = new double[p];
        for (int i = p - 1; i >= 0; i--) {
            double rest = y[i];
            for (int j = i + 1; j < p; j++) {
                rest -= reflected[j][i] * x[j];
            }
            x[i] = rest / diagonal[i];
        }
        for (int j = 0; j < p; j++) {
            x[j] /= scale[j];
        }
        return x;
    }

    private static void reflect(double[] vector, int from, double divisor, double[] target) {
        double product = 0;
        for (int i = from; i < vector.length; i++) {
            product += vector[i] * target[i];
        }
        double factor = product / divisor;
        for (int i = from; i < vector.length; i++) {
            target[i] -= factor * vector[i];
        }
    }
}
