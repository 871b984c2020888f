package nl.leercirkel.statistics.space;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import nl.leercirkel.statistics.Randomness;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * A scan and its replications. Replications are drawn in sixteens, each with a stream of its own, and scanned centre by centre, all at once
 * as far as memory allows.
 *
 * @param observed per centre its window that is furthest off
 * @param maxima the largest ratio of each replication, in order
 * @param isStopped whether there are fewer replications than asked as enough were as far off
 */
record ScanRun(ScanWindow[] observed, double[] maxima, boolean isStopped) {

    private static final long MOST_BYTES = 64L << 20;
    private static final int FIRST_ROUND = 4;

    static ScanRun of(ScanData data, Randomness randomness) {
        return new Rounds(data, randomness).run();
    }

    /** Whether a replication is as far off as the observed, where rounding must not make a difference. */
    static boolean isAtLeast(double replicated, double observed) {
        return replicated >= observed * (1 - 1e-9);
    }

    private static final class Rounds {

        private final ScanData data;
        private final Randomness randomness;
        private final List<UniformRandomProvider> streams;
        private final ScanWindow[] observed;
        private final double[] maxima;
        private final int tiles;

        Rounds(ScanData data, Randomness randomness) {
            this.data = data;
            this.randomness = randomness;
            int replications = data.settings.replications();
            tiles = (replications + ScanKernel.LANES - 1) / ScanKernel.LANES;
            streams = randomness.streams(tiles);
            observed = new ScanWindow[data.centres.length];
            maxima = new double[tiles * ScanKernel.LANES];
        }

        ScanRun run() {
            int replications = data.settings.replications();
            int atOnce = (int) Math.max(1, Math.min(tiles, MOST_BYTES / (8L * ScanKernel.WORDS * data.masses.length)));
            int size = data.settings.stopAfter() > 0 ? Math.min(FIRST_ROUND, atOnce) : atOnce;
            if (size < tiles) {
                data.keepSequences();
            }
            for (int from = 0; from < tiles; ) {
                int to = Math.min(tiles, from + size);
                round(from, to);
                int stop = stop(Math.min(replications, to * ScanKernel.LANES));
                if (stop > 0) {
                    return new ScanRun(observed, Arrays.copyOf(maxima, stop), true);
                }
                from = to;
                size = Math.min(atOnce, 2 * size);
            }
            return new ScanRun(observed, Arrays.copyOf(maxima, replications), false);
        }

        private void round(int from, int to) {
            List<long[]> rows =
                    randomness.inChunks(to - from, 1, (unused, tile, next) -> draw(streams.get(from + tile)));
            ConcurrentLinkedQueue<ScanWorker> idle = new ConcurrentLinkedQueue<>();
            randomness.inChunks(data.centres.length, ScanWorker.BLOCK, (unused, first, next) -> {
                ScanWorker worker = Optional.ofNullable(idle.poll())
                        .orElseGet(() -> new ScanWorker(data, rows.size() * ScanKernel.LANES));
                worker.load(first, next);
                for (int centre = first; from == 0 && centre < next; centre++) {
                    observed[centre] = worker.observed(centre - first);
                }
                for (int tile = 0; tile < rows.size(); tile++) {
                    worker.replicated(next - first, rows.get(tile), tile * ScanKernel.LANES);
                }
                idle.add(worker);
                return next - first;
            });
            int offset = from * ScanKernel.LANES;
            for (ScanWorker worker : idle) {
                double[] largest = worker.largest();
                for (int i = 0; i < largest.length; i++) {
                    maxima[offset + i] = Math.max(maxima[offset + i], largest[i]);
                }
            }
        }

        private long[] draw(UniformRandomProvider stream) {
            int[] counts = new int[data.masses.length];
            long[] rows = new long[counts.length * ScanKernel.WORDS];
            for (int lane = 0; lane < ScanKernel.LANES; lane++) {
                data.model.draw(stream, counts);
                for (int place = 0; place < counts.length; place++) {
                    ScanKernel.put(rows, data.rows[place], lane, counts[place]);
                }
            }
            return rows;
        }

        /** How many of the first replications suffice; 0 as long as not enough are as far off. */
        private int stop(int done) {
            double furthest =
                    Arrays.stream(observed).mapToDouble(ScanWindow::ratio).max().orElse(0);
            int extreme = 0;
            for (int i = 0; i < done && data.settings.stopAfter() > 0; i++) {
                extreme += isAtLeast(maxima[i], furthest) ? 1 : 0;
                if (extreme == data.settings.stopAfter()) {
                    return i + 1;
                }
            }
            return 0;
        }
    }
}
