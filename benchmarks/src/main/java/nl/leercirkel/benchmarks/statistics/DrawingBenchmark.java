package nl.leercirkel.benchmarks.statistics;

import java.util.concurrent.TimeUnit;
import nl.leercirkel.statistics.Randomness;
import nl.leercirkel.statistics.business.Distribution;
import nl.leercirkel.statistics.business.PilotCase;
import nl.leercirkel.statistics.sample.Bootstrap;
import org.apache.commons.rng.UniformRandomProvider;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Methods that draw: the business case of five uncertain inputs a million times, and the BCa interval of a mean of 100. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class DrawingBenchmark {
    private static final int DRAWS = 1_000_000;
    private static final int RESAMPLES = 10_000;
    private static final int SAMPLE = 100;

    @Param({"1", "2"})
    int threads;

    private final PilotCase pilot = new PilotCase(
            new Distribution.Poisson(40),
            new Distribution.Beta(22, 8),
            new Distribution.Gamma(60_000, 16),
            new Distribution.Gamma(35_000, 16),
            new Distribution.Normal(450_000, 40_000));
    private final double[] sample = exponential();

    private static double[] exponential() {
        UniformRandomProvider stream = Randomness.of(1).stream();
        double[] values = new double[SAMPLE];
        for (int i = 0; i < SAMPLE; i++) {
            values[i] = -300 * Math.log(stream.nextDouble());
        }
        return values;
    }

    @Benchmark
    public double monteCarlo() {
        return pilot.simulate(DRAWS, .95, new Randomness(1, threads)).get().mean();
    }

    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @Warmup(iterations = 0)
    @Measurement(iterations = 1)
    @Fork(5)
    public double monteCarloWholeJob() {
        return monteCarlo();
    }

    @Benchmark
    public double bca() {
        return Bootstrap.mean(sample, .95, RESAMPLES, new Randomness(1, threads))
                .get()
                .standardError();
    }

    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @Warmup(iterations = 0)
    @Measurement(iterations = 1)
    @Fork(5)
    public double bcaWholeJob() {
        return bca();
    }
}
