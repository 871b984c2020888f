package nl.leercirkel.portfolio;

import static nl.leercirkeldb.portfolio.Tables.PROJECT_HISTORY;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.leercirkel.portfolio.HistoryEntry.Change;
import nl.leercirkel.security.Actor;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What projects were: each version as it was saved, never changed afterwards. */
@Component
class ProjectHistory {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    static final TextForm NOTHING = TextForm.of(ProjectForm.SHAPE, java.util.Map.of());

    private final DSLContext database;

    ProjectHistory(DSLContext database) {
        this.database = database;
    }

    void add(
            Actor actor,
            UUID projectId,
            UUID programmeId,
            String projectName,
            int version,
            HistoryEntry.Kind kind,
            TextForm before,
            TextForm after,
            OffsetDateTime now,
            String remark) {
        List<Change> changes = changes(before, after);
        database.insertInto(PROJECT_HISTORY)
                .set(PROJECT_HISTORY.AUTHORITY_ID, actor.authorityId())
                .set(PROJECT_HISTORY.PROJECT_ID, projectId)
                .set(PROJECT_HISTORY.VERSION, version)
                .set(PROJECT_HISTORY.PROGRAMME_ID, programmeId)
                .set(PROJECT_HISTORY.PROJECT_NAME, projectName)
                .set(PROJECT_HISTORY.KIND, kind.name())
                .set(PROJECT_HISTORY.OCCURRED_AT, now)
                .set(PROJECT_HISTORY.ACCOUNT_ID, actor.accountId())
                .set(PROJECT_HISTORY.PERSON_NAME, actor.name())
                .set(PROJECT_HISTORY.CHANGES, JSONB.valueOf(JSON.writeValueAsString(changes)))
                .set(PROJECT_HISTORY.SNAPSHOT, JSONB.valueOf(JSON.writeValueAsString(after)))
                .set(PROJECT_HISTORY.REMARK, remark)
                .execute();
    }

    static List<Change> changes(TextForm before, TextForm after) {
        List<Change> changes = new ArrayList<>();
        for (String part : after.parts()) {
            if (!before.same(part, after)) {
                changes.add(new Change(part, before.describe(part), after.describe(part)));
            }
        }
        return changes;
    }

    /** The versions of a project, the newest first. */
    List<HistoryEntry> of(UUID projectId) {
        return database.selectFrom(PROJECT_HISTORY)
                .where(PROJECT_HISTORY.PROJECT_ID.eq(projectId))
                .orderBy(PROJECT_HISTORY.VERSION.desc())
                .fetch(row -> new HistoryEntry(
                        row.getVersion(),
                        row.getProjectName(),
                        HistoryEntry.Kind.valueOf(row.getKind()),
                        row.getOccurredAt().toInstant(),
                        row.getPersonName(),
                        JSON.readValue(row.getChanges().data(), new TypeReference<List<Change>>() {}),
                        row.getRemark()));
    }

    /** A project as it was in a version. */
    Optional<TextForm> snapshot(UUID projectId, int version) {
        return database.select(PROJECT_HISTORY.SNAPSHOT)
                .from(PROJECT_HISTORY)
                .where(PROJECT_HISTORY.PROJECT_ID.eq(projectId), PROJECT_HISTORY.VERSION.eq(version))
                .fetchOptional(row ->
                        JSON.readValue(row.value1().data(), TextForm.class).in(ProjectForm.SHAPE));
    }
}
