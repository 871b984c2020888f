package nl.leercirkel.benchmarks.statistics;

import java.util.concurrent.TimeUnit;
import nl.leercirkel.statistics.Randomness;
import nl.leercirkel.statistics.space.ScanSettings;
import nl.leercirkel.statistics.space.SpatialScan;
import nl.leercirkel.statistics.space.Windows;
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
 * Kulldorff's scan with 999 replications on made-up neighbourhoods, as a whole job: a fresh JVM with little memory, nothing compiled yet, all
 * processors. Limits: 3,000 places 2 s (10%) and 6 s (50%), 14,000 places 20 s and 90 s, on two cores.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(
        value = 3,
        jvmArgsAppend = {"-Xmx140m", "-XX:+UseSerialGC"})
public class ScanBenchmark {

    @Param({"3000", "14000"})
    private int places;

    @Param({"0.1", "0.5"})
    private double share;

    private MadeUpNeighbourhoods map = MadeUpNeighbourhoods.of(2, 1);

    @Setup
    public void makeUp() {
        map = MadeUpNeighbourhoods.of(places, 7);
    }

    @Benchmark
    public double poissonWholeJob() {
        return SpatialScan.poisson(
                        Windows.circles(map.places()),
                        map.cases(),
                        map.population(),
                        ScanSettings.standard().withMaximumShare(share),
                        Randomness.parallel(5))
                .get()
                .maxima()
                .getFirst();
    }
}
