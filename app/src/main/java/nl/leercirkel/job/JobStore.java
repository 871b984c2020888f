package nl.leercirkel.job;

import static nl.leercirkeldb.job.Tables.JOB_;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import nl.leercirkel.security.Actor;
import nl.leercirkeldb.job.tables.records.JobRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The rows of job.job. Each method but one needs a transaction around it, which says for whom it works. What a run writes is
 * bound to the number of its attempt, so a run that was taken over changes nothing any more.
 */
@Component
class JobStore {
    private static final String UNSEEN = "select * from job.unseen_of(?, ?, cast(? as timestamptz), ?)";
    private static final List<String> FINAL = List.of("SUCCEEDED", "FAILED", "CANCELLED");

    private final DSLContext sql;
    private final Clock clock;

    JobStore(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    JobId insert(Actor actor, String kind, String title, String parameters) {
        return new JobId(sql.insertInto(JOB_)
                .set(JOB_.AUTHORITY_ID, actor.authorityId())
                .set(JOB_.ACCOUNT_ID, actor.accountId())
                .set(JOB_.PERSON_NAME, actor.name())
                .set(JOB_.KIND, kind)
                .set(JOB_.TITLE, title)
                .set(JOB_.PARAMETERS, JSONB.valueOf(parameters))
                .set(JOB_.CREATED_AT, now())
                .returning(JOB_.JOB_ID)
                .fetchSingle(JOB_.JOB_ID));
    }

    /** Within the authority of the transaction, whoever started it. */
    Optional<Job> find(JobId id) {
        return sql.fetchOptional(JOB_, JOB_.JOB_ID.eq(id.value())).map(JobStore::job);
    }

    List<Job> latest(Actor actor, boolean ofEverybody, int limit) {
        Condition whose = ofEverybody
                ? JOB_.AUTHORITY_ID.eq(actor.authorityId())
                : JOB_.AUTHORITY_ID.eq(actor.authorityId()).and(JOB_.ACCOUNT_ID.eq(actor.accountId()));
        return sql.selectFrom(JOB_)
                .where(whose)
                .orderBy(JOB_.CREATED_AT.desc(), JOB_.JOB_ID)
                .limit(limit)
                .fetch(JobStore::job);
    }

    /** Read for each home page, so one statement that needs no transaction and is not composed anew each time. */
    List<Job> unseen(Actor actor, Duration period, int limit) {
        return sql.resultQuery(UNSEEN, actor.authorityId(), actor.accountId(), now().minus(period), limit)
                .coerce(JOB_)
                .fetch(JobStore::job);
    }

    void markSeen(JobId id, Actor by) {
        sql.update(JOB_)
                .set(JOB_.SEEN_AT, now())
                .where(JOB_.JOB_ID.eq(id.value()))
                .and(JOB_.ACCOUNT_ID.eq(by.accountId()))
                .and(JOB_.SEEN_AT.isNull())
                .and(JOB_.STATUS.in(FINAL))
                .execute();
    }

    /** For the node that is about to do the work. */
    Optional<JobRecord> lock(JobId id) {
        return sql.selectFrom(JOB_)
                .where(JOB_.JOB_ID.eq(id.value()))
                .forUpdate()
                .fetchOptional();
    }

    /** Begins a run and gives the number of its attempt. */
    int begin(JobRecord job) {
        int attempt = job.getAttempts() + 1;
        sql.update(JOB_)
                .set(JOB_.STATUS, "RUNNING")
                .set(JOB_.ATTEMPTS, attempt)
                .set(JOB_.STARTED_AT, now())
                .set(JOB_.HEARTBEAT_AT, now())
                .set(JOB_.PROGRESS_DONE, 0L)
                .set(JOB_.PROGRESS_TOTAL, 0L)
                .set(JOB_.PROGRESS_TEXT, "")
                .set(JOB_.REVISION, JOB_.REVISION.plus(1))
                .where(JOB_.JOB_ID.eq(job.getJobId()))
                .execute();
        return attempt;
    }

    /**
     * Writes the progress, or only that the run is alive.
     *
     * @return whether somebody asked to stop it; empty when the run is no longer ours
     */
    Optional<Boolean> progress(Run run, Progress progress, boolean changed) {
        return sql.update(JOB_)
                .set(JOB_.PROGRESS_DONE, progress.done())
                .set(JOB_.PROGRESS_TOTAL, progress.total())
                .set(JOB_.PROGRESS_TEXT, progress.text())
                .set(JOB_.HEARTBEAT_AT, now())
                .set(JOB_.REVISION, JOB_.REVISION.plus(changed ? 1 : 0))
                .where(owned(run))
                .returning(JOB_.CANCEL_REQUESTED)
                .fetchOptional(JOB_.CANCEL_REQUESTED);
    }

    boolean succeed(Run run, Progress progress, JobResult.Done done) {
        return sql.update(JOB_)
                        .set(JOB_.STATUS, "SUCCEEDED")
                        .set(JOB_.MESSAGE, done.message())
                        .set(JOB_.RESULT_PATH, done.path())
                        .set(JOB_.PROGRESS_DONE, progress.done())
                        .set(JOB_.PROGRESS_TOTAL, progress.total())
                        .set(JOB_.PROGRESS_TEXT, progress.text())
                        .set(JOB_.FINISHED_AT, now())
                        .set(JOB_.REVISION, JOB_.REVISION.plus(1))
                        .where(owned(run))
                        .execute()
                == 1;
    }

    boolean end(Run run, JobStatus status, Progress progress, @Nullable String error) {
        return sql.update(JOB_)
                        .set(JOB_.STATUS, status.name())
                        .set(JOB_.ERROR, error)
                        .set(JOB_.PROGRESS_DONE, progress.done())
                        .set(JOB_.PROGRESS_TOTAL, progress.total())
                        .set(JOB_.PROGRESS_TEXT, progress.text())
                        .set(JOB_.FINISHED_AT, now())
                        .set(JOB_.REVISION, JOB_.REVISION.plus(1))
                        .where(owned(run))
                        .execute()
                == 1;
    }

    /** Ends a job that is locked and not being done. */
    void endLocked(JobRecord job, JobStatus status, @Nullable String error) {
        sql.update(JOB_)
                .set(JOB_.STATUS, status.name())
                .set(JOB_.ERROR, error)
                .set(JOB_.FINISHED_AT, now())
                .set(JOB_.REVISION, JOB_.REVISION.plus(1))
                .where(JOB_.JOB_ID.eq(job.getJobId()))
                .execute();
    }

    /** Back in the queue because the application stops; that does not count as an attempt. */
    boolean requeue(Run run) {
        return sql.update(JOB_)
                        .set(JOB_.STATUS, "QUEUED")
                        .set(JOB_.ATTEMPTS, JOB_.ATTEMPTS.minus(1))
                        .setNull(JOB_.STARTED_AT)
                        .set(JOB_.PROGRESS_DONE, 0L)
                        .set(JOB_.PROGRESS_TOTAL, 0L)
                        .set(JOB_.PROGRESS_TEXT, "")
                        .set(JOB_.REVISION, JOB_.REVISION.plus(1))
                        .where(owned(run))
                        .execute()
                == 1;
    }

    /** A waiting job ends at once, a running one at its next step. */
    void requestCancel(JobId id) {
        lock(id).ifPresent(job -> {
            switch (JobStatus.valueOf(job.getStatus())) {
                case QUEUED -> endLocked(job, JobStatus.CANCELLED, null);
                case RUNNING ->
                    sql.update(JOB_)
                            .set(JOB_.CANCEL_REQUESTED, true)
                            .set(JOB_.REVISION, JOB_.REVISION.plus(1))
                            .where(JOB_.JOB_ID.eq(id.value()))
                            .execute();
                case SUCCEEDED, FAILED, CANCELLED -> {}
            }
        });
    }

    int deleteFinishedBefore(Instant moment) {
        return sql.deleteFrom(JOB_)
                .where(JOB_.FINISHED_AT.lt(moment.atOffset(ZoneOffset.UTC)))
                .execute();
    }

    private static Condition owned(Run run) {
        return JOB_.JOB_ID
                .eq(run.id().value())
                .and(JOB_.ATTEMPTS.eq(run.attempt()))
                .and(JOB_.STATUS.eq("RUNNING"));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Job job(JobRecord row) {
        return new Job(
                new JobId(row.getJobId()),
                row.getAccountId(),
                row.getPersonName(),
                row.getKind(),
                row.getTitle(),
                JobStatus.valueOf(row.getStatus()),
                row.getProgressDone(),
                row.getProgressTotal(),
                row.getProgressText(),
                row.getMessage(),
                row.getResultPath(),
                row.getError(),
                row.getAttempts(),
                row.getCancelRequested(),
                row.getRevision(),
                row.getCreatedAt().toInstant(),
                instant(row.getStartedAt()),
                instant(row.getFinishedAt()));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime moment) {
        return moment == null ? null : moment.toInstant();
    }
}
