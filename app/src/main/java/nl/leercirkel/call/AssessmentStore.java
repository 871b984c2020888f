package nl.leercirkel.call;

import static nl.leercirkeldb.call.Tables.APPLICATION;
import static nl.leercirkeldb.call.Tables.ASSESSMENT;
import static nl.leercirkeldb.call.Tables.SCORE;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.leercirkel.security.Actor;
import nl.leercirkeldb.call.tables.records.ScoreRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Reads and writes assessments with their scores. Its callers hold the transaction and the rights. */
@Repository
class AssessmentStore {
    private final DSLContext database;
    private final Clock clock;

    AssessmentStore(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    List<Assessment> ofCall(UUID callId) {
        return find(ASSESSMENT.APPLICATION_ID.in(
                DSL.select(APPLICATION.APPLICATION_ID).from(APPLICATION).where(APPLICATION.CALL_ID.eq(callId))));
    }

    List<Assessment> ofApplication(UUID applicationId) {
        return find(ASSESSMENT.APPLICATION_ID.eq(applicationId));
    }

    private List<Assessment> find(Condition which) {
        Map<List<UUID>, Map<UUID, Assessment.Score>> scores = new HashMap<>();
        for (ScoreRecord row : database.select(SCORE.fields())
                .from(SCORE)
                .join(ASSESSMENT)
                .on(ASSESSMENT.APPLICATION_ID.eq(SCORE.APPLICATION_ID), ASSESSMENT.ACCOUNT_ID.eq(SCORE.ACCOUNT_ID))
                .where(which)
                .fetchInto(SCORE)) {
            scores.computeIfAbsent(List.of(row.getApplicationId(), row.getAccountId()), key -> new HashMap<>())
                    .put(
                            row.getCriterionId(),
                            new Assessment.Score(row.getValue(), row.getReference(), row.getArgument()));
        }
        return database.selectFrom(ASSESSMENT)
                .where(which)
                .orderBy(DSL.lower(ASSESSMENT.NAME), ASSESSMENT.ACCOUNT_ID)
                .fetch(row -> new Assessment(
                        row.getApplicationId(),
                        row.getAccountId(),
                        row.getName(),
                        row.getSubmission(),
                        row.getAdvice(),
                        row.getVersion(),
                        instant(row.getHandedInAt()),
                        scores.getOrDefault(List.of(row.getApplicationId(), row.getAccountId()), Map.of())));
    }

    /** Writes an assessment when nobody else wrote it since: version 0 means that there is none yet. */
    boolean save(Actor actor, Assessment assessment) {
        OffsetDateTime now = Moments.stored(clock.instant());
        @Nullable
        OffsetDateTime handedIn = assessment.handedInAt() == null ? null : Moments.stored(assessment.handedInAt());
        int written = assessment.version() == 0
                ? database.insertInto(ASSESSMENT)
                        .set(ASSESSMENT.AUTHORITY_ID, actor.authorityId())
                        .set(ASSESSMENT.APPLICATION_ID, assessment.applicationId())
                        .set(ASSESSMENT.ACCOUNT_ID, assessment.accountId())
                        .set(ASSESSMENT.NAME, assessment.name())
                        .set(ASSESSMENT.SUBMISSION, assessment.submission())
                        .set(ASSESSMENT.ADVICE, assessment.advice())
                        .set(ASSESSMENT.CHANGED_AT, now)
                        .set(ASSESSMENT.HANDED_IN_AT, handedIn)
                        .onConflictDoNothing()
                        .execute()
                : database.update(ASSESSMENT)
                        .set(ASSESSMENT.SUBMISSION, assessment.submission())
                        .set(ASSESSMENT.ADVICE, assessment.advice())
                        .set(ASSESSMENT.VERSION, assessment.version() + 1)
                        .set(ASSESSMENT.CHANGED_AT, now)
                        .set(ASSESSMENT.HANDED_IN_AT, handedIn)
                        .where(
                                ASSESSMENT.APPLICATION_ID.eq(assessment.applicationId()),
                                ASSESSMENT.ACCOUNT_ID.eq(assessment.accountId()),
                                ASSESSMENT.VERSION.eq(assessment.version()))
                        .execute();
        if (written == 0) {
            return false;
        }
        database.deleteFrom(SCORE)
                .where(SCORE.APPLICATION_ID.eq(assessment.applicationId()), SCORE.ACCOUNT_ID.eq(assessment.accountId()))
                .execute();
        List<ScoreRecord> rows = assessment.scores().entrySet().stream()
                .map(entry -> row(actor, assessment, entry.getKey(), entry.getValue()))
                .toList();
        database.batchInsert(rows).execute();
        return true;
    }

    private static ScoreRecord row(Actor actor, Assessment assessment, UUID criterionId, Assessment.Score score) {
        ScoreRecord row = new ScoreRecord();
        row.setAuthorityId(actor.authorityId());
        row.setApplicationId(assessment.applicationId());
        row.setAccountId(assessment.accountId());
        row.setCriterionId(criterionId);
        row.setValue(score.value());
        row.setReference(score.reference());
        row.setArgument(score.argument());
        return row;
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
