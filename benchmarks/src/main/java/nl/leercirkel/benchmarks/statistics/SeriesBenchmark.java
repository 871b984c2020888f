package nl.leercirkel.benchmarks.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Randomness;
import nl.leercirkel.statistics.series.Arima;
import nl.leercirkel.statistics.series.Ets;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A model chosen by AICc for each of 342 series (one per municipality) of 20 points, on all cores. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class SeriesBenchmark {
    private static final int MUNICIPALITIES = 342;
    private static final int POINTS = 20;

    /** Years have no seasons; half-years have two. */
    @Param({"1", "2"})
    int period;

    private final List<double[]> series = new ArrayList<>();

    /** Levels that walk, some with a trend, some with a season: the candidates differ in which is best. */
    @Setup
    public void draw() {
        var gaussian = ZigguratSampler.NormalizedGaussian.of(Randomness.of(1).stream());
        for (int i = 0; i < MUNICIPALITIES; i++) {
            double[] y = new double[POINTS];
            double level = 30;
            for (int t = 0; t < POINTS; t++) {
                level += .5 * gaussian.sample();
                y[t] = level + .3 * t * (i % 3) + .8 * gaussian.sample() + (i % 2 == 0 ? 0 : t % 2);
            }
            series.add(y);
        }
    }

    @Benchmark
    public long ets() {
        return chooseAllEts();
    }

    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @Warmup(iterations = 0)
    @Measurement(iterations = 1)
    @Fork(3)
    public long etsWholeJob() {
        return chooseAllEts();
    }

    @Benchmark
    public long arima() {
        return chooseAllArima();
    }

    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @Warmup(iterations = 0)
    @Measurement(iterations = 1)
    @Fork(3)
    public long arimaWholeJob() {
        return chooseAllArima();
    }

    private long chooseAllEts() {
        return series.parallelStream()
                .mapToLong(y -> answered(Ets.choose(y, period)))
                .sum();
    }

    private long chooseAllArima() {
        return series.parallelStream()
                .mapToLong(y -> answered(Arima.choose(y, period)))
                .sum();
    }

    private static long answered(Outcome<?> outcome) {
        return outcome.isAnswer() ? 1 : 0;
    }
}
