package nl.leercirkel.portfolio;

import static nl.leercirkeldb.portfolio.Tables.FUNDING;
import static nl.leercirkeldb.portfolio.Tables.LINE;
import static nl.leercirkeldb.portfolio.Tables.PROGRAMME;
import static nl.leercirkeldb.portfolio.Tables.PROJECT;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.leercirkeldb.portfolio.tables.records.LineRecord;
import nl.leercirkeldb.portfolio.tables.records.ProgrammeRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads programmes and their lines. */
@Component
class ProgrammeReader {
    /** What a project plans to spend from the budget of its programme: this is what totals add up. */
    static final Condition PLANNED_FROM_BUDGET =
            FUNDING.FROM_PROGRAMME_BUDGET.isTrue().and(FUNDING.MEASURE.eq(FundingMeasure.PLANNED.name()));

    static final AmountColumns BUDGET = new AmountColumns(PROGRAMME, "total_budget");
    static final PeriodColumns PERIOD = new PeriodColumns(PROGRAMME);

    private final DSLContext database;

    ProgrammeReader(DSLContext database) {
        this.database = database;
    }

    /** A programme without its lines and projects. */
    record Header(UUID id, int version, java.time.Instant changedAt, String changedBy, ProgrammeData data) {}

    Optional<Header> header(UUID programmeId) {
        return database.selectFrom(PROGRAMME)
                .where(PROGRAMME.PROGRAMME_ID.eq(programmeId))
                .fetchOptional(row -> header(row, ProgrammePlanRows.read(database, programmeId)));
    }

    Optional<String> name(UUID programmeId) {
        return database.select(PROGRAMME.NAME)
                .from(PROGRAMME)
                .where(PROGRAMME.PROGRAMME_ID.eq(programmeId))
                .fetchOptional(PROGRAMME.NAME);
    }

    Optional<ProgrammeFrame> frame(UUID programmeId) {
        return database.select(PROGRAMME.CRITERIA)
                .from(PROGRAMME)
                .where(PROGRAMME.PROGRAMME_ID.eq(programmeId))
                .fetchOptional(row -> new ProgrammeFrame(
                        lines(programmeId).stream().map(Line::name).toList(),
                        ProgrammePlanRows.actionLines(database, programmeId),
                        List.of(row.value1())));
    }

    private static Header header(ProgrammeRecord row, ProgrammePlanRows plan) {
        return new Header(
                row.getProgrammeId(),
                row.getVersion(),
                row.getChangedAt().toInstant(),
                row.getChangedBy(),
                new ProgrammeData(
                        row.getName(),
                        row.getKind(),
                        BUDGET.read(row),
                        PERIOD.read(row),
                        PeriodColumns.part(row.getCalled()),
                        PeriodColumns.part(row.getAwarded()),
                        PeriodColumns.part(row.getEvaluated()),
                        PeriodColumns.part(row.getReported()),
                        row.getSourceKey(),
                        row.getSourceTitle(),
                        row.getDescription(),
                        row.getFinancing(),
                        List.of(row.getCriteria()),
                        List.of(row.getQuestions()),
                        List.of(row.getLessons()),
                        plan.funds(),
                        plan.actionLines(),
                        plan.requirements()));
    }

    List<Line> lines(UUID programmeId) {
        return database.selectFrom(LINE)
                .where(LINE.PROGRAMME_ID.eq(programmeId))
                .orderBy(LINE.POSITION)
                .fetch(ProgrammeReader::line);
    }

    private static Line line(LineRecord row) {
        @Nullable BigDecimal budget = row.getBudget();
        return new Line(row.getLineId(), row.getName(), budget == null ? Amount.NOT_GIVEN : Amount.of(budget));
    }

    /** All programmes with the number of their projects and what these plan together. */
    List<ProgrammeSummary> summaries() {
        Field<Integer> projects =
                DSL.field(DSL.selectCount().from(PROJECT).where(PROJECT.PROGRAMME_ID.eq(PROGRAMME.PROGRAMME_ID)));
        Field<BigDecimal> planned = DSL.field(DSL.select(DSL.sum(FUNDING.AMOUNT))
                .from(FUNDING)
                .join(PROJECT)
                .on(PROJECT.PROJECT_ID.eq(FUNDING.PROJECT_ID))
                .where(PROJECT.PROGRAMME_ID.eq(PROGRAMME.PROGRAMME_ID), PLANNED_FROM_BUDGET));
        return database.select(PROGRAMME.fields())
                .select(projects, planned)
                .from(PROGRAMME)
                .orderBy(DSL.lower(PROGRAMME.NAME))
                .fetch(row -> {
                    @Nullable BigDecimal total = row.get(planned);
                    return new ProgrammeSummary(
                            row.get(PROGRAMME.PROGRAMME_ID),
                            row.get(PROGRAMME.NAME),
                            row.get(PROGRAMME.KIND),
                            Optional.ofNullable(PERIOD.read(row))
                                    .map(Period::format)
                                    .orElse(""),
                            Objects.requireNonNull(row.get(projects)),
                            total == null ? Amount.NOT_GIVEN : Amount.of(total),
                            BUDGET.read(row));
                });
    }
}
