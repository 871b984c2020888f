package nl.leercirkel.progress;

import static nl.leercirkeldb.progress.Tables.PROJECT_REPORT;
import static nl.leercirkeldb.progress.Tables.ROUND;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.leercirkel.portfolio.ProjectDirectory;
import nl.leercirkel.progress.RoundDraft.AskedQuestion;
import nl.leercirkel.security.Actor;
import nl.leercirkel.security.ActorContext;
import nl.leercirkel.security.Right;
import nl.leercirkel.shell.NotFoundException;
import nl.leercirkeldb.progress.tables.records.ProjectReportRecord;
import nl.leercirkeldb.progress.tables.records.QuestionRecord;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the programme manager does with a round as a whole. */
@Service
@Transactional
public class RoundEditor {
    private final DSLContext database;
    private final ProjectDirectory projects;
    private final Events events;
    private final Clock clock;

    RoundEditor(DSLContext database, ProjectDirectory projects, Events events, Clock clock) {
        this.database = database;
        this.projects = projects;
        this.events = events;
        this.clock = clock;
    }

    /** Opens a round; empty when the programme has a round of this name already. */
    public Optional<UUID> open(RoundDraft draft) {
        Actor actor = requireRight();
        List<ProjectDirectory.Entry> taking = projects.ofProgramme(draft.programmeId()).stream()
                .filter(project -> draft.projects().contains(project.id()))
                .toList();
        if (taking.size() != draft.projects().size()) {
            throw new NotFoundException("a project of programme " + draft.programmeId());
        }
        UUID roundId = UUID.randomUUID();
        OffsetDateTime now = DutchTime.now(clock);
        int added = database.insertInto(ROUND)
                .set(ROUND.ROUND_ID, roundId)
                .set(ROUND.AUTHORITY_ID, actor.authorityId())
                .set(ROUND.PROGRAMME_ID, draft.programmeId())
                .set(ROUND.NAME, draft.name())
                .set(ROUND.PERIOD, draft.period())
                .set(ROUND.DEADLINE, draft.deadline())
                .set(ROUND.OPENED_AT, now)
                .set(ROUND.OPENED_BY, actor.name())
                .onConflictDoNothing()
                .execute();
        if (added == 0) {
            return Optional.empty();
        }
        database.batchInsert(questions(actor, roundId, draft.questions())).execute();
        database.batchInsert(taking.stream()
                        .map(project -> report(actor, roundId, project))
                        .toList())
                .execute();
        events.ofRound(roundId, Event.Kind.OPENED, "", now);
        return Optional.of(roundId);
    }

    private static List<QuestionRecord> questions(Actor actor, UUID roundId, List<AskedQuestion> asked) {
        List<QuestionRecord> rows = new ArrayList<>();
        for (AskedQuestion question : asked) {
            rows.add(new QuestionRecord(
                    UUID.randomUUID(),
                    actor.authorityId(),
                    roundId,
                    rows.size() + 1,
                    question.text(),
                    question.explanation(),
                    question.topic()));
        }
        return rows;
    }

    private static ProjectReportRecord report(Actor actor, UUID roundId, ProjectDirectory.Entry project) {
        ProjectReportRecord row = new ProjectReportRecord();
        row.setAuthorityId(actor.authorityId());
        row.setRoundId(roundId);
        row.setProjectId(project.id());
        row.setProjectNumber(project.number());
        row.setProjectName(project.name());
        row.setState(ReportState.NOT_STARTED.name());
        return row;
    }

    /** Adds projects that came later; those that already take part stay as they are. */
    int add(UUID roundId, Set<UUID> projectIds) {
        Actor actor = requireRight();
        Round round = openRound(roundId);
        List<ProjectReportRecord> rows = projects.ofProgramme(round.programmeId()).stream()
                .filter(project -> projectIds.contains(project.id()))
                .map(project -> report(actor, roundId, project))
                .toList();
        if (rows.isEmpty()) {
            return 0;
        }
        List<UUID> added = database.insertInto(PROJECT_REPORT)
                .set(rows)
                .onConflictDoNothing()
                .returning(PROJECT_REPORT.PROJECT_ID)
                .fetch(PROJECT_REPORT.PROJECT_ID);
        events.ofProjects(roundId, added, Event.Kind.ADDED, "", DutchTime.now(clock));
        return added.size();
    }

    void extend(UUID roundId, LocalDate deadline) {
        requireRight();
        Round round = openRound(roundId);
        if (round.deadline().equals(deadline)) {
            return;
        }
        database.update(ROUND)
                .set(ROUND.DEADLINE, deadline)
                .where(ROUND.ROUND_ID.eq(roundId))
                .execute();
        events.ofRound(
                roundId,
                Event.Kind.EXTENDED,
                "Van " + DutchTime.day(round.deadline()) + " naar " + DutchTime.day(deadline) + ".",
                DutchTime.now(clock));
    }

    /** Puts a reminder on the home page of who has still to hand in; of one project, or (empty) of all. */
    public int remind(UUID roundId, Optional<UUID> projectId, String text) {
        requireRight();
        openRound(roundId);
        OffsetDateTime now = DutchTime.now(clock);
        Collection<UUID> reminded = database.update(PROJECT_REPORT)
                .set(PROJECT_REPORT.REMINDED_AT, now)
                .set(PROJECT_REPORT.REMINDER, text)
                .where(PROJECT_REPORT.ROUND_ID.eq(roundId))
                .and(PROJECT_REPORT.STATE.in(
                        ReportState.AWAITED.stream().map(Enum::name).toList()))
                .and(projectId.map(PROJECT_REPORT.PROJECT_ID::eq).orElse(DSL.noCondition()))
                .returning(PROJECT_REPORT.PROJECT_ID)
                .fetch(PROJECT_REPORT.PROJECT_ID);
        events.ofProjects(roundId, reminded, Event.Kind.REMINDED, text, now);
        return reminded.size();
    }

    /** Closes a round for good. What was not handed in stays readable as it is, and is called not handed in. */
    public boolean close(UUID roundId) {
        Actor actor = requireRight();
        OffsetDateTime now = DutchTime.now(clock);
        boolean closed = database.update(ROUND)
                        .set(ROUND.CLOSED_AT, now)
                        .set(ROUND.CLOSED_BY, actor.name())
                        .where(ROUND.ROUND_ID.eq(roundId), ROUND.CLOSED_AT.isNull())
                        .execute()
                == 1;
        if (closed) {
            events.ofRound(roundId, Event.Kind.CLOSED, "", now);
        }
        return closed;
    }

    /** The round, held until the transaction ends so that nobody closes it meanwhile. */
    private Round openRound(UUID roundId) {
        Round round = database.selectFrom(ROUND)
                .where(ROUND.ROUND_ID.eq(roundId))
                .forUpdate()
                .fetchOptional(Rounds::round)
                .orElseThrow(() -> new NotFoundException("round " + roundId));
        if (round.isClosed()) {
            throw new RoundClosedException();
        }
        return round;
    }

    private static Actor requireRight() {
        Actor actor = ActorContext.required();
        if (!actor.may(Right.ROUND_MANAGE)) {
            throw new AccessDeniedException("May not manage rounds");
        }
        return actor;
    }
}
