package nl.leercirkel.benchmarks.statistics;

import java.util.concurrent.TimeUnit;
import nl.leercirkel.statistics.Randomness;
import nl.leercirkel.statistics.duration.Durations;
import nl.leercirkel.statistics.duration.KaplanMeier;
import nl.leercirkel.statistics.duration.LogRank;
import org.apache.commons.rng.UniformRandomProvider;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Kaplan-Meier and the log-rank test of two groups on 100,000 waiting times, of which 30% is censored; no two times are equal. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class DurationBenchmark {
    private static final int ROWS = 100_000;

    private final double[] time = new double[ROWS];
    private final boolean[] event = new boolean[ROWS];
    private final int[] group = new int[ROWS];

    @Setup
    public void draw() {
        UniformRandomProvider stream = Randomness.of(1).stream();
        for (int i = 0; i < ROWS; i++) {
            time[i] = -300 * Math.log(stream.nextDouble());
            event[i] = stream.nextDouble() < .7;
            group[i] = i % 2;
        }
    }

    @Benchmark
    public double kaplanMeierAndLogRank() {
        Durations durations = Durations.of(time, event).get();
        return KaplanMeier.of(durations, KaplanMeier.Scale.LOG_LOG, .95).get().events()
                + LogRank.of(durations, group).get().test().statistic();
    }

    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @Warmup(iterations = 0)
    @Measurement(iterations = 1)
    @Fork(5)
    public double kaplanMeierAndLogRankWholeJob() {
        return kaplanMeierAndLogRank();
    }
}
