package nl.leercirkel.progress;

import static nl.leercirkeldb.progress.Tables.DRAFT_ANSWER;
import static nl.leercirkeldb.progress.Tables.PROJECT_REPORT;
import static nl.leercirkeldb.progress.Tables.ROUND;
import static nl.leercirkeldb.progress.Tables.SUBMISSION;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import nl.leercirkel.portfolio.DutchMoments;
import nl.leercirkel.portfolio.Light;
import nl.leercirkel.portfolio.SaveOutcome;
import nl.leercirkel.portfolio.StatusReports;
import nl.leercirkel.security.Actor;
import nl.leercirkel.security.ActorContext;
import nl.leercirkel.security.Right;
import nl.leercirkel.shell.NotFoundException;
import nl.leercirkeldb.progress.tables.records.DraftAnswerRecord;
import nl.leercirkeldb.progress.tables.records.SubmissionAnswerRecord;
import org.jooq.DSLContext;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writing, handing in and judging. Who saves names the version that was in view: when somebody else saved in the meantime
 * nothing is stored. The row of the round is held while a report changes, so that nothing slips in after it was closed.
 */
@Service
@Transactional
public class ReportEditor {
    private final DSLContext database;
    private final ProjectReports reports;
    private final Rounds rounds;
    private final Events events;
    private final StatusReports statuses;
    private final Clock clock;

    ReportEditor(
            DSLContext database,
            ProjectReports reports,
            Rounds rounds,
            Events events,
            StatusReports statuses,
            Clock clock) {
        this.database = database;
        this.reports = reports;
        this.rounds = rounds;
        this.events = events;
        this.statuses = statuses;
        this.clock = clock;
    }

    public ReportOutcome save(UUID roundId, UUID projectId, int expectedVersion, Content content) {
        hold(roundId);
        ProjectReport report = writable(roundId, projectId);
        if (!report.isOpenToWrite()) {
            return new ReportOutcome.Shut();
        }
        Map<String, String> errors = content.tooLong(rounds.questions(roundId));
        if (!errors.isEmpty()) {
            return new ReportOutcome.Incomplete(errors, false);
        }
        return store(report, expectedVersion, content) ? new ReportOutcome.Done() : new ReportOutcome.Conflict();
    }

    /** Keeps the text as a draft in any case, and hands it in when nothing is missing. */
    public ReportOutcome handIn(UUID roundId, UUID projectId, int expectedVersion, Content content) {
        ReportOutcome saved = save(roundId, projectId, expectedVersion, content);
        if (!(saved instanceof ReportOutcome.Done)) {
            return saved;
        }
        List<Question> questions = rounds.questions(roundId);
        Map<String, String> missing = content.missing(questions);
        Light light = content.light();
        if (!missing.isEmpty() || light == null) {
            return new ReportOutcome.Incomplete(missing, true);
        }
        OffsetDateTime now = DutchTime.now(clock);
        int number = database.update(PROJECT_REPORT)
                .set(PROJECT_REPORT.STATE, ReportState.HANDED_IN.name())
                .set(PROJECT_REPORT.SUBMISSIONS, PROJECT_REPORT.SUBMISSIONS.plus(1))
                .set(PROJECT_REPORT.HANDED_IN_AT, now)
                .where(PROJECT_REPORT.ROUND_ID.eq(roundId), PROJECT_REPORT.PROJECT_ID.eq(projectId))
                .returning(PROJECT_REPORT.SUBMISSIONS)
                .fetchSingle(PROJECT_REPORT.SUBMISSIONS);
        append(roundId, projectId, number, light, content, questions, now);
        events.ofProject(roundId, projectId, Event.Kind.HANDED_IN, number, "", now);
        return new ReportOutcome.Done();
    }

    private void append(
            UUID roundId,
            UUID projectId,
            int number,
            Light light,
            Content content,
            List<Question> questions,
            OffsetDateTime now) {
        Actor actor = ActorContext.required();
        UUID submissionId = UUID.randomUUID();
        database.insertInto(SUBMISSION)
                .set(SUBMISSION.SUBMISSION_ID, submissionId)
                .set(SUBMISSION.AUTHORITY_ID, actor.authorityId())
                .set(SUBMISSION.ROUND_ID, roundId)
                .set(SUBMISSION.PROJECT_ID, projectId)
                .set(SUBMISSION.NUMBER, number)
                .set(SUBMISSION.LIGHT, light.name())
                .set(SUBMISSION.LIGHT_REASON, content.reason())
                .set(SUBMISSION.FIGURES, content.figures())
                .set(SUBMISSION.HANDED_IN_AT, now)
                .set(SUBMISSION.ACCOUNT_ID, actor.accountId())
                .set(SUBMISSION.PERSON_NAME, actor.name())
                .execute();
        database.batchInsert(questions.stream()
                        .map(question -> new SubmissionAnswerRecord(
                                actor.authorityId(),
                                roundId,
                                submissionId,
                                question.id(),
                                content.answer(question.id())))
                        .toList())
                .execute();
    }

    /** Sends a version back to be completed. {@code number} is the version that the manager read. */
    public ReportOutcome sendBack(UUID roundId, UUID projectId, int number, String remark) {
        return judge(roundId, projectId, number, ReportState.SENT_BACK, Event.Kind.SENT_BACK, remark);
    }

    /** Accepts a version; its light becomes the newest report on how the project goes. */
    public ReportOutcome accept(UUID roundId, UUID projectId, int number) {
        return judge(roundId, projectId, number, ReportState.ACCEPTED, Event.Kind.ACCEPTED, "");
    }

    private ReportOutcome judge(
            UUID roundId, UUID projectId, int number, ReportState next, Event.Kind kind, String remark) {
        hold(roundId);
        ProjectReport report = find(roundId, projectId);
        if (!ActorContext.required().may(Right.ROUND_MANAGE)) {
            throw new AccessDeniedException("May not judge reports");
        }
        if (report.round().isClosed()) {
            return new ReportOutcome.Shut();
        }
        boolean judged = database.update(PROJECT_REPORT)
                        .set(PROJECT_REPORT.STATE, next.name())
                        .set(PROJECT_REPORT.REMARK, remark)
                        .setNull(PROJECT_REPORT.REMINDED_AT)
                        .set(PROJECT_REPORT.REMINDER, "")
                        .where(PROJECT_REPORT.ROUND_ID.eq(roundId), PROJECT_REPORT.PROJECT_ID.eq(projectId))
                        .and(PROJECT_REPORT.SUBMISSIONS.eq(number))
                        .and(PROJECT_REPORT.STATE.in(ReportState.HANDED_IN.name(), ReportState.ACCEPTED.name()))
                        .and(PROJECT_REPORT.STATE.ne(next.name()))
                        .execute()
                == 1;
        if (!judged) {
            return new ReportOutcome.Conflict();
        }
        events.ofProject(roundId, projectId, kind, number, remark, DutchTime.now(clock));
        // a project that is no longer in the portfolio has nothing to report on
        if (next == ReportState.ACCEPTED && report.mayWrite()) {
            reports.versions(report).stream()
                    .filter(version -> version.number() == number)
                    .forEach(version -> report(report.round(), version));
        }
        return new ReportOutcome.Done();
    }

    private void report(Round round, Submission version) {
        SaveOutcome outcome = statuses.report(
                version.projectId(),
                LocalDate.ofInstant(version.handedInAt(), DutchMoments.ZONE),
                Objects.requireNonNull(version.content().light()),
                version.content().reason(),
                version.personName(),
                "Ronde " + round.name());
        if (!(outcome instanceof SaveOutcome.Saved)) {
            throw new IllegalStateException("The light of version " + version.id() + ": " + outcome);
        }
    }

    /** Stores the working copy; false when somebody else did in the meantime. The same text again changes nothing. */
    private boolean store(ProjectReport report, int expectedVersion, Content content) {
        if (report.version() != expectedVersion) {
            return false;
        }
        if (report.draft().equals(content)) {
            return true;
        }
        Actor actor = ActorContext.required();
        UUID roundId = report.round().id();
        Light light = content.light();
        int stored = database.update(PROJECT_REPORT)
                .set(
                        PROJECT_REPORT.STATE,
                        (report.state() == ReportState.SENT_BACK ? ReportState.SENT_BACK : ReportState.DRAFT).name())
                .set(PROJECT_REPORT.VERSION, expectedVersion + 1)
                .set(PROJECT_REPORT.LIGHT, light == null ? null : light.name())
                .set(PROJECT_REPORT.LIGHT_REASON, content.reason())
                .set(PROJECT_REPORT.FIGURES, content.figures())
                .set(PROJECT_REPORT.CHANGED_AT, DutchTime.now(clock))
                .set(PROJECT_REPORT.CHANGED_BY, actor.name())
                .where(PROJECT_REPORT.ROUND_ID.eq(roundId), PROJECT_REPORT.PROJECT_ID.eq(report.projectId()))
                .and(PROJECT_REPORT.VERSION.eq(expectedVersion))
                .and(PROJECT_REPORT.STATE.eq(report.state().name()))
                .execute();
        if (stored == 0) {
            return false;
        }
        database.deleteFrom(DRAFT_ANSWER)
                .where(DRAFT_ANSWER.ROUND_ID.eq(roundId), DRAFT_ANSWER.PROJECT_ID.eq(report.projectId()))
                .execute();
        database.batchInsert(rounds.questions(roundId).stream()
                        .map(question -> new DraftAnswerRecord(
                                actor.authorityId(),
                                roundId,
                                report.projectId(),
                                question.id(),
                                content.answer(question.id())))
                        .toList())
                .execute();
        return true;
    }

    private void hold(UUID roundId) {
        database.select(ROUND.CLOSED_AT)
                .from(ROUND)
                .where(ROUND.ROUND_ID.eq(roundId))
                .forShare()
                .fetch();
    }

    private ProjectReport writable(UUID roundId, UUID projectId) {
        ProjectReport report = find(roundId, projectId);
        if (!report.mayWrite()) {
            throw new AccessDeniedException("May not write for this project");
        }
        return report;
    }

    private ProjectReport find(UUID roundId, UUID projectId) {
        return reports.find(roundId, projectId)
                .orElseThrow(() -> new NotFoundException("project " + projectId + " in round " + roundId));
    }
}
