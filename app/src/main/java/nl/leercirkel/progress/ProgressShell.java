package nl.leercirkel.progress;

import static nl.leercirkeldb.progress.Tables.PROJECT_REPORT;
import static nl.leercirkeldb.progress.Tables.ROUND;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.leercirkel.security.Actor;
import nl.leercirkel.security.Right;
import nl.leercirkel.shell.CircleStep;
import nl.leercirkel.shell.NavigationContribution;
import nl.leercirkel.shell.NavigationEntry;
import nl.leercirkel.shell.RelatedContribution;
import nl.leercirkel.shell.RelatedLink;
import nl.leercirkel.shell.SearchContribution;
import nl.leercirkel.shell.SearchHit;
import nl.leercirkel.shell.WaitingContribution;
import nl.leercirkel.shell.WaitingItem;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What progress rounds add to the shell: navigation, what waits for partners and manager, searching, links. */
@Component
class ProgressShell implements NavigationContribution, WaitingContribution, SearchContribution, RelatedContribution {
    private final DSLContext database;
    private final Rounds rounds;
    private final Tasks tasks;
    private final MessageSource messages;
    private final Clock clock;

    ProgressShell(DSLContext database, Rounds rounds, Tasks tasks, MessageSource messages, Clock clock) {
        this.database = database;
        this.rounds = rounds;
        this.tasks = tasks;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public List<NavigationEntry> entries() {
        return List.of(
                new NavigationEntry(CircleStep.FOLLOW, "progress.nav.progress", "/voortgang", Right.PROGRESS_READ, 10));
    }

    @Override
    public boolean concerns(Actor actor) {
        return actor.may(Right.ROUND_MANAGE) || actor.may(Right.PROGRESS_WRITE);
    }

    @Override
    @Transactional(readOnly = true)
    public List<WaitingItem> waitingFor(Actor actor, Locale locale) {
        if (actor.may(Right.ROUND_MANAGE)) {
            return forManager(locale);
        }
        return tasks.ofPartner(actor).stream()
                .filter(Tasks.Task::isAwaited)
                .map(task -> forPartner(task, locale))
                .toList();
    }

    private List<WaitingItem> forManager(Locale locale) {
        LocalDate today = DutchTime.today(clock);
        List<WaitingItem> items = new ArrayList<>();
        for (RoundSummary summary : rounds.open()) {
            Round round = summary.round();
            int toJudge = summary.toJudge();
            int awaited = summary.awaited();
            if (round.isOverdue(today) && awaited > 0) {
                items.add(new WaitingItem(
                        text(
                                locale,
                                awaited == 1 ? "progress.waiting.late.one" : "progress.waiting.late.some",
                                awaited,
                                round.name()),
                        text(locale, "progress.waiting.late.why", DutchTime.day(round.deadline())),
                        round.path() + "?stand=" + RoundFilter.LATE.term(),
                        round.deadline()));
            }
            if (toJudge > 0) {
                items.add(new WaitingItem(
                        text(
                                locale,
                                toJudge == 1 ? "progress.waiting.judge.one" : "progress.waiting.judge.some",
                                toJudge,
                                round.name()),
                        text(locale, "progress.waiting.judge.why"),
                        round.path() + "?stand=" + RoundFilter.HANDED_IN.term(),
                        null));
            }
            if (summary.awaited() == 0 && toJudge == 0) {
                items.add(new WaitingItem(
                        text(locale, "progress.waiting.close", round.name()),
                        text(locale, "progress.waiting.close.why"),
                        round.path(),
                        null));
            }
        }
        return items;
    }

    private WaitingItem forPartner(Tasks.Task task, Locale locale) {
        Round round = task.round();
        boolean late = round.isOverdue(DutchTime.today(clock));
        String title = task.state() == ReportState.SENT_BACK
                ? text(locale, "progress.waiting.again", task.project(), round.name())
                : text(locale, "progress.waiting.write", task.project(), round.name());
        List<String> why = new ArrayList<>();
        if (late) {
            why.add(text(locale, "progress.waiting.overdue"));
        }
        if (task.state() == ReportState.SENT_BACK) {
            why.add(text(locale, "progress.waiting.remark", task.remark()));
        }
        if (task.reminded()) {
            why.add(
                    task.reminder().isEmpty()
                            ? text(locale, "progress.waiting.reminded")
                            : text(locale, "progress.waiting.reminder", task.reminder()));
        }
        if (why.isEmpty()) {
            why.add(text(
                    locale,
                    task.state() == ReportState.DRAFT ? "progress.waiting.draft" : "progress.waiting.notStarted"));
        }
        return new WaitingItem(title, String.join(" ", why), task.path(), round.deadline());
    }

    private String text(Locale locale, String key, Object... values) {
        return messages.getMessage(key, values, locale);
    }

    @Override
    public Right right() {
        return Right.PROGRESS_READ;
    }

    @Override
    @Transactional(readOnly = true)
    public List<SearchHit> search(String query, int limit) {
        String wanted = query.strip();
        if (wanted.isEmpty()) {
            return List.of();
        }
        return database.select(ROUND.ROUND_ID, ROUND.NAME, ROUND.PERIOD)
                .from(ROUND)
                .where(ROUND.NAME.containsIgnoreCase(wanted).or(ROUND.PERIOD.containsIgnoreCase(wanted)))
                .and(ROUND.ROUND_ID.in(
                        DSL.select(PROJECT_REPORT.ROUND_ID).from(PROJECT_REPORT).where(rounds.ownProjects())))
                .orderBy(ROUND.OPENED_AT.desc())
                .limit(limit)
                .fetch(row ->
                        new SearchHit("progress.kind.round", row.value2(), row.value3(), "/voortgang/" + row.value1()));
    }

    @Override
    public List<RelatedLink> related(String subject, UUID id, Actor actor, Locale locale) {
        if (!actor.may(Right.PROGRESS_READ)) {
            return List.of();
        }
        return switch (subject) {
            case "project" ->
                List.of(new RelatedLink(text(locale, "progress.related.project"), "/projecten/" + id + "/voortgang"));
            case "programme" ->
                List.of(new RelatedLink(text(locale, "progress.related.programme"), "/voortgang?programma=" + id));
            default -> List.of();
        };
    }
}
