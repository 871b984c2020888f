package nl.leercirkel.audit;

import java.time.OffsetDateTime;
import nl.leercirkel.security.Action;
import org.jspecify.annotations.Nullable;

/** A line of the log as the page and the export show it. */
record AuditEntry(
        long entryId,
        OffsetDateTime occurredAt,
        String personName,
        Action action,
        String subject,
        @Nullable String objectId,
        Outcome outcome,
        String httpMethod,
        String path,
        int status,
        @Nullable String clientAddress,
        @Nullable String detail) {}
