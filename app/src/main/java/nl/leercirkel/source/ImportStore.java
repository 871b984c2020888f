package nl.leercirkel.source;

import static nl.leercirkeldb.source.Tables.IMPORT;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.leercirkel.job.JobId;
import nl.leercirkel.privacy.SealedFiles;
import nl.leercirkel.source.Import.State;
import nl.leercirkel.source.check.Mapping;
import nl.leercirkel.source.table.TableOptions;
import nl.leercirkeldb.source.tables.records.ImportRecord;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The tables of files on their way in. Each method needs a transaction around it. */
@Component
class ImportStore {
    private final DSLContext sql;
    private final SealedFiles files;
    private final Clock clock;

    ImportStore(DSLContext sql, SealedFiles files, Clock clock) {
        this.sql = sql;
        this.files = files;
        this.clock = clock;
    }

    void insert(Import added) {
        sql.insertInto(IMPORT)
                .set(IMPORT.IMPORT_ID, added.id())
                .set(IMPORT.AUTHORITY_ID, added.authorityId())
                .set(IMPORT.DATASET_ID, added.datasetId())
                .set(IMPORT.BASE_VERSION_ID, added.baseVersionId())
                .set(IMPORT.MENDS_VERSION_ID, added.mendsVersionId())
                .set(IMPORT.SEALED_FILE_ID, added.fileId())
                .set(IMPORT.ACCOUNT_ID, added.accountId())
                .set(IMPORT.PERSON_NAME, added.personName())
                .set(IMPORT.FILE_NAME, added.fileName())
                .set(IMPORT.FILE_HASH, added.fileHash())
                .set(IMPORT.FILE_SIZE, added.fileSize())
                .set(IMPORT.OPTIONS, Json.of(added.options()))
                .set(IMPORT.MAPPING, Json.of(added.mapping()))
                .set(IMPORT.STATE, added.state().name())
                .set(IMPORT.MESSAGE, added.message())
                .set(IMPORT.CREATED_AT, added.createdAt().atOffset(ZoneOffset.UTC))
                .set(IMPORT.CHANGED_AT, now())
                .execute();
    }

    Optional<Import> find(UUID datasetId, UUID importId) {
        return sql.fetchOptional(IMPORT, IMPORT.DATASET_ID.eq(datasetId), IMPORT.IMPORT_ID.eq(importId))
                .map(ImportStore::read);
    }

    Optional<Import> lock(UUID importId) {
        return sql.selectFrom(IMPORT)
                .where(IMPORT.IMPORT_ID.eq(importId))
                .forUpdate()
                .fetchOptional(ImportStore::read);
    }

    /** Newest first. */
    List<Import> ofDataset(UUID datasetId) {
        return sql.selectFrom(IMPORT)
                .where(IMPORT.DATASET_ID.eq(datasetId))
                .orderBy(IMPORT.CREATED_AT.desc())
                .limit(20)
                .fetch(ImportStore::read);
    }

    /** Files that nobody decided about. */
    List<Import> untouchedSince(Duration period) {
        return sql.selectFrom(IMPORT)
                .where(IMPORT.CHANGED_AT.lt(now().minus(period)))
                .fetch(ImportStore::read);
    }

    void choose(UUID importId, TableOptions options, Mapping mapping) {
        sql.update(IMPORT)
                .set(IMPORT.OPTIONS, Json.of(options))
                .set(IMPORT.MAPPING, Json.of(mapping))
                .set(IMPORT.CHANGED_AT, now())
                .where(IMPORT.IMPORT_ID.eq(importId))
                .execute();
    }

    void begin(UUID importId, JobId job) {
        sql.update(IMPORT)
                .set(IMPORT.STATE, State.CHECKING.name())
                .set(IMPORT.JOB_ID, job.value())
                .set(IMPORT.CHANGED_AT, now())
                .where(IMPORT.IMPORT_ID.eq(importId))
                .execute();
    }

    void setVersion(UUID importId, @Nullable UUID versionId) {
        sql.update(IMPORT)
                .set(IMPORT.VERSION_ID, versionId)
                .set(IMPORT.ROW_REACHED, 0L)
                .set(IMPORT.ROWS_GOOD, 0L)
                .set(IMPORT.ROWS_REFUSED, 0L)
                .where(IMPORT.IMPORT_ID.eq(importId))
                .execute();
    }

    /**
     * Moves the mark up to which rows are in the staged version. In the transaction that brings the rows, so that mark and
     * rows are both there or neither.
     *
     * @return false where another run has moved it in the meantime: this one must end
     */
    boolean advance(UUID importId, long from, long to, long good, long refused) {
        return sql.update(IMPORT)
                        .set(IMPORT.ROW_REACHED, to)
                        .set(IMPORT.ROWS_GOOD, IMPORT.ROWS_GOOD.plus(good))
                        .set(IMPORT.ROWS_REFUSED, IMPORT.ROWS_REFUSED.plus(refused))
                        .set(IMPORT.CHANGED_AT, now())
                        .where(
                                IMPORT.IMPORT_ID.eq(importId),
                                IMPORT.ROW_REACHED.eq(from),
                                IMPORT.STATE.eq(State.CHECKING.name()))
                        .execute()
                == 1;
    }

    void count(UUID importId, long good, long refused) {
        sql.update(IMPORT)
                .set(IMPORT.ROWS_GOOD, good)
                .set(IMPORT.ROWS_REFUSED, refused)
                .set(IMPORT.CHANGED_AT, now())
                .where(IMPORT.IMPORT_ID.eq(importId))
                .execute();
    }

    void settle(UUID importId, State state, String message) {
        sql.update(IMPORT)
                .set(IMPORT.STATE, state.name())
                .set(IMPORT.MESSAGE, message)
                .set(IMPORT.CHANGED_AT, now())
                .where(IMPORT.IMPORT_ID.eq(importId))
                .execute();
    }

    void rebase(UUID importId, @Nullable UUID versionId) {
        sql.update(IMPORT)
                .set(IMPORT.BASE_VERSION_ID, versionId)
                .where(IMPORT.IMPORT_ID.eq(importId))
                .execute();
    }

    /** With its file. */
    void delete(Import of) {
        sql.deleteFrom(IMPORT).where(IMPORT.IMPORT_ID.eq(of.id())).execute();
        if (of.fileId() != null) {
            files.remove(of.fileId());
        }
    }

    private static Import read(ImportRecord row) {
        return new Import(
                row.getImportId(),
                row.getAuthorityId(),
                row.getDatasetId(),
                row.getVersionId(),
                row.getBaseVersionId(),
                row.getMendsVersionId(),
                row.getSealedFileId(),
                row.getAccountId(),
                row.getPersonName(),
                row.getFileName(),
                row.getFileHash(),
                row.getFileSize(),
                Json.read(row.getOptions(), TableOptions.class),
                Json.read(row.getMapping(), Mapping.class),
                State.valueOf(row.getState()),
                row.getMessage(),
                row.getJobId() == null ? null : new JobId(row.getJobId()),
                row.getRowReached(),
                row.getRowsGood(),
                row.getRowsRefused(),
                row.getCreatedAt().toInstant());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
