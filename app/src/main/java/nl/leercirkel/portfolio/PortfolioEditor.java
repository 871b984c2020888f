package nl.leercirkel.portfolio;

import static nl.leercirkeldb.portfolio.Tables.PROJECT;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.leercirkel.security.Actor;
import nl.leercirkel.security.ActorContext;
import nl.leercirkel.security.Right;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes to projects. Each change is one transaction that also writes the history, and asks for the version that the
 * person had in view: when somebody else saved in the meantime nothing is stored.
 */
@Service
@Transactional
public class PortfolioEditor {
    private final DSLContext database;
    private final ProjectReader reader;
    private final ProjectWriter writer;
    private final ProjectHistory history;
    private final Clock clock;

    PortfolioEditor(
            DSLContext database, ProjectReader reader, ProjectWriter writer, ProjectHistory history, Clock clock) {
        this.database = database;
        this.reader = reader;
        this.writer = writer;
        this.history = history;
        this.clock = clock;
    }

    /** Adds a project to a programme of the acting person's authority. */
    public SaveOutcome addProject(UUID programmeId, ProjectData data, String remark) {
        Actor actor = requireEverything();
        Optional<FieldError> duplicate = duplicateName(programmeId, null, data.name());
        if (duplicate.isPresent()) {
            return new SaveOutcome.Refused(List.of(duplicate.get()));
        }
        OffsetDateTime now = now();
        UUID id = writer.insert(actor, programmeId, data, now);
        created(actor, id, programmeId, data, now, remark);
        return new SaveOutcome.Saved(id);
    }

    /**
     * Adds projects that may name each other in relations and decisions.
     *
     * @return their ids in the same order
     * @throws IllegalArgumentException when two of them, or one of them and a stored one, have the same name
     */
    public List<UUID> addProjects(UUID programmeId, List<ProjectData> projects, String remark) {
        Actor actor = requireEverything();
        Set<String> names = new HashSet<>();
        projects.forEach(data -> names.add(data.name().toLowerCase(Locale.ROOT)));
        if (names.size() < projects.size()
                || database.fetchExists(
                        PROJECT,
                        PROJECT.PROGRAMME_ID.eq(programmeId),
                        DSL.lower(PROJECT.NAME).in(names))) {
            throw new IllegalArgumentException("Two projects of the same name");
        }
        OffsetDateTime now = now();
        List<UUID> ids = writer.insert(actor, programmeId, projects, now);
        for (int i = 0; i < ids.size(); i++) {
            created(actor, ids.get(i), programmeId, projects.get(i), now, remark);
        }
        return ids;
    }

    private void created(Actor actor, UUID id, UUID programmeId, ProjectData data, OffsetDateTime now, String remark) {
        history.add(
                actor,
                id,
                programmeId,
                data.name(),
                1,
                HistoryEntry.Kind.CREATED,
                ProjectHistory.NOTHING,
                ProjectForm.of(data),
                now,
                remark);
    }

    /** Saves a project; what the person may not change is left as it was. */
    SaveOutcome saveProject(UUID projectId, int expectedVersion, ProjectData data, String remark) {
        Actor actor = ActorContext.required();
        ProjectDossier stored = find(projectId);
        ProjectData allowed = allowed(actor, stored.data(), data);
        Optional<FieldError> duplicate = duplicateName(stored.programmeId(), projectId, allowed.name());
        if (duplicate.isPresent()) {
            return new SaveOutcome.Refused(List.of(duplicate.get()));
        }
        TextForm before = ProjectForm.of(stored.data());
        TextForm after = ProjectForm.of(allowed);
        if (stored.version() == expectedVersion && before.equals(after) && remark.isBlank()) {
            return new SaveOutcome.Saved(projectId);
        }
        OffsetDateTime now = now();
        if (!writer.update(actor, stored, expectedVersion, allowed, now)) {
            return new SaveOutcome.Conflict();
        }
        history.add(
                actor,
                projectId,
                stored.programmeId(),
                allowed.name(),
                expectedVersion + 1,
                HistoryEntry.Kind.CHANGED,
                before,
                after,
                now,
                remark);
        return new SaveOutcome.Saved(projectId);
    }

    /** Takes a project out of the portfolio. Its history stays, with the reason. */
    SaveOutcome removeProject(UUID projectId, int expectedVersion, String reason) {
        Actor actor = requireEverything();
        ProjectDossier stored = find(projectId);
        if (reason.isBlank()) {
            return new SaveOutcome.Refused(
                    List.of(new FieldError("reden", "Vul in waarom het project uit het portfolio gaat.")));
        }
        if (!writer.delete(projectId, expectedVersion)) {
            return new SaveOutcome.Conflict();
        }
        history.add(
                actor,
                projectId,
                stored.programmeId(),
                stored.name(),
                expectedVersion + 1,
                HistoryEntry.Kind.REMOVED,
                ProjectForm.of(stored.data()),
                ProjectHistory.NOTHING,
                now(),
                reason.strip());
        return new SaveOutcome.Saved(stored.programmeId());
    }

    /** The history of a project that the person sees, or that was removed and the person sees the whole portfolio. */
    @Transactional(readOnly = true)
    List<HistoryEntry> historyOf(UUID projectId) {
        Actor actor = ActorContext.required();
        boolean visible = actor.may(Right.PORTFOLIO_READ)
                || database.fetchExists(
                        PROJECT, PROJECT.PROJECT_ID.eq(projectId).and(Visibility.of(actor)));
        return visible ? history.of(projectId) : List.of();
    }

    @Transactional(readOnly = true)
    Optional<TextForm> snapshot(UUID projectId, int version) {
        return history.snapshot(projectId, version);
    }

    private ProjectDossier find(UUID projectId) {
        return reader.find(PROJECT.PROJECT_ID.eq(projectId).and(Visibility.of(ActorContext.required()))).stream()
                .findFirst()
                .orElseThrow(() -> new nl.leercirkel.shell.NotFoundException("project " + projectId));
    }

    private static ProjectData allowed(Actor actor, ProjectData stored, ProjectData wanted) {
        return switch (Visibility.edit(actor, stored)) {
            case EVERYTHING -> wanted;
            case CONTENT ->
                new ProjectData(
                        stored.number(),
                        stored.name(),
                        stored.line(),
                        stored.domain(),
                        wanted.state(),
                        wanted.period(),
                        wanted.goal(),
                        wanted.targetGroup(),
                        wanted.description(),
                        wanted.currentState(),
                        wanted.embedding(),
                        wanted.lessons(),
                        wanted.note(),
                        wanted.partners(),
                        stored.funding(),
                        wanted.results(),
                        stored.decisions(),
                        wanted.disruptions(),
                        wanted.plan().withActionLines(stored.plan().actionLines()),
                        wanted.effects(),
                        wanted.criterionLessons(),
                        wanted.relations());
            case NOTHING -> throw new AccessDeniedException("May not change this project");
        };
    }

    private static Actor requireEverything() {
        Actor actor = ActorContext.required();
        if (!actor.may(Right.PROJECT_EDIT) || !actor.may(Right.PORTFOLIO_READ)) {
            throw new AccessDeniedException("May not change the portfolio");
        }
        return actor;
    }

    private Optional<FieldError> duplicateName(
            UUID programmeId, @org.jspecify.annotations.Nullable UUID self, String name) {
        boolean taken = database.fetchExists(
                PROJECT,
                PROJECT.PROGRAMME_ID.eq(programmeId),
                DSL.lower(PROJECT.NAME).eq(name.toLowerCase(Locale.ROOT)),
                self == null ? DSL.noCondition() : PROJECT.PROJECT_ID.ne(self));
        return taken
                ? Optional.of(new FieldError("naam", "Er is in dit programma al een project dat zo heet."))
                : Optional.empty();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
