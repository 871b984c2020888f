package nl.leercirkel.progress;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.leercirkel.portfolio.ProjectDirectory;
import nl.leercirkel.security.Action;
import nl.leercirkel.security.ActorContext;
import nl.leercirkel.security.Requires;
import nl.leercirkel.security.Right;
import nl.leercirkel.shell.Crumb;
import nl.leercirkel.shell.NotFoundException;
import nl.leercirkel.shell.Notice;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One round: who handed in and who did not, and what the manager does about it. */
@Controller
class RoundController {
    private static final int PAGE_SIZE = 100;
    private static final int LONGEST_REMINDER = 1_000;

    private final Rounds rounds;
    private final RoundEditor editor;
    private final ProjectDirectory projects;
    private final Clock clock;

    RoundController(Rounds rounds, RoundEditor editor, ProjectDirectory projects, Clock clock) {
        this.rounds = rounds;
        this.editor = editor;
        this.projects = projects;
        this.clock = clock;
    }

    /** A filter of the list with its count. */
    record Tab(RoundFilter filter, String labelKey, int count, String path, boolean current) {}

    /** A project in the list. */
    record Line(
            Rounds.Row row,
            String name,
            String leads,
            String path,
            String labelKey,
            boolean late,
            String when,
            String reminded) {}

    @GetMapping("/voortgang/{roundId}")
    @Requires(value = Right.PROGRESS_READ, subject = "progress round")
    String round(
            @PathVariable UUID roundId,
            @RequestParam(defaultValue = "") String stand,
            @RequestParam(defaultValue = "1") int pagina,
            Model model) {
        return page(find(roundId), RoundFilter.of(stand), Math.clamp(pagina, 1, 10_000), Map.of(), model);
    }

    private String page(RoundSummary summary, RoundFilter filter, int page, Map<String, String> errors, Model model) {
        Round round = summary.round();
        LocalDate today = DutchTime.today(clock);
        boolean manages = ActorContext.required().may(Right.ROUND_MANAGE);
        int count = filter.count(summary);
        List<Rounds.Row> rows = rounds.rows(round.id(), filter, (page - 1) * PAGE_SIZE, PAGE_SIZE);
        model.addAttribute("breadcrumbs", List.of(RoundListController.PROGRESS, new Crumb(round.name(), round.path())));
        model.addAttribute("round", round);
        model.addAttribute("summary", summary);
        model.addAttribute("sentence", sentence(summary, today));
        model.addAttribute("deadline", DutchTime.day(round.deadline()));
        model.addAttribute("opened", DutchTime.day(round.openedAt()));
        model.addAttribute("closed", DutchTime.day(round.closedAt()));
        model.addAttribute("tabs", tabs(summary, filter, today));
        model.addAttribute("lines", lines(round, rows, today));
        model.addAttribute("count", count);
        model.addAttribute("page", page);
        model.addAttribute("pages", Math.max(1, (count + PAGE_SIZE - 1) / PAGE_SIZE));
        model.addAttribute("pageUrl", round.path() + "?stand=" + filter.term());
        model.addAttribute("questions", rounds.questions(round.id()));
        model.addAttribute("manages", manages);
        model.addAttribute("mayManage", manages && !round.isClosed());
        model.addAttribute("errors", errors);
        model.addAttribute("today", today);
        model.addAttribute("events", manages ? EventView.of(rounds.events(round.id(), null)) : List.of());
        return "progress/round";
    }

    static String sentence(RoundSummary summary, LocalDate today) {
        Round round = summary.round();
        int total = summary.total();
        StringBuilder text = new StringBuilder()
                .append(summary.received())
                .append(total == 1 ? " van 1 project" : " van " + total + " projecten")
                .append(summary.received() == 1 ? " is" : " zijn")
                .append(" ingeleverd");
        int toJudge = summary.toJudge();
        if (round.isClosed()) {
            return text.append(summary.awaited() == 0 ? "." : "; " + summary.awaited() + " niet.")
                    .toString();
        }
        if (toJudge > 0) {
            text.append(", waarvan ").append(toJudge).append(" nog te beoordelen");
        }
        if (summary.awaited() > 0) {
            text.append("; ")
                    .append(summary.awaited())
                    .append(round.isOverdue(today) ? " te laat" : " nog niet")
                    .append(round.isOverdue(today) ? " (moest uiterlijk " : ", dat kan tot en met ")
                    .append(DutchTime.day(round.deadline()))
                    .append(round.isOverdue(today) ? ")" : "");
        }
        return text.append('.').toString();
    }

    private static List<Tab> tabs(RoundSummary summary, RoundFilter current, LocalDate today) {
        Round round = summary.round();
        List<Tab> tabs = new ArrayList<>();
        for (RoundFilter filter : RoundFilter.values()) {
            if (filter == RoundFilter.LATE && !round.isOverdue(today) && !round.isClosed()) {
                continue;
            }
            String key = filter == RoundFilter.LATE && round.isClosed()
                    ? "progress.filter.MISSING"
                    : "progress.filter." + filter.name();
            tabs.add(new Tab(
                    filter,
                    key,
                    filter.count(summary),
                    round.path() + (filter == RoundFilter.ALL ? "" : "?stand=" + filter.term()),
                    filter == current));
        }
        return tabs;
    }

    private List<Line> lines(Round round, List<Rounds.Row> rows, LocalDate today) {
        Map<UUID, ProjectDirectory.Entry> known = new HashMap<>();
        projects.find(rows.stream().map(Rounds.Row::projectId).toList())
                .forEach(project -> known.put(project.id(), project));
        return rows.stream()
                .map(row -> {
                    ProjectDirectory.@Nullable Entry project = known.get(row.projectId());
                    return new Line(
                            row,
                            (row.number() == null ? "" : row.number() + ". ")
                                    + (project == null ? row.name() : project.name()),
                            project == null ? "niet meer in het portfolio" : project.leads(),
                            round.reportPath(row.projectId()),
                            row.state().labelKey(round.isClosed()),
                            round.isOverdue(today) && row.state().isAwaited(),
                            when(row),
                            row.remindedAt() == null ? "" : "herinnerd op " + DutchTime.day(row.remindedAt()));
                })
                .toList();
    }

    private static String when(Rounds.Row row) {
        return switch (row.state()) {
            case NOT_STARTED -> "";
            case DRAFT, SENT_BACK ->
                "laatst gewijzigd op " + DutchTime.day(Objects.requireNonNull(row.changedAt()))
                        + (row.changedBy().isEmpty() ? "" : " door " + row.changedBy());
            case HANDED_IN, ACCEPTED ->
                "ingeleverd op " + DutchTime.day(row.handedInAt())
                        + (row.submissions() > 1 ? ", versie " + row.submissions() : "");
        };
    }

    @PostMapping("/voortgang/{roundId}/uiterlijk")
    @Requires(value = Right.ROUND_MANAGE, action = Action.CHANGE, subject = "progress round")
    String extend(
            @PathVariable UUID roundId,
            @RequestParam(defaultValue = "") String uiterlijk,
            Model model,
            RedirectAttributes redirect) {
        RoundSummary summary = find(roundId);
        Map<String, String> errors = new LinkedHashMap<>();
        Optional<LocalDate> day = RoundForm.day(uiterlijk.strip(), DutchTime.today(clock), errors);
        if (day.isEmpty() || !errors.isEmpty()) {
            model.addAttribute("typedDeadline", uiterlijk);
            return page(summary, RoundFilter.ALL, 1, errors, model);
        }
        return whileOpen(summary.round(), redirect, () -> {
            editor.extend(roundId, day.get());
            Notice.success(redirect, "Inleveren kan nu tot en met " + DutchTime.day(day.get()) + ".");
        });
    }

    @PostMapping("/voortgang/{roundId}/herinneren")
    @Requires(value = Right.ROUND_MANAGE, action = Action.CHANGE, subject = "progress round")
    String remind(
            @PathVariable UUID roundId,
            @RequestParam(required = false) @Nullable UUID project,
            @RequestParam(defaultValue = "") String tekst,
            Model model,
            RedirectAttributes redirect) {
        RoundSummary summary = find(roundId);
        String text = tekst.replace("\r\n", "\n").strip();
        if (text.length() > LONGEST_REMINDER) {
            model.addAttribute("typedReminder", text);
            return page(
                    summary,
                    RoundFilter.ALL,
                    1,
                    Map.of("tekst", "Deze tekst is te lang: ten hoogste 1.000 tekens."),
                    model);
        }
        return whileOpen(summary.round(), redirect, () -> {
            int reminded = editor.remind(roundId, Optional.ofNullable(project), text);
            Notice.success(
                    redirect,
                    switch (reminded) {
                        case 0 -> "Er was niemand om te herinneren: alles is ingeleverd.";
                        case 1 -> "De herinnering voor 1 project staat klaar op de startpagina van de partners.";
                        default ->
                            "De herinnering voor " + reminded
                                    + " projecten staat klaar op de startpagina van de partners.";
                    });
        });
    }

    @GetMapping("/voortgang/{roundId}/projecten")
    @Requires(value = Right.ROUND_MANAGE, subject = "progress round")
    String chooseProjects(@PathVariable UUID roundId, Model model) {
        Round round = find(roundId).round();
        Set<UUID> taking = rounds.rows(roundId, RoundFilter.ALL, 0, Integer.MAX_VALUE).stream()
                .map(Rounds.Row::projectId)
                .collect(Collectors.toSet());
        model.addAttribute(
                "breadcrumbs",
                List.of(
                        RoundListController.PROGRESS,
                        new Crumb(round.name(), round.path()),
                        new Crumb("Projecten toevoegen", round.path() + "/projecten")));
        model.addAttribute("round", round);
        model.addAttribute(
                "projects",
                projects.ofProgramme(round.programmeId()).stream()
                        .filter(project -> !taking.contains(project.id()))
                        .toList());
        return "progress/add-projects";
    }

    @PostMapping("/voortgang/{roundId}/projecten")
    @Requires(value = Right.ROUND_MANAGE, action = Action.CHANGE, subject = "progress round")
    String addProjects(
            @PathVariable UUID roundId,
            @RequestParam(required = false) @Nullable List<UUID> project,
            RedirectAttributes redirect) {
        Round round = find(roundId).round();
        return whileOpen(round, redirect, () -> {
            int added = editor.add(roundId, new LinkedHashSet<>(Objects.requireNonNullElse(project, List.of())));
            if (added == 0) {
                Notice.warning(redirect, "Er is geen project toegevoegd: u had er geen gekozen dat nog niet meedeed.");
            } else {
                Notice.success(redirect, added == 1 ? "1 project doet nu mee." : added + " projecten doen nu mee.");
            }
        });
    }

    @PostMapping("/voortgang/{roundId}/sluiten")
    @Requires(value = Right.ROUND_MANAGE, action = Action.CHANGE, subject = "progress round")
    String close(@PathVariable UUID roundId, RedirectAttributes redirect) {
        Round round = find(roundId).round();
        if (editor.close(roundId)) {
            Notice.success(
                    redirect, "De ronde is gesloten. Alles blijft te lezen; niemand kan er nog iets in wijzigen.");
        } else {
            Notice.warning(redirect, "De ronde was al gesloten.");
        }
        return "redirect:" + round.path();
    }

    private static String whileOpen(Round round, RedirectAttributes redirect, Runnable work) {
        try {
            work.run();
        } catch (RoundClosedException closed) {
            Notice.error(redirect, "De ronde is intussen gesloten. Er is niets veranderd.");
        }
        return "redirect:" + round.path();
    }

    private RoundSummary find(UUID roundId) {
        return rounds.find(roundId).orElseThrow(() -> new NotFoundException("round " + roundId));
    }
}
