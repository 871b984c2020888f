package nl.leercirkel.call;

import java.time.Instant;
import java.util.UUID;

/**
 * A call as it is kept now.
 *
 * @param undecided how many applications that count have no decision yet
 */
public record Call(
        UUID id,
        UUID programmeId,
        String programmeName,
        CallData data,
        CallStage stage,
        int formVersion,
        int version,
        Instant changedAt,
        String changedBy,
        int undecided,
        CallState state) {

    public String title() {
        return data.title();
    }

    public String path() {
        return "/uitvragen/" + id;
    }

    /** "3 maart 2026 om 17:00". */
    public String closes() {
        return Moments.moment(data.closesAt());
    }

    public String opens() {
        return Moments.moment(data.opensAt());
    }

    public String budget() {
        return Money.format(data.budget(), "niet vermeld");
    }
}
