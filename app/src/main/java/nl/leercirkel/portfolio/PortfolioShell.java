package nl.leercirkel.portfolio;

import static nl.leercirkeldb.portfolio.Tables.PROGRAMME;
import static nl.leercirkeldb.portfolio.Tables.PROJECT;
import static nl.leercirkeldb.portfolio.Tables.PROJECT_PARTNER;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.leercirkel.portfolio.Portfolios.RegisteredDecision;
import nl.leercirkel.security.Actor;
import nl.leercirkel.security.ActorContext;
import nl.leercirkel.security.Right;
import nl.leercirkel.shell.CircleStep;
import nl.leercirkel.shell.NavigationContribution;
import nl.leercirkel.shell.NavigationEntry;
import nl.leercirkel.shell.SearchContribution;
import nl.leercirkel.shell.SearchHit;
import nl.leercirkel.shell.WaitingContribution;
import nl.leercirkel.shell.WaitingItem;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the portfolio adds to the shell: entries in the navigation, what waits for somebody, what can be found. */
@Component
class PortfolioShell implements NavigationContribution, WaitingContribution, SearchContribution {
    /** A follow-up is announced this many days before its day. */
    private static final int NOTICE_DAYS = 14;
    /** No more follow-ups than this on the home page; the register has all. */
    private static final int FOLLOW_UPS = 20;

    private final DSLContext database;
    private final DecisionRegister register;
    private final Clock clock;

    PortfolioShell(DSLContext database, DecisionRegister register, Clock clock) {
        this.database = database;
        this.register = register;
        this.clock = clock;
    }

    @Override
    public List<NavigationEntry> entries() {
        return List.of(
                new NavigationEntry(CircleStep.DESIGN, "portfolio.nav.portfolio", "/portfolio", Right.PROJECT_READ, 10),
                new NavigationEntry(CircleStep.EMBED, "portfolio.nav.decisions", "/besluiten", Right.PROJECT_READ, 10));
    }

    @Override
    public boolean concerns(Actor actor) {
        return actor.may(Right.PROJECT_EDIT);
    }

    @Override
    @Transactional(readOnly = true)
    public List<WaitingItem> waitingFor(Actor actor, Locale locale) {
        LocalDate soon = LocalDate.ofInstant(clock.instant(), DutchMoments.ZONE).plusDays(NOTICE_DAYS);
        List<WaitingItem> items = new ArrayList<>(register.dueBefore(soon.plusDays(1), FOLLOW_UPS).stream()
                .map(PortfolioShell::followUp)
                .toList());
        items.addAll(actor.may(Right.PORTFOLIO_READ) ? perProgramme() : ownProjects(actor));
        return items;
    }

    private static WaitingItem followUp(RegisteredDecision found) {
        Decision decision = found.decision();
        return new WaitingItem(
                "Kijk opnieuw naar het besluit over " + found.projectName(),
                decision.followUp().isEmpty() ? "Besluit: " + decision.kind().term() + "." : decision.followUp(),
                "/projecten/" + found.projectId(),
                decision.followUpOn());
    }

    /** Counted in the database: the home page must not read a thousand projects to say that three need a look. */
    private List<WaitingItem> perProgramme() {
        return database.select(PROGRAMME.PROGRAMME_ID, PROGRAMME.NAME, DSL.count())
                .from(PROJECT)
                .join(PROGRAMME)
                .on(PROGRAMME.PROGRAMME_ID.eq(PROJECT.PROGRAMME_ID))
                .where(PROJECT.CONTRADICTIONS.gt(0))
                .groupBy(PROGRAMME.PROGRAMME_ID)
                .orderBy(DSL.lower(PROGRAMME.NAME))
                .fetch(row -> new WaitingItem(
                        "Kijk de cijfers na in " + row.value2(),
                        "Bij " + (row.value3() == 1 ? "1 project" : row.value3() + " projecten")
                                + " sluiten cijfers niet op elkaar aan.",
                        "/portfolio/" + row.value1() + "?controle=ja",
                        null));
    }

    /** The projects that the person leads. */
    private List<WaitingItem> ownProjects(Actor actor) {
        return database.select(PROJECT.PROJECT_ID, PROJECT.NAME, PROJECT.CONTRADICTIONS)
                .from(PROJECT)
                .where(PROJECT.CONTRADICTIONS.gt(0), Visibility.ledBy(actor))
                .orderBy(DSL.lower(PROJECT.NAME))
                .fetch(row -> new WaitingItem(
                        "Kijk de cijfers van " + row.value2() + " na",
                        row.value3() == 1
                                ? "Op 1 punt sluiten cijfers niet op elkaar aan."
                                : "Op " + row.value3() + " punten sluiten cijfers niet op elkaar aan.",
                        "/projecten/" + row.value1(),
                        null));
    }

    @Override
    public Right right() {
        return Right.PROJECT_READ;
    }

    @Override
    @Transactional(readOnly = true)
    public List<SearchHit> search(String query, int limit) {
        String wanted = query.strip();
        if (wanted.isEmpty()) {
            return List.of();
        }
        Actor actor = ActorContext.required();
        List<SearchHit> hits = new ArrayList<>();
        if (actor.may(Right.PORTFOLIO_READ)) {
            hits.addAll(database.select(PROGRAMME.PROGRAMME_ID, PROGRAMME.NAME, PROGRAMME.KIND)
                    .from(PROGRAMME)
                    .where(PROGRAMME.NAME.containsIgnoreCase(wanted))
                    .orderBy(PROGRAMME.NAME)
                    .limit(limit)
                    .fetch(row -> new SearchHit(
                            "portfolio.kind.programme", row.value2(), row.value3(), "/portfolio/" + row.value1())));
        }
        hits.addAll(database.select(PROJECT.PROJECT_ID, PROJECT.NAME, PROGRAMME.NAME)
                .from(PROJECT)
                .join(PROGRAMME)
                .on(PROGRAMME.PROGRAMME_ID.eq(PROJECT.PROGRAMME_ID))
                .where(Visibility.of(actor))
                .and(PROJECT.NAME
                        .containsIgnoreCase(wanted)
                        .or(PROJECT.GOAL.containsIgnoreCase(wanted))
                        .or(PROJECT.DESCRIPTION.containsIgnoreCase(wanted))
                        .or(PROJECT.PROJECT_ID.in(DSL.select(PROJECT_PARTNER.PROJECT_ID)
                                .from(PROJECT_PARTNER)
                                .where(PROJECT_PARTNER.NAME.containsIgnoreCase(wanted)))))
                .orderBy(DSL.field(PROJECT.NAME.containsIgnoreCase(wanted)).desc(), DSL.lower(PROJECT.NAME))
                .limit(limit)
                .fetch(row -> new SearchHit(
                        "portfolio.kind.project", row.value2(), row.value3(), "/projecten/" + row.value1())));
        return hits.size() > limit ? hits.subList(0, limit) : hits;
    }
}
