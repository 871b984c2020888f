package nl.leercirkel.statistics.space;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

/** What a scan scans, the same for all its threads. */
final class ScanData {

    /** Places in kept sequences together; more are grown anew when needed. Two bytes each. */
    private static final long MOST_KEPT = 24_000_000;

    final Windows windows;
    final int[] cases;
    final double[] masses;
    final double most;
    final ScanModel model;
    final ScanSettings settings;
    final Limits limits;

    /** Places with mass: only these are centres. Neighbours mostly follow each other. */
    final int[] centres;

    /** Per place where its counts stand among those of all, so that the counts of neighbours are mostly near. */
    final char[] rows;

    private final AtomicReferenceArray<Sequence> kept;
    private final AtomicLong room = new AtomicLong();

    ScanData(Windows windows, int[] cases, double[] masses, ScanModel model, ScanSettings settings) {
        this.windows = windows;
        this.cases = cases;
        this.masses = masses;
        this.model = model;
        this.settings = settings;
        most = settings.maximumShare() * model.mass * (1 + 1e-12);
        limits = new Limits(model, most, settings.minimumCases());
        int[] order = SpatialOrder.of(windows);
        centres = IntStream.of(order).filter(place -> masses[place] > 0).toArray();
        rows = new char[order.length];
        IntStream.range(0, order.length).forEach(row -> rows[order[row]] = (char) row);
        kept = new AtomicReferenceArray<>(centres.length);
    }

    /** Says that each sequence will be wanted again, so that those that fit in memory are kept. */
    void keepSequences() {
        room.set(MOST_KEPT);
    }

    Growth growth() {
        return Growth.of(windows, masses, most);
    }

    /** The windows around a centre, in the scratch memory given or kept from before. */
    Sequence sequence(int centre, Growth growth, Sequence scratch) {
        Sequence known = kept.get(centre);
        if (known != null) {
            return known;
        }
        growth.grow(centres[centre], scratch);
        if (room.addAndGet(-scratch.length()) >= 0) {
            kept.set(centre, scratch.copy());
        }
        return scratch;
    }

    /** The ratio of a window where it is off in the direction looked for, else 0. */
    double judge(double mass, int count) {
        double expected = model.expected(mass);
        boolean counts = count > expected
                ? settings.direction() != Direction.LOW && count >= settings.minimumCases()
                : count < expected && settings.direction() != Direction.HIGH;
        return counts ? model.ratio(mass, count) : 0;
    }
}
