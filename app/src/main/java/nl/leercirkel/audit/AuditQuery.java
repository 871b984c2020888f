package nl.leercirkel.audit;

import java.time.LocalDate;
import nl.leercirkel.security.Action;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to see of the log; every part may be left out.
 *
 * @param text part of a name, path or object
 * @param before only entries with a lower number: the next page
 */
record AuditQuery(
        @Nullable String text,
        @Nullable Action action,
        @Nullable Outcome outcome,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable Long before) {}
