package nl.leercirkel.statistics.effect;

import java.util.Optional;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.linear.Coefficient;
import nl.leercirkel.statistics.linear.LeastSquares;
import nl.leercirkel.statistics.support.Labels;
import nl.leercirkel.statistics.support.Spd;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;

/**
 * Least squares whose errors are alike within clusters. All that the errors need is kept per cluster in matrices of the size
 * of the coefficients, never of the size of a cluster, so large clusters cost no more than small ones.
 */
final class ClusteredFit {

    /** A cluster whose own rows determine a coefficient has an eigenvalue of 1; it then gives that coefficient no error. */
    private static final double WHOLE = 1 - 1e-10;

    private final double[] coefficients;
    private final double[] residuals;
    private final double[][] rows;
    private final Labels clusters;
    private final double[][] inverse;
    private final double[][][] squares;
    private final double[][] scores;

    private ClusteredFit(
            double[][] rows, double[] coefficients, double[] residuals, Labels clusters, double[][] inverse) {
        this.rows = rows;
        this.coefficients = coefficients;
        this.residuals = residuals;
        this.clusters = clusters;
        this.inverse = inverse;
        int k = coefficients.length;
        this.squares = new double[clusters.count()][k][k];
        this.scores = new double[clusters.count()][k];
        for (int i = 0; i < rows.length; i++) {
            int g = clusters.index()[i];
            for (int a = 0; a < k; a++) {
                scores[g][a] += rows[i][a] * residuals[i];
                for (int b = 0; b < k; b++) {
                    squares[g][a][b] += rows[i][a] * rows[i][b];
                }
            }
        }
    }

    /** Fits; the rows hold every column, a column of ones included. Failures as of {@link LeastSquares#fit}. */
    static Outcome<ClusteredFit> of(double[][] rows, double[] outcome, int[] clusters) {
        return LeastSquares.fit(rows, outcome, false, .95).flatMap(fit -> {
            double[] coefficients =
                    fit.coefficients().stream().mapToDouble(Coefficient::value).toArray();
            double[] residuals =
                    fit.residuals().stream().mapToDouble(Double::doubleValue).toArray();
            Optional<double[][]> inverse = inverse(rows);
            return inverse.<Outcome<ClusteredFit>>map(matrix ->
                            Outcome.of(new ClusteredFit(rows, coefficients, residuals, Labels.of(clusters), matrix)))
                    .orElseGet(() -> Outcome.failed(
                            new Failure(Reason.NOT_IDENTIFIED, "a column nearly depends on the others")));
        });
    }

    double coefficient(int j) {
        return coefficients[j];
    }

    double[] residuals() {
        return residuals.clone();
    }

    int clusterCount() {
        return clusters.count();
    }

    int[] clusterIndex() {
        return clusters.index();
    }

    double[][] inverse() {
        return inverse;
    }

    /** A standard error and its degrees of freedom. */
    record Precision(double standardError, double degreesOfFreedom) {}

    Precision precision(int j, Errors errors) {
        return switch (errors) {
            case CR1 -> sandwich(j);
            case CR2 -> biasReduced(j);
        };
    }

    private Precision sandwich(int j) {
        double meat = 0;
        for (double[] score : scores) {
            meat += Math.pow(Spd.dot(inverse[j], score), 2);
        }
        double g = clusters.count();
        double n = rows.length;
        double k = coefficients.length;
        return new Precision(Math.sqrt(meat * g / (g - 1) * (n - 1) / (n - k)), g - 1);
    }

    /**
     * With H = X B X', B = L L': the block of cluster g is W W' for W = X_g L, whose eigenvectors come from the small matrix W'W.
     * So (I - H_g)^(-1/2) = I + U f U' with f = (1 - lambda)^(-1/2) - 1, and everything asked of it reduces to sums per cluster.
     */
    private Precision biasReduced(int j) {
        double[][] root = root(inverse);
        double[] contrast = inverse[j];
        double meat = 0;
        double trace = 0;
        double squared = 0;
        int k = coefficients.length;
        double[][] products = new double[k][k];
        for (int c = 0; c < clusters.count(); c++) {
            double[][] side = times(squares[c], root);
            Halves halves = Halves.of(times(transpose(root), side));
            double[] along = Spd.times(transpose(root), scores[c]);
            double[] score = scores[c].clone();
            add(score, Spd.times(side, halves.apply(along, Halves::shift)));
            meat += Math.pow(Spd.dot(contrast, score), 2);
            double[] effect = Spd.times(squares[c], contrast);
            double[] reduced = Spd.times(transpose(root), effect);
            double[] reach = effect.clone();
            add(reach, Spd.times(side, halves.apply(reduced, Halves::shift)));
            double own = Spd.dot(contrast, effect) + Spd.dot(reduced, halves.apply(reduced, Halves::squareShift));
            double turned = Spd.form(inverse, reach);
            trace += own - turned;
            squared += (own - turned) * (own - turned) - turned * turned;
            for (int a = 0; a < k; a++) {
                for (int b = 0; b < k; b++) {
                    products[a][b] += reach[a] * reach[b];
                }
            }
        }
        // Of clusters g and h the product is -r_g' B r_h, so all squares add up to the trace of (B R)^2, R the sum of r
        // r'.
        double[][] crossed = times(inverse, products);
        for (int a = 0; a < k; a++) {
            for (int b = 0; b < k; b++) {
                squared += crossed[a][b] * crossed[b][a];
            }
        }
        return new Precision(Math.sqrt(meat), trace * trace / squared);
    }

    /** The eigenvalues of W'W with their vectors; a function of H_g is applied through them. */
    private record Halves(double[] values, double[][] vectors) {

        static Halves of(double[][] small) {
            EigenDecompositionSymmetric eigen =
                    new EigenDecompositionSymmetric(MatrixUtils.createRealMatrix(symmetric(small)));
            return new Halves(eigen.getEigenvalues(), eigen.getVT().getData());
        }

        /** (1 - lambda)^(-1/2) - 1 over lambda, so that it can be applied to W'x. */
        static double shift(double lambda) {
            return ((lambda > WHOLE ? 0 : 1 / Math.sqrt(1 - lambda)) - 1) / lambda;
        }

        /** The same of the square: (1 - lambda)^(-1) - 1 over lambda. */
        static double squareShift(double lambda) {
            return ((lambda > WHOLE ? 0 : 1 / (1 - lambda)) - 1) / lambda;
        }

        double[] apply(double[] along, java.util.function.DoubleUnaryOperator function) {
            double[] result = new double[along.length];
            for (int m = 0; m < values.length; m++) {
                if (values[m] > 1e-14) {
                    double weight = function.applyAsDouble(values[m]) * Spd.dot(vectors[m], along);
                    for (int i = 0; i < result.length; i++) {
                        result[i] += weight * vectors[m][i];
                    }
                }
            }
            return result;
        }
    }

    /** The inverse of X'X, computed on columns of length 1. */
    private static Optional<double[][]> inverse(double[][] rows) {
        int k = rows[0].length;
        double[] length = new double[k];
        for (double[] row : rows) {
            for (int a = 0; a < k; a++) {
                length[a] = Math.hypot(length[a], row[a]);
            }
        }
        double[][] cross = new double[k][k];
        for (double[] row : rows) {
            for (int a = 0; a < k; a++) {
                for (int b = 0; b < k; b++) {
                    cross[a][b] += row[a] / length[a] * (row[b] / length[b]);
                }
            }
        }
        return Spd.inverse(cross).map(scaled -> {
            for (int a = 0; a < k; a++) {
                for (int b = 0; b < k; b++) {
                    scaled[a][b] /= length[a] * length[b];
                }
            }
            return symmetric(scaled);
        });
    }

    /** A lower triangle L with L L' = the matrix. */
    private static double[][] root(double[][] matrix) {
        int k = matrix.length;
        double[][] root = new double[k][k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = matrix[i][j];
                for (int m = 0; m < j; m++) {
                    rest -= root[i][m] * root[j][m];
                }
                root[i][j] = i == j ? Math.sqrt(rest) : rest / root[j][j];
            }
        }
        return root;
    }

    private static double[][] symmetric(double[][] matrix) {
        int k = matrix.length;
        double[][] symmetric = new double[k][k];
        for (int a = 0; a < k; a++) {
            for (int b = 0; b < k; b++) {
                symmetric[a][b] = (matrix[a][b] + matrix[b][a]) / 2;
            }
        }
        return symmetric;
    }

    private static double[][] transpose(double[][] matrix) {
        double[][] turned = new double[matrix[0].length][matrix.length];
        for (int a = 0; a < matrix.length; a++) {
            for (int b = 0; b < matrix[0].length; b++) {
                turned[b][a] = matrix[a][b];
            }
        }
        return turned;
    }

    private static double[][] times(double[][] left, double[][] right) {
        double[][] columns = transpose(right);
        double[][] product = new double[left.length][columns.length];
        for (int a = 0; a < left.length; a++) {
            for (int b = 0; b < columns.length; b++) {
                product[a][b] = Spd.dot(left[a], columns[b]);
            }
        }
        return product;
    }

    private static void add(double[] target, double[] values) {
        for (int i = 0; i < target.length; i++) {
            target[i] += values[i];
        }
    }
}
