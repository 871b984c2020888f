package nl.leercirkel.care.ggm;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nl.leercirkel.standards.ijw.definition.Law;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/**
 * Writes all facts of a law in the terms of the model, row by row from the database. Needs a transaction: which messages count is
 * settled at its start, so rows that refer to each other are there together even when a message is read meanwhile.
 */
public final class GgmExport {
    private static final int FETCH = 2_000;

    private static final String MESSAGES = """
            create temporary table export_message on commit drop as
            select message_id, municipality, provider, kind, sender, identification, message_date
            from care.message where law = '[law]' and verdict = 'ACCEPTED' and fact_count > 0
            """;

    /** The decision that holds is the one that episodes are made of: the last, of two at one time the one that was written last. */
    private static final String ALLOCATIONS = """
            create temporary table export_allocation on commit drop as
            select f.*, m.municipality, m.provider, f.message_id || '-' || f.ordinal as id,
              m.municipality || '-' || m.provider || '-' || f.allocation_number || '-' || f.person_id as provision,
              row_number() over latest = 1 as holds,
              last_value(f.valid_until) over (latest rows between unbounded preceding and unbounded following) as first_until
            from care.allocation f join export_message m on m.message_id = f.message_id
            window latest as (partition by m.municipality, m.provider, f.person_id, f.allocation_number
              order by f.decided_on desc, f.decided_at desc, m.message_date desc, m.identification collate "C" desc,
                f.message_id desc, f.ordinal desc)
            """;

    private final DSLContext sql;
    private final Law law;
    private final String linesThatHold;
    private final List<Entity> entities;

    /** @param linesThatHold a list of common table expressions with "answers" and "holding" */
    public GgmExport(DSLContext sql, Law law, String linesThatHold) {
        this.sql = sql;
        this.law = law;
        this.linesThatHold = linesThatHold;
        this.entities = GgmModel.of(law);
    }

    /** Hears how far the writing is. */
    public interface Progress {
        /** @param entity how many entities are done */
        void at(int entity, int entities, String name, long rows);
    }

    /** As the model writes it. */
    public static String nameOf(Law law) {
        return Codes.law(law);
    }

    public void write(GgmFormat format, OutputStream output, About about, Progress progress) throws IOException {
        prepare();
        GgmSink sink = format.sink(output);
        sink.about(about);
        for (int at = 0; at < entities.size(); at++) {
            write(sink, at, progress);
        }
        sink.finish();
    }

    private void prepare() {
        sql.execute("drop table if exists pg_temp.export_message, pg_temp.export_allocation");
        sql.execute(MESSAGES.replace("[law]", law.name()));
        sql.execute("create unique index on export_message (message_id)");
        sql.execute("analyze export_message");
        sql.execute(ALLOCATIONS);
        sql.execute("create index on export_allocation (person_id)");
        sql.execute("analyze export_allocation");
    }

    private void write(GgmSink sink, int at, Progress progress) throws IOException {
        Entity entity = entities.get(at);
        long rows = 0;
        progress.at(at, entities.size(), entity.name(), rows);
        sink.begin(entity);
        try (Cursor<Record> cursor =
                sql.resultQuery(linesThatHold + entity.query()).fetchSize(FETCH).fetchLazy()) {
            for (Record row : cursor) {
                sink.row(entity, values(row));
                rows++;
                if (rows % FETCH == 0) {
                    progress.at(at, entities.size(), entity.name(), rows);
                }
            }
        }
        sink.end(entity);
    }

    private static List<@Nullable Object> values(Record row) {
        return new ArrayList<>(Arrays.asList(row.intoArray()));
    }
}
