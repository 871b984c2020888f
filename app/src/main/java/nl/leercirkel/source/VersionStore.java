package nl.leercirkel.source;

import static nl.leercirkeldb.source.Tables.VERSION;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.leercirkel.security.Actor;
import nl.leercirkel.source.check.Definition;
import nl.leercirkel.source.check.Mapping;
import nl.leercirkel.source.quality.QualityReport;
import nl.leercirkel.source.table.TableOptions;
import nl.leercirkeldb.source.tables.records.VersionRecord;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The table of versions. Each method needs a transaction around it. */
@Component
class VersionStore {
    static final String STAGED = "STAGED";
    static final String CURRENT = "CURRENT";
    static final String REPLACED = "REPLACED";

    private final DSLContext sql;
    private final Clock clock;

    VersionStore(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** A new version to fill, made of what an import says. */
    UUID stage(Import from, Dataset dataset) {
        UUID id = UUID.randomUUID();
        sql.insertInto(VERSION)
                .set(VERSION.VERSION_ID, id)
                .set(VERSION.AUTHORITY_ID, from.authorityId())
                .set(VERSION.DATASET_ID, dataset.id())
                .set(VERSION.STATUS, STAGED)
                .set(VERSION.FINGERPRINT, from.fingerprint(dataset.definition()))
                .set(VERSION.FILE_NAME, from.fileName())
                .set(VERSION.FILE_HASH, from.fileHash())
                .set(VERSION.FILE_SIZE, from.fileSize())
                .set(VERSION.DEFINITION, Json.of(dataset.definition()))
                .set(VERSION.REVISION, dataset.revision())
                .set(VERSION.OPTIONS, Json.of(from.options()))
                .set(VERSION.MAPPING, Json.of(from.mapping()))
                .set(VERSION.NOTES, new String[0])
                .set(VERSION.RECEIVED_AT, from.createdAt().atOffset(ZoneOffset.UTC))
                .set(VERSION.RECEIVED_BY, from.personName())
                .execute();
        return id;
    }

    Optional<Version> current(UUID datasetId) {
        return sql.fetchOptional(VERSION, VERSION.DATASET_ID.eq(datasetId), VERSION.STATUS.eq(CURRENT))
                .map(VersionStore::version);
    }

    Optional<Version> stored(UUID datasetId, UUID versionId) {
        return sql.fetchOptional(
                        VERSION,
                        VERSION.DATASET_ID.eq(datasetId),
                        VERSION.VERSION_ID.eq(versionId),
                        VERSION.STATUS.ne(STAGED))
                .map(VersionStore::version);
    }

    /** Newest first. */
    List<Version> all(UUID datasetId) {
        return sql.selectFrom(VERSION)
                .where(VERSION.DATASET_ID.eq(datasetId), VERSION.STATUS.ne(STAGED))
                .orderBy(VERSION.NUMBER.desc())
                .fetch(VersionStore::version);
    }

    /** The stored version that came of this file with this definition, whatever the mapping. */
    Optional<Version> ofFile(UUID datasetId, Collection<String> fileHashes, int revision) {
        return sql.selectFrom(VERSION)
                .where(
                        VERSION.DATASET_ID.eq(datasetId),
                        VERSION.STATUS.ne(STAGED),
                        VERSION.FILE_HASH.in(fileHashes),
                        VERSION.REVISION.eq(revision))
                .orderBy(VERSION.NUMBER.desc())
                .limit(1)
                .fetchOptional(VersionStore::version);
    }

    String fingerprint(UUID versionId) {
        return Objects.requireNonNull(sql.select(VERSION.FINGERPRINT)
                .from(VERSION)
                .where(VERSION.VERSION_ID.eq(versionId))
                .fetchOne(VERSION.FINGERPRINT));
    }

    /** After the content of a staged version was changed by hand. */
    void setFingerprint(UUID versionId, String fingerprint) {
        sql.update(VERSION)
                .set(VERSION.FINGERPRINT, fingerprint)
                .where(VERSION.VERSION_ID.eq(versionId), VERSION.STATUS.eq(STAGED))
                .execute();
    }

    Optional<Version> withFingerprint(UUID datasetId, String fingerprint) {
        return sql.fetchOptional(
                        VERSION,
                        VERSION.DATASET_ID.eq(datasetId),
                        VERSION.STATUS.ne(STAGED),
                        VERSION.FINGERPRINT.eq(fingerprint))
                .map(VersionStore::version);
    }

    void describe(UUID versionId, QualityReport quality) {
        sql.update(VERSION)
                .set(VERSION.QUALITY, Json.of(quality))
                .where(VERSION.VERSION_ID.eq(versionId), VERSION.STATUS.eq(STAGED))
                .execute();
    }

    void describe(UUID versionId, List<String> notes, QualityReport quality) {
        sql.update(VERSION)
                .set(VERSION.NOTES, notes.toArray(String[]::new))
                .set(VERSION.QUALITY, Json.of(quality))
                .where(VERSION.VERSION_ID.eq(versionId), VERSION.STATUS.eq(STAGED))
                .execute();
    }

    /** After rows were added to a staged version. */
    void forgetQuality(UUID versionId) {
        sql.update(VERSION)
                .setNull(VERSION.QUALITY)
                .where(VERSION.VERSION_ID.eq(versionId), VERSION.STATUS.eq(STAGED))
                .execute();
    }

    /** How the file of a version was read, and which column went where. */
    record Reading(TableOptions options, Mapping mapping) {}

    Reading reading(UUID versionId) {
        return sql.select(VERSION.OPTIONS, VERSION.MAPPING)
                .from(VERSION)
                .where(VERSION.VERSION_ID.eq(versionId))
                .fetchSingle(row -> new Reading(
                        Json.read(row.value1(), TableOptions.class), Json.read(row.value2(), Mapping.class)));
    }

    Definition definition(UUID versionId) {
        return Json.read(
                Objects.requireNonNull(sql.select(VERSION.DEFINITION)
                        .from(VERSION)
                        .where(VERSION.VERSION_ID.eq(versionId))
                        .fetchOne(VERSION.DEFINITION)),
                Definition.class);
    }

    Optional<QualityReport> quality(UUID versionId) {
        return sql.select(VERSION.QUALITY)
                .from(VERSION)
                .where(VERSION.VERSION_ID.eq(versionId), VERSION.QUALITY.isNotNull())
                .fetchOptional(VERSION.QUALITY)
                .map(json -> Json.read(json, QualityReport.class));
    }

    /** Makes a staged version the current one, and the one before it a former one. The caller holds the lock. */
    int makeCurrent(Actor actor, UUID datasetId, UUID versionId, long stored, long refused) {
        int number = 1
                + Optional.ofNullable(sql.select(DSL.max(VERSION.NUMBER))
                                .from(VERSION)
                                .where(VERSION.DATASET_ID.eq(datasetId))
                                .fetchOne(DSL.max(VERSION.NUMBER)))
                        .orElse(0);
        retire(datasetId);
        int changed = sql.update(VERSION)
                .set(VERSION.STATUS, CURRENT)
                .set(VERSION.NUMBER, number)
                .set(VERSION.ROWS_STORED, stored)
                .set(VERSION.ROWS_REFUSED, refused)
                .set(VERSION.STORED_AT, now())
                .set(VERSION.STORED_BY, actor.name())
                .where(VERSION.VERSION_ID.eq(versionId), VERSION.STATUS.eq(STAGED))
                .execute();
        if (changed != 1) {
            throw new IllegalStateException("Version " + versionId + " is not staged");
        }
        return number;
    }

    /** Goes back to a former version. The caller holds the lock. */
    void reinstate(UUID datasetId, UUID versionId) {
        retire(datasetId);
        sql.update(VERSION)
                .set(VERSION.STATUS, CURRENT)
                .where(VERSION.VERSION_ID.eq(versionId), VERSION.STATUS.eq(REPLACED))
                .execute();
    }

    private void retire(UUID datasetId) {
        sql.update(VERSION)
                .set(VERSION.STATUS, REPLACED)
                .where(VERSION.DATASET_ID.eq(datasetId), VERSION.STATUS.eq(CURRENT))
                .execute();
    }

    /** With its rows; only of a version that was never stored. */
    void discard(UUID versionId) {
        sql.deleteFrom(VERSION)
                .where(VERSION.VERSION_ID.eq(versionId), VERSION.STATUS.eq(STAGED))
                .execute();
    }

    private static Version version(VersionRecord row) {
        return new Version(
                row.getVersionId(),
                row.getDatasetId(),
                row.getNumber(),
                row.getStatus().equals(CURRENT),
                row.getFileName(),
                row.getFileHash(),
                row.getFileSize(),
                Json.read(row.getDefinition(), Definition.class),
                row.getRevision(),
                row.getRowsStored(),
                row.getRowsRefused(),
                List.of(row.getNotes()),
                row.getQuality() == null ? null : Json.read(row.getQuality(), QualityReport.class),
                row.getReceivedAt().toInstant(),
                row.getReceivedBy(),
                row.getStoredAt().toInstant(),
                row.getStoredBy());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
