package nl.leercirkel.benchmarks.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import nl.leercirkel.statistics.Randomness;
import nl.leercirkel.statistics.panel.Panel;
import nl.leercirkel.statistics.synthetic.DonorPool;
import nl.leercirkel.statistics.synthetic.LeaveTwoOut;
import nl.leercirkel.statistics.synthetic.PlaceboInSpace;
import nl.leercirkel.statistics.synthetic.Predictor;
import nl.leercirkel.statistics.synthetic.Specification;
import nl.leercirkel.statistics.synthetic.SyntheticControl;
import nl.leercirkel.statistics.synthetic.SyntheticDifference.Kind;
import nl.leercirkel.statistics.synthetic.SyntheticDifference.Optimum;
import nl.leercirkel.statistics.synthetic.SyntheticDifferenceError;
import nl.leercirkel.statistics.synthetic.SyntheticDifferenceError.Method;
import org.apache.commons.rng.UniformRandomProvider;
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

/**
 * Synthetic comparisons on panels of the size of the two that matter: 39 units by 31 years with seven predictors (Proposition 99),
 * and 342 municipalities by 20 half-years. Made up from a fixed seed with three common movements, so that nothing is read.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class SyntheticBenchmark {

    /** Units, periods and periods before treatment. */
    @Param({"39x31x19", "342x20x12"})
    String size;

    private Panel panel;
    private Specification predictors;

    @Setup
    public void draw() {
        int[] numbers =
                Arrays.stream(size.split("x")).mapToInt(Integer::parseInt).toArray();
        panel = panel(numbers[0], numbers[1], numbers[2]);
        predictors = predictors(panel, numbers[2]);
    }

    @Benchmark
    public double fitFromOutcomes() {
        return SyntheticControl.of(panel, Specification.outcomes()).get().effect();
    }

    @Benchmark
    public double fitWithPredictors() {
        return SyntheticControl.of(panel, predictors, Randomness.of(1)).get().effect();
    }

    @Benchmark
    public double placebosFromOutcomes() {
        return outcomes();
    }

    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @Warmup(iterations = 0)
    @Measurement(iterations = 1)
    @Fork(3)
    public double placebosFromOutcomesWholeJob() {
        return outcomes();
    }

    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @Warmup(iterations = 0)
    @Measurement(iterations = 1)
    @Fork(3)
    public double placebosWithPredictorsWholeJob() {
        return PlaceboInSpace.of(panel, predictors, DonorPool.WITH_TREATED, Randomness.parallel(1))
                .get()
                .test()
                .pValue();
    }

    @Benchmark
    public double differencePlacebos() {
        return difference();
    }

    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @Warmup(iterations = 0)
    @Measurement(iterations = 1)
    @Fork(3)
    public double differencePlacebosWholeJob() {
        return difference();
    }

    @Benchmark
    public double leaveTwoOut() {
        return LeaveTwoOut.of(panel).get().test().pValue();
    }

    private double outcomes() {
        return PlaceboInSpace.of(panel, Specification.outcomes(), DonorPool.WITHOUT_TREATED, Randomness.parallel(1))
                .get()
                .test()
                .pValue();
    }

    private double difference() {
        return SyntheticDifferenceError.of(
                        panel,
                        Kind.SYNTHETIC_DIFFERENCE,
                        Optimum.EXACT,
                        Method.PLACEBO,
                        200,
                        .95,
                        Randomness.parallel(1))
                .get()
                .standardError();
    }

    /** Levels, three common movements with loadings per unit, and noise; the first unit treated, with no effect. */
    static Panel panel(int units, int periods, int before) {
        UniformRandomProvider stream = Randomness.of(99).stream();
        var gaussian = ZigguratSampler.NormalizedGaussian.of(stream);
        double[][] movement = new double[3][periods];
        for (double[] one : movement) {
            for (int t = 1; t < periods; t++) {
                one[t] = one[t - 1] + gaussian.sample();
            }
        }
        double[][] values = new double[units][periods];
        for (double[] row : values) {
            double level = 30 + 5 * gaussian.sample();
            double[] loading = {stream.nextDouble(), stream.nextDouble(), stream.nextDouble()};
            for (int t = 0; t < periods; t++) {
                row[t] = level + .8 * gaussian.sample();
                for (int f = 0; f < 3; f++) {
                    row[t] += loading[f] * movement[f][t];
                }
            }
        }
        int[] first = new int[units];
        Arrays.fill(first, Panel.NEVER);
        first[0] = before;
        return Panel.of(labels("unit ", units), labels("t", periods), values, first)
                .get();
    }

    /** Seven, from the outcome before treatment. */
    private static Specification predictors(Panel panel, int before) {
        List<Predictor> predictors = new ArrayList<>();
        for (int p = 0; p < 7; p++) {
            int from = p * (before - 1) / 7;
            predictors.add(Predictor.mean("p" + p, panel, from, Math.min(before, from + 2))
                    .get());
        }
        return Specification.predictors(predictors, Specification.Effort.QUICK);
    }

    private static List<String> labels(String name, int count) {
        return IntStream.range(0, count).mapToObj(i -> name + i).toList();
    }
}
