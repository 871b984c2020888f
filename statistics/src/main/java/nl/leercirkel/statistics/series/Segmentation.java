package nl.leercirkel.statistics.series;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import nl.leercirkel.statistics.Randomness;
import org.apache.commons.rng.UniformRandomProvider;

/** The search behind {@link ChangePoints}. */
final class Segmentation {
    private static final int CHUNK = 100;

    private final SegmentCost cost;
    private final double[] shown;
    private final int least;
    private final int n;

    Segmentation(SegmentCost cost, double[] shown, int least) {
        this.cost = cost;
        this.shown = shown;
        this.least = least;
        this.n = shown.length;
    }

    ChangePoints found(int permutations, Randomness randomness) {
        List<Integer> ends = partition();
        List<ChangePoints.Segment> segments = new ArrayList<>();
        int from = 0;
        for (int to : ends) {
            segments.add(new ChangePoints.Segment(from, to, cost.mean(from, to), cost.interval(from, to)));
            from = to;
        }
        List<ChangePoints.Change> changes = new ArrayList<>();
        for (int k = 1; k < segments.size(); k++) {
            changes.add(change(segments.get(k - 1), segments.get(k)));
        }
        double strength = strongest(cost);
        int stronger =
                randomness
                        .inChunks(permutations, CHUNK, (stream, start, end) -> stronger(stream, end - start, strength))
                        .stream()
                        .mapToInt(Integer::intValue)
                        .sum();
        return new ChangePoints(
                n,
                segments,
                changes,
                (stronger + 1.0) / (permutations + 1),
                permutations,
                randomness.seed(),
                autocorrelation(segments));
    }

    private List<Integer> partition() {
        double penalty = 3 * Math.log(n);
        double[] best = new double[n + 1];
        int[] last = new int[n + 1];
        Arrays.fill(best, Double.POSITIVE_INFINITY);
        best[0] = -penalty;
        List<Integer> starts = new ArrayList<>();
        for (int to = least; to <= n; to++) {
            // a start becomes possible when a stretch of the least length can end there
            if (to - least == 0 || to - least >= least) {
                starts.add(to - least);
            }
            for (int start : starts) {
                double value = best[start] + cost.of(start, to) + penalty;
                if (value < best[to]) {
                    best[to] = value;
                    last[to] = start;
                }
            }
        }
        Deque<Integer> ends = new ArrayDeque<>();
        for (int to = n; to > 0; to = last[to]) {
            ends.addFirst(to);
        }
        return List.copyOf(ends);
    }

    private ChangePoints.Change change(ChangePoints.Segment before, ChangePoints.Segment after) {
        int from = before.from();
        int to = after.to();
        int at = after.from();
        double[] weight = new double[to - from];
        double best = cost.of(from, at) + cost.of(at, to);
        double sum = 0;
        for (int t = from + least; t <= to - least; t++) {
            weight[t - from] = Math.exp(-.5 * (cost.of(from, t) + cost.of(t, to) - best));
            sum += weight[t - from];
        }
        int low = at;
        int high = at;
        double held = weight[at - from];
        while (held < .95 * sum) {
            double below = low - 1 >= from + least ? weight[low - 1 - from] : -1;
            double above = high + 1 <= to - least ? weight[high + 1 - from] : -1;
            if (below < 0 && above < 0) {
                break;
            }
            held += Math.max(below, above);
            if (below >= above) {
                low--;
            } else {
                high++;
            }
        }
        return new ChangePoints.Change(at, low, high, after.mean() - before.mean());
    }

    private int stronger(UniformRandomProvider stream, int draws, double strength) {
        int[] order = new int[n];
        Arrays.setAll(order, i -> i);
        int count = 0;
        for (int draw = 0; draw < draws; draw++) {
            for (int i = n - 1; i > 0; i--) {
                int j = stream.nextInt(i + 1);
                int swap = order[i];
                order[i] = order[j];
                order[j] = swap;
            }
            count += strongest(cost.permuted(order)) >= strength - 1e-9 ? 1 : 0;
        }
        return count;
    }

    private double strongest(SegmentCost of) {
        double whole = of.of(0, n);
        double best = 0;
        for (int t = least; t <= n - least; t++) {
            best = Math.max(best, whole - of.of(0, t) - of.of(t, n));
        }
        return best;
    }

    private double autocorrelation(List<ChangePoints.Segment> segments) {
        double product = 0;
        double squares = 0;
        for (ChangePoints.Segment segment : segments) {
            double before = 0;
            for (int i = segment.from(); i < segment.to(); i++) {
                double residual = shown[i] - segment.mean();
                squares += residual * residual;
                product += i == segment.from() ? 0 : residual * before;
                before = residual;
            }
        }
        return squares > 0 ? product / squares : 0;
    }
}
