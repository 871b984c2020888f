package nl.leercirkel.progress;

import static nl.leercirkeldb.progress.Tables.DRAFT_ANSWER;
import static nl.leercirkeldb.progress.Tables.PROJECT_REPORT;
import static nl.leercirkeldb.progress.Tables.QUESTION;
import static nl.leercirkeldb.progress.Tables.ROUND;
import static nl.leercirkeldb.progress.Tables.SUBMISSION;
import static nl.leercirkeldb.progress.Tables.SUBMISSION_ANSWER;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.leercirkel.portfolio.Light;
import nl.leercirkel.portfolio.ProjectDirectory;
import nl.leercirkel.security.Actor;
import nl.leercirkel.security.ActorContext;
import nl.leercirkel.security.Right;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reports of projects, with the working copy for who writes on it, and every version that was handed in. */
@Service
@Transactional(readOnly = true)
class ProjectReports {
    private final DSLContext database;
    private final ProjectDirectory projects;
    private final Rounds rounds;

    ProjectReports(DSLContext database, ProjectDirectory projects, Rounds rounds) {
        this.database = database;
        this.projects = projects;
        this.rounds = rounds;
    }

    /** Empty when the round or the project is not there for the acting person. */
    Optional<ProjectReport> find(UUID roundId, UUID projectId) {
        Actor actor = ActorContext.required();
        Optional<ProjectDirectory.Entry> project = projects.find(projectId);
        if (project.isEmpty() && !actor.may(Right.PORTFOLIO_READ)) {
            return Optional.empty();
        }
        // A project that was taken out of the portfolio keeps its reports, to be read and not to be changed.
        boolean mayWrite = project.map(found -> Access.mayWrite(actor, found)).orElse(false);
        return database.select(PROJECT_REPORT.fields())
                .select(ROUND.fields())
                .from(PROJECT_REPORT)
                .join(ROUND)
                .on(ROUND.ROUND_ID.eq(PROJECT_REPORT.ROUND_ID))
                .where(PROJECT_REPORT.ROUND_ID.eq(roundId), PROJECT_REPORT.PROJECT_ID.eq(projectId))
                .fetchOptional(row -> {
                    @Nullable String light = row.get(PROJECT_REPORT.LIGHT);
                    return new ProjectReport(
                            Rounds.round(row.into(ROUND)),
                            projectId,
                            project.map(ProjectDirectory.Entry::name).orElse(row.get(PROJECT_REPORT.PROJECT_NAME)),
                            ReportState.valueOf(row.get(PROJECT_REPORT.STATE)),
                            row.get(PROJECT_REPORT.VERSION),
                            mayWrite
                                    ? new Content(
                                            light == null ? null : Light.valueOf(light),
                                            row.get(PROJECT_REPORT.LIGHT_REASON),
                                            row.get(PROJECT_REPORT.FIGURES),
                                            draftAnswers(roundId, projectId))
                                    : Content.EMPTY,
                            row.get(PROJECT_REPORT.SUBMISSIONS),
                            row.get(PROJECT_REPORT.REMARK),
                            Rounds.instant(row.get(PROJECT_REPORT.REMINDED_AT)),
                            row.get(PROJECT_REPORT.REMINDER),
                            Rounds.instant(row.get(PROJECT_REPORT.CHANGED_AT)),
                            row.get(PROJECT_REPORT.CHANGED_BY),
                            mayWrite);
                });
    }

    private Map<UUID, String> draftAnswers(UUID roundId, UUID projectId) {
        return database.select(DRAFT_ANSWER.QUESTION_ID, DRAFT_ANSWER.ANSWER)
                .from(DRAFT_ANSWER)
                .where(DRAFT_ANSWER.ROUND_ID.eq(roundId), DRAFT_ANSWER.PROJECT_ID.eq(projectId))
                .fetchMap(DRAFT_ANSWER.QUESTION_ID, DRAFT_ANSWER.ANSWER);
    }

    /** Every version of a report, the first one first. Only for a report that was found. */
    List<Submission> versions(ProjectReport report) {
        return submissions(
                SUBMISSION.ROUND_ID.eq(report.round().id()).and(SUBMISSION.PROJECT_ID.eq(report.projectId())));
    }

    /** What was last handed in about the project in an earlier round, by topic of the question. */
    record Earlier(Round round, Submission submission, Map<String, String> answersByTopic) {}

    Optional<Earlier> earlier(ProjectReport report) {
        Optional<Round> before = database.select(ROUND.fields())
                .from(ROUND)
                .join(PROJECT_REPORT)
                .on(PROJECT_REPORT.ROUND_ID.eq(ROUND.ROUND_ID))
                .where(PROJECT_REPORT.PROJECT_ID.eq(report.projectId()))
                .and(PROJECT_REPORT.SUBMISSIONS.gt(0))
                .and(ROUND.OPENED_AT.lt(report.round().openedAt().atOffset(java.time.ZoneOffset.UTC)))
                .orderBy(ROUND.OPENED_AT.desc())
                .limit(1)
                .fetchOptional(row -> Rounds.round(row.into(ROUND)));
        return before.flatMap(round ->
                latest(SUBMISSION.ROUND_ID.eq(round.id()).and(SUBMISSION.PROJECT_ID.eq(report.projectId()))).stream()
                        .findFirst()
                        .map(submission -> new Earlier(
                                round, submission, byTopic(rounds.questions(round.id()), submission.content()))));
    }

    private static Map<String, String> byTopic(List<Question> questions, Content content) {
        Map<String, String> answers = new HashMap<>();
        questions.forEach(question -> answers.put(question.topic(), content.answer(question.id())));
        return answers;
    }

    /** A project over all rounds in which it took part: the rounds, the earliest first, and what was handed in last. */
    record History(List<Taking> takings, Map<UUID, List<Question>> questions) {
        /** One round for this project. */
        record Taking(
                Round round,
                UUID projectId,
                ReportState state,
                @Nullable Submission latest) {}
    }

    History history(UUID projectId) {
        Map<UUID, Submission> latest = new HashMap<>();
        latest(SUBMISSION.PROJECT_ID.eq(projectId)).forEach(submission -> latest.put(submission.roundId(), submission));
        List<History.Taking> takings = database.select(ROUND.fields())
                .select(PROJECT_REPORT.STATE)
                .from(ROUND)
                .join(PROJECT_REPORT)
                .on(PROJECT_REPORT.ROUND_ID.eq(ROUND.ROUND_ID))
                .where(PROJECT_REPORT.PROJECT_ID.eq(projectId))
                .orderBy(ROUND.OPENED_AT, ROUND.ROUND_ID)
                .fetch(row -> {
                    Round round = Rounds.round(row.into(ROUND));
                    return new History.Taking(
                            round,
                            projectId,
                            ReportState.valueOf(row.get(PROJECT_REPORT.STATE)),
                            latest.get(round.id()));
                });
        return new History(
                takings,
                rounds.questions(QUESTION.ROUND_ID.in(
                        takings.stream().map(taking -> taking.round().id()).toList())));
    }

    private List<Submission> submissions(Condition condition) {
        return read(condition, DSL.noCondition());
    }

    /** The last version per round and project. */
    private List<Submission> latest(Condition condition) {
        var later = SUBMISSION.as("later");
        return read(
                condition,
                DSL.notExists(DSL.selectOne()
                        .from(later)
                        .where(
                                later.ROUND_ID.eq(SUBMISSION.ROUND_ID),
                                later.PROJECT_ID.eq(SUBMISSION.PROJECT_ID),
                                later.NUMBER.gt(SUBMISSION.NUMBER))));
    }

    private List<Submission> read(Condition condition, Condition which) {
        Map<UUID, Map<UUID, String>> answers = new LinkedHashMap<>();
        database.select(SUBMISSION_ANSWER.SUBMISSION_ID, SUBMISSION_ANSWER.QUESTION_ID, SUBMISSION_ANSWER.ANSWER)
                .from(SUBMISSION_ANSWER)
                .join(SUBMISSION)
                .on(SUBMISSION.SUBMISSION_ID.eq(SUBMISSION_ANSWER.SUBMISSION_ID))
                .where(condition)
                .and(which)
                .forEach(row -> answers.computeIfAbsent(row.value1(), id -> new HashMap<>())
                        .put(row.value2(), row.value3()));
        return database.selectFrom(SUBMISSION)
                .where(condition)
                .and(which)
                .orderBy(SUBMISSION.HANDED_IN_AT, SUBMISSION.NUMBER)
                .fetch(row -> new Submission(
                        row.getSubmissionId(),
                        row.getRoundId(),
                        row.getProjectId(),
                        row.getNumber(),
                        row.getHandedInAt().toInstant(),
                        row.getPersonName(),
                        new Content(
                                Light.valueOf(row.getLight()),
                                row.getLightReason(),
                                row.getFigures(),
                                answers.getOrDefault(row.getSubmissionId(), Map.of()))));
    }
}
