package nl.leercirkel.progress;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A progress round on a programme. */
record Round(
        UUID id,
        UUID programmeId,
        String name,
        String period,
        LocalDate deadline,
        Instant openedAt,
        String openedBy,
        @Nullable Instant closedAt,
        String closedBy) {

    public boolean isClosed() {
        return closedAt != null;
    }

    /** Whether the deadline is over while the round is open; on the day itself it is not. */
    public boolean isOverdue(LocalDate today) {
        return !isClosed() && deadline.isBefore(today);
    }

    public String path() {
        return "/voortgang/" + id;
    }

    public String reportPath(UUID projectId) {
        return path() + "/projecten/" + projectId;
    }
}
