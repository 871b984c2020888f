package nl.leercirkel.organisation;

import static nl.leercirkeldb.organisation.Tables.BOUNDARY;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.leercirkel.organisation.map.BoundarySet;
import nl.leercirkel.security.Actor;
import nl.leercirkel.security.ActorContext;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The border files of the acting person's authority: at most one to look at and one in use. */
@Component
class BoundaryTable {
    private final DSLContext database;
    private final Clock clock;

    BoundaryTable(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    Optional<BoundaryFile> file(BoundaryFile.Status status) {
        return database.select(Arrays.stream(BOUNDARY.fields())
                        .filter(field -> !field.equals(BOUNDARY.TOPOJSON))
                        .toList())
                .from(BOUNDARY)
                .where(BOUNDARY.STATUS.eq(status.name()))
                .fetchOptional(BoundaryTable::file);
    }

    @Transactional(readOnly = true)
    Optional<String> topoJson(UUID boundaryId) {
        return database.select(BOUNDARY.TOPOJSON)
                .from(BOUNDARY)
                .where(BOUNDARY.BOUNDARY_ID.eq(boundaryId))
                .fetchOptional(BOUNDARY.TOPOJSON);
    }

    /** Puts a file up to look at, in the place of an earlier one. */
    @Transactional
    void preview(BoundarySet boundaries, String fileName, String source, String licence, List<String> notices) {
        Actor actor = ActorContext.required();
        var row = database.newRecord(BOUNDARY);
        row.setBoundaryId(UUID.randomUUID());
        row.setAuthorityId(actor.authorityId());
        row.setStatus(BoundaryFile.Status.PREVIEW.name());
        row.setTopojson(boundaries.toTopoJson());
        row.setMunicipalities(boundaries.codes().size());
        row.setFileName(fileName);
        row.setSource(source);
        row.setLicence(licence);
        row.setNotices(notices.toArray(String[]::new));
        row.setLoadedBy(actor.name());
        row.setLoadedAt(clock.instant().atOffset(ZoneOffset.UTC));
        database.insertInto(BOUNDARY)
                .set(row)
                .onConflict(BOUNDARY.AUTHORITY_ID, BOUNDARY.STATUS)
                .doUpdate()
                .set(row)
                .execute();
    }

    /** Puts the file that was looked at to use, in the place of the one before. False when it is no longer there. */
    @Transactional
    boolean use(UUID boundaryId) {
        boolean waiting = database.selectFrom(BOUNDARY)
                .where(BOUNDARY.BOUNDARY_ID.eq(boundaryId))
                .and(BOUNDARY.STATUS.eq(BoundaryFile.Status.PREVIEW.name()))
                .forUpdate()
                .fetchOptional()
                .isPresent();
        if (waiting) {
            database.deleteFrom(BOUNDARY)
                    .where(BOUNDARY.STATUS.eq(BoundaryFile.Status.IN_USE.name()))
                    .execute();
            database.update(BOUNDARY)
                    .set(BOUNDARY.STATUS, BoundaryFile.Status.IN_USE.name())
                    .where(BOUNDARY.BOUNDARY_ID.eq(boundaryId))
                    .execute();
        }
        return waiting;
    }

    @Transactional
    boolean remove(UUID boundaryId) {
        return database.deleteFrom(BOUNDARY)
                        .where(BOUNDARY.BOUNDARY_ID.eq(boundaryId))
                        .execute()
                > 0;
    }

    private static BoundaryFile file(Record row) {
        return new BoundaryFile(
                row.get(BOUNDARY.BOUNDARY_ID),
                BoundaryFile.Status.valueOf(row.get(BOUNDARY.STATUS)),
                row.get(BOUNDARY.MUNICIPALITIES),
                row.get(BOUNDARY.FILE_NAME),
                row.get(BOUNDARY.SOURCE),
                row.get(BOUNDARY.LICENCE),
                List.of(row.get(BOUNDARY.NOTICES)),
                row.get(BOUNDARY.LOADED_BY),
                row.get(BOUNDARY.LOADED_AT).toInstant());
    }
}
