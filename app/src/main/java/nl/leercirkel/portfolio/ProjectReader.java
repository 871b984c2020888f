package nl.leercirkel.portfolio;

import static nl.leercirkeldb.portfolio.Tables.CRITERION_LESSON;
import static nl.leercirkeldb.portfolio.Tables.DECISION;
import static nl.leercirkeldb.portfolio.Tables.DISRUPTION;
import static nl.leercirkeldb.portfolio.Tables.FUNDING;
import static nl.leercirkeldb.portfolio.Tables.INTENDED_EFFECT;
import static nl.leercirkeldb.portfolio.Tables.LINE;
import static nl.leercirkeldb.portfolio.Tables.PROGRAMME;
import static nl.leercirkeldb.portfolio.Tables.PROJECT;
import static nl.leercirkeldb.portfolio.Tables.PROJECT_AREA;
import static nl.leercirkeldb.portfolio.Tables.PROJECT_PARTNER;
import static nl.leercirkeldb.portfolio.Tables.RESULT;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import nl.leercirkel.security.ActorContext;
import nl.leercirkeldb.portfolio.tables.records.DecisionRecord;
import nl.leercirkeldb.portfolio.tables.records.FundingRecord;
import nl.leercirkeldb.portfolio.tables.records.ResultRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.RecordMapper;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads projects with all that belongs to them: one query per table, however many projects there are. */
@Component
class ProjectReader {
    static final AmountColumns FUNDING_AMOUNT = new AmountColumns(FUNDING, "amount");
    static final PeriodColumns PROJECT_PERIOD = new PeriodColumns(PROJECT);
    static final PeriodColumns FUNDING_PERIOD = new PeriodColumns(FUNDING);
    static final PeriodColumns RESULT_PERIOD = new PeriodColumns(RESULT);
    static final PeriodColumns DISRUPTION_PERIOD = new PeriodColumns(DISRUPTION);
    static final ValueColumns VALUE = new ValueColumns(RESULT, "value");
    static final ValueColumns TARGET = new ValueColumns(RESULT, "target");
    static final ValueColumns REFERENCE = new ValueColumns(RESULT, "reference");

    private final DSLContext database;

    ProjectReader(DSLContext database) {
        this.database = database;
    }

    /** The projects that answer to a condition on the table project, in the order of line, number and name. */
    List<ProjectDossier> find(Condition condition) {
        return find(condition, Visibility.of(ActorContext.required()));
    }

    /**
     * As above.
     *
     * @param visible which other projects may be named as related
     */
    List<ProjectDossier> find(Condition condition, Condition visible) {
        var projects = database.select(PROJECT.fields())
                .select(PROGRAMME.NAME, LINE.NAME)
                .from(PROJECT)
                .join(PROGRAMME)
                .on(PROGRAMME.PROGRAMME_ID.eq(PROJECT.PROGRAMME_ID))
                .leftJoin(LINE)
                .on(LINE.LINE_ID.eq(PROJECT.LINE_ID))
                .where(condition)
                .orderBy(Overviews.order())
                .fetch();
        if (projects.isEmpty()) {
            return List.of();
        }
        Children children = new Children(condition);
        Map<UUID, List<Partnership>> partners = children.of(
                PROJECT_PARTNER,
                PROJECT_PARTNER.PROJECT_ID,
                PROJECT_PARTNER.POSITION,
                row -> new Partnership(row.getPartnerId(), row.getName(), PartnerRole.valueOf(row.getRole())));
        Map<UUID, List<Funding>> funding =
                children.of(FUNDING, FUNDING.PROJECT_ID, FUNDING.POSITION, ProjectReader::funding);
        Map<UUID, List<Result>> results =
                children.of(RESULT, RESULT.PROJECT_ID, RESULT.POSITION, ProjectReader::result);
        Map<UUID, List<Decision>> decisions =
                children.of(DECISION, DECISION.PROJECT_ID, DECISION.POSITION, ProjectReader::decision);
        Map<UUID, List<Disruption>> disruptions = children.of(
                DISRUPTION,
                DISRUPTION.PROJECT_ID,
                DISRUPTION.POSITION,
                row -> new Disruption(row.getWhat(), DISRUPTION_PERIOD.read(row), row.getEffect()));
        Map<UUID, List<Area>> areas =
                children.of(PROJECT_AREA, PROJECT_AREA.PROJECT_ID, PROJECT_AREA.POSITION, PlanRows::area);
        Map<UUID, List<IntendedEffect>> effects =
                children.of(INTENDED_EFFECT, INTENDED_EFFECT.PROJECT_ID, INTENDED_EFFECT.POSITION, PlanRows::effect);
        Map<UUID, List<CriterionLesson>> lessons = children.of(
                CRITERION_LESSON,
                CRITERION_LESSON.PROJECT_ID,
                CRITERION_LESSON.POSITION,
                row -> new CriterionLesson(row.getCriterion(), row.getLesson()));
        Relations relations = Relations.of(database, condition, visible);
        return projects.map(row -> {
            UUID id = row.get(PROJECT.PROJECT_ID);
            @Nullable String line = row.get(LINE.NAME);
            ProjectData data = new ProjectData(
                    row.get(PROJECT.NUMBER),
                    row.get(PROJECT.NAME),
                    line == null ? "" : line,
                    row.get(PROJECT.DOMAIN),
                    ProjectState.valueOf(row.get(PROJECT.STATE)),
                    PROJECT_PERIOD.read(row),
                    row.get(PROJECT.GOAL),
                    row.get(PROJECT.TARGET_GROUP),
                    row.get(PROJECT.DESCRIPTION),
                    row.get(PROJECT.CURRENT_STATE),
                    row.get(PROJECT.EMBEDDING),
                    row.get(PROJECT.LESSONS),
                    row.get(PROJECT.NOTE),
                    partners.getOrDefault(id, List.of()),
                    funding.getOrDefault(id, List.of()),
                    results.getOrDefault(id, List.of()),
                    decisions.getOrDefault(id, List.of()),
                    disruptions.getOrDefault(id, List.of()),
                    plan(row, areas.getOrDefault(id, List.of())),
                    effects.getOrDefault(id, List.of()),
                    lessons.getOrDefault(id, List.of()),
                    relations.own().getOrDefault(id, List.of()));
            return new ProjectDossier(
                    id,
                    row.get(PROJECT.PROGRAMME_ID),
                    row.get(PROGRAMME.NAME),
                    row.get(PROJECT.VERSION),
                    row.get(PROJECT.CHANGED_AT).toInstant(),
                    row.get(PROJECT.CHANGED_BY),
                    data,
                    status(row),
                    relations.inverse().getOrDefault(id, List.of()),
                    ProjectChecks.of(data));
        });
    }

    private static ProjectPlan plan(Record row, List<Area> areas) {
        @Nullable String step = row.get(PROJECT.CIRCLE_STEP);
        return new ProjectPlan(
                List.of(row.get(PROJECT.ACTION_LINES)),
                row.get(PROJECT.THEORETICAL_BASIS),
                areas,
                List.of(row.get(PROJECT.MONITORING)),
                row.get(PROJECT.END_PRODUCT),
                step == null ? null : LearningStep.valueOf(step),
                row.get(PROJECT.CHAIN_PLACE));
    }

    private static @Nullable StatusReport status(Record row) {
        @Nullable String light = row.get(PROJECT.LIGHT);
        @Nullable LocalDate on = row.get(PROJECT.LIGHT_ON);
        return light == null || on == null
                ? null
                : new StatusReport(
                        on,
                        Light.valueOf(light),
                        row.get(PROJECT.LIGHT_REASON),
                        ProjectState.valueOf(row.get(PROJECT.STATE)),
                        "",
                        "");
    }

    /** The rows that belong to the projects of one condition. */
    private final class Children {
        private final Condition condition;

        Children(Condition condition) {
            this.condition = condition;
        }

        <R extends Record, T> Map<UUID, List<T>> of(
                Table<R> table, TableField<R, UUID> project, Field<Integer> position, RecordMapper<R, T> mapper) {
            return database.selectFrom(table)
                    .where(project.in(
                            DSL.select(PROJECT.PROJECT_ID).from(PROJECT).where(condition)))
                    .orderBy(project, position)
                    .fetchGroups(project, mapper);
        }
    }

    private static Funding funding(FundingRecord row) {
        var factor = row.getBasisFactor();
        var base = row.getBasisAmount();
        return new Funding(
                row.getSourceName(),
                FundingKind.valueOf(row.getKind()),
                FUNDING_PERIOD.read(row),
                FundingMeasure.valueOf(row.getMeasure()),
                FUNDING_AMOUNT.read(row),
                row.getFromProgrammeBudget(),
                factor == null || base == null ? null : new Funding.Basis(factor, base),
                row.getNote());
    }

    static Result result(ResultRecord row) {
        return new Result(
                row.getIndicator(),
                Statistic.valueOf(row.getStatistic()),
                VALUE.read(row),
                row.getUnit(),
                RESULT_PERIOD.read(row),
                PeriodColumns.part(row.getMeasuredAt()),
                row.getPrevious(),
                PeriodColumns.part(row.getPreviousAt()),
                row.getWhole(),
                row.getN(),
                TARGET.read(row),
                REFERENCE.read(row),
                row.getBreakdown(),
                row.getSource(),
                row.getNote());
    }

    static Decision decision(DecisionRecord row) {
        @Nullable String destination = row.getDestinationKind();
        return new Decision(
                DecisionKind.valueOf(row.getKind()),
                PeriodColumns.part(row.getDecidedAt()),
                row.getReason(),
                row.getHow(),
                destination == null ? null : Destination.valueOf(destination),
                Objects.requireNonNull(row.getDestination()),
                row.getDestinationProjectId(),
                row.getFollowUpOn(),
                row.getFollowUp(),
                row.getFollowUpDoneOn());
    }
}
