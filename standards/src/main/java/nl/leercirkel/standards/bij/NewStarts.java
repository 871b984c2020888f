package nl.leercirkel.standards.bij;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Outcome 3.2: no new start of help after it ended. The protocol gives no window, so it is a parameter and stands beside the
 * result.
 *
 * <p>Records that follow each other at once are one stretch of help: a change of form is no new start. Only stretches that
 * ended in the period and whose window is over count; the others are counted apart, also those with a new start already seen,
 * because leaving in only these would make the share too high.
 *
 * @param window how long after the end a start counts as new start
 * @param joinDays help that starts this many days after an end at most is the same stretch
 * @param withoutNewStart out of the stretches that count
 * @param windowNotOver ended in the period, but what is known does not reach to the end of the window
 * @param notLinkable records that ended in the period of people whom no number identifies
 */
public record NewStarts(
        BijPeriod period, Period window, int joinDays, Share withoutNewStart, int windowNotOver, int notLinkable) {

    private record Stretch(LocalDate start, @Nullable LocalDate end) {}

    /**
     * @param records all trajectories known, of every provider and period
     * @param knownUntil last day of which deliveries are complete
     */
    public static NewStarts of(
            List<BijRecord.YouthHelp> records, BijPeriod period, Period window, int joinDays, LocalDate knownUntil) {
        if (window.isNegative() || window.isZero() || joinDays < 0) {
            throw new IllegalArgumentException("a window is longer than nothing, and days are not negative");
        }
        int counted = 0;
        int without = 0;
        int notOver = 0;
        for (List<BijRecord.YouthHelp> person :
                new Continuations(records, joinDays).byPerson().values()) {
            List<Stretch> stretches = stretches(person, joinDays);
            for (int i = 0; i < stretches.size(); i++) {
                LocalDate end = stretches.get(i).end();
                if (end == null || !period.contains(end)) {
                    continue;
                }
                LocalDate until = end.plus(window);
                if (until.isAfter(knownUntil)) {
                    notOver++;
                    continue;
                }
                counted++;
                boolean again = i + 1 < stretches.size()
                        && !stretches.get(i + 1).start().isAfter(until);
                without += again ? 0 : 1;
            }
        }
        int notLinkable = (int) records.stream()
                .filter(record -> !record.person().bsn().identifies())
                .filter(record -> {
                    LocalDate end = record.end();
                    return end != null && period.contains(end);
                })
                .count();
        return new NewStarts(period, window, joinDays, new Share(without, counted), notOver, notLinkable);
    }

    /** @param records of one person, in order of start */
    private static List<Stretch> stretches(List<BijRecord.YouthHelp> records, int joinDays) {
        List<Stretch> stretches = new ArrayList<>();
        LocalDate start = records.getFirst().start();
        LocalDate end = records.getFirst().end();
        for (BijRecord.YouthHelp next : records.subList(1, records.size())) {
            LocalDate nextEnd = next.end();
            if (end != null && next.start().isAfter(end.plusDays(joinDays))) {
                stretches.add(new Stretch(start, end));
                start = next.start();
                end = nextEnd;
            } else if (end != null && (nextEnd == null || nextEnd.isAfter(end))) {
                end = nextEnd;
            }
        }
        stretches.add(new Stretch(start, end));
        return stretches;
    }
}
