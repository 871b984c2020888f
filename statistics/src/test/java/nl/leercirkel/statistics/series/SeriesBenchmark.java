package nl.leercirkel.statistics.series;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Randomness;
import nl.leercirkel.statistics.business.Distribution;
import nl.leercirkel.statistics.business.PilotCase;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * Whole jobs, measured; no test, as a machine's speed is no law. Run with the test class path and, for the time limit in issue 4,
 * two cores. Besides the time on the clock the processor time per thread is printed: on a busy machine that is
 * what the job would take alone.
 */
final class SeriesBenchmark {

    private SeriesBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        int threads = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 2;
        List<double[]> series = new ArrayList<>();
        var gaussian = ZigguratSampler.NormalizedGaussian.of(Randomness.of(1).stream());
        for (int i = 0; i < 342; i++) {
            double[] y = new double[20];
            double level = 30;
            for (int t = 0; t < 20; t++) {
                level += .5 * gaussian.sample();
                y[t] = level + .3 * t * (i % 3) + .8 * gaussian.sample() + (i % 2 == 0 ? 0 : t % 2);
            }
            series.add(y);
        }
        PilotCase pilot = new PilotCase(
                new Distribution.Poisson(40),
                new Distribution.Beta(22, 8),
                new Distribution.Gamma(60_000, 16),
                new Distribution.Gamma(35_000, 16),
                new Distribution.Normal(450_000, 40_000));
        for (int run = 0; run < 8; run++) {
            int seed = run;
            print("ETS", threads, () -> all(series, threads, y -> Ets.choose(y, 1)));
            print("ETS, period 2", threads, () -> all(series, threads, y -> Ets.choose(y, 2)));
            print("ARIMA", threads, () -> all(series, threads, y -> Arima.choose(y, 1)));
            print("ARIMA, period 2", threads, () -> all(series, threads, y -> Arima.choose(y, 2)));
            print(
                    "simulation",
                    threads,
                    () -> pilot.simulate(1_000_000, .95, new Randomness(seed, threads))
                            .isAnswer());
            System.out.println();
        }
    }

    private static void print(String job, int threads, Callable<?> work) throws Exception {
        long before = cpu();
        long clock = System.nanoTime();
        Object answer = work.call();
        System.out.printf(
                "%s %d ms (cpu %d) %s; ",
                job, (System.nanoTime() - clock) / 1_000_000, (cpu() - before) / threads / 1_000_000, answer);
    }

    private static long cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
    }

    private interface Method {
        Outcome<?> of(double[] y);
    }

    private static int all(List<double[]> series, int threads, Method method) throws Exception {
        List<Callable<Boolean>> tasks = new ArrayList<>();
        for (double[] y : series) {
            tasks.add(() -> method.of(y).isAnswer());
        }
        int answers = 0;
        try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
            for (Future<Boolean> future : workers.invokeAll(tasks)) {
                answers += future.get() ? 1 : 0;
            }
        }
        return answers;
    }
}
