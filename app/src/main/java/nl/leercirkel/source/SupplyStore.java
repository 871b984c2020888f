package nl.leercirkel.source;

import static nl.leercirkeldb.source.Tables.DATASET;
import static nl.leercirkeldb.source.Tables.SUPPLY;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.leercirkel.job.JobId;
import nl.leercirkel.security.Actor;
import nl.leercirkel.source.Supply.State;
import nl.leercirkel.source.open.Wanted;
import nl.leercirkeldb.source.tables.records.SupplyRecord;
import org.jooq.DSLContext;
import org.jooq.UpdateSetMoreStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The table of what is fetched by itself. Each method needs a transaction around it. */
@Component
class SupplyStore {
    private static final int MOST = 200;

    private final DSLContext sql;
    private final Clock clock;

    SupplyStore(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** One that may have something to do, and on whose behalf. */
    record ToDo(UUID datasetId, UUID authorityId, UUID accountId) {}

    /** One that somebody must look at. */
    record Attention(
            UUID datasetId,
            String dataset,
            State state,
            String message,
            @Nullable UUID importId) {}

    Optional<Supply> find(UUID datasetId) {
        return sql.fetchOptional(SUPPLY, SUPPLY.DATASET_ID.eq(datasetId)).map(SupplyStore::read);
    }

    Optional<Supply> lock(UUID datasetId) {
        return sql.selectFrom(SUPPLY)
                .where(SUPPLY.DATASET_ID.eq(datasetId))
                .forUpdate()
                .fetchOptional(SupplyStore::read);
    }

    /** Of all authorities, when the installation asks. */
    List<ToDo> toDo() {
        return sql.select(SUPPLY.DATASET_ID, SUPPLY.AUTHORITY_ID, SUPPLY.ACCOUNT_ID)
                .from(SUPPLY)
                .where(SUPPLY.STATE.ne(State.STOPPED.name()))
                .and(SUPPLY.DUE_AT
                        .le(now())
                        .or(SUPPLY.STATE.in(State.FETCHING.name(), State.CHECKING.name(), State.WAITING.name())))
                .orderBy(SUPPLY.CHANGED_AT)
                .limit(MOST)
                .fetch(row -> new ToDo(row.value1(), row.value2(), row.value3()));
    }

    List<Attention> attention(int most) {
        return sql.select(DATASET.DATASET_ID, DATASET.NAME, SUPPLY.STATE, SUPPLY.MESSAGE, SUPPLY.IMPORT_ID)
                .from(SUPPLY)
                .join(DATASET)
                .on(DATASET.DATASET_ID.eq(SUPPLY.DATASET_ID))
                .where(SUPPLY.STATE
                        .in(State.WAITING.name(), State.FAILED.name())
                        // stopped, but not by anybody
                        .or(SUPPLY.STATE.eq(State.STOPPED.name()).and(SUPPLY.FAILURES.gt(0))))
                .orderBy(DATASET.NAME)
                .limit(most)
                .fetch(row -> new Attention(
                        row.value1(), row.value2(), State.valueOf(row.value3()), row.value4(), row.value5()));
    }

    /** What is wanted from now on; what was known of earlier files no longer counts. */
    void put(Actor actor, UUID datasetId, Wanted wanted, Instant dueAt) {
        sql.insertInto(SUPPLY)
                .set(SUPPLY.DATASET_ID, datasetId)
                .set(SUPPLY.AUTHORITY_ID, actor.authorityId())
                .set(values(actor, wanted, dueAt))
                .onConflict(SUPPLY.DATASET_ID)
                .doUpdate()
                .set(values(actor, wanted, dueAt))
                .execute();
    }

    private java.util.Map<org.jooq.Field<?>, Object> values(Actor actor, Wanted wanted, Instant dueAt) {
        java.util.Map<org.jooq.Field<?>, Object> values = new java.util.HashMap<>();
        values.put(SUPPLY.WANTED, Json.of(wanted));
        values.put(SUPPLY.ACCOUNT_ID, actor.accountId());
        values.put(SUPPLY.PERSON_NAME, actor.name());
        values.put(SUPPLY.STATE, State.PLANNED.name());
        values.put(SUPPLY.MESSAGE, "");
        values.put(SUPPLY.DUE_AT, at(dueAt));
        values.put(SUPPLY.FAILURES, 0);
        values.put(SUPPLY.COLUMNS, new String[0]);
        values.put(SUPPLY.FILE_HASH, "");
        values.put(SUPPLY.FILE_REVISION, 0);
        values.put(SUPPLY.CHANGED_AT, now());
        return values;
    }

    /** From now on it is fetched on behalf of this person. */
    void takeOver(Actor actor, UUID datasetId) {
        sql.update(SUPPLY)
                .set(SUPPLY.ACCOUNT_ID, actor.accountId())
                .set(SUPPLY.PERSON_NAME, actor.name())
                .where(SUPPLY.DATASET_ID.eq(datasetId))
                .execute();
    }

    void fetching(UUID datasetId, JobId job) {
        update(State.FETCHING)
                .set(SUPPLY.JOB_ID, job.value())
                .set(SUPPLY.TRIED_AT, now())
                .where(SUPPLY.DATASET_ID.eq(datasetId))
                .execute();
    }

    /** A file was brought; its rows are checked, or wait for somebody who chooses its columns. */
    void brought(UUID datasetId, State state, String message, Import brought, int revision, List<String> columns) {
        update(state)
                .set(SUPPLY.MESSAGE, message)
                .set(SUPPLY.IMPORT_ID, brought.id())
                .set(SUPPLY.FILE_HASH, brought.fileHash())
                .set(SUPPLY.FILE_REVISION, revision)
                .set(SUPPLY.COLUMNS, columns.toArray(String[]::new))
                .where(SUPPLY.DATASET_ID.eq(datasetId))
                .execute();
    }

    /** Something came of it. */
    void succeeded(UUID datasetId, State state, String message, @Nullable Instant dueAt) {
        update(state)
                .set(SUPPLY.MESSAGE, message)
                .set(SUPPLY.DUE_AT, at(dueAt))
                .set(SUPPLY.FAILURES, 0)
                .set(SUPPLY.FETCHED_AT, now())
                .where(SUPPLY.DATASET_ID.eq(datasetId))
                .execute();
    }

    void waiting(UUID datasetId, String message, @Nullable Instant dueAt) {
        update(State.WAITING)
                .set(SUPPLY.MESSAGE, message)
                .set(SUPPLY.DUE_AT, at(dueAt))
                .set(SUPPLY.FAILURES, 0)
                .where(SUPPLY.DATASET_ID.eq(datasetId))
                .execute();
    }

    void failed(UUID datasetId, String message, int failures, Instant dueAt) {
        update(State.FAILED)
                .set(SUPPLY.MESSAGE, message)
                .set(SUPPLY.FAILURES, failures)
                .set(SUPPLY.DUE_AT, at(dueAt))
                .where(SUPPLY.DATASET_ID.eq(datasetId))
                .execute();
    }

    /** @param failures more than none where nobody asked for it, so that somebody is told */
    void stopped(UUID datasetId, String message, int failures) {
        update(State.STOPPED)
                .set(SUPPLY.MESSAGE, message)
                .set(SUPPLY.FAILURES, failures)
                .setNull(SUPPLY.DUE_AT)
                .where(SUPPLY.DATASET_ID.eq(datasetId))
                .execute();
    }

    private UpdateSetMoreStep<SupplyRecord> update(State state) {
        return sql.update(SUPPLY).set(SUPPLY.STATE, state.name()).set(SUPPLY.CHANGED_AT, now());
    }

    private static Supply read(SupplyRecord row) {
        return new Supply(
                row.getDatasetId(),
                row.getAuthorityId(),
                Json.read(row.getWanted(), Wanted.class),
                row.getAccountId(),
                row.getPersonName(),
                State.valueOf(row.getState()),
                row.getMessage(),
                instant(row.getDueAt()),
                row.getFailures(),
                row.getJobId() == null ? null : new JobId(row.getJobId()),
                row.getImportId(),
                List.of(row.getColumns()),
                row.getFileHash(),
                row.getFileRevision(),
                instant(row.getTriedAt()),
                instant(row.getFetchedAt()));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime moment) {
        return moment == null ? null : moment.toInstant();
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
