package nl.leercirkel.portfolio;

import static nl.leercirkeldb.portfolio.Tables.PROGRAMME;
import static nl.leercirkeldb.portfolio.Tables.PROJECT;
import static nl.leercirkeldb.portfolio.Tables.PROJECT_PARTNER;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
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

    private final DSLContext database;
    private final Portfolios portfolios;
    private final Clock clock;

    PortfolioShell(DSLContext database, Portfolios portfolios, Clock clock) {
        this.database = database;
        this.portfolios = portfolios;
        this.clock = clock;
    }

    @Override
    public List<NavigationEntry> entries() {
        return List.of(
                new NavigationEntry(CircleStep.DESIGN, "portfolio.nav.portfolio", "/portfolio", Right.PROJECT_READ, 10),
                new NavigationEntry(CircleStep.EMBED, "portfolio.nav.decisions", "/besluiten", Right.PROJECT_READ, 10));
    }

    @Override
    @Transactional(readOnly = true)
    public List<WaitingItem> waitingFor(Actor actor, Locale locale) {
        if (!actor.may(Right.PROJECT_EDIT)) {
            return List.of();
        }
        List<WaitingItem> items = new ArrayList<>(followUps());
        List<ProjectDossier> contradicting = portfolios.visibleProjects().stream()
                .filter(project -> Visibility.edit(actor, project.data()) != Visibility.Edit.NOTHING)
                .filter(project -> project.checks().stream().anyMatch(Check::isContradiction))
                .toList();
        if (actor.may(Right.PORTFOLIO_READ)) {
            items.addAll(perProgramme(contradicting));
        } else {
            contradicting.forEach(project -> items.add(new WaitingItem(
                    "Kijk de cijfers van " + project.name() + " na",
                    project.checks().stream()
                            .filter(Check::isContradiction)
                            .findFirst()
                            .map(Check::message)
                            .orElse(""),
                    project.path(),
                    null)));
        }
        return items;
    }

    private List<WaitingItem> followUps() {
        LocalDate soon = LocalDate.ofInstant(clock.instant(), DutchMoments.ZONE).plusDays(NOTICE_DAYS);
        return portfolios.decisions().stream()
                .filter(found -> found.decision().isDueOn(soon))
                .map(PortfolioShell::followUp)
                .toList();
    }

    private static WaitingItem followUp(RegisteredDecision found) {
        Decision decision = found.decision();
        return new WaitingItem(
                "Kijk opnieuw naar het besluit over " + found.projectName(),
                decision.followUp().isEmpty() ? "Besluit: " + decision.kind().term() + "." : decision.followUp(),
                "/projecten/" + found.projectId(),
                decision.followUpOn());
    }

    private static List<WaitingItem> perProgramme(List<ProjectDossier> contradicting) {
        Map<UUID, List<ProjectDossier>> programmes = new LinkedHashMap<>();
        contradicting.forEach(project -> programmes
                .computeIfAbsent(project.programmeId(), id -> new ArrayList<>())
                .add(project));
        return programmes.entrySet().stream()
                .map(entry -> new WaitingItem(
                        "Kijk de cijfers na in " + entry.getValue().getFirst().programmeName(),
                        "Bij "
                                + (entry.getValue().size() == 1
                                        ? "1 project"
                                        : entry.getValue().size() + " projecten")
                                + " sluiten cijfers niet op elkaar aan.",
                        "/portfolio/" + entry.getKey() + "?controle=ja",
                        null))
                .toList();
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
