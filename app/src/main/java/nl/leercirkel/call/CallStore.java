package nl.leercirkel.call;

import static nl.leercirkeldb.call.Tables.APPLICATION;
import static nl.leercirkeldb.call.Tables.ASSESSOR;
import static nl.leercirkeldb.call.Tables.CRITERION;
import static nl.leercirkeldb.call.Tables.DECISION;
import static nl.leercirkeldb.call.Tables.FORM;
import static nl.leercirkeldb.call.Tables.INVITATION;
import static nl.leercirkeldb.call.Tables.SCORE;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.leercirkel.security.Actor;
import nl.leercirkeldb.call.tables.records.CriterionRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** Reads and writes calls with their questions, criteria and assessors. Its callers hold the transaction and the rights. */
@Repository
class CallStore {
    private static final Field<Integer> UNDECIDED = DSL.field(DSL.selectCount()
                    .from(APPLICATION)
                    .leftJoin(DECISION)
                    .on(DECISION.APPLICATION_ID.eq(APPLICATION.APPLICATION_ID))
                    .where(APPLICATION.CALL_ID.eq(INVITATION.CALL_ID))
                    .and(APPLICATION.STATE.eq(ApplicationState.HANDED_IN.name()))
                    .and(DECISION.APPLICATION_ID.isNull()))
            .as("undecided");

    private final DSLContext database;
    private final Clock clock;

    CallStore(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Calls, those that close last first. */
    List<Call> find(Condition which) {
        return database.select(INVITATION.fields())
                .select(UNDECIDED)
                .from(INVITATION)
                .where(which)
                .orderBy(INVITATION.CLOSES_AT.desc(), DSL.lower(INVITATION.TITLE))
                .fetch(row -> call(row, clock.instant()));
    }

    Optional<Call> find(UUID callId) {
        return find(INVITATION.CALL_ID.eq(callId)).stream().findFirst();
    }

    /** The same call, kept from changing until the end of the transaction. */
    Optional<Call> lock(UUID callId) {
        database.select(INVITATION.CALL_ID)
                .from(INVITATION)
                .where(INVITATION.CALL_ID.eq(callId))
                .forUpdate()
                .fetch();
        return find(callId);
    }

    void insert(Actor actor, UUID id, UUID programmeId, String programmeName, CallData data) {
        database.insertInto(INVITATION)
                .set(INVITATION.CALL_ID, id)
                .set(INVITATION.AUTHORITY_ID, actor.authorityId())
                .set(INVITATION.PROGRAMME_ID, programmeId)
                .set(INVITATION.PROGRAMME_NAME, programmeName)
                .set(INVITATION.TITLE, data.title())
                .set(INVITATION.DESCRIPTION, data.text())
                .set(INVITATION.OPENS_AT, Moments.stored(data.opensAt()))
                .set(INVITATION.CLOSES_AT, Moments.stored(data.closesAt()))
                .set(INVITATION.BUDGET, data.budget())
                .set(INVITATION.STAGE, CallStage.DRAFT.name())
                .set(INVITATION.CHANGED_AT, Moments.stored(clock.instant()))
                .set(INVITATION.CHANGED_BY, actor.name())
                .execute();
    }

    /** Writes everything about the call itself when it still has the expected version. */
    boolean update(Actor actor, Call call, CallData data, CallStage stage, int formVersion, int expectedVersion) {
        return database.update(INVITATION)
                        .set(INVITATION.TITLE, data.title())
                        .set(INVITATION.DESCRIPTION, data.text())
                        .set(INVITATION.OPENS_AT, Moments.stored(data.opensAt()))
                        .set(INVITATION.CLOSES_AT, Moments.stored(data.closesAt()))
                        .set(INVITATION.BUDGET, data.budget())
                        .set(INVITATION.STAGE, stage.name())
                        .set(INVITATION.FORM_VERSION, formVersion)
                        .set(INVITATION.VERSION, expectedVersion + 1)
                        .set(INVITATION.CHANGED_AT, Moments.stored(clock.instant()))
                        .set(INVITATION.CHANGED_BY, actor.name())
                        .where(INVITATION.CALL_ID.eq(call.id()), INVITATION.VERSION.eq(expectedVersion))
                        .execute()
                == 1;
    }

    void insertForm(Actor actor, UUID callId, int version, CallForm form) {
        database.insertInto(FORM)
                .set(FORM.AUTHORITY_ID, actor.authorityId())
                .set(FORM.CALL_ID, callId)
                .set(FORM.VERSION, version)
                .set(FORM.FIELDS, Json.of(form))
                .set(FORM.MADE_AT, Moments.stored(clock.instant()))
                .set(FORM.MADE_BY, actor.name())
                .execute();
    }

    CallForm form(UUID callId, int version) {
        return Json.form(Objects.requireNonNull(database.select(FORM.FIELDS)
                .from(FORM)
                .where(FORM.CALL_ID.eq(callId), FORM.VERSION.eq(version))
                .fetchSingle(FORM.FIELDS)));
    }

    List<Criterion> criteria(UUID callId) {
        return database.selectFrom(CRITERION)
                .where(CRITERION.CALL_ID.eq(callId))
                .orderBy(CRITERION.POSITION)
                .fetch(CallStore::criterion);
    }

    /** Whether anybody scored; from then on the criteria stay as they are. */
    boolean scored(UUID callId) {
        return database.fetchExists(database.selectOne()
                .from(SCORE)
                .join(CRITERION)
                .on(CRITERION.CRITERION_ID.eq(SCORE.CRITERION_ID))
                .where(CRITERION.CALL_ID.eq(callId)));
    }

    void replaceCriteria(Actor actor, UUID callId, List<Criterion> criteria) {
        database.deleteFrom(CRITERION).where(CRITERION.CALL_ID.eq(callId)).execute();
        for (int i = 0; i < criteria.size(); i++) {
            Criterion criterion = criteria.get(i);
            database.insertInto(CRITERION)
                    .set(CRITERION.CRITERION_ID, criterion.id())
                    .set(CRITERION.AUTHORITY_ID, actor.authorityId())
                    .set(CRITERION.CALL_ID, callId)
                    .set(CRITERION.POSITION, i)
                    .set(CRITERION.NAME, criterion.name())
                    .set(CRITERION.EXPLANATION, criterion.explanation())
                    .set(CRITERION.KIND, criterion.kind().name())
                    .set(CRITERION.SCALE_MAX, criterion.scaleMax())
                    .set(CRITERION.LOW_LABEL, criterion.low())
                    .set(CRITERION.HIGH_LABEL, criterion.high())
                    .set(CRITERION.WEIGHT, criterion.weight())
                    .execute();
        }
    }

    /** The assessors by name: account and name. */
    Map<UUID, String> assessors(UUID callId) {
        Map<UUID, String> found = new LinkedHashMap<>();
        database.selectFrom(ASSESSOR)
                .where(ASSESSOR.CALL_ID.eq(callId))
                .orderBy(DSL.lower(ASSESSOR.NAME))
                .forEach(row -> found.put(row.getAccountId(), row.getName()));
        return found;
    }

    void replaceAssessors(Actor actor, UUID callId, Map<UUID, String> assessors) {
        database.deleteFrom(ASSESSOR).where(ASSESSOR.CALL_ID.eq(callId)).execute();
        assessors.forEach((account, name) -> database.insertInto(ASSESSOR)
                .set(ASSESSOR.AUTHORITY_ID, actor.authorityId())
                .set(ASSESSOR.CALL_ID, callId)
                .set(ASSESSOR.ACCOUNT_ID, account)
                .set(ASSESSOR.NAME, name)
                .execute());
    }

    static Condition assessedBy(UUID accountId) {
        return INVITATION.CALL_ID.in(
                DSL.select(ASSESSOR.CALL_ID).from(ASSESSOR).where(ASSESSOR.ACCOUNT_ID.eq(accountId)));
    }

    private static Call call(Record row, Instant now) {
        CallData data = new CallData(
                row.get(INVITATION.TITLE),
                row.get(INVITATION.DESCRIPTION),
                row.get(INVITATION.OPENS_AT).toInstant(),
                row.get(INVITATION.CLOSES_AT).toInstant(),
                row.get(INVITATION.BUDGET));
        CallStage stage = CallStage.valueOf(row.get(INVITATION.STAGE));
        int undecided = row.get(UNDECIDED);
        return new Call(
                row.get(INVITATION.CALL_ID),
                row.get(INVITATION.PROGRAMME_ID),
                row.get(INVITATION.PROGRAMME_NAME),
                data,
                stage,
                row.get(INVITATION.FORM_VERSION),
                row.get(INVITATION.VERSION),
                row.get(INVITATION.CHANGED_AT).toInstant(),
                row.get(INVITATION.CHANGED_BY),
                undecided,
                CallState.of(stage, data.opensAt(), data.closesAt(), undecided, now));
    }

    private static Criterion criterion(CriterionRecord row) {
        return new Criterion(
                row.getCriterionId(),
                row.getName(),
                row.getExplanation(),
                Criterion.Kind.valueOf(row.getKind()),
                row.getScaleMax(),
                row.getLowLabel(),
                row.getHighLabel(),
                row.getWeight());
    }
}
