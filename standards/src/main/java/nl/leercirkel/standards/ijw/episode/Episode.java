package nl.leercirkel.standards.ijw.episode;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalLong;
import nl.leercirkel.standards.ijw.message.Product;
import nl.leercirkel.standards.ijw.rule.Parties;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of care to one client by one provider: allocated, and perhaps begun, paused and ended.
 *
 * @param client the caller's key of the client
 * @param allocations numbers in order of time; more than one when one goes on with the other, none under task-based contracting
 * @param product of the first allocation or, without it, of the start; null for a generic allocation
 * @param state where it stands on the day of looking
 * @param requested date of the request that was granted, if there was one
 * @param decided day of the first decision known on the first allocation
 * @param allocatedFrom first day of the allocation
 * @param allocatedUntil last day of the last allocation; null when open or not known
 * @param begin first day of care; null when not begun
 * @param end last day of care; null unless ended
 * @param endReason code of JZ588 or WMO588; null unless ended
 * @param pauses times of reason 20 in between; the last may be open
 * @param restart whether it began soon after a final stop on the same allocation
 * @param pilot name of the pilot whose product code it has; null for none
 */
public record Episode(
        Parties parties,
        String client,
        List<Long> allocations,
        @Nullable Product product,
        State state,
        @Nullable LocalDate requested,
        @Nullable LocalDate decided,
        @Nullable LocalDate allocatedFrom,
        @Nullable LocalDate allocatedUntil,
        @Nullable LocalDate begin,
        @Nullable LocalDate end,
        @Nullable String endReason,
        List<Pause> pauses,
        boolean restart,
        @Nullable String pilot) {
    public Episode {
        allocations = List.copyOf(allocations);
        pauses = List.copyOf(pauses);
    }

    /** Where an episode stands. */
    public enum State {
        /** Allocated; care has not begun, and still may. */
        ALLOCATED,
        /** The allocation ended and care never began. */
        NEVER_BEGUN,
        RUNNING,
        PAUSED,
        ENDED,
        /** Begun, no stop, and the allocation ended before the day of looking: nobody said when care ended. */
        UNKNOWN_END
    }

    /** A pause: the day after the temporary stop until the day before the next start; {@code until} null when it lasts. */
    public record Pause(LocalDate from, @Nullable LocalDate until) {}

    /** Days from the decision to the begin of care: waiting after allocation. Negative when allocated afterwards. */
    public OptionalLong daysFromDecision() {
        return decided == null || begin == null
                ? OptionalLong.empty()
                : OptionalLong.of(ChronoUnit.DAYS.between(decided, begin));
    }

    /** Days from the request to the begin of care: the decision and waiting. */
    public OptionalLong daysFromRequest() {
        return requested == null || begin == null
                ? OptionalLong.empty()
                : OptionalLong.of(ChronoUnit.DAYS.between(requested, begin));
    }
}
