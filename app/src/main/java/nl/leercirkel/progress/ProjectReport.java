package nl.leercirkel.progress;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The report of one project in one round.
 *
 * @param name of the project today, or of the day the round opened when the project is no longer there
 * @param version counts how often the working copy was stored; who saves says which one was in view
 * @param draft the working copy
 */
record ProjectReport(
        Round round,
        UUID projectId,
        String name,
        ReportState state,
        int version,
        Content draft,
        int submissions,
        String remark,
        @Nullable Instant remindedAt,
        String reminder,
        @Nullable Instant changedAt,
        String changedBy,
        boolean mayWrite) {

    /** Whether the acting person can write on it now. */
    public boolean isOpenToWrite() {
        return mayWrite && !round.isClosed() && state.isAwaited();
    }

    /** Whether there is a working copy beside what was handed in. */
    public boolean hasDraft() {
        return state == ReportState.DRAFT || state == ReportState.SENT_BACK;
    }

    public String path() {
        return round.reportPath(projectId);
    }
}
