package nl.leercirkel.portfolio;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.leercirkel.security.Actor;
import nl.leercirkel.security.ActorContext;
import nl.leercirkel.security.Requires;
import nl.leercirkel.security.Right;
import nl.leercirkel.shell.Crumb;
import nl.leercirkel.shell.NotFoundException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The programmes of the authority, and one programme with its money and projects. */
@Controller
class PortfolioController {
    static final Crumb PORTFOLIO = new Crumb("Portfolio", "/portfolio");

    private final Portfolios portfolios;

    PortfolioController(Portfolios portfolios) {
        this.portfolios = portfolios;
    }

    @GetMapping("/portfolio")
    @Requires(value = Right.PROJECT_READ, subject = "portfolio")
    String portfolio(Model model) {
        Actor actor = ActorContext.required();
        model.addAttribute("breadcrumbs", List.of(PORTFOLIO));
        if (!actor.may(Right.PORTFOLIO_READ)) {
            model.addAttribute(
                    "rows",
                    portfolios.visibleProjects().stream().map(ProjectRow::of).toList());
            return "portfolio/own-projects";
        }
        model.addAttribute("programmes", portfolios.programmes());
        model.addAttribute("mayEdit", actor.may(Right.PROGRAMME_EDIT));
        return "portfolio/programmes";
    }

    @GetMapping("/portfolio/{programmeId}")
    @Requires(value = Right.PORTFOLIO_READ, subject = "programme")
    String programme(
            @PathVariable UUID programmeId,
            @RequestParam(defaultValue = "") String lijn,
            @RequestParam(defaultValue = "") String domein,
            @RequestParam(defaultValue = "") String partner,
            @RequestParam(defaultValue = "") String besluit,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String controle,
            Model model) {
        ProgrammeDossier programme =
                portfolios.programme(programmeId).orElseThrow(() -> new NotFoundException("programme " + programmeId));
        ProjectFilter filter = new ProjectFilter(
                lijn.strip(), domein.strip(), partner.strip(), besluit.strip(), q.strip(), controle.strip());
        List<ProjectDossier> projects = programme.projects();
        Actor actor = ActorContext.required();
        model.addAttribute("breadcrumbs", List.of(PORTFOLIO, new Crumb(programme.name(), "/portfolio/" + programmeId)));
        model.addAttribute("programme", programme);
        model.addAttribute("description", Prose.blocks(programme.data().description()));
        model.addAttribute("overview", programme.overview());
        model.addAttribute("money", FinancialTable.of(programme));
        model.addAttribute(
                "rows",
                projects.stream().filter(filter::matches).map(ProjectRow::of).toList());
        model.addAttribute("contradictions", contradictions(programme));
        model.addAttribute(
                "funds", programme.data().funds().stream().map(FundView::of).toList());
        model.addAttribute("actionLines", actionLines(programme));
        model.addAttribute("filter", filter);
        model.addAttribute(
                "lines", ProjectFilter.options(programme.lines().stream().map(Line::name)));
        model.addAttribute(
                "domains",
                ProjectFilter.options(
                        projects.stream().map(project -> project.data().domain())));
        model.addAttribute(
                "partners",
                ProjectFilter.options(projects.stream()
                        .flatMap(project -> project.data().partners().stream())
                        .map(Partnership::name)));
        model.addAttribute("decisions", decisionOptions());
        model.addAttribute("mayEditProgramme", actor.may(Right.PROGRAMME_EDIT));
        model.addAttribute("mayAddProject", actor.may(Right.PROJECT_EDIT));
        return "portfolio/programme";
    }

    private static List<FormView.Option> decisionOptions() {
        List<FormView.Option> options = new ArrayList<>(FormView.options(DecisionKind.class));
        options.add(new FormView.Option(ProjectFilter.NO_DECISION, "Nog geen besluit"));
        return options;
    }

    /** An action line with the projects that point at it. */
    record ActionLineView(String name, List<ProjectDossier> projects) {}

    private static List<ActionLineView> actionLines(ProgrammeDossier programme) {
        return programme.data().actionLines().stream()
                .map(line -> new ActionLineView(
                        line.format(),
                        programme.projects().stream()
                                .filter(project ->
                                        project.data().plan().actionLines().contains(line.number()))
                                .toList()))
                .toList();
    }

    /** A contradiction with the project it is about, when it is about one. */
    record Shown(String project, String path, Check check) {}

    private static List<Shown> contradictions(ProgrammeDossier programme) {
        return Stream.concat(
                        programme.checks().stream().map(check -> new Shown("", "", check)),
                        programme.projects().stream()
                                .flatMap(project -> project.checks().stream()
                                        .map(check -> new Shown(project.name(), project.path(), check))))
                .filter(shown -> shown.check.isContradiction() || shown.project.isEmpty())
                .toList();
    }
}
