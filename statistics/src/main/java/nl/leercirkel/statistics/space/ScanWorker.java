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
    private final Growth growth;
    private final LoadedCentre[] loaded = new LoadedCentre[BLOCK];
    private final long[] sums = new long[ScanKernel.WORDS];
    private final boolean searchesLow;
    private final boolean searchesHigh;
    private final long[] noHighLimits;

    /** Per replication of this round. */
    private final double[] largest;

    /** The sixteen at hand: the number of the first, their counts, and the limits for what a window must beat. */
    private int first;

    private long[] counts = new long[0];
    private long[] highLimits = new long[0];
    private long[] lowLimits = new long[0];

    /** The windows around one centre. */
    private static final class LoadedCentre {
        final Sequence scratch;
        Sequence sequence;
        char[] rows = new char[0];
        char[] bins = new char[0];
        double[] masses = new double[0];

        LoadedCentre(int places) {
            scratch = new Sequence(places);
            sequence = scratch;
        }
    }

    ScanWorker(ScanData data, int replications) {
        this.data = data;
        growth = data.growth();
        largest = new double[replications];
        Arrays.setAll(loaded, b -> new LoadedCentre(data.masses.length));
        searchesLow = data.settings.direction() != Direction.HIGH;
        searchesHigh = data.settings.direction() != Direction.LOW;
        noHighLimits = new long[searchesHigh ? 0 : data.limits.never() + 1];
        Arrays.fill(noHighLimits, 0x7FFFFFFF7FFFFFFFL);
    }

    double[] largest() {
        return largest.clone();
    }

    /** Grows the windows around these centres, to be scanned next. */
    void load(int from, int to) {
        for (int centre = from; centre < to; centre++) {
            load(loaded[centre - from], centre);
        }
    }

    private void load(LoadedCentre to, int centre) {
        Sequence sequence = data.sequence(centre, growth, to.scratch);
        int length = sequence.length();
        to.sequence = sequence;
        if (to.bins.length < length) {
            int size = Math.min(data.masses.length, length + length / 4);
            to.rows = new char[size];
            to.bins = new char[size];
            to.masses = new double[size];
        }
        double mass = 0;
        for (int k = 0; k < length; k++) {
            int place = sequence.places[k];
            mass += data.masses[place];
            to.rows[k] = data.rows[place];
            to.masses[k] = mass;
            to.bins[k] = sequence.isEnd(k) ? data.limits.bin(mass) : data.limits.never();
        }
    }

    /** The window of the observed cases that is furthest off, around a centre that is loaded; of equal ones the smallest. */
    ScanWindow observed(int b) {
        LoadedCentre at = loaded[b];
        ScanWindow best = ScanWindow.NONE;
        mustBeat(best.ratio());
        int count = 0;
        for (int k = 0; k < at.sequence.length(); k++) {
            count += data.cases[at.sequence.places[k]];
            if (at.sequence.isEnd(k) && isBeyond(at.bins[k], count)) {
                double ratio = data.judge(at.masses[k], count);
                if (ratio > best.ratio()) {
                    best = new ScanWindow(ratio, k + 1, count, at.masses[k]);
                    mustBeat(ratio);
                }
            }
        }
        return best;
    }

    private void mustBeat(double ratio) {
        int step = Limits.step(ratio);
        highLimits = searchesHigh ? data.limits.high(step) : noHighLimits;
        lowLimits = searchesLow ? data.limits.low(step) : lowLimits;
    }

    private boolean isBeyond(char bin, int count) {
        return count > (int) highLimits[bin] || searchesLow && count < (int) lowLimits[bin];
    }

    /**
     * Scans sixteen replications around the centres that are loaded.
     *
     * @param counts as {@link ScanKernel} wants them
     * @param number of the first replication
     */
    void replicated(int blocks, long[] counts, int number) {
        first = number;
        this.counts = counts;
        mustBeat(smallest());
        for (int b = 0; b < blocks; b++) {
            Arrays.fill(sums, 0);
            LoadedCentre at = loaded[b];
            int length = at.sequence.length();
            for (int k = next(at, 0, length); k < length; k = next(at, k + 1, length)) {
                if (improve(at.bins[k], at.masses[k])) {
                    mustBeat(smallest());
                }
            }
        }
    }

    private int next(LoadedCentre at, int from, int to) {
        return searchesLow
                ? ScanKernel.outside(counts, at.rows, at.bins, from, to, highLimits, lowLimits, sums)
                : ScanKernel.above(counts, at.rows, at.bins, from, to, highLimits, sums);
    }

    private boolean improve(char bin, double mass) {
        boolean improved = false;
        for (int lane = 0; lane < ScanKernel.LANES; lane++) {
            int count = ScanKernel.get(sums, lane);
            double ratio = isBeyond(bin, count) ? data.judge(mass, count) : 0;
            if (ratio > largest[first + lane]) {
                largest[first + lane] = ratio;
                improved = true;
            }
        }
        return improved;
    }

    private double smallest() {
        double smallest = largest[first];
        for (int lane = 1; lane < ScanKernel.LANES; lane++) {
            smallest = Math.min(smallest, largest[first + lane]);
        }
        return smallest;
    }
}
