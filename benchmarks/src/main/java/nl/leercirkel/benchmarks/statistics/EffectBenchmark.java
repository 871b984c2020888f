package nl.leercirkel.benchmarks.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import nl.leercirkel.statistics.Randomness;
import nl.leercirkel.statistics.effect.Aggregate;
import nl.leercirkel.statistics.effect.BeforeAfter;
import nl.leercirkel.statistics.effect.Errors;
import nl.leercirkel.statistics.effect.InterruptedSeries;
import nl.leercirkel.statistics.effect.MatchedEffect;
import nl.leercirkel.statistics.effect.Plans;
import nl.leercirkel.statistics.effect.PowerSimulation;
import nl.leercirkel.statistics.effect.SeriesDesign;
import nl.leercirkel.statistics.effect.Staggered;
import nl.leercirkel.statistics.effect.TwoByTwo;
import nl.leercirkel.statistics.effect.WildClusterBootstrap;
import nl.leercirkel.statistics.panel.Panel;
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
 * Effects by comparison on a panel of municipalities by half-years, of which a quarter starts in three groups; and on rows, pairs and
 * one series of the same size.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class EffectBenchmark {

    @Param({"342", "684", "1368"})
    public int units = 342;

    @Param({"20", "40"})
    public int periods = 20;

    private Panel panel;
    private Panel past;
    private Staggered estimated;
    private double[][] covariates;
    private boolean[] treated;
    private double[] outcome;
    private double[] series;
    private int[] own;
    private BeforeAfter clients;

    @Setup
    public void draw() {
        UniformRandomProvider stream = Randomness.of(1).stream();
        ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(stream);
        double[][] values = new double[units][periods];
        int[] first = new int[units];
        covariates = new double[units][];
        treated = new boolean[units];
        outcome = new double[units];
        own = IntStream.range(0, units).toArray();
        for (int i = 0; i < units; i++) {
            covariates[i] = new double[] {normal.sample(), normal.sample(), normal.sample()};
            first[i] = i % 12 < 3 ? periods / 2 + i % 12 : Panel.NEVER;
            treated[i] = i % 12 < 3;
            double level = 30 + 3 * normal.sample();
            for (int t = 0; t < periods; t++) {
                values[i][t] = level + normal.sample() - (t >= first[i] ? 2 : 0);
            }
            outcome[i] = values[i][periods - 1];
        }
        List<String> names =
                IntStream.range(0, units).mapToObj(i -> "unit " + i).toList();
        List<String> times =
                IntStream.range(0, periods).mapToObj(t -> "period " + t).toList();
        panel = Panel.of(names, times, values, first).get();
        int[] never = new int[units];
        Arrays.fill(never, Panel.NEVER);
        past = Panel.of(names, times, values, never).get();
        estimated = Staggered.of(panel, Staggered.Settings.standard()).get();
        series = new double[periods];
        for (int t = 0; t < periods; t++) {
            series[t] = normal.sample() + (t >= periods / 2 ? -2 : 0);
        }
        int rows = units * 10;
        double[] before = new double[rows];
        double[] after = new double[rows];
        boolean[] group = new boolean[rows];
        int[] municipality = new int[rows];
        for (int i = 0; i < rows; i++) {
            municipality[i] = i / 10;
            group[i] = treated[i / 10];
            before[i] = normal.sample();
            after[i] = normal.sample();
        }
        clients = BeforeAfter.panel(before, after, group)
                .flatMap(data -> data.withClusters(municipality))
                .get();
    }

    @Benchmark
    public double staggeredEventStudy() {
        return Staggered.of(panel, Staggered.Settings.standard())
                .flatMap(found -> found.aggregate(Aggregate.By.TIME_SINCE_START))
                .get()
                .overall()
                .value();
    }

    @Benchmark
    public double staggeredDoublyRobust() {
        return Staggered.of(
                        panel, covariates, own, Staggered.Settings.standard().with(Staggered.Adjustment.DOUBLY_ROBUST))
                .flatMap(found -> found.aggregate(Aggregate.By.TIME_SINCE_START))
                .get()
                .overall()
                .value();
    }

    @Benchmark
    public double bandsOfAThousandDraws() {
        return estimated
                .bands(Aggregate.By.TIME_SINCE_START, 1000, Randomness.parallel(1))
                .get()
                .critical();
    }

    @Benchmark
    public double twoByTwoOfTenClientsPerUnit() {
        return TwoByTwo.of(clients, Errors.CR2, .95).get().effect().value();
    }

    @Benchmark
    public double wildBootstrapOfAThousandDraws() {
        return WildClusterBootstrap.of(
                        clients, WildClusterBootstrap.Weights.RADEMACHER, 1000, .95, Randomness.parallel(1))
                .get()
                .pValue();
    }

    @Benchmark
    public double interruptedSeries() {
        return InterruptedSeries.of(series, SeriesDesign.startingAt(periods / 2))
                .get()
                .mean()
                .value();
    }

    @Benchmark
    public double matchedPairs() {
        return MatchedEffect.of(covariates, treated, outcome, MatchedEffect.Settings.standard())
                .get()
                .effect()
                .value();
    }

    @Benchmark
    public double powerOnThePastInTwoHundredRuns() {
        int[] starts = new int[10];
        Arrays.fill(starts, periods / 2);
        return PowerSimulation.simulate(
                        Plans.staggered(past, starts, Staggered.Settings.standard(), Aggregate.By.EVERYTHING),
                        new double[0],
                        .05,
                        .80,
                        200,
                        Randomness.parallel(1))
                .get()
                .smallest()
                .orElseThrow();
    }
}
