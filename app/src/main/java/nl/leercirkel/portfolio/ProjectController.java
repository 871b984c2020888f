package nl.leercirkel.portfolio;

import java.util.List;
import java.util.UUID;
import nl.leercirkel.portfolio.Visibility.Edit;
import nl.leercirkel.security.Action;
import nl.leercirkel.security.Actor;
import nl.leercirkel.security.ActorContext;
import nl.leercirkel.security.Requires;
import nl.leercirkel.security.Right;
import nl.leercirkel.shell.Crumb;
import nl.leercirkel.shell.NotFoundException;
import nl.leercirkel.shell.Notice;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One project: what it is, its history, and taking it out of the portfolio. */
@Controller
class ProjectController {
    private final Portfolios portfolios;
    private final PortfolioEditor editor;

    ProjectController(Portfolios portfolios, PortfolioEditor editor) {
        this.portfolios = portfolios;
        this.editor = editor;
    }

    @GetMapping("/projecten/{projectId}")
    @Requires(value = Right.PROJECT_READ, subject = "project")
    String project(@PathVariable UUID projectId, Model model) {
        ProjectDossier project = find(projectId);
        Actor actor = ActorContext.required();
        model.addAttribute("breadcrumbs", crumbs(actor, project));
        model.addAttribute(
                "view",
                ProjectPage.of(
                        project,
                        portfolios.frame(project.programmeId()).orElseThrow(),
                        portfolios.statusReports(projectId)));
        model.addAttribute("mayEdit", Visibility.edit(actor, project.data()) != Edit.NOTHING);
        model.addAttribute("mayRemove", Visibility.edit(actor, project.data()) == Edit.EVERYTHING);
        return "portfolio/project";
    }

    @GetMapping("/projecten/{projectId}/geschiedenis")
    @Requires(value = Right.PROJECT_READ, subject = "project")
    String history(@PathVariable UUID projectId, Model model) {
        List<HistoryEntry> entries = editor.historyOf(projectId);
        if (entries.isEmpty()) {
            throw new NotFoundException("project " + projectId);
        }
        HistoryEntry latest = entries.getFirst();
        boolean removed = latest.kind() == HistoryEntry.Kind.REMOVED;
        model.addAttribute(
                "breadcrumbs",
                List.of(
                        PortfolioController.PORTFOLIO,
                        new Crumb(latest.projectName(), removed ? "/portfolio" : "/projecten/" + projectId),
                        new Crumb("Geschiedenis", "/projecten/" + projectId + "/geschiedenis")));
        model.addAttribute("name", latest.projectName());
        model.addAttribute("removed", removed);
        model.addAttribute("path", "/projecten/" + projectId);
        model.addAttribute("entries", entries);
        model.addAttribute(
                "when",
                entries.stream()
                        .map(entry -> DutchMoments.moment(entry.occurredAt()))
                        .toList());
        return "portfolio/history";
    }

    @GetMapping("/projecten/{projectId}/verwijderen")
    @Requires(value = Right.PROGRAMME_EDIT, subject = "project")
    String askRemoval(@PathVariable UUID projectId, Model model) {
        return removalForm(find(projectId), "", List.of(), model);
    }

    @PostMapping("/projecten/{projectId}/verwijderen")
    @Requires(value = Right.PROGRAMME_EDIT, action = Action.DELETE, subject = "project")
    String remove(
            @PathVariable UUID projectId,
            @RequestParam int versie,
            @RequestParam(defaultValue = "") String reden,
            Model model,
            RedirectAttributes redirect) {
        ProjectDossier project = find(projectId);
        return switch (editor.removeProject(projectId, versie, reden)) {
            case SaveOutcome.Saved(UUID programmeId) -> {
                Notice.success(
                        redirect,
                        "Het project „" + project.name()
                                + "” is uit het portfolio gehaald. De geschiedenis is bewaard.");
                yield "redirect:/portfolio/" + programmeId;
            }
            case SaveOutcome.Conflict ignored ->
                removalForm(
                        project,
                        reden,
                        List.of(new FieldError(
                                "reden",
                                "Intussen gewijzigd door " + project.changedBy() + " op "
                                        + DutchMoments.moment(project.changedAt())
                                        + ". Kijk het project na en verwijder het daarna alsnog.")),
                        model);
            case SaveOutcome.Refused(List<FieldError> errors) -> removalForm(project, reden, errors, model);
        };
    }

    private static String removalForm(ProjectDossier project, String reason, List<FieldError> errors, Model model) {
        model.addAttribute("breadcrumbs", crumbs(ActorContext.required(), project));
        model.addAttribute("project", project);
        model.addAttribute("reason", reason);
        model.addAttribute("errors", FormView.messages(errors));
        return "portfolio/remove";
    }

    private ProjectDossier find(UUID projectId) {
        return portfolios.project(projectId).orElseThrow(() -> new NotFoundException("project " + projectId));
    }

    /** The way to a project; the programme is only a link for people who may open it. */
    static List<Crumb> crumbs(Actor actor, ProjectDossier project) {
        Crumb self = new Crumb(project.name(), project.path());
        return actor.may(Right.PORTFOLIO_READ)
                ? List.of(
                        PortfolioController.PORTFOLIO,
                        new Crumb(project.programmeName(), "/portfolio/" + project.programmeId()),
                        self)
                : List.of(PortfolioController.PORTFOLIO, self);
    }
}
