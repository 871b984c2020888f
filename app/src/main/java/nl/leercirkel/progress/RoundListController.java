package nl.leercirkel.progress;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.leercirkel.portfolio.Portfolios;
import nl.leercirkel.portfolio.ProgrammeDossier;
import nl.leercirkel.portfolio.ProgrammeSummary;
import nl.leercirkel.portfolio.ProjectDirectory;
import nl.leercirkel.portfolio.ProjectState;
import nl.leercirkel.progress.RoundDraft.AskedQuestion;
import nl.leercirkel.security.Action;
import nl.leercirkel.security.Actor;
import nl.leercirkel.security.ActorContext;
import nl.leercirkel.security.Requires;
import nl.leercirkel.security.Right;
import nl.leercirkel.shell.Crumb;
import nl.leercirkel.shell.NotFoundException;
import nl.leercirkel.shell.Notice;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of rounds, and opening one. */
@Controller
class RoundListController {
    static final Crumb PROGRESS = new Crumb("Voortgang", "/voortgang");

    private final Rounds rounds;
    private final RoundEditor editor;
    private final Tasks tasks;
    private final Portfolios portfolios;
    private final ProjectDirectory projects;
    private final Clock clock;

    RoundListController(
            Rounds rounds,
            RoundEditor editor,
            Tasks tasks,
            Portfolios portfolios,
            ProjectDirectory projects,
            Clock clock) {
        this.rounds = rounds;
        this.editor = editor;
        this.tasks = tasks;
        this.portfolios = portfolios;
        this.projects = projects;
        this.clock = clock;
    }

    /** A round in the list. */
    record Line(RoundSummary summary, String programme, boolean overdue) {}

    @GetMapping("/voortgang")
    @Requires(value = Right.PROGRESS_READ, subject = "progress round")
    String list(@RequestParam(required = false) @Nullable UUID programma, Model model) {
        Actor actor = ActorContext.required();
        boolean everything = actor.may(Right.PORTFOLIO_READ);
        Map<UUID, String> programmes = new HashMap<>();
        if (everything) {
            portfolios.programmes().forEach(programme -> programmes.put(programme.id(), programme.name()));
        } else {
            projects.visible().forEach(project -> programmes.put(project.programmeId(), project.programmeName()));
        }
        LocalDate today = DutchTime.today(clock);
        List<Line> lines = (programma == null ? rounds.summaries() : rounds.ofProgramme(programma))
                .stream()
                        .map(summary -> new Line(
                                summary,
                                programmes.getOrDefault(summary.round().programmeId(), ""),
                                summary.round().isOverdue(today) && summary.awaited() > 0))
                        .toList();
        model.addAttribute("breadcrumbs", List.of(PROGRESS));
        model.addAttribute(
                "open",
                lines.stream().filter(line -> !line.summary.round().isClosed()).toList());
        model.addAttribute(
                "closed",
                lines.stream().filter(line -> line.summary.round().isClosed()).toList());
        model.addAttribute("tasks", everything ? List.of() : tasks.ofPartner(actor));
        model.addAttribute("partner", !everything);
        model.addAttribute("today", today);
        model.addAttribute("mayManage", actor.may(Right.ROUND_MANAGE));
        model.addAttribute("programme", programma == null ? null : programmes.get(programma));
        model.addAttribute("programmeId", programma);
        return "progress/list";
    }

    @GetMapping("/voortgang/nieuw")
    @Requires(value = Right.ROUND_MANAGE, subject = "progress round")
    String add(@RequestParam(required = false) @Nullable UUID programma, Model model) {
        if (programma == null) {
            List<ProgrammeSummary> programmes = portfolios.programmes();
            model.addAttribute("breadcrumbs", List.of(PROGRESS, new Crumb("Ronde openen", "/voortgang/nieuw")));
            model.addAttribute("programmes", programmes);
            return "progress/choose";
        }
        ProgrammeDossier programme = programme(programma);
        Set<UUID> running = directory(programma).stream()
                .filter(project -> !hasEnded(project.state()))
                .map(ProjectDirectory.Entry::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return page(programme, RoundForm.first(firstQuestions(programme), running), Map.of(), model);
    }

    @PostMapping("/voortgang/nieuw")
    @Requires(value = Right.ROUND_MANAGE, action = Action.CREATE, subject = "progress round")
    String add(
            @RequestParam UUID programma,
            @RequestParam MultiValueMap<String, String> input,
            Model model,
            RedirectAttributes redirect) {
        ProgrammeDossier programme = programme(programma);
        RoundForm form = RoundForm.of(input);
        if ("vraag-toevoegen".equals(input.getFirst("actie"))) {
            model.addAttribute("added", true);
            return page(programme, form.withEmptyQuestion(), Map.of(), model);
        }
        Map<String, String> errors = new LinkedHashMap<>();
        Set<UUID> known = directory(programma).stream()
                .map(ProjectDirectory.Entry::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return form.read(programma, known, DutchTime.today(clock), errors)
                .map(draft -> editor.open(draft)
                        .map(roundId -> {
                            Notice.success(
                                    redirect,
                                    "De ronde „" + draft.name()
                                            + "” is open. De partners zien haar op hun startpagina.");
                            return "redirect:/voortgang/" + roundId;
                        })
                        .orElseGet(() -> page(
                                programme,
                                form,
                                Map.of("naam", "Dit programma heeft al een ronde die zo heet. Kies een andere naam."),
                                model)))
                .orElseGet(() -> page(programme, form, errors, model));
    }

    /** The questions of the programme; when it has none, those that its last round asked. */
    private List<AskedQuestion> firstQuestions(ProgrammeDossier programme) {
        Map<String, Question> last = new HashMap<>();
        List<Question> asked = rounds.lastAsked(programme.id());
        asked.forEach(question -> last.put(question.topic(), question));
        if (programme.data().questions().isEmpty()) {
            return asked.stream()
                    .map(question -> new AskedQuestion(question.text(), question.explanation(), question.topic()))
                    .toList();
        }
        return programme.data().questions().stream()
                .map(text -> {
                    String topic = Question.topicOf(text);
                    Question before = last.get(topic);
                    return new AskedQuestion(text, before == null ? "" : before.explanation(), topic);
                })
                .toList();
    }

    private static boolean hasEnded(ProjectState state) {
        return switch (state) {
            case FINISHED, STOPPED, NOT_STARTED -> true;
            case PREPARING, RUNNING, NOT_GIVEN -> false;
        };
    }

    private String page(ProgrammeDossier programme, RoundForm form, Map<String, String> errors, Model model) {
        model.addAttribute("breadcrumbs", List.of(PROGRESS, new Crumb("Ronde openen", "/voortgang/nieuw")));
        model.addAttribute("programme", programme.name());
        model.addAttribute("programmeId", programme.id());
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute("projects", directory(programme.id()));
        model.addAttribute("today", DutchTime.today(clock));
        return "progress/new";
    }

    private List<ProjectDirectory.Entry> directory(UUID programmeId) {
        return projects.ofProgramme(programmeId);
    }

    private ProgrammeDossier programme(UUID programmeId) {
        return portfolios.programme(programmeId).orElseThrow(() -> new NotFoundException("programme " + programmeId));
    }
}
