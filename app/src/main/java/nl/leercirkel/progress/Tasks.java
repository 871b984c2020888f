package nl.leercirkel.progress;

import static nl.leercirkeldb.progress.Tables.PROJECT_REPORT;
import static nl.leercirkeldb.progress.Tables.ROUND;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.leercirkel.portfolio.ProjectDirectory;
import nl.leercirkel.security.Actor;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What partners are asked in open rounds: one task per project for which they write. */
@Service
@Transactional(readOnly = true)
class Tasks {
    private final DSLContext database;
    private final ProjectDirectory projects;

    Tasks(DSLContext database, ProjectDirectory projects) {
        this.database = database;
        this.projects = projects;
    }

    /** A project in an open round; {@code reminder} is what the manager wrote, {@code reminded} whether they did. */
    record Task(
            Round round,
            UUID projectId,
            String project,
            ReportState state,
            String remark,
            boolean reminded,
            String reminder) {
        public boolean isAwaited() {
            return state.isAwaited();
        }

        public String path() {
            return round.reportPath(projectId);
        }
    }

    /** The tasks of somebody of a partner organisation, the earliest deadline first. */
    List<Task> ofPartner(Actor actor) {
        Map<UUID, String> own = new HashMap<>();
        projects.visible().stream()
                .filter(project -> Access.mayWrite(actor, project))
                .forEach(project -> own.put(project.id(), project.name()));
        if (own.isEmpty()) {
            return List.of();
        }
        return database.select(ROUND.fields())
                .select(
                        PROJECT_REPORT.PROJECT_ID,
                        PROJECT_REPORT.STATE,
                        PROJECT_REPORT.REMARK,
                        PROJECT_REPORT.REMINDED_AT,
                        PROJECT_REPORT.REMINDER)
                .from(PROJECT_REPORT)
                .join(ROUND)
                .on(ROUND.ROUND_ID.eq(PROJECT_REPORT.ROUND_ID))
                .where(ROUND.CLOSED_AT.isNull())
                .and(PROJECT_REPORT.PROJECT_ID.in(own.keySet()))
                .orderBy(ROUND.DEADLINE, DSL.lower(PROJECT_REPORT.PROJECT_NAME), ROUND.ROUND_ID)
                .fetch(row -> new Task(
                        Rounds.round(row.into(ROUND)),
                        row.get(PROJECT_REPORT.PROJECT_ID),
                        own.getOrDefault(row.get(PROJECT_REPORT.PROJECT_ID), ""),
                        ReportState.valueOf(row.get(PROJECT_REPORT.STATE)),
                        row.get(PROJECT_REPORT.REMARK),
                        row.get(PROJECT_REPORT.REMINDED_AT) != null,
                        row.get(PROJECT_REPORT.REMINDER)));
    }
}
