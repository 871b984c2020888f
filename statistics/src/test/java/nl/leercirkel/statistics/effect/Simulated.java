package nl.leercirkel.statistics.effect;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import nl.leercirkel.statistics.Interval;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Randomness;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** Data drawn from known truths, and how often intervals hold that truth. */
final class Simulated {

    private final ZigguratSampler.NormalizedGaussian gaussian;
    private final UniformRandomProvider stream;

    Simulated(UniformRandomProvider stream) {
        this.stream = stream;
        this.gaussian = ZigguratSampler.NormalizedGaussian.of(stream);
    }

    static Simulated of(long seed) {
        return new Simulated(Randomness.of(seed).stream());
    }

    double normal() {
        return gaussian.sample();
    }

    double normal(double mean, double deviation) {
        return mean + deviation * gaussian.sample();
    }

    double uniform() {
        return stream.nextDouble();
    }

    double[] normals(int n) {
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = gaussian.sample();
        }
        return values;
    }

    /** An AR(1) series with innovations of deviation 1, begun in its stationary state. */
    double[] autoregressive(int n, double correlation) {
        double[] values = new double[n];
        values[0] = gaussian.sample() / Math.sqrt(1 - correlation * correlation);
        for (int i = 1; i < n; i++) {
            values[i] = correlation * values[i - 1] + gaussian.sample();
        }
        return values;
    }

    /** The share of runs whose interval holds the truth; each run gets its own stream, so threads do not matter. */
    static double coverage(int runs, long seed, double truth, Function<Simulated, Outcome<Interval>> run) {
        List<Integer> held = Randomness.parallel(seed).inChunks(runs, 50, (stream, from, to) -> {
            int count = 0;
            for (int i = from; i < to; i++) {
                count += run.apply(new Simulated(stream)).get().contains(truth) ? 1 : 0;
            }
            return count;
        });
        return held.stream().mapToInt(Integer::intValue).sum() / (double) runs;
    }

    static boolean[] firstOf(int treated, int n) {
        boolean[] group = new boolean[n];
        for (int i = 0; i < treated; i++) {
            group[i] = true;
        }
        return group;
    }

    static double[] map(double[] values, DoubleFunction<Double> function) {
        double[] mapped = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            mapped[i] = function.apply(values[i]);
        }
        return mapped;
    }
}
