package nl.leercirkel.portfolio;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.leercirkel.security.Action;
import nl.leercirkel.security.ActorContext;
import nl.leercirkel.security.Requires;
import nl.leercirkel.security.Right;
import nl.leercirkel.shell.Crumb;
import nl.leercirkel.shell.NotFoundException;
import nl.leercirkel.shell.Notice;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Saying how a project goes. */
@Controller
class StatusController {
    private final Portfolios portfolios;
    private final StatusReports reports;
    private final Clock clock;

    StatusController(Portfolios portfolios, StatusReports reports, Clock clock) {
        this.portfolios = portfolios;
        this.reports = reports;
        this.clock = clock;
    }

    @GetMapping("/projecten/{projectId}/stand")
    @Requires(value = Right.PROJECT_EDIT, subject = "project")
    String ask(@PathVariable UUID projectId, Model model) {
        String today = LocalDate.ofInstant(clock.instant(), DutchMoments.ZONE).toString();
        return form(editable(projectId), Map.of("datum", today), List.of(), model);
    }

    @PostMapping("/projecten/{projectId}/stand")
    @Requires(value = Right.PROJECT_EDIT, action = Action.CREATE, subject = "project")
    String report(
            @PathVariable UUID projectId,
            @RequestParam Map<String, String> input,
            Model model,
            RedirectAttributes redirect) {
        ProjectDossier project = editable(projectId);
        Optional<Light> light = Term.parse(Light.class, input.getOrDefault("licht", ""));
        Optional<LocalDate> day = DatePart.parse(input.getOrDefault("datum", ""))
                .filter(part -> part.precision() == DatePart.Precision.DAY)
                .map(DatePart::first);
        List<FieldError> errors = new ArrayList<>();
        if (light.isEmpty()) {
            errors.add(new FieldError("licht", "Kies hoe het gaat: op koers, aandacht of stop."));
        }
        if (day.isEmpty()) {
            errors.add(new FieldError("datum", "Schrijf een dag, bijvoorbeeld 1 maart 2022 of 2022-03-01."));
        }
        if (light.isEmpty() || day.isEmpty()) {
            return form(project, input, errors, model);
        }
        return switch (reports.report(projectId, day.get(), light.get(), input.getOrDefault("reden", ""))) {
            case SaveOutcome.Saved ignored -> {
                Notice.success(redirect, "De stand van „" + project.name() + "” is toegevoegd.");
                yield "redirect:/projecten/" + projectId;
            }
            case SaveOutcome.Refused(List<FieldError> refused) -> form(project, input, refused, model);
            case SaveOutcome.Conflict ignored -> throw new IllegalStateException("A report has no version");
        };
    }

    private static String form(
            ProjectDossier project, Map<String, String> input, List<FieldError> errors, Model model) {
        List<Crumb> crumbs = new ArrayList<>(ProjectController.crumbs(ActorContext.required(), project));
        crumbs.add(new Crumb("Stand melden", project.path() + "/stand"));
        model.addAttribute("breadcrumbs", crumbs);
        model.addAttribute("project", project);
        model.addAttribute("input", input);
        model.addAttribute("lights", FormView.options(Light.class));
        model.addAttribute("errors", FormView.messages(errors));
        return "portfolio/status-form";
    }

    private ProjectDossier editable(UUID projectId) {
        ProjectDossier project =
                portfolios.project(projectId).orElseThrow(() -> new NotFoundException("project " + projectId));
        if (Visibility.edit(ActorContext.required(), project.data()) == Visibility.Edit.NOTHING) {
            throw new AccessDeniedException("May not report on this project");
        }
        return project;
    }
}
