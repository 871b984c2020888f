package nl.leercirkel.progress;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.leercirkel.portfolio.Light;
import nl.leercirkel.portfolio.ProjectDirectory;
import nl.leercirkel.portfolio.Prose;
import nl.leercirkel.portfolio.Term;
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

/**
 * The report of one project in one round: writing, handing in, judging and reading. Whatever goes wrong with saving, the
 * page comes back with everything that was typed.
 */
@Controller
class ProjectReportController {
    private static final String REPORT = "/voortgang/{roundId}/projecten/{projectId}";

    private final ProjectReports reports;
    private final ReportEditor editor;
    private final Rounds rounds;
    private final ProjectDirectory projects;
    private final Clock clock;

    ProjectReportController(
            ProjectReports reports, ReportEditor editor, Rounds rounds, ProjectDirectory projects, Clock clock) {
        this.reports = reports;
        this.editor = editor;
        this.rounds = rounds;
        this.projects = projects;
        this.clock = clock;
    }

    @GetMapping(REPORT)
    @Requires(value = Right.PROGRESS_READ, subject = "progress report")
    String report(@PathVariable UUID roundId, @PathVariable UUID projectId, Model model) {
        ProjectReport report = find(roundId, projectId);
        return page(report, report.draft(), null, Map.of(), model);
    }

    @PostMapping(REPORT)
    @Requires(value = Right.PROGRESS_WRITE, action = Action.CHANGE, subject = "progress report")
    String write(
            @PathVariable UUID roundId,
            @PathVariable UUID projectId,
            @RequestParam(defaultValue = "-1") int versie,
            @RequestParam Map<String, String> input,
            Model model,
            RedirectAttributes redirect) {
        ProjectReport before = find(roundId, projectId);
        Content typed = read(input, rounds.questions(roundId));
        String taken = input.getOrDefault("overnemen", "");
        Content own = taken.isEmpty() ? typed : withEarlier(before, typed, taken);
        boolean handsIn = "inleveren".equals(input.get("actie")) && taken.isEmpty();
        ReportOutcome outcome =
                handsIn ? editor.handIn(roundId, projectId, versie, own) : editor.save(roundId, projectId, versie, own);
        return switch (outcome) {
            case ReportOutcome.Done ignored -> {
                if (handsIn) {
                    Notice.success(redirect, "De voortgang van " + before.name() + " is ingeleverd.");
                } else if (taken.isEmpty()) {
                    Notice.success(redirect, "Uw concept is bewaard. Het is nog niet ingeleverd.");
                } else {
                    Notice.success(redirect, "Overgenomen en als concept bewaard. Werk de tekst bij voor deze ronde.");
                }
                yield "redirect:" + before.path() + (taken.isEmpty() ? "" : "#veld-" + Content.field(idOf(taken)));
            }
            case ReportOutcome.Conflict ignored -> {
                ProjectReport now = find(roundId, projectId);
                model.addAttribute("overtaken", true);
                yield page(now, own, now.draft(), Map.of(), model);
            }
            case ReportOutcome.Shut ignored -> {
                ProjectReport now = find(roundId, projectId);
                model.addAttribute("unsaved", unsaved(now, own));
                yield page(now, own, null, Map.of(), model);
            }
            case ReportOutcome.Incomplete(Map<String, String> errors, boolean stored) -> {
                ProjectReport now = find(roundId, projectId);
                model.addAttribute("storedAsDraft", stored);
                yield page(now, own, null, errors, model);
            }
        };
    }

    /** The own text with last round's answer to one question (or to all) put in; below what was typed already. */
    private Content withEarlier(ProjectReport report, Content typed, String which) {
        Optional<ProjectReports.Earlier> earlier = reports.earlier(report);
        if (earlier.isEmpty()) {
            return typed;
        }
        Content content = typed;
        for (Question question : rounds.questions(report.round().id())) {
            String before = earlier.get().answersByTopic().getOrDefault(question.topic(), "");
            String now = content.answer(question.id());
            boolean wanted = which.equals(question.id().toString()) || (which.equals("alles") && now.isEmpty());
            if (wanted && !before.isEmpty() && !now.contains(before)) {
                content = content.withAnswer(question.id(), now.isEmpty() ? before : now + "\n\n" + before);
            }
        }
        return content;
    }

    private static UUID idOf(String taken) {
        try {
            return UUID.fromString(taken);
        } catch (IllegalArgumentException allOfThem) {
            return new UUID(0, 0);
        }
    }

    private static Content read(Map<String, String> input, List<Question> questions) {
        Map<UUID, String> answers = new HashMap<>();
        questions.forEach(question -> answers.put(question.id(), text(input, Content.field(question.id()))));
        return new Content(
                Term.parse(Light.class, text(input, "licht").replace('-', ' ')).orElse(null),
                text(input, "reden"),
                text(input, "cijfers"),
                answers);
    }

    private static String text(Map<String, String> input, String field) {
        return input.getOrDefault(field, "").replace("\r\n", "\n").strip();
    }

    /** What was typed but can no longer be stored, to be copied by hand. */
    private List<ReportPage.Answered> unsaved(ProjectReport report, Content own) {
        List<ReportPage.Answered> texts = new ArrayList<>(
                ReportPage.answered(rounds.questions(report.round().id()), own));
        texts.add(new ReportPage.Answered("Waarom?", Prose.blocks(own.reason())));
        texts.add(new ReportPage.Answered("Cijfers", Prose.blocks(own.figures())));
        return texts.stream().filter(text -> !text.answer().isEmpty()).toList();
    }

    @PostMapping(REPORT + "/terugsturen")
    @Requires(value = Right.ROUND_MANAGE, action = Action.CHANGE, subject = "progress report")
    String sendBack(
            @PathVariable UUID roundId,
            @PathVariable UUID projectId,
            @RequestParam(defaultValue = "0") int nummer,
            @RequestParam(defaultValue = "") String opmerking,
            Model model,
            RedirectAttributes redirect) {
        ProjectReport report = find(roundId, projectId);
        String remark = opmerking.replace("\r\n", "\n").strip();
        if (remark.isEmpty() || remark.length() > Content.LONGEST) {
            model.addAttribute("remark", remark);
            return page(
                    report,
                    report.draft(),
                    null,
                    Map.of(
                            "opmerking",
                            remark.isEmpty()
                                    ? "Schrijf wat er nog nodig is; de partner leest dit."
                                    : "Deze tekst is te lang: ten hoogste 20.000 tekens."),
                    model);
        }
        return judged(
                editor.sendBack(roundId, projectId, nummer, remark),
                report,
                "Versie " + nummer + " is teruggestuurd. De partner ziet uw opmerking op de startpagina.",
                redirect);
    }

    @PostMapping(REPORT + "/accepteren")
    @Requires(value = Right.ROUND_MANAGE, action = Action.CHANGE, subject = "progress report")
    String accept(
            @PathVariable UUID roundId,
            @PathVariable UUID projectId,
            @RequestParam(defaultValue = "0") int nummer,
            RedirectAttributes redirect) {
        ProjectReport report = find(roundId, projectId);
        return judged(editor.accept(roundId, projectId, nummer), report, "Versie " + nummer + " is akkoord.", redirect);
    }

    private static String judged(
            ReportOutcome outcome, ProjectReport report, String done, RedirectAttributes redirect) {
        switch (outcome) {
            case ReportOutcome.Done ignored -> Notice.success(redirect, done);
            case ReportOutcome.Shut ignored -> Notice.error(redirect, "De ronde is gesloten. Er is niets veranderd.");
            case ReportOutcome.Conflict ignored ->
                Notice.error(
                        redirect, "Er is niets veranderd: iemand anders heeft deze voortgang intussen beoordeeld.");
            case ReportOutcome.Incomplete ignored -> throw new IllegalStateException("Judging asks for no text");
        }
        return "redirect:" + report.path();
    }

    @GetMapping(REPORT + "/versies/{number}")
    @Requires(value = Right.PROGRESS_READ, subject = "progress report")
    String version(@PathVariable UUID roundId, @PathVariable UUID projectId, @PathVariable int number, Model model) {
        ProjectReport report = find(roundId, projectId);
        Submission submission = reports.versions(report).stream()
                .filter(version -> version.number() == number)
                .findFirst()
                .orElseThrow(() -> new NotFoundException("version " + number));
        List<Crumb> crumbs = new ArrayList<>(crumbs(report));
        crumbs.add(new Crumb("Versie " + number, report.path() + "/versies/" + number));
        model.addAttribute("breadcrumbs", crumbs);
        model.addAttribute("report", report);
        model.addAttribute("version", ReportPage.Version.of(submission));
        model.addAttribute("last", submission.number() == report.submissions());
        model.addAttribute("answered", ReportPage.answered(rounds.questions(roundId), submission.content()));
        return "progress/version";
    }

    @GetMapping("/projecten/{projectId}/voortgang")
    @Requires(value = Right.PROGRESS_READ, subject = "progress report")
    String project(@PathVariable UUID projectId, Model model) {
        ProjectDirectory.Entry project =
                projects.find(projectId).orElseThrow(() -> new NotFoundException("project " + projectId));
        String path = project.path() + "/voortgang";
        model.addAttribute(
                "breadcrumbs",
                List.of(
                        new Crumb("Portfolio", "/portfolio"),
                        new Crumb(project.name(), project.path()),
                        new Crumb("Voortgang", path)));
        model.addAttribute("project", project);
        model.addAttribute("table", ProgressTable.of(reports.history(projectId)));
        return "progress/project";
    }

    private String page(
            ProjectReport report, Content own, @Nullable Content stored, Map<String, String> errors, Model model) {
        UUID roundId = report.round().id();
        List<Question> questions = rounds.questions(roundId);
        boolean writing = report.isOpenToWrite();
        Optional<ProjectReports.Earlier> earlier = writing ? reports.earlier(report) : Optional.empty();
        List<Submission> versions = reports.versions(report);
        boolean showsDraft = !writing && report.mayWrite() && report.hasDraft();
        Content shown = showsDraft
                ? report.draft()
                : versions.isEmpty() ? Content.EMPTY : versions.getLast().content();
        model.addAttribute("breadcrumbs", crumbs(report));
        model.addAttribute(
                "view",
                new ReportPage(
                        report,
                        report.state().labelKey(report.round().isClosed()),
                        report.round().isOverdue(DutchTime.today(clock))
                                && report.state().isAwaited(),
                        writing,
                        ReportPage.texts(questions, own, earlier, stored),
                        ReportPage.lastTime(earlier),
                        versions.stream().map(ReportPage.Version::of).toList(),
                        versions.isEmpty() && !showsDraft ? List.of() : ReportPage.answered(questions, shown),
                        versions.isEmpty() ? null : ReportPage.Version.of(versions.getLast()),
                        showsDraft));
        model.addAttribute("draft", showsDraft ? report.draft() : Content.EMPTY);
        model.addAttribute("draftReason", Prose.blocks(report.draft().reason()));
        model.addAttribute("draftFigures", Prose.blocks(report.draft().figures()));
        model.addAttribute("errors", ordered(errors, questions));
        model.addAttribute("lights", Light.values());
        model.addAttribute("deadline", DutchTime.day(report.round().deadline()));
        model.addAttribute("changed", DutchTime.moment(report.changedAt()));
        model.addAttribute("events", EventView.of(rounds.events(roundId, report.projectId())));
        boolean manages = ActorContext.required().may(Right.ROUND_MANAGE);
        model.addAttribute("manages", manages);
        model.addAttribute(
                "mayJudge",
                manages && !report.round().isClosed() && !report.state().isAwaited());
        model.addAttribute("keepKey", ActorContext.required().accountId() + ":" + roundId + ":" + report.projectId());
        return "progress/report";
    }

    private static Map<String, String> ordered(Map<String, String> errors, List<Question> questions) {
        Map<String, String> ordered = new LinkedHashMap<>();
        List<String> fields = new ArrayList<>(List.of("licht", "reden"));
        questions.forEach(question -> fields.add(Content.field(question.id())));
        fields.add("cijfers");
        fields.forEach(field -> {
            String error = errors.get(field);
            if (error != null) {
                ordered.put(field, error);
            }
        });
        errors.forEach(ordered::putIfAbsent);
        return ordered;
    }

    private static List<Crumb> crumbs(ProjectReport report) {
        return List.of(
                RoundListController.PROGRESS,
                new Crumb(report.round().name(), report.round().path()),
                new Crumb(report.name(), report.path()));
    }

    private ProjectReport find(UUID roundId, UUID projectId) {
        return reports.find(roundId, projectId)
                .orElseThrow(() -> new NotFoundException("project " + projectId + " in round " + roundId));
    }
}
