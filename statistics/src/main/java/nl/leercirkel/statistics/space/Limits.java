package nl.leercirkel.statistics.space;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntPredicate;

/**
 * How many cases a window may have without being looked at, by its mass and by the likelihood ratio it must beat. Masses go in bins and
 * ratios in steps, rounded so that no window that counts is missed; those let through are judged exactly.
 *
 * <p>Bins are even in the square root of the expected cases, thus in standard deviations. A limit stands twice in a long, for the two counts
 * of {@link ScanKernel}.
 */
final class Limits {

    private static final int STEPS_PER_UNIT = 4;
    private static final int STEPS = 100 * STEPS_PER_UNIT;
    private static final double BINS_PER_ROOT = 32;
    private static final int MOST_BINS = 60_000;
    private static final double SLACK = 1e-9;

    private final ScanModel model;
    private final long minimumCases;
    private final double binsPerRoot;
    private final int bins;
    private final AtomicReferenceArray<long[]> high = new AtomicReferenceArray<>(STEPS + 1);
    private final AtomicReferenceArray<long[]> low = new AtomicReferenceArray<>(STEPS + 1);

    /** @param most the largest mass of a window */
    Limits(ScanModel model, double most, long minimumCases) {
        this.model = model;
        this.minimumCases = minimumCases;
        double root = Math.sqrt(model.expected(most));
        binsPerRoot = Math.min(BINS_PER_ROOT, MOST_BINS / root);
        bins = (int) (root * binsPerRoot) + 2;
    }

    char bin(double mass) {
        return (char) (Math.sqrt(model.expected(mass)) * binsPerRoot);
    }

    /** The bin of what is no window: nothing in it is ever looked at. */
    char never() {
        return (char) bins;
    }

    static int step(double ratio) {
        return (int) Math.min(STEPS, ratio * STEPS_PER_UNIT);
    }

    /** Per bin the most cases that are not looked at when looking for high windows that beat a ratio. */
    long[] high(int step) {
        long[] limits = high.get(step);
        if (limits == null) {
            limits = makeHigh(step / (double) STEPS_PER_UNIT);
            high.set(step, limits);
        }
        return limits;
    }

    /** Per bin the fewest cases that are not looked at when looking for low windows that beat a ratio. */
    long[] low(int step) {
        long[] limits = low.get(step);
        if (limits == null) {
            limits = makeLow(step / (double) STEPS_PER_UNIT);
            low.set(step, limits);
        }
        return limits;
    }

    private long[] makeHigh(double ratio) {
        long[] limits = new long[bins + 1];
        int last = 0;
        for (int bin = 0; bin < bins; bin++) {
            double least = mass(bin) * (1 - SLACK);
            int from = Math.max(last, (int) model.expected(least));
            int cases = search(from, model.cases, c -> model.ratio(least, c) <= ratio);
            last = cases;
            limits[bin] = twice((int) Math.max(cases, minimumCases - 1));
        }
        limits[bins] = twice(Integer.MAX_VALUE);
        return limits;
    }

    private long[] makeLow(double ratio) {
        long[] limits = new long[bins + 1];
        for (int bin = 0; bin < bins; bin++) {
            double most = Math.min(mass(bin + 1) * (1 + SLACK), model.mass);
            int expected = (int) Math.ceil(model.expected(most));
            // Counted down from what is expected: how many fewer are still not enough.
            int fewer = search(0, expected, f -> model.ratio(most, expected - f) <= ratio);
            limits[bin] = twice(expected - fewer);
        }
        return limits;
    }

    private double mass(int bin) {
        double root = bin / binsPerRoot;
        return root * root * model.mass / model.cases;
    }

    /** The largest number from and to for which this holds; it holds for the first, and once it does not, not any more. */
    private static int search(int from, int to, IntPredicate holds) {
        int low = from;
        long stride = 1;
        while (low + stride <= to && holds.test((int) (low + stride))) {
            low += (int) stride;
            stride *= 2;
        }
        int high = (int) Math.min(to, low + stride - 1);
        while (low < high) {
            int middle = (int) (((long) low + high + 1) / 2);
            if (holds.test(middle)) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private static long twice(int limit) {
        return (long) limit << 32 | limit;
    }
}
