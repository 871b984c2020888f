package nl.leercirkel.statistics.space;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import nl.leercirkel.statistics.Alternative;
import nl.leercirkel.statistics.Caveat;
import nl.leercirkel.statistics.TestResult;

/** Which windows are reported, and how rare they are among the replications. */
final class ClusterSelection {

    private static final double EULER = .57721566490153286;

    private final ScanData data;
    private final ScanRun run;
    private final double[] sorted;

    ClusterSelection(ScanData data, ScanRun run) {
        this.data = data;
        this.run = run;
        sorted = run.maxima().clone();
        Arrays.sort(sorted);
    }

    /** From the furthest off down, without overlap, as long as some replication is less far off; the first in any case. */
    List<Cluster> clusters() {
        List<Cluster> clusters = new ArrayList<>();
        boolean[] taken = new boolean[data.masses.length];
        Growth growth = data.growth();
        Sequence scratch = new Sequence(data.masses.length);
        for (int centre : furthestFirst()) {
            ScanWindow window = run.observed()[centre];
            if (!clusters.isEmpty() && extreme(window.ratio()) == sorted.length) {
                break;
            }
            Sequence sequence = data.sequence(centre, growth, scratch);
            int[] places = IntStream.range(0, window.length())
                    .map(k -> sequence.places[k])
                    .toArray();
            if (Arrays.stream(places).noneMatch(place -> taken[place])) {
                Arrays.stream(places).forEach(place -> taken[place] = true);
                clusters.add(cluster(data.centres[centre], places, window));
            }
        }
        return clusters;
    }

    /** Ratios as good as equal, as of the same places seen from two centres, go by the number of places and then of the centre. */
    private int[] furthestFirst() {
        return IntStream.range(0, data.centres.length)
                .filter(centre -> run.observed()[centre].ratio() > 0)
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(centre -> -Math.round(run.observed()[centre].ratio() * 1e9))
                        .thenComparingInt(centre -> run.observed()[centre].length())
                        .thenComparingInt(centre -> data.centres[centre]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private Cluster cluster(int centre, int[] places, ScanWindow window) {
        double expected = data.model.expected(window.mass());
        int outside = data.model.cases - window.cases();
        boolean isHigh = window.cases() > expected;
        double outsideRate = outside / (data.model.mass - window.mass());
        return new Cluster(
                centre,
                Arrays.stream(places).boxed().toList(),
                data.windows instanceof Windows.Circles(Places points)
                        ? OptionalDouble.of(points.distance(centre, places[places.length - 1]))
                        : OptionalDouble.empty(),
                isHigh ? Direction.HIGH : Direction.LOW,
                window.cases(),
                expected,
                window.mass(),
                window.cases() / window.mass() / outsideRate,
                test(window.ratio()),
                gumbel(window.ratio()));
    }

    private TestResult test(double ratio) {
        return new TestResult(
                ratio,
                0,
                pValue(ratio),
                switch (data.settings.direction()) {
                    case HIGH -> Alternative.GREATER;
                    case LOW -> Alternative.LESS;
                    case BOTH -> Alternative.TWO_SIDED;
                },
                data.centres.length,
                data.model instanceof PoissonModel ? "scan-poisson" : "scan-bernoulli",
                Set.of(Caveat.SIMULATED));
    }

    private double pValue(double ratio) {
        int extreme = extreme(ratio);
        // Besag and Clifford: with a stop at the h-th of l, p is h / l; else the observed counts as one of them.
        return run.isStopped() && extreme == data.settings.stopAfter()
                ? extreme / (double) sorted.length
                : (extreme + 1.0) / (sorted.length + 1.0);
    }

    private int extreme(double ratio) {
        int below = 0;
        int end = sorted.length;
        while (below < end) {
            int middle = (below + end) >>> 1;
            if (ScanRun.isAtLeast(sorted[middle], ratio)) {
                end = middle;
            } else {
                below = middle + 1;
            }
        }
        return sorted.length - below;
    }

    /** By the moments of the replications. */
    private OptionalDouble gumbel(double ratio) {
        double mean = Arrays.stream(sorted).average().orElse(0);
        double variance = Arrays.stream(sorted)
                        .map(maximum -> (maximum - mean) * (maximum - mean))
                        .sum()
                / (sorted.length - 1);
        if (!(variance > 0)) {
            return OptionalDouble.empty();
        }
        double scale = Math.sqrt(6 * variance) / Math.PI;
        double location = mean - EULER * scale;
        return OptionalDouble.of(-Math.expm1(-Math.exp(-(ratio - location) / scale)));
    }
}
