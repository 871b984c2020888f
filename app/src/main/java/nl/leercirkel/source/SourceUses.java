package nl.leercirkel.source;

import static nl.leercirkeldb.source.Tables.USE;
import static nl.leercirkeldb.source.Tables.VERSION;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import nl.leercirkel.security.ActorContext;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps which figure rests on which version. Whoever makes a figure of a version says so here. */
@Service
public class SourceUses {
    private final DSLContext sql;
    private final Clock clock;

    SourceUses(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** @param versionNumber of the dataset */
    public record Use(UUID versionId, int versionNumber, String title, String path, java.time.Instant lastUsedAt) {}

    /**
     * Says that a figure was made of a version. Saying it again moves only the moment of the last time, once a day at most.
     *
     * @param module that made the figure
     * @param objectId what that module calls it
     * @param title as a person recognises it
     * @param path the page on which it stands
     */
    @Transactional
    public void use(UUID versionId, String module, String objectId, String title, String path) {
        OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        sql.insertInto(USE)
                .set(USE.AUTHORITY_ID, ActorContext.required().authorityId())
                .set(USE.VERSION_ID, versionId)
                .set(USE.MODULE, module)
                .set(USE.OBJECT_ID, objectId)
                .set(USE.TITLE, title)
                .set(USE.PATH, path)
                .set(USE.FIRST_USED_AT, now)
                .set(USE.LAST_USED_AT, now)
                .onConflict(USE.VERSION_ID, USE.MODULE, USE.OBJECT_ID)
                .doUpdate()
                .set(USE.TITLE, title)
                .set(USE.PATH, path)
                .set(USE.LAST_USED_AT, now)
                .where(USE.LAST_USED_AT.lt(now.minusDays(1)).or(USE.TITLE.ne(title)))
                .execute();
    }

    /** Of all versions of a dataset, the newest version first. */
    @Transactional(readOnly = true)
    public List<Use> ofDataset(UUID datasetId) {
        return sql.select(USE.VERSION_ID, VERSION.NUMBER, USE.TITLE, USE.PATH, USE.LAST_USED_AT)
                .from(USE)
                .join(VERSION)
                .on(VERSION.VERSION_ID.eq(USE.VERSION_ID))
                .where(VERSION.DATASET_ID.eq(datasetId), VERSION.NUMBER.isNotNull())
                .orderBy(VERSION.NUMBER.desc(), USE.TITLE)
                .fetch(row -> new Use(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        row.value5().toInstant()));
    }
}
