package nl.leercirkel.statistics.effect;

import java.util.List;
import nl.leercirkel.statistics.Randomness;
import nl.leercirkel.statistics.support.Spd;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * What one turn of the residuals does to the studentised coefficient, for every hypothesis about that coefficient at once.
 *
 * <p>The residuals under the hypothesis b are a - b z, with a and z the outcome and the tested column, both freed of the other
 * columns. So the turned coefficient is linear in b and its squared error quadratic: five numbers per turn hold the test of
 * every b.
 */
final class WildTurns {

    /** Per turn: numerator at b = 0 and its slope, then the three coefficients of the squared error in b. */
    static final int NUMBERS = 5;

    private final double[][] outer;
    private final double[] scoreOutcome;
    private final double[] scoreColumn;
    private final double[][] crossOutcome;
    private final double[][] crossColumn;
    private final double length;

    private WildTurns(
            double[][] outer,
            double[] scoreOutcome,
            double[] scoreColumn,
            double[][] crossOutcome,
            double[][] crossColumn,
            double length) {
        this.outer = outer;
        this.scoreOutcome = scoreOutcome;
        this.scoreColumn = scoreColumn;
        this.crossOutcome = crossOutcome;
        this.crossColumn = crossColumn;
        this.length = length;
    }

    static WildTurns of(BeforeAfter data, ClusteredFit fit) {
        double[][] rows = data.rows();
        int j = data.effectColumn();
        double[][] inverse = fit.inverse();
        double[] contrast = inverse[j];
        // M_Z x = X B e_j / B_jj, and M_Z y = residuals + M_Z x times the coefficient.
        double scale = contrast[j];
        int n = rows.length;
        int k = rows[0].length;
        double[] residuals = fit.residuals();
        double[] column = new double[n];
        double[] freed = new double[n];
        for (int i = 0; i < n; i++) {
            column[i] = Spd.dot(rows[i], contrast) / scale;
            freed[i] = residuals[i] + column[i] * fit.coefficient(j);
        }
        int clusters = fit.clusterCount();
        int[] index = fit.clusterIndex();
        double[] scoreOutcome = new double[clusters];
        double[] scoreColumn = new double[clusters];
        double[][] crossOutcome = new double[clusters][k];
        double[][] crossColumn = new double[clusters][k];
        for (int i = 0; i < n; i++) {
            int g = index[i];
            scoreOutcome[g] += column[i] * freed[i];
            scoreColumn[g] += column[i] * column[i];
            for (int a = 0; a < k; a++) {
                crossOutcome[g][a] += rows[i][a] * freed[i];
                crossColumn[g][a] += rows[i][a] * column[i];
            }
        }
        double[][] outer = new double[clusters][];
        for (int g = 0; g < clusters; g++) {
            outer[g] = Spd.times(inverse, crossColumn[g]);
        }
        return new WildTurns(outer, scoreOutcome, scoreColumn, crossOutcome, crossColumn, 1 / scale);
    }

    int clusters() {
        return outer.length;
    }

    /** Every turn by -1 and 1; the first turns nothing. */
    double[][] all() {
        int clusters = clusters();
        double[][] table = new double[1 << clusters][];
        double[] weights = new double[clusters];
        for (int turn = 0; turn < table.length; turn++) {
            for (int g = 0; g < clusters; g++) {
                weights[g] = (turn >> g & 1) == 0 ? 1 : -1;
            }
            table[turn] = turn(weights);
        }
        return table;
    }

    double[][] drawn(WildClusterBootstrap.Weights weights, int draws, int chunk, Randomness randomness) {
        List<double[][]> parts =
                randomness.inChunks(draws, chunk, (stream, from, to) -> part(weights, stream, to - from));
        return parts.stream().flatMap(java.util.Arrays::stream).toArray(double[][]::new);
    }

    /** The data as they are. */
    double[] untouched() {
        double[] weights = new double[clusters()];
        java.util.Arrays.fill(weights, 1);
        return turn(weights);
    }

    private double[][] part(WildClusterBootstrap.Weights weights, UniformRandomProvider stream, int size) {
        double[][] part = new double[size][];
        double[] turned = new double[clusters()];
        for (int i = 0; i < size; i++) {
            for (int g = 0; g < turned.length; g++) {
                turned[g] = weights.value(stream.nextInt(weights.count()));
            }
            part[i] = turn(turned);
        }
        return part;
    }

    private double[] turn(double[] weights) {
        int k = crossOutcome[0].length;
        double[] sumOutcome = new double[k];
        double[] sumColumn = new double[k];
        double[] numbers = new double[NUMBERS];
        for (int g = 0; g < weights.length; g++) {
            double v = weights[g];
            numbers[0] += v * scoreOutcome[g];
            numbers[1] += v * scoreColumn[g];
            for (int a = 0; a < k; a++) {
                sumOutcome[a] += v * crossOutcome[g][a];
                sumColumn[a] += v * crossColumn[g][a];
            }
        }
        for (int g = 0; g < weights.length; g++) {
            double first = weights[g] * scoreOutcome[g] - Spd.dot(outer[g], sumOutcome);
            double second = weights[g] * scoreColumn[g] - Spd.dot(outer[g], sumColumn);
            numbers[2] += first * first;
            numbers[3] -= 2 * first * second;
            numbers[4] += second * second;
        }
        numbers[0] /= length;
        numbers[1] /= length;
        return numbers;
    }
}
