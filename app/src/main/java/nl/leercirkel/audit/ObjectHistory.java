package nl.leercirkel.audit;

import static nl.leercirkeldb.audit.Tables.ENTRY;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import nl.leercirkel.security.Action;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who looked at a thing, changed it or took it along, for those who answer for it. */
@Service
public class ObjectHistory {
    private final DSLContext sql;

    ObjectHistory(DSLContext sql) {
        this.sql = sql;
    }

    /** @param subject as {@link nl.leercirkel.security.Requires#subject} says; the page shows audit.subject.&lt;noun&gt; */
    public record Look(Instant when, String person, Action action, String subject) {
        /** The key of the word for what was done. */
        public String actionKey() {
            return action.labelKey();
        }
    }

    /** What succeeded, newest first. The objects are as the log names them: the identifiers in the path, with / between. */
    @Transactional(readOnly = true)
    public List<Look> latest(Collection<String> objects, int limit) {
        return sql.select(ENTRY.OCCURRED_AT, ENTRY.PERSON_NAME, ENTRY.ACTION, ENTRY.SUBJECT)
                .from(ENTRY)
                .where(ENTRY.OBJECT_ID.in(objects), ENTRY.OUTCOME.eq(Outcome.SUCCEEDED.name()))
                .orderBy(ENTRY.OCCURRED_AT.desc(), ENTRY.ENTRY_ID.desc())
                .limit(limit)
                .fetch(row ->
                        new Look(row.value1().toInstant(), row.value2(), Action.valueOf(row.value3()), row.value4()));
    }
}
