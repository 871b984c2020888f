package nl.leercirkel.statistics.duration;

import java.util.Optional;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.support.Check;

/**
 * Durations of units, some of which are not over yet. Checked on making, never changed.
 *
 * <p>A unit is followed from its entry (0 unless it came under observation later: left truncation) until its time, when the
 * event happened or observation ended.
 */
public final class Durations {

    private final double[] entry;
    private final double[] time;
    private final boolean[] event;
    private final boolean late;

    private Durations(double[] entry, double[] time, boolean[] event, boolean late) {
        this.entry = entry;
        this.time = time;
        this.event = event;
        this.late = late;
    }

    /**
     * Durations followed from their start.
     *
     * @param time at least 0
     * @param event true where the event ended it, false where it still went on
     * @return NO_DATA, NOT_A_NUMBER, OUT_OF_RANGE for a negative time, DO_NOT_MATCH for lists of different length
     */
    public static Outcome<Durations> of(double[] time, boolean[] event) {
        return make(new double[time.length], time, event, false);
    }

    /**
     * Durations that came under observation at an entry: counted as at risk only after it.
     *
     * @param entry at least 0 and below the time of the same unit
     */
    public static Outcome<Durations> entering(double[] entry, double[] time, boolean[] event) {
        return make(entry.clone(), time, event, true);
    }

    private static Outcome<Durations> make(double[] entry, double[] time, boolean[] event, boolean late) {
        Optional<Failure> failure = Check.first(
                Check.sameLength("times", time.length, "events", event.length),
                Check.sameLength("entries", entry.length, "times", time.length),
                Check.values("times", time, 1),
                Check.notNegative("times", time),
                Check.values("entries", entry, 1),
                Check.notNegative("entries", entry));
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        for (int i = 0; late && i < time.length; i++) {
            if (entry[i] >= time[i]) {
                return Outcome.failed(
                        Reason.OUT_OF_RANGE, "unit " + i + " enters at " + entry[i] + ", ends at " + time[i]);
            }
        }
        return Outcome.of(new Durations(entry, time.clone(), event.clone(), late));
    }

    public int size() {
        return time.length;
    }

    public int events() {
        int events = 0;
        for (boolean happened : event) {
            events += happened ? 1 : 0;
        }
        return events;
    }

    public double time(int unit) {
        return time[unit];
    }

    public double entry(int unit) {
        return entry[unit];
    }

    public boolean event(int unit) {
        return event[unit];
    }

    /** Whether some units came under observation after their start. */
    public boolean hasLateEntries() {
        return late;
    }

    /** The units for which a label holds, in order. */
    double[] times(int[] label, int wanted, boolean events) {
        double[] times = new double[time.length];
        int n = 0;
        for (int i = 0; i < time.length; i++) {
            if (label[i] == wanted && event[i] == events) {
                times[n++] = time[i];
            }
        }
        return java.util.Arrays.copyOf(times, n);
    }

    double[] entries(int[] label, int wanted) {
        double[] entries = new double[late ? time.length : 0];
        int n = 0;
        for (int i = 0; i < entries.length; i++) {
            if (label[i] == wanted) {
                entries[n++] = entry[i];
            }
        }
        return java.util.Arrays.copyOf(entries, n);
    }
}
