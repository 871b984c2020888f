package nl.leercirkel.audit;

import static nl.leercirkeldb.audit.Tables.ENTRY;
import static org.jooq.impl.DSL.noCondition;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import nl.leercirkel.security.Action;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the log of the acting person's authority; row-level security keeps the others out. */
@Service
class AuditReader {
    static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    private final DSLContext sql;

    AuditReader(DSLContext sql) {
        this.sql = sql;
    }

    @Transactional(readOnly = true)
    List<AuditEntry> newestFirst(AuditQuery query, int limit) {
        try (Stream<AuditEntry> entries = select(query, limit)) {
            return entries.toList();
        }
    }

    private Stream<AuditEntry> select(AuditQuery query, int limit) {
        return sql.selectFrom(ENTRY)
                .where(condition(query))
                .orderBy(ENTRY.ENTRY_ID.desc())
                .limit(limit)
                .fetchStream()
                .map(AuditReader::entry);
    }

    private static Condition condition(AuditQuery query) {
        Condition condition = noCondition();
        if (query.text() != null && !query.text().isBlank()) {
            String text = query.text().strip();
            condition = condition.and(ENTRY.PERSON_NAME
                    .containsIgnoreCase(text)
                    .or(ENTRY.PATH.containsIgnoreCase(text))
                    .or(ENTRY.OBJECT_ID.containsIgnoreCase(text))
                    .or(ENTRY.DETAIL.containsIgnoreCase(text)));
        }
        if (query.action() != null) {
            condition = condition.and(ENTRY.ACTION.eq(query.action().name()));
        }
        if (query.outcome() != null) {
            condition = condition.and(ENTRY.OUTCOME.eq(query.outcome().name()));
        }
        if (query.from() != null) {
            condition = condition.and(ENTRY.OCCURRED_AT.ge(startOf(query.from())));
        }
        if (query.until() != null) {
            condition = condition.and(ENTRY.OCCURRED_AT.lt(startOf(query.until().plusDays(1))));
        }
        if (query.before() != null) {
            condition = condition.and(ENTRY.ENTRY_ID.lt(query.before()));
        }
        return condition;
    }

    private static OffsetDateTime startOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toOffsetDateTime();
    }

    private static AuditEntry entry(Record row) {
        return new AuditEntry(
                row.get(ENTRY.ENTRY_ID),
                row.get(ENTRY.OCCURRED_AT),
                row.get(ENTRY.PERSON_NAME),
                Action.valueOf(row.get(ENTRY.ACTION)),
                row.get(ENTRY.SUBJECT),
                row.get(ENTRY.OBJECT_ID),
                Outcome.valueOf(row.get(ENTRY.OUTCOME)),
                row.get(ENTRY.HTTP_METHOD),
                row.get(ENTRY.PATH),
                row.get(ENTRY.STATUS),
                row.get(ENTRY.CLIENT_ADDRESS),
                row.get(ENTRY.DETAIL));
    }
}
