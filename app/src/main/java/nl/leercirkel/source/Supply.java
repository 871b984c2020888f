package nl.leercirkel.source;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.leercirkel.job.JobId;
import nl.leercirkel.source.open.Wanted;
import org.jspecify.annotations.Nullable;

/**
 * How a dataset gets its rows by itself.
 *
 * @param accountId on whose behalf
 * @param message what came of the last time, in Dutch
 * @param dueAt when it is fetched again; null where that is not by itself
 * @param failures in a row
 * @param importId the file that is being checked or waits for a decision
 * @param columns with their units, as they were first; empty before that
 * @param fileHash of the file that was last brought in; empty before that
 */
record Supply(
        UUID datasetId,
        UUID authorityId,
        Wanted wanted,
        UUID accountId,
        String personName,
        State state,
        String message,
        @Nullable Instant dueAt,
        int failures,
        @Nullable JobId job,
        @Nullable UUID importId,
        List<String> columns,
        String fileHash,
        int fileRevision,
        @Nullable Instant triedAt,
        @Nullable Instant fetchedAt) {

    enum State {
        /** Waits for its time. */
        PLANNED("wacht op de volgende keer"),
        /** A job is fetching. */
        FETCHING("wordt opgehaald"),
        /** The rows are being checked. */
        CHECKING("wordt gecontroleerd"),
        /** Somebody has to decide. */
        WAITING("wacht op een besluit"),
        /** It did not work; it is tried again. */
        FAILED("niet gelukt"),
        /** Once was enough. */
        DONE("klaar"),
        /** Not fetched any more. */
        STOPPED("gestopt");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        /** Whether work is going on. */
        boolean isBusy() {
            return this == FETCHING || this == CHECKING;
        }
    }

    public String path() {
        return Dataset.path(datasetId) + "/ophalen";
    }

    public boolean busy() {
        return state.isBusy();
    }

    public boolean stopped() {
        return state == State.STOPPED;
    }

    /** What kind of mark the page shows with the state. */
    public String mark() {
        return switch (state) {
            case PLANNED, DONE -> "ok";
            case FETCHING, CHECKING -> "info";
            case WAITING -> "attention";
            case FAILED -> "stop";
            case STOPPED -> "neutral";
        };
    }

    public String next() {
        return dueAt == null ? "" : SourceNote.moment(dueAt);
    }

    public String tried() {
        return triedAt == null ? "" : SourceNote.moment(triedAt);
    }

    public String fetched() {
        return fetchedAt == null ? "" : SourceNote.moment(fetchedAt);
    }
}
