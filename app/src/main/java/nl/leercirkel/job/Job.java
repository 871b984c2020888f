package nl.leercirkel.job;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job as it was when it was read.
 *
 * @param total 0 when not known
 * @param error what went wrong, in Dutch; only of a failed job
 * @param revision goes up with each change
 */
public record Job(
        JobId id,
        UUID accountId,
        String startedBy,
        String kind,
        String title,
        JobStatus status,
        long done,
        long total,
        String text,
        @Nullable String message,
        @Nullable String resultPath,
        @Nullable String error,
        int attempts,
        boolean cancelRequested,
        long revision,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    /** Part that is done, rounded down so that 100 means all; null when the total is not known. */
    public @Nullable Integer percent() {
        if (status == JobStatus.SUCCEEDED) {
            return 100;
        }
        return total == 0 ? null : (int) (100 * Math.min(done, total) / total);
    }

    /** What to say about it now. */
    public String currentText() {
        return switch (status) {
            case QUEUED, RUNNING, CANCELLED -> text;
            case SUCCEEDED -> message == null ? "" : message;
            case FAILED -> error == null ? "" : error;
        };
    }
}
