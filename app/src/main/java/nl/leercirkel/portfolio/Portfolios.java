package nl.leercirkel.portfolio;

import static nl.leercirkeldb.portfolio.Tables.PROJECT;
import static nl.leercirkeldb.portfolio.Tables.STATUS_REPORT;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.leercirkel.security.ActorContext;
import nl.leercirkel.security.Right;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The portfolio as it is now, as far as the acting person may see it: with the right PORTFOLIO_READ everything of the
 * authority, otherwise the projects in which one's own organisation takes part.
 */
@Service
@Transactional(readOnly = true)
public class Portfolios {
    private final DSLContext database;
    private final ProgrammeReader programmes;
    private final ProjectReader projects;

    Portfolios(DSLContext database, ProgrammeReader programmes, ProjectReader projects) {
        this.database = database;
        this.programmes = programmes;
        this.projects = projects;
    }

    /** All programmes; none for people who do not see the whole portfolio. */
    public List<ProgrammeSummary> programmes() {
        return ActorContext.required().may(Right.PORTFOLIO_READ) ? programmes.summaries() : List.of();
    }

    /** A programme with all its projects; empty for people who do not see the whole portfolio. */
    public Optional<ProgrammeDossier> programme(UUID programmeId) {
        if (!ActorContext.required().may(Right.PORTFOLIO_READ)) {
            return Optional.empty();
        }
        return programme(programmeId, projects.find(PROJECT.PROGRAMME_ID.eq(programmeId)));
    }

    /** A programme with its lines but without its projects. */
    public Optional<ProgrammeDossier> programmeAlone(UUID programmeId) {
        return ActorContext.required().may(Right.PORTFOLIO_READ) ? programme(programmeId, List.of()) : Optional.empty();
    }

    private Optional<ProgrammeDossier> programme(UUID programmeId, List<ProjectDossier> own) {
        return programmes
                .header(programmeId)
                .map(header -> new ProgrammeDossier(
                        header.id(),
                        header.version(),
                        header.changedAt(),
                        header.changedBy(),
                        header.data(),
                        programmes.lines(programmeId),
                        own));
    }

    public Optional<ProjectDossier> project(UUID projectId) {
        return projects.find(PROJECT.PROJECT_ID.eq(projectId).and(Visibility.of(ActorContext.required()))).stream()
                .findFirst();
    }

    /** The name of a programme, for people who see the whole portfolio. */
    public Optional<String> programmeName(UUID programmeId) {
        return ActorContext.required().may(Right.PORTFOLIO_READ) ? programmes.name(programmeId) : Optional.empty();
    }

    /** What a programme gives its projects to choose from; empty when there is no such programme. */
    public Optional<ProgrammeFrame> frame(UUID programmeId) {
        return programmes.frame(programmeId);
    }

    /** How a project went, the newest report first. */
    public List<StatusReport> statusReports(UUID projectId) {
        return statusReports(PROJECT.PROJECT_ID.eq(projectId)).getOrDefault(projectId, List.of());
    }

    /** How the projects of a programme went, the newest report of each first. */
    public Map<UUID, List<StatusReport>> statusReportsOf(UUID programmeId) {
        return statusReports(PROJECT.PROGRAMME_ID.eq(programmeId));
    }

    private Map<UUID, List<StatusReport>> statusReports(Condition condition) {
        return database.select(STATUS_REPORT.fields())
                .from(STATUS_REPORT)
                .join(PROJECT)
                .on(PROJECT.PROJECT_ID.eq(STATUS_REPORT.PROJECT_ID))
                .where(condition.and(Visibility.of(ActorContext.required())))
                .orderBy(STATUS_REPORT.REPORTED_ON.desc(), STATUS_REPORT.RECORDED_AT.desc())
                .fetchGroups(
                        STATUS_REPORT.PROJECT_ID,
                        row -> new StatusReport(
                                row.get(STATUS_REPORT.REPORTED_ON),
                                Light.valueOf(row.get(STATUS_REPORT.LIGHT)),
                                row.get(STATUS_REPORT.REASON),
                                ProjectState.valueOf(row.get(STATUS_REPORT.STATE)),
                                row.get(STATUS_REPORT.PERSON_NAME),
                                row.get(STATUS_REPORT.ORIGIN)));
    }

    /** A decision with the project it is about. */
    public record RegisteredDecision(UUID projectId, String projectName, String programmeName, Decision decision) {}

    /** The register of decisions: first those with a follow-up that is still to be done, the earliest first. */
    public List<RegisteredDecision> decisions() {
        return DecisionRegister.select(database, DSL.noCondition(), Integer.MAX_VALUE, 0);
    }
}
