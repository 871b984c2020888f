package nl.leercirkel.call;

import static nl.leercirkeldb.call.Tables.APPLICATION;
import static nl.leercirkeldb.call.Tables.DECISION;
import static nl.leercirkeldb.call.Tables.EVENT;
import static nl.leercirkeldb.call.Tables.SUBMISSION;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.leercirkel.security.Actor;
import nl.leercirkeldb.call.tables.records.ApplicationRecord;
import nl.leercirkeldb.call.tables.records.DecisionRecord;
import nl.leercirkeldb.call.tables.records.SubmissionRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** Reads and writes applications, what was handed in, what happened, and decisions. Its callers hold transaction and rights. */
@Repository
class ApplicationStore {
    private final DSLContext database;
    private final Clock clock;

    ApplicationStore(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    List<Application> find(Condition which) {
        return database.selectFrom(APPLICATION)
                .where(which)
                .orderBy(DSL.lower(APPLICATION.NAME), APPLICATION.APPLICATION_ID)
                .fetch(ApplicationStore::application);
    }

    Optional<Application> find(UUID applicationId) {
        return find(APPLICATION.APPLICATION_ID.eq(applicationId)).stream().findFirst();
    }

    /** The same application, kept from changing until the end of the transaction. */
    Optional<Application> lock(UUID applicationId) {
        return database.selectFrom(APPLICATION)
                .where(APPLICATION.APPLICATION_ID.eq(applicationId))
                .forUpdate()
                .fetchOptional(ApplicationStore::application);
    }

    UUID insert(Actor actor, Call call, UUID partnerId, String partnerName, Answers answers) {
        UUID id = UUID.randomUUID();
        database.insertInto(APPLICATION)
                .set(APPLICATION.APPLICATION_ID, id)
                .set(APPLICATION.AUTHORITY_ID, actor.authorityId())
                .set(APPLICATION.CALL_ID, call.id())
                .set(APPLICATION.PARTNER_ID, partnerId)
                .set(APPLICATION.PARTNER_NAME, partnerName)
                .set(APPLICATION.NAME, answers.value(StandardField.NAME.key()))
                .set(APPLICATION.STATE, ApplicationState.DRAFT.name())
                .set(APPLICATION.FORM_VERSION, call.formVersion())
                .set(APPLICATION.ANSWERS, Json.of(answers))
                .set(APPLICATION.EDITED, true)
                .set(APPLICATION.CHANGED_AT, Moments.stored(clock.instant()))
                .set(APPLICATION.CHANGED_BY, actor.name())
                .execute();
        return id;
    }

    /** Writes the application when it still has the version that it is based on. */
    boolean update(Actor actor, Application changed) {
        return database.update(APPLICATION)
                        .set(APPLICATION.NAME, changed.name())
                        .set(APPLICATION.STATE, changed.state().name())
                        .set(APPLICATION.FORM_VERSION, changed.formVersion())
                        .set(APPLICATION.ANSWERS, Json.of(changed.answers()))
                        .set(APPLICATION.EDITED, changed.edited())
                        .set(APPLICATION.SUBMISSIONS, changed.submissions())
                        .set(APPLICATION.REMARK, changed.remark())
                        .set(APPLICATION.VERSION, changed.version() + 1)
                        .set(APPLICATION.CHANGED_AT, Moments.stored(clock.instant()))
                        .set(APPLICATION.CHANGED_BY, actor.name())
                        .where(APPLICATION.APPLICATION_ID.eq(changed.id()), APPLICATION.VERSION.eq(changed.version()))
                        .execute()
                == 1;
    }

    void insert(Actor actor, Submission submission) {
        database.insertInto(SUBMISSION)
                .set(SUBMISSION.AUTHORITY_ID, actor.authorityId())
                .set(SUBMISSION.APPLICATION_ID, submission.applicationId())
                .set(SUBMISSION.NUMBER, submission.number())
                .set(SUBMISSION.FORM_VERSION, submission.formVersion())
                .set(SUBMISSION.NAME, submission.name())
                .set(SUBMISSION.ANSWERS, Json.of(submission.answers()))
                .set(SUBMISSION.REQUESTED, submission.requested())
                .set(SUBMISSION.HANDED_IN_AT, Moments.stored(submission.handedInAt()))
                .set(SUBMISSION.HANDED_IN_BY, submission.handedInBy())
                .execute();
    }

    /** What was handed in, the last first. */
    List<Submission> submissions(UUID applicationId) {
        return database.selectFrom(SUBMISSION)
                .where(SUBMISSION.APPLICATION_ID.eq(applicationId))
                .orderBy(SUBMISSION.NUMBER.desc())
                .fetch(ApplicationStore::submission);
    }

    /** The last submission of each application of a call that counts. */
    Map<UUID, Submission> lastSubmissions(UUID callId) {
        return database
                .select(SUBMISSION.fields())
                .from(SUBMISSION)
                .join(APPLICATION)
                .on(APPLICATION.APPLICATION_ID.eq(SUBMISSION.APPLICATION_ID))
                .and(APPLICATION.SUBMISSIONS.eq(SUBMISSION.NUMBER))
                .where(APPLICATION.CALL_ID.eq(callId), APPLICATION.STATE.eq(ApplicationState.HANDED_IN.name()))
                .fetchInto(SUBMISSION)
                .stream()
                .map(ApplicationStore::submission)
                .collect(java.util.stream.Collectors.toMap(Submission::applicationId, found -> found));
    }

    void happened(Actor actor, UUID applicationId, Event.Kind kind, String remark) {
        database.insertInto(EVENT)
                .set(EVENT.AUTHORITY_ID, actor.authorityId())
                .set(EVENT.APPLICATION_ID, applicationId)
                .set(EVENT.KIND, kind.name())
                .set(EVENT.OCCURRED_AT, Moments.stored(clock.instant()))
                .set(EVENT.PERSON_NAME, actor.name())
                .set(EVENT.REMARK, remark)
                .execute();
    }

    /** What happened to an application, the newest first. */
    List<Event> events(UUID applicationId) {
        return database.selectFrom(EVENT)
                .where(EVENT.APPLICATION_ID.eq(applicationId))
                .orderBy(EVENT.OCCURRED_AT.desc())
                .fetch(row -> new Event(
                        Event.Kind.valueOf(row.getKind()),
                        row.getOccurredAt().toInstant(),
                        row.getPersonName(),
                        row.getRemark()));
    }

    void insert(Actor actor, Decision decision) {
        database.insertInto(DECISION)
                .set(DECISION.AUTHORITY_ID, actor.authorityId())
                .set(DECISION.APPLICATION_ID, decision.applicationId())
                .set(DECISION.OUTCOME, decision.outcome().name())
                .set(DECISION.AMOUNT, decision.amount())
                .set(DECISION.CONDITIONS, decision.conditions())
                .set(DECISION.REASON, decision.reason())
                .set(DECISION.PROJECT_ID, decision.projectId())
                .set(DECISION.DECIDED_AT, Moments.stored(decision.decidedAt()))
                .set(DECISION.DECIDED_BY, decision.decidedBy())
                .execute();
    }

    Optional<Decision> decision(UUID applicationId) {
        return database.selectFrom(DECISION)
                .where(DECISION.APPLICATION_ID.eq(applicationId))
                .fetchOptional(ApplicationStore::decision);
    }

    /** The decisions about the applications of a call. */
    Map<UUID, Decision> decisions(UUID callId) {
        return database
                .select(DECISION.fields())
                .from(DECISION)
                .join(APPLICATION)
                .on(APPLICATION.APPLICATION_ID.eq(DECISION.APPLICATION_ID))
                .where(APPLICATION.CALL_ID.eq(callId))
                .fetchInto(DECISION)
                .stream()
                .map(ApplicationStore::decision)
                .collect(java.util.stream.Collectors.toMap(Decision::applicationId, found -> found));
    }

    private static Application application(ApplicationRecord row) {
        return new Application(
                row.getApplicationId(),
                row.getCallId(),
                row.getPartnerId(),
                row.getPartnerName(),
                row.getName(),
                ApplicationState.valueOf(row.getState()),
                row.getFormVersion(),
                Json.answers(Objects.requireNonNull(row.getAnswers())),
                row.getEdited(),
                row.getSubmissions(),
                row.getRemark(),
                row.getVersion(),
                row.getChangedAt().toInstant(),
                row.getChangedBy());
    }

    private static Submission submission(SubmissionRecord row) {
        return new Submission(
                row.getApplicationId(),
                row.getNumber(),
                row.getFormVersion(),
                row.getName(),
                Json.answers(Objects.requireNonNull(row.getAnswers())),
                row.getRequested(),
                row.getHandedInAt().toInstant(),
                row.getHandedInBy());
    }

    private static Decision decision(DecisionRecord row) {
        return new Decision(
                row.getApplicationId(),
                Decision.Outcome.valueOf(row.getOutcome()),
                row.getAmount(),
                row.getConditions(),
                row.getReason(),
                row.getProjectId(),
                row.getDecidedAt().toInstant(),
                row.getDecidedBy());
    }
}
