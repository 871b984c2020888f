package nl.leercirkel.statistics.business;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Randomness;
import nl.leercirkel.statistics.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Draws every input from its stated distribution, many times, and computes the outcome each time: how sure is the answer, given
 * how sure the inputs are. Inputs are drawn independently of each other.
 */
public final class MonteCarlo {
    /** Part of what determines the result, see {@link Randomness}. */
    private static final int CHUNK = 1 << 14;

    private static final int FEWEST = 1000;
    private static final int MOST = 50_000_000;

    private MonteCarlo() {}

    /**
     * @param inputs     in the order in which the model takes them
     * @param model      from one value per input to the outcome, in euro; pure, as it runs on several threads
     * @param draws      1,000 to 50,000,000
     * @param level      of the interval, as .95
     * @param randomness seed and threads; the result depends on the seed only
     * @return fails without inputs, with draws or level outside their range, or where the model gives no finite number
     */
    public static Outcome<Simulation> run(
            List<Input> inputs, ToDoubleFunction<double[]> model, int draws, double level, Randomness randomness) {
        return draw(inputs, model, draws, level, randomness)
                .map(drawn -> drawn.simulation(inputs, level, randomness.seed()));
    }

    static Outcome<Drawn> draw(
            List<Input> inputs, ToDoubleFunction<double[]> model, int draws, double level, Randomness randomness) {
        Failure failure = unsuited(inputs, draws, level);
        if (failure != null) {
            return Outcome.failed(failure);
        }
        List<Distribution.Sampler> samplers =
                inputs.stream().map(input -> input.distribution().sampler()).toList();
        double[] outcomes = new double[draws];
        List<Moments> parts = randomness.inChunks(draws, CHUNK, (stream, from, to) -> {
            int n = to - from;
            double[][] columns = new double[samplers.size()][n];
            for (int k = 0; k < columns.length; k++) {
                samplers.get(k).fill(columns[k], n, stream);
            }
            double[] row = new double[columns.length];
            for (int i = 0; i < n; i++) {
                for (int k = 0; k < row.length; k++) {
                    row[k] = columns[k][i];
                }
                outcomes[from + i] = model.applyAsDouble(row);
            }
            return Moments.of(outcomes, from, to);
        });
        Moments all = new Moments();
        parts.forEach(all::merge);
        return Double.isFinite(all.mean) && Double.isFinite(all.squares)
                ? Outcome.of(new Drawn(outcomes, all))
                : Outcome.failed(Reason.NOT_A_NUMBER, "the model gave NaN or infinity for some draw");
    }

    private static @Nullable Failure unsuited(List<Input> inputs, int draws, double level) {
        if (inputs.isEmpty()) {
            return new Failure(Reason.NO_DATA, "no inputs");
        }
        if (draws < FEWEST || draws > MOST) {
            return new Failure(Reason.OUT_OF_RANGE, draws + " draws, not " + FEWEST + " to " + MOST);
        }
        return level > 0 && level < 1 ? null : new Failure(Reason.OUT_OF_RANGE, "level " + level);
    }

    /** All outcomes with their moments. */
    @SuppressWarnings("ArrayRecordComponent") // stays within the package
    record Drawn(double[] outcomes, Moments moments) {

        Simulation simulation(List<Input> inputs, double level, long seed) {
            double tail = (1 - level) / 2;
            double[] shares = {tail, .1, .25, .5, .75, .9, 1 - tail};
            double[] values = Quantiles.of(outcomes, shares);
            List<Simulation.Quantile> quantiles = new ArrayList<>();
            for (int k = 1; k < shares.length - 1; k++) {
                quantiles.add(new Simulation.Quantile(shares[k], values[k]));
            }
            return Simulation.of(inputs, outcomes.length, seed, moments, level, values[0], values[6], quantiles);
        }
    }

    /** Mean and sum of squared deviations, of parts that are put together (Chan, Golub and LeVeque 1983). */
    static final class Moments {
        private long n;
        private long positive;
        private double mean;
        private double squares;

        /** In two passes, as a division per value would take as long as drawing it. */
        static Moments of(double[] values, int from, int to) {
            Moments moments = new Moments();
            double sum = 0;
            for (int i = from; i < to; i++) {
                sum += values[i];
                moments.positive += values[i] > 0 ? 1 : 0;
            }
            moments.n = to - from;
            moments.mean = sum / moments.n;
            double rest = 0;
            for (int i = from; i < to; i++) {
                double deviation = values[i] - moments.mean;
                rest += deviation;
                moments.squares += deviation * deviation;
            }
            moments.squares -= rest * rest / moments.n;
            return moments;
        }

        void merge(Moments other) {
            long sum = n + other.n;
            double apart = other.mean - mean;
            if (sum > 0) {
                squares += other.squares + apart * apart * n * other.n / sum;
                mean += apart * other.n / sum;
            }
            n = sum;
            positive += other.positive;
        }

        double mean() {
            return mean;
        }

        double sd() {
            return Math.sqrt(squares / (n - 1));
        }

        long positive() {
            return positive;
        }
    }
}
