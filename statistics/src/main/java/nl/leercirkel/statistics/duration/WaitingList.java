package nl.leercirkel.statistics.duration;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.support.Check;

/**
 * Waits seen through a window of time. Someone already waiting when the window opens is there because the wait was long
 * enough to be seen; counting that wait from its start would make waits look longer than they are. So it counts as at risk only
 * from the day the window opens (left truncation), and one not over when it closes is not over.
 *
 * @see "Brookmeyer and Gail (1987), Biases in prevalent cohorts, Biometrics 43; Klein and Moeschberger (2003), ch. 3.4"
 */
public final class WaitingList {

    private WaitingList() {}

    /**
     * One wait.
     *
     * @param start first day
     * @param end last day, empty while it goes on
     */
    public record Wait(LocalDate start, Optional<LocalDate> end) {

        public static Wait over(LocalDate start, LocalDate end) {
            return new Wait(start, Optional.of(end));
        }

        public static Wait goingOn(LocalDate start) {
            return new Wait(start, Optional.empty());
        }
    }

    /**
     * What the window shows, in days. A wait that ends on the day it starts lasts half a day. Waits over on or before the
     * first day, and waits that start on or after the last day, are not in it.
     *
     * @param from the day the window opens
     * @param to the day it closes, after {@code from}
     * @return OUT_OF_RANGE for a window or wait that ends before it starts, NO_DATA when no wait is in the window
     */
    public static Outcome<Durations> between(List<Wait> waits, LocalDate from, LocalDate to) {
        Optional<Failure> failure = Check.first(
                Check.that(from.isBefore(to), Reason.OUT_OF_RANGE, "window from " + from + " to " + to),
                Check.that(!waits.isEmpty(), Reason.NO_DATA, "no waits"));
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        double[] entry = new double[waits.size()];
        double[] time = new double[waits.size()];
        boolean[] event = new boolean[waits.size()];
        int n = 0;
        for (Wait wait : waits) {
            LocalDate end = wait.end().orElse(LocalDate.MAX);
            if (end.isBefore(wait.start())) {
                return Outcome.failed(Reason.OUT_OF_RANGE, "wait from " + wait.start() + " to " + end);
            }
            if (end.isAfter(from) && wait.start().isBefore(to)) {
                event[n] = !end.isAfter(to);
                entry[n] = Math.max(0, ChronoUnit.DAYS.between(wait.start(), from));
                time[n] = Math.max(.5, ChronoUnit.DAYS.between(wait.start(), event[n] ? end : to));
                n++;
            }
        }
        return Durations.entering(
                java.util.Arrays.copyOf(entry, n), java.util.Arrays.copyOf(time, n), java.util.Arrays.copyOf(event, n));
    }
}
