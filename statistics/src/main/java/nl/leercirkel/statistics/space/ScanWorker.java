package nl.leercirkel.statistics.space;

import java.util.Arrays;

/**
 * One thread's part of a scan: its scratch memory and, per replication, the largest ratio among the windows it has seen. A maximum does not
 * depend on who saw which window, so nor does the result.
 */
final class ScanWorker {

    /** Centres done together, so that the counts of sixteen replications are used as often while they are near. */
    static final int BLOCK = 16;

    private final ScanData data;
    private final Windows.Growth growth;
    private final Sequence[] scratch = new Sequence[BLOCK];
    private final Sequence[] sequences = new Sequence[BLOCK];
    private final char[][] bins = new char[BLOCK][];
    private final double[][] masses = new double[BLOCK][];
    private final long[] sums = new long[ScanKernel.WORDS];
    private final boolean searchesLow;
    private final boolean searchesHigh;
    private final long[] noHighLimits;

    /** Per replication of this round. */
    final double[] largest;

    ScanWorker(ScanData data, int replications) {
        this.data = data;
        growth = data.growth();
        largest = new double[replications];
        for (int b = 0; b < BLOCK; b++) {
            scratch[b] = new Sequence(data.masses.length);
            sequences[b] = scratch[b];
            bins[b] = new char[0];
            masses[b] = new double[0];
        }
        searchesLow = data.settings.direction() != Direction.HIGH;
        searchesHigh = data.settings.direction() != Direction.LOW;
        noHighLimits = new long[searchesHigh ? 0 : data.limits.never() + 1];
        Arrays.fill(noHighLimits, 0x7FFFFFFF7FFFFFFFL);
    }

    /** Grows the windows around these centres, to be scanned next. */
    void load(int from, int to) {
        for (int centre = from; centre < to; centre++) {
            int b = centre - from;
            Sequence sequence = data.sequence(centre, growth, scratch[b]);
            sequences[b] = sequence;
            int length = sequence.length();
            if (bins[b].length < length) {
                int size = Math.min(data.masses.length, length + length / 4);
                bins[b] = new char[size];
                masses[b] = new double[size];
            }
            double mass = 0;
            for (int k = 0; k < length; k++) {
                mass += data.masses[sequence.places[k]];
                masses[b][k] = mass;
                bins[b][k] = sequence.isEnd(k) ? data.limits.bin(mass) : data.limits.never();
            }
        }
    }

    /** The window of the observed cases that is furthest off, around a centre that is loaded; of equal ones the smallest. */
    ScanWindow observed(int b) {
        Sequence sequence = sequences[b];
        ScanWindow best = ScanWindow.NONE;
        int count = 0;
        for (int k = 0; k < sequence.length(); k++) {
            count += data.cases[sequence.places[k]];
            if (sequence.isEnd(k) && isBeyond(bins[b][k], Limits.step(best.ratio()), count)) {
                double ratio = data.judge(masses[b][k], count);
                if (ratio > best.ratio()) {
                    best = new ScanWindow(ratio, k + 1, count, masses[b][k]);
                }
            }
        }
        return best;
    }

    private boolean isBeyond(char bin, int step, int count) {
        return searchesHigh && count > (int) data.limits.high(step)[bin]
                || searchesLow && count < (int) data.limits.low(step)[bin];
    }

    /**
     * Scans sixteen replications around the centres that are loaded.
     *
     * @param rows their counts, as {@link ScanKernel} wants them
     * @param first the number of the first
     */
    void replicated(int blocks, long[] rows, int first) {
        int step = Limits.step(smallest(first));
        for (int b = 0; b < blocks; b++) {
            Arrays.fill(sums, 0);
            int length = sequences[b].length();
            int k = next(b, rows, step, 0, length);
            while (k < length) {
                step = improve(masses[b][k], first) ? Limits.step(smallest(first)) : step;
                k = next(b, rows, step, k + 1, length);
            }
        }
    }

    private int next(int b, long[] rows, int step, int from, int length) {
        char[] places = sequences[b].places;
        return searchesLow
                ? ScanKernel.outside(
                        rows,
                        places,
                        bins[b],
                        from,
                        length,
                        searchesHigh ? data.limits.high(step) : noHighLimits,
                        data.limits.low(step),
                        sums)
                : ScanKernel.above(rows, places, bins[b], from, length, data.limits.high(step), sums);
    }

    private boolean improve(double mass, int first) {
        boolean improved = false;
        for (int lane = 0; lane < ScanKernel.LANES; lane++) {
            double ratio = data.judge(mass, ScanKernel.get(sums, lane));
            if (ratio > largest[first + lane]) {
                largest[first + lane] = ratio;
                improved = true;
            }
        }
        return improved;
    }

    private double smallest(int first) {
        double smallest = largest[first];
        for (int lane = 1; lane < ScanKernel.LANES; lane++) {
            smallest = Math.min(smallest, largest[first + lane]);
        }
        return smallest;
    }
}
