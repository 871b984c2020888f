package nl.leercirkel.standards.bij;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of youth help as a provider or a municipality knows it, from messages or from the registration of a programme:
 * what a delivery is made of.
 *
 * @param id by which questions and answers point at it; unique among the episodes of one delivery
 * @param plan modules of the same form under one plan are one record; null where no plan is known
 * @param stop why it ended; null while it runs, or where nobody said why
 */
public record CareEpisode(
        String id,
        String provider,
        Person person,
        HelpForm form,
        Referrer referrer,
        YesNo crisis,
        LocalDate start,
        @Nullable LocalDate end,
        @Nullable Stop stop,
        @Nullable String plan,
        List<Measurement> measurements) {

    /** Why it ended. */
    public sealed interface Stop {

        /** As a message says it, by a code of JZ588. */
        record ByMessage(String jz588) implements Stop {}

        /** As the protocol says it. */
        record ByReason(EndReason reason) implements Stop {}
    }

    public CareEpisode {
        measurements = List.copyOf(measurements);
        if (end != null && end.isBefore(start)) {
            throw new IllegalArgumentException("episode " + id + " ends before it starts");
        }
        if (end == null && stop != null) {
            throw new IllegalArgumentException("episode " + id + " has a reason of ending and no end");
        }
    }
}
