package nl.leercirkel.portfolio;

import static nl.leercirkeldb.portfolio.Tables.PROJECT;
import static nl.leercirkeldb.portfolio.Tables.STATUS_REPORT;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.leercirkel.security.Actor;
import nl.leercirkel.security.ActorContext;
import nl.leercirkel.shell.NotFoundException;
import org.jooq.DSLContext;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reports how projects go. A report is added to those before it; the project itself, and so its version, stays as it was:
 * somebody who is changing the project is not disturbed.
 */
@Service
@Transactional
public class StatusReports {
    private final DSLContext database;
    private final ProjectReader projects;
    private final Clock clock;

    StatusReports(DSLContext database, ProjectReader projects, Clock clock) {
        this.database = database;
        this.projects = projects;
        this.clock = clock;
    }

    /**
     * Adds a report. People who may change the project may report on it.
     *
     * @param on the day it is about, not in the future
     * @param reason why; only a project on course may go without
     */
    public SaveOutcome report(UUID projectId, LocalDate on, Light light, String reason) {
        return report(projectId, on, light, reason, ActorContext.required().name(), "");
    }

    /**
     * Adds what somebody else reported, such as a partner in a progress round that the acting person accepted.
     *
     * @param reportedBy whose word it is
     * @param origin where they gave it
     */
    public SaveOutcome report(
            UUID projectId, LocalDate on, Light light, String reason, String reportedBy, String origin) {
        Actor actor = ActorContext.required();
        ProjectDossier project = projects.find(PROJECT.PROJECT_ID.eq(projectId).and(Visibility.of(actor))).stream()
                .findFirst()
                .orElseThrow(() -> new NotFoundException("project " + projectId));
        if (Visibility.edit(actor, project.data()) == Visibility.Edit.NOTHING) {
            throw new AccessDeniedException("May not report on this project");
        }
        List<FieldError> errors = errors(on, light, reason);
        if (!errors.isEmpty()) {
            return new SaveOutcome.Refused(errors);
        }
        database.insertInto(STATUS_REPORT)
                .set(STATUS_REPORT.AUTHORITY_ID, actor.authorityId())
                .set(STATUS_REPORT.PROJECT_ID, projectId)
                .set(STATUS_REPORT.REPORTED_ON, on)
                .set(STATUS_REPORT.LIGHT, light.name())
                .set(STATUS_REPORT.REASON, reason.strip())
                .set(STATUS_REPORT.STATE, project.data().state().name())
                .set(STATUS_REPORT.RECORDED_AT, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .set(STATUS_REPORT.ACCOUNT_ID, actor.accountId())
                .set(STATUS_REPORT.PERSON_NAME, reportedBy)
                .set(STATUS_REPORT.ORIGIN, origin)
                .execute();
        // a report about an earlier day does not take the place of a later one
        database.update(PROJECT)
                .set(PROJECT.LIGHT, light.name())
                .set(PROJECT.LIGHT_REASON, reason.strip())
                .set(PROJECT.LIGHT_ON, on)
                .where(PROJECT.PROJECT_ID.eq(projectId))
                .and(PROJECT.LIGHT_ON.isNull().or(PROJECT.LIGHT_ON.le(on)))
                .execute();
        return new SaveOutcome.Saved(projectId);
    }

    private List<FieldError> errors(LocalDate on, Light light, String reason) {
        List<FieldError> errors = new ArrayList<>();
        if (on.isAfter(LocalDate.ofInstant(clock.instant(), DutchMoments.ZONE))) {
            errors.add(new FieldError("datum", "Deze dag moet nog komen. Vul vandaag in of een eerdere dag."));
        }
        if (light != Light.ON_COURSE && reason.isBlank()) {
            errors.add(new FieldError("reden", "Vul in waarom het project niet op koers is."));
        }
        if (reason.length() > FieldReader.LONG_TEXT) {
            errors.add(new FieldError("reden", "Deze tekst is te lang: ten hoogste 20.000 tekens."));
        }
        return errors;
    }
}
