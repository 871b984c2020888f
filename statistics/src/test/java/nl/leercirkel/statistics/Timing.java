package nl.leercirkel.statistics;

import java.util.Arrays;
import java.util.Locale;
import nl.leercirkel.statistics.duration.Durations;
import nl.leercirkel.statistics.duration.KaplanMeier;
import nl.leercirkel.statistics.duration.LogRank;
import nl.leercirkel.statistics.sample.Bootstrap;
import org.apache.commons.rng.UniformRandomProvider;

/** Measures what the library promises to do fast; no test, run by hand. Prints the first and the median of 21 rounds. */
public final class Timing {

    private static final int ROUNDS = 21;

    private Timing() {}

    public static void main(String[] arguments) {
        UniformRandomProvider stream = Randomness.of(1).stream();
        int n = 100_000;
        double[] time = new double[n];
        boolean[] event = new boolean[n];
        int[] group = new int[n];
        for (int i = 0; i < n; i++) {
            time[i] = -300 * Math.log(stream.nextDouble());
            event[i] = stream.nextDouble() < .7;
            group[i] = i % 2;
        }
        measure("Kaplan-Meier and log-rank, 100,000 rows", () -> {
            Durations durations = Durations.of(time, event).get();
            return KaplanMeier.of(durations, KaplanMeier.Scale.LOG_LOG, .95)
                            .get()
                            .events()
                    + LogRank.of(durations, group).get().test().statistic();
        });
        double[] sample = Arrays.stream(time).limit(100).toArray();
        for (int threads = 1; threads <= 2; threads++) {
            Randomness randomness = new Randomness(1, threads);
            measure(
                    "BCa, 10,000 resamples of 100, threads " + threads,
                    () -> Bootstrap.mean(sample, .95, 10_000, randomness).get().standardError());
        }
    }

    private static void measure(String what, java.util.function.DoubleSupplier work) {
        double[] milliseconds = new double[ROUNDS];
        double result = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            result += work.getAsDouble();
            milliseconds[round] = (System.nanoTime() - start) / 1e6;
        }
        double first = milliseconds[0];
        Arrays.sort(milliseconds);
        System.out.printf(
                Locale.ROOT,
                "%s: first %.1f ms, median %.1f ms (%.3f)%n",
                what,
                first,
                milliseconds[ROUNDS / 2],
                result);
    }
}
