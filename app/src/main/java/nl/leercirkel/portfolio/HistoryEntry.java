package nl.leercirkel.portfolio;

import java.time.Instant;
import java.util.List;

/** One version of a project: who made it when, and what changed. */
record HistoryEntry(
        int version,
        String projectName,
        Kind kind,
        Instant occurredAt,
        String personName,
        List<Change> changes,
        String remark) {

    enum Kind {
        CREATED,
        CHANGED,
        REMOVED;

        public String labelKey() {
            return "portfolio.history." + name();
        }
    }

    /** What one field was and became; {@code field} is the Dutch name that the form uses. */
    record Change(String field, String before, String after) {
        public String labelKey() {
            return "portfolio.field." + field;
        }

        public List<String> linesBefore() {
            return before.lines().toList();
        }

        public List<String> linesAfter() {
            return after.lines().toList();
        }
    }
}
