package nl.leercirkel.portfolio;

import static nl.leercirkeldb.portfolio.Tables.DECISION;
import static nl.leercirkeldb.portfolio.Tables.FUNDING;
import static nl.leercirkeldb.portfolio.Tables.LINE;
import static nl.leercirkeldb.portfolio.Tables.PROGRAMME;
import static nl.leercirkeldb.portfolio.Tables.PROJECT;
import static nl.leercirkeldb.portfolio.Tables.RESULT;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads projects for overviews: only what a row shows, in two statements however many there are. */
@Component
class ProjectRows {
    private static final Field<BigDecimal> PLANNED = DSL.field(DSL.select(DSL.sum(FUNDING.AMOUNT))
            .from(FUNDING)
            .where(FUNDING.PROJECT_ID.eq(PROJECT.PROJECT_ID), ProgrammeReader.PLANNED_FROM_BUDGET));

    /** The last decision is the one that holds. */
    private static final Field<String> DECIDED = DSL.field(DSL.select(DECISION.KIND)
            .from(DECISION)
            .where(DECISION.PROJECT_ID.eq(PROJECT.PROJECT_ID))
            .orderBy(DECISION.POSITION.desc())
            .limit(1));

    private final DSLContext database;

    ProjectRows(DSLContext database) {
        this.database = database;
    }

    /** The projects that answer to a condition on the table project, in the order of overviews. */
    List<ProjectRow> find(Condition condition) {
        Map<UUID, Result> results = mainResults(condition);
        return database.select(
                        PROJECT.PROJECT_ID,
                        PROJECT.NUMBER,
                        PROJECT.NAME,
                        PROJECT.DOMAIN,
                        PROJECT.GOAL,
                        PROJECT.DESCRIPTION,
                        PROJECT.THEORETICAL_BASIS,
                        PROJECT.STATE,
                        PROJECT.LIGHT,
                        PROJECT.LIGHT_ON,
                        PROJECT.LIGHT_REASON,
                        PROJECT.CONTRADICTIONS,
                        PROJECT.GAPS,
                        PROGRAMME.NAME,
                        LINE.NAME,
                        PLANNED,
                        DECIDED)
                .from(PROJECT)
                .join(PROGRAMME)
                .on(PROGRAMME.PROGRAMME_ID.eq(PROJECT.PROGRAMME_ID))
                .leftJoin(LINE)
                .on(LINE.LINE_ID.eq(PROJECT.LINE_ID))
                .where(condition)
                .orderBy(Overviews.order())
                .fetch(row -> row(row, results.get(row.get(PROJECT.PROJECT_ID))));
    }

    /** Of each project the first result with a value, as {@link ProjectData#mainResult} has it. */
    private Map<UUID, Result> mainResults(Condition condition) {
        return database.selectDistinct(RESULT.fields())
                .on(RESULT.PROJECT_ID)
                .from(RESULT)
                .where(RESULT.PROJECT_ID.in(
                        DSL.select(PROJECT.PROJECT_ID).from(PROJECT).where(condition)))
                .and(ProjectReader.VALUE.isGiven())
                .orderBy(RESULT.PROJECT_ID, RESULT.POSITION)
                .fetchMap(RESULT.PROJECT_ID, row -> ProjectReader.result(row.into(RESULT)));
    }

    private static ProjectRow row(Record row, @Nullable Result result) {
        @Nullable String line = row.get(LINE.NAME);
        @Nullable BigDecimal planned = row.get(PLANNED);
        @Nullable String decided = row.get(DECIDED);
        @Nullable String light = row.get(PROJECT.LIGHT);
        @Nullable LocalDate lightOn = row.get(PROJECT.LIGHT_ON);
        return ProjectRow.of(
                row.get(PROJECT.PROJECT_ID),
                row.get(PROJECT.NUMBER),
                row.get(PROJECT.NAME),
                row.get(PROGRAMME.NAME),
                line == null ? "" : line,
                row.get(PROJECT.DOMAIN),
                ProjectData.essence(
                        row.get(PROJECT.GOAL), row.get(PROJECT.DESCRIPTION), row.get(PROJECT.THEORETICAL_BASIS)),
                result,
                planned == null ? Amount.NOT_GIVEN : Amount.of(planned),
                ProjectState.valueOf(row.get(PROJECT.STATE)),
                decided == null ? null : DecisionKind.valueOf(decided),
                light == null || lightOn == null ? null : Light.valueOf(light),
                row.get(PROJECT.LIGHT_REASON),
                row.get(PROJECT.CONTRADICTIONS),
                row.get(PROJECT.GAPS));
    }
}
