package nl.leercirkel.portfolio;

import static nl.leercirkeldb.portfolio.Tables.FUNDING;
import static nl.leercirkeldb.portfolio.Tables.LINE;
import static nl.leercirkeldb.portfolio.Tables.PROGRAMME;
import static nl.leercirkeldb.portfolio.Tables.PROJECT;
import static nl.leercirkeldb.portfolio.Tables.PROJECT_PARTNER;
import static nl.leercirkeldb.portfolio.Tables.REVISION;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.leercirkel.security.Actor;
import nl.leercirkel.security.ActorContext;
import nl.leercirkel.security.Right;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The portfolio for pages that show many projects: a page of them at a time, and per programme only what its totals need.
 * The number of statements does not depend on the number of projects.
 */
@Service
@Transactional(readOnly = true)
class Overviews {
    static final int PAGE = 50;
    /** So many projects with a contradiction are told about on the page of a programme; for the others there is a filter. */
    static final int TOLD = 10;

    private final DSLContext database;
    private final ProgrammeReader programmes;
    private final ProjectReader projects;
    private final ProjectRows rows;

    Overviews(DSLContext database, ProgrammeReader programmes, ProjectReader projects, ProjectRows rows) {
        this.database = database;
        this.programmes = programmes;
        this.projects = projects;
        this.rows = rows;
    }

    /** One page of the projects that a filter lets through. */
    record Hits(List<ProjectRow> rows, int found, int page) {
        public int pages() {
            return Math.max(1, (found + PAGE - 1) / PAGE);
        }
    }

    /** What occurs in the projects that somebody sees, to choose from. */
    record Choices(
            List<FormView.Option> programmes,
            List<FormView.Option> lines,
            List<FormView.Option> domains,
            List<FormView.Option> partners) {}

    /** What the totals of a programme need of one project. */
    record Item(
            UUID id,
            String name,
            String line,
            Amount planned,
            String note,
            List<Integer> actionLines,
            boolean contradicts) {
        public String path() {
            return "/projecten/" + id;
        }
    }

    /** A programme with one page of its projects; {@code contradicting} are at most the first {@link #TOLD}. */
    record Programme(
            ProgrammeReader.Header header,
            List<Line> lines,
            List<Item> items,
            List<ProjectDossier> contradicting,
            Hits hits) {
        PortfolioOverview overview() {
            return PortfolioOverview.of(
                    header.data().name(),
                    header.data().totalBudget(),
                    lines,
                    items.stream()
                            .map(item -> new PortfolioOverview.Item(item.line, item.planned))
                            .toList());
        }

        long contradictions() {
            return items.stream().filter(Item::contradicts).count();
        }
    }

    /**
     * What decides how a page of projects looks: whose portfolio in which state, what of it somebody sees, and what they chose. Pages of
     * which this is the same are the same.
     */
    record View(
            UUID authorityId,
            @Nullable UUID mark,
            boolean all,
            @Nullable UUID partnerId,
            ProjectFilter filter,
            int page) {}

    /** Read before the projects themselves: a change in between leaves newer projects under a mark that is not asked for again. */
    View view(ProjectFilter filter, int page) {
        Actor actor = ActorContext.required();
        return new View(
                actor.authorityId(),
                database.select(REVISION.MARK).from(REVISION).fetchOne(REVISION.MARK),
                actor.may(Right.PORTFOLIO_READ),
                actor.may(Right.PROJECT_READ) ? actor.partnerId() : null,
                filter,
                page);
    }

    Hits find(ProjectFilter filter, int page) {
        Ids ids = ids(filter, page);
        return new Hits(rows(ids.ids), ids.found, ids.page);
    }

    /** A programme for people who see the whole portfolio. */
    Optional<Programme> programme(UUID programmeId, ProjectFilter filter, int page) {
        if (!ActorContext.required().may(Right.PORTFOLIO_READ)) {
            return Optional.empty();
        }
        return programmes.header(programmeId).map(header -> {
            List<Item> items = items(programmeId);
            List<UUID> told = items.stream()
                    .filter(Item::contradicts)
                    .limit(TOLD)
                    .map(Item::id)
                    .toList();
            Ids ids = ids(filter.in(programmeId), page);
            return new Programme(
                    header,
                    programmes.lines(programmeId),
                    items,
                    told.isEmpty() ? List.of() : projects.find(PROJECT.PROJECT_ID.in(told)),
                    new Hits(rows(ids.ids), ids.found, ids.page));
        });
    }

    /** All projects that the acting person sees, as rows. */
    List<ProjectRow> visible() {
        return rows.find(Visibility.of(ActorContext.required()));
    }

    private List<ProjectRow> rows(List<UUID> ids) {
        return ids.isEmpty() ? List.of() : rows.find(PROJECT.PROJECT_ID.in(ids));
    }

    private record Ids(List<UUID> ids, int found, int page) {}

    private Ids ids(ProjectFilter filter, int page) {
        Condition condition = Visibility.of(ActorContext.required()).and(filter.condition());
        Field<Integer> all = DSL.count().over();
        var rows = database.select(PROJECT.PROJECT_ID, all)
                .from(PROJECT)
                .join(PROGRAMME)
                .on(PROGRAMME.PROGRAMME_ID.eq(PROJECT.PROGRAMME_ID))
                .leftJoin(LINE)
                .on(LINE.LINE_ID.eq(PROJECT.LINE_ID))
                .where(condition)
                .orderBy(order())
                .limit(PAGE)
                .offset((long) (page - 1) * PAGE)
                .fetch();
        if (rows.isEmpty() && page > 1) {
            return ids(filter, 1);
        }
        return new Ids(
                rows.getValues(PROJECT.PROJECT_ID),
                rows.isEmpty() ? 0 : rows.getFirst().get(all),
                page);
    }

    /** As {@link ProjectReader} orders them. */
    static List<OrderField<?>> order() {
        return List.of(
                DSL.lower(PROGRAMME.NAME),
                LINE.POSITION.asc().nullsLast(),
                PROJECT.NUMBER.asc().nullsLast(),
                DSL.lower(PROJECT.NAME));
    }

    /** The projects of a programme in order, with what they plan from its budget. */
    private List<Item> items(UUID programmeId) {
        Field<BigDecimal> planned = DSL.sum(FUNDING.AMOUNT);
        Field<String> qualifier =
                DSL.min(DSL.when(FUNDING.AMOUNT_QUALIFIER.ne(Qualifier.EXACT.name()), FUNDING.AMOUNT_QUALIFIER));
        return database.select(
                        PROJECT.PROJECT_ID,
                        PROJECT.NAME,
                        LINE.NAME,
                        PROJECT.ACTION_LINES,
                        PROJECT.CONTRADICTIONS,
                        planned,
                        qualifier)
                .from(PROJECT)
                .leftJoin(LINE)
                .on(LINE.LINE_ID.eq(PROJECT.LINE_ID))
                .leftJoin(FUNDING)
                .on(FUNDING.PROJECT_ID.eq(PROJECT.PROJECT_ID), ProgrammeReader.PLANNED_FROM_BUDGET)
                .where(PROJECT.PROGRAMME_ID.eq(programmeId))
                .groupBy(PROJECT.PROJECT_ID, LINE.LINE_ID)
                .orderBy(LINE.POSITION.asc().nullsLast(), PROJECT.NUMBER.asc().nullsLast(), DSL.lower(PROJECT.NAME))
                .fetch(row -> {
                    @Nullable BigDecimal total = row.get(planned);
                    @Nullable String words = row.get(qualifier);
                    @Nullable String line = row.get(LINE.NAME);
                    return new Item(
                            row.get(PROJECT.PROJECT_ID),
                            row.get(PROJECT.NAME),
                            line == null ? "" : line,
                            total == null ? Amount.NOT_GIVEN : Amount.of(total),
                            words == null
                                    ? ""
                                    : Qualifier.valueOf(words).prefix().strip(),
                            List.of(row.get(PROJECT.ACTION_LINES)),
                            row.get(PROJECT.CONTRADICTIONS) > 0);
                });
    }

    /** What there is to choose from, in one programme or in all. */
    Choices choices(@Nullable UUID programmeId) {
        Condition scope = Visibility.of(ActorContext.required())
                .and(programmeId == null ? DSL.noCondition() : PROJECT.PROGRAMME_ID.eq(programmeId));
        var seen = DSL.select(PROJECT.PROJECT_ID).from(PROJECT).where(scope);
        List<FormView.Option> all = programmeId != null
                ? List.of()
                : database.selectDistinct(PROGRAMME.PROGRAMME_ID, PROGRAMME.NAME)
                        .from(PROGRAMME)
                        .join(PROJECT)
                        .on(PROJECT.PROGRAMME_ID.eq(PROGRAMME.PROGRAMME_ID))
                        .where(scope)
                        .orderBy(PROGRAMME.NAME)
                        .fetch(row -> new FormView.Option(row.value1().toString(), row.value2()));
        return new Choices(
                all,
                options(database.selectDistinct(LINE.NAME)
                        .from(LINE)
                        .join(PROJECT)
                        .on(PROJECT.LINE_ID.eq(LINE.LINE_ID))
                        .where(scope)
                        .fetch(LINE.NAME)),
                options(database.selectDistinct(PROJECT.DOMAIN)
                        .from(PROJECT)
                        .where(scope)
                        .fetch(PROJECT.DOMAIN)),
                options(database.selectDistinct(PROJECT_PARTNER.NAME)
                        .from(PROJECT_PARTNER)
                        .where(PROJECT_PARTNER.PROJECT_ID.in(seen))
                        .fetch(PROJECT_PARTNER.NAME)));
    }

    private static List<FormView.Option> options(List<String> values) {
        List<String> sorted = new ArrayList<>(values);
        sorted.removeIf(String::isEmpty);
        sorted.sort(String.CASE_INSENSITIVE_ORDER);
        return sorted.stream().map(value -> new FormView.Option(value, value)).toList();
    }
}
