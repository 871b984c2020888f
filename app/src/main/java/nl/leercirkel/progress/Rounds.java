package nl.leercirkel.progress;

import static nl.leercirkeldb.progress.Tables.EVENT;
import static nl.leercirkeldb.progress.Tables.PROJECT_REPORT;
import static nl.leercirkeldb.progress.Tables.QUESTION;
import static nl.leercirkeldb.progress.Tables.ROUND;
import static nl.leercirkeldb.progress.Tables.SUBMISSION;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
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
import nl.leercirkeldb.progress.tables.records.RoundRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Rounds as far as the acting person may see them: all, or the part of the own projects in them. */
@Service
@Transactional(readOnly = true)
public class Rounds {
    private final DSLContext database;
    private final ProjectDirectory projects;

    Rounds(DSLContext database, ProjectDirectory projects) {
        this.database = database;
        this.projects = projects;
    }

    /** A project in the list of a round; light and reason are those of the last version that was handed in. */
    record Row(
            UUID projectId,
            @Nullable Integer number,
            String name,
            ReportState state,
            int submissions,
            @Nullable Light light,
            String reason,
            @Nullable Instant handedInAt,
            @Nullable Instant changedAt,
            String changedBy,
            String remark,
            @Nullable Instant remindedAt) {}

    /** Rounds with their counts: open ones first, the earliest deadline first; then closed ones, the latest first. */
    List<RoundSummary> summaries() {
        return summaries(DSL.noCondition());
    }

    List<RoundSummary> ofProgramme(UUID programmeId) {
        return summaries(ROUND.PROGRAMME_ID.eq(programmeId));
    }

    List<RoundSummary> open() {
        return summaries(ROUND.CLOSED_AT.isNull());
    }

    Optional<RoundSummary> find(UUID roundId) {
        return summaries(ROUND.ROUND_ID.eq(roundId)).stream().findFirst();
    }

    private List<RoundSummary> summaries(Condition wanted) {
        Map<UUID, Round> rounds = new LinkedHashMap<>();
        Map<UUID, Map<ReportState, Integer>> counts = new LinkedHashMap<>();
        database.select(ROUND.fields())
                .select(PROJECT_REPORT.STATE, DSL.count())
                .from(ROUND)
                .join(PROJECT_REPORT)
                .on(PROJECT_REPORT.ROUND_ID.eq(ROUND.ROUND_ID))
                .where(wanted)
                .and(ownProjects())
                .groupBy(ROUND.ROUND_ID, PROJECT_REPORT.STATE)
                .orderBy(ROUND.CLOSED_AT.desc().nullsFirst(), ROUND.DEADLINE, DSL.lower(ROUND.NAME), ROUND.ROUND_ID)
                .forEach(row -> {
                    Round round = round(row.into(ROUND));
                    rounds.put(round.id(), round);
                    counts.computeIfAbsent(round.id(), id -> new EnumMap<>(ReportState.class))
                            .put(ReportState.valueOf(row.get(PROJECT_REPORT.STATE)), row.get(DSL.count()));
                });
        List<RoundSummary> summaries = new ArrayList<>();
        rounds.forEach((id, round) -> summaries.add(new RoundSummary(round, counts.getOrDefault(id, Map.of()))));
        return summaries;
    }

    public List<Question> questions(UUID roundId) {
        return questions(QUESTION.ROUND_ID.eq(roundId)).getOrDefault(roundId, List.of());
    }

    /** The questions of the last round that was opened on a programme, to ask them again. */
    List<Question> lastAsked(UUID programmeId) {
        return database.select(ROUND.ROUND_ID)
                .from(ROUND)
                .where(ROUND.PROGRAMME_ID.eq(programmeId))
                .orderBy(ROUND.OPENED_AT.desc())
                .limit(1)
                .fetchOptional(ROUND.ROUND_ID)
                .map(this::questions)
                .orElse(List.of());
    }

    Map<UUID, List<Question>> questions(Condition condition) {
        return database.selectFrom(QUESTION)
                .where(condition)
                .orderBy(QUESTION.ROUND_ID, QUESTION.POSITION)
                .fetchGroups(
                        QUESTION.ROUND_ID,
                        row -> new Question(
                                row.getQuestionId(),
                                row.getPosition(),
                                row.getQuestion(),
                                row.getExplanation(),
                                row.getTopic()));
    }

    /** Projects of a round in a few states, in order of number and name. */
    List<Row> rows(UUID roundId, RoundFilter filter, int offset, int limit) {
        return database.select(PROJECT_REPORT.fields())
                .select(SUBMISSION.LIGHT, SUBMISSION.LIGHT_REASON)
                .from(PROJECT_REPORT)
                .leftJoin(SUBMISSION)
                .on(
                        SUBMISSION.ROUND_ID.eq(PROJECT_REPORT.ROUND_ID),
                        SUBMISSION.PROJECT_ID.eq(PROJECT_REPORT.PROJECT_ID),
                        SUBMISSION.NUMBER.eq(PROJECT_REPORT.SUBMISSIONS))
                .where(PROJECT_REPORT.ROUND_ID.eq(roundId))
                .and(PROJECT_REPORT.STATE.in(
                        filter.states().stream().map(Enum::name).toList()))
                .and(ownProjects())
                .orderBy(
                        PROJECT_REPORT.PROJECT_NUMBER.asc().nullsLast(),
                        DSL.lower(PROJECT_REPORT.PROJECT_NAME),
                        PROJECT_REPORT.PROJECT_ID)
                .offset(offset)
                .limit(limit)
                .fetch(row -> {
                    @Nullable String light = row.get(SUBMISSION.LIGHT);
                    @Nullable String reason = row.get(SUBMISSION.LIGHT_REASON);
                    return new Row(
                            row.get(PROJECT_REPORT.PROJECT_ID),
                            row.get(PROJECT_REPORT.PROJECT_NUMBER),
                            row.get(PROJECT_REPORT.PROJECT_NAME),
                            ReportState.valueOf(row.get(PROJECT_REPORT.STATE)),
                            row.get(PROJECT_REPORT.SUBMISSIONS),
                            light == null ? null : Light.valueOf(light),
                            reason == null ? "" : reason,
                            instant(row.get(PROJECT_REPORT.HANDED_IN_AT)),
                            instant(row.get(PROJECT_REPORT.CHANGED_AT)),
                            row.get(PROJECT_REPORT.CHANGED_BY),
                            row.get(PROJECT_REPORT.REMARK),
                            instant(row.get(PROJECT_REPORT.REMINDED_AT)));
                });
    }

    /** What happened with one project, or (null) with the round as a whole; the latest first. */
    List<Event> events(UUID roundId, @Nullable UUID projectId) {
        return database.selectFrom(EVENT)
                .where(EVENT.ROUND_ID.eq(roundId))
                .and(projectId == null ? EVENT.PROJECT_ID.isNull() : EVENT.PROJECT_ID.eq(projectId))
                .orderBy(EVENT.OCCURRED_AT.desc(), EVENT.EVENT_ID)
                .fetch(row -> new Event(
                        Event.Kind.valueOf(row.getKind()),
                        row.getNumber(),
                        row.getRemark(),
                        row.getOccurredAt().toInstant(),
                        row.getPersonName()));
    }

    /** All reports for people who see the whole portfolio, otherwise those of the own projects. */
    Condition ownProjects() {
        Actor actor = ActorContext.required();
        return actor.may(Right.PORTFOLIO_READ)
                ? DSL.noCondition()
                : PROJECT_REPORT.PROJECT_ID.in(projects.visible().stream()
                        .map(ProjectDirectory.Entry::id)
                        .toList());
    }

    static Round round(RoundRecord row) {
        return new Round(
                row.getRoundId(),
                row.getProgrammeId(),
                row.getName(),
                row.getPeriod(),
                row.getDeadline(),
                row.getOpenedAt().toInstant(),
                row.getOpenedBy(),
                instant(row.getClosedAt()),
                row.getClosedBy());
    }

    static @Nullable Instant instant(@Nullable OffsetDateTime moment) {
        return moment == null ? null : moment.toInstant();
    }
}
