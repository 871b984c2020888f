package nl.leercirkel.portfolio;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.leercirkel.organisation.Municipality;
import nl.leercirkel.organisation.Partners;
import nl.leercirkel.organisation.Regions;
import nl.leercirkel.portfolio.Visibility.Edit;
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
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Adding and changing a project. Whatever goes wrong, the form comes back with everything that was typed; when somebody
 * else saved in the meantime, the stored values stand beside it and the person chooses per field.
 */
@Controller
class ProjectFormController {
    /** What a lead partner does not change in its own project. */
    private static final Set<String> LOCKED_FOR_PARTNER =
            Set.of("nummer", "naam", "lijn", PlanForm.ACTION_LINES, "domein", ProjectForm.MONEY, ProjectForm.DECISIONS);

    private final Portfolios portfolios;
    private final PortfolioEditor editor;
    private final Partners partners;
    private final ProjectNames projectNames;
    private final Regions regions;

    ProjectFormController(
            Portfolios portfolios,
            PortfolioEditor editor,
            Partners partners,
            ProjectNames projectNames,
            Regions regions) {
        this.portfolios = portfolios;
        this.editor = editor;
        this.partners = partners;
        this.projectNames = projectNames;
        this.regions = regions;
    }

    @GetMapping("/portfolio/{programmeId}/projecten/nieuw")
    @Requires(value = Right.PROGRAMME_EDIT, subject = "project")
    String add(@PathVariable UUID programmeId, Model model) {
        Programme programme = programme(programmeId);
        return newProjectPage(programme, ProjectHistory.NOTHING, List.of(), "", model);
    }

    @PostMapping("/portfolio/{programmeId}/projecten/nieuw")
    @Requires(value = Right.PROGRAMME_EDIT, action = Action.CREATE, subject = "project")
    String add(
            @PathVariable UUID programmeId,
            @RequestParam MultiValueMap<String, String> posted,
            Model model,
            RedirectAttributes redirect) {
        Map<String, String> input = FormInput.flat(posted);
        Programme programme = programme(programmeId);
        TextForm form = TextForm.of(ProjectForm.SHAPE, input);
        FormAction action = FormAction.of(input.getOrDefault("actie", ""));
        if (!(action instanceof FormAction.Save)) {
            return newProjectPage(programme, action.apply(form), List.of(), action.section(), model);
        }
        TextForm filled = form.withoutBlankRows();
        return switch (ProjectForm.parse(filled, programme.frame)) {
            case Parsed.Invalid<ProjectData>(List<FieldError> errors) ->
                newProjectPage(programme, filled, errors, "", model);
            case Parsed.Valid<ProjectData>(ProjectData data) ->
                switch (editor.addProject(programmeId, data, input.getOrDefault("reden-wijziging", ""))) {
                    case SaveOutcome.Saved(UUID id) -> {
                        Notice.success(redirect, "Het project „" + data.name() + "” is toegevoegd.");
                        yield "redirect:/projecten/" + id;
                    }
                    case SaveOutcome.Refused(List<FieldError> errors) ->
                        newProjectPage(programme, filled, errors, "", model);
                    case SaveOutcome.Conflict ignored ->
                        throw new IllegalStateException("A new project has no version");
                };
        };
    }

    @GetMapping("/projecten/{projectId}/wijzigen")
    @Requires(value = Right.PROJECT_EDIT, subject = "project")
    String change(@PathVariable UUID projectId, Model model) {
        ProjectDossier stored = editable(projectId);
        return page(new Editing(stored, ProjectForm.of(stored.data()), stored.version()), model);
    }

    @PostMapping("/projecten/{projectId}/wijzigen")
    @Requires(value = Right.PROJECT_EDIT, action = Action.CHANGE, subject = "project")
    String change(
            @PathVariable UUID projectId,
            @RequestParam int versie,
            @RequestParam MultiValueMap<String, String> posted,
            Model model,
            RedirectAttributes redirect) {
        Map<String, String> input = FormInput.flat(posted);
        ProjectDossier stored = editable(projectId);
        TextForm storedForm = ProjectForm.of(stored.data());
        TextForm own = TextForm.of(ProjectForm.SHAPE, input);
        for (String part : locked(stored)) {
            own = own.with(part, storedForm);
        }
        Editing editing = new Editing(stored, own, versie);
        editing.remark = input.getOrDefault("reden-wijziging", "").strip();
        editing.readChoices(input, storedForm);
        FormAction action = FormAction.of(input.getOrDefault("actie", ""));
        if (!(action instanceof FormAction.Save)) {
            editing.form = action.apply(own);
            editing.section = action.section();
            return page(editing, model);
        }
        TextForm chosen = editing.chosen(storedForm).withoutBlankRows();
        if (!editing.errors.isEmpty()) {
            return page(editing, model);
        }
        return switch (ProjectForm.parse(chosen, frame(stored.programmeId()))) {
            case Parsed.Invalid<ProjectData>(List<FieldError> errors) -> {
                editing.form = chosen;
                editing.errors.addAll(errors);
                yield page(editing, model);
            }
            case Parsed.Valid<ProjectData>(ProjectData data) ->
                switch (editor.saveProject(projectId, versie, data, editing.remark)) {
                    case SaveOutcome.Saved ignored -> {
                        Notice.success(redirect, "De wijzigingen zijn opgeslagen.");
                        yield "redirect:/projecten/" + projectId;
                    }
                    case SaveOutcome.Refused(List<FieldError> errors) -> {
                        editing.form = chosen;
                        editing.errors.addAll(errors);
                        yield page(editing, model);
                    }
                    case SaveOutcome.Conflict ignored -> page(merged(versie, data, editing.remark, projectId), model);
                };
        };
    }

    /** The form of somebody who was overtaken: own input, completed with what only the other changed. */
    private Editing merged(int versie, ProjectData own, String remark, UUID projectId) {
        ProjectDossier now = editable(projectId);
        TextForm storedForm = ProjectForm.of(now.data());
        TextForm base = editor.snapshot(projectId, versie).orElse(storedForm);
        ProjectMerge merge = ProjectMerge.of(base, storedForm, ProjectForm.of(own));
        Editing editing = new Editing(now, merge.form(), now.version());
        editing.remark = remark;
        editing.overtaken = true;
        editing.taken = merge.taken();
        merge.clashes().forEach(clash -> editing.clashes.add(new Choice(clash, "")));
        return editing;
    }

    /** A field that two people changed, with what the second one chose: "eigen", "opgeslagen" or nothing yet. */
    record Choice(ProjectMerge.Clash clash, String chosen) {}

    /** The state of one form between two requests. */
    private static final class Editing {
        final ProjectDossier stored;
        final int version;
        final List<FieldError> errors = new ArrayList<>();
        final List<Choice> clashes = new ArrayList<>();
        TextForm form;
        String remark = "";
        String section = "";
        boolean overtaken;
        List<String> taken = List.of();

        Editing(ProjectDossier stored, TextForm form, int version) {
            this.stored = stored;
            this.form = form;
            this.version = version;
        }

        void readChoices(Map<String, String> input, TextForm storedForm) {
            for (String part : input.getOrDefault("botsing", "").split(",")) {
                if (form.parts().contains(part)) {
                    clashes.add(new Choice(
                            new ProjectMerge.Clash(part, storedForm.describe(part), form.describe(part)),
                            input.getOrDefault("keuze." + part, "")));
                }
            }
        }

        /** The form after the choices; a choice that was not made is an error. */
        TextForm chosen(TextForm storedForm) {
            TextForm result = form;
            for (Choice choice : clashes) {
                switch (choice.chosen) {
                    case "eigen" -> {}
                    case "opgeslagen" -> result = result.with(choice.clash.part(), storedForm);
                    default ->
                        errors.add(new FieldError("keuze." + choice.clash.part(), "Kies welke waarde blijft staan."));
                }
            }
            return result;
        }
    }

    private String page(Editing editing, Model model) {
        ProjectDossier stored = editing.stored;
        List<Crumb> crumbs = new ArrayList<>(ProjectController.crumbs(ActorContext.required(), stored));
        crumbs.add(new Crumb("Wijzigen", stored.path() + "/wijzigen"));
        model.addAttribute("breadcrumbs", crumbs);
        model.addAttribute("heading", stored.name() + " wijzigen");
        model.addAttribute("action", stored.path() + "/wijzigen");
        model.addAttribute("cancel", stored.path());
        model.addAttribute("version", editing.version);
        model.addAttribute("remark", editing.remark);
        model.addAttribute("section", editing.section);
        model.addAttribute("overtaken", editing.overtaken);
        model.addAttribute("taken", editing.taken);
        model.addAttribute("clashes", editing.clashes);
        model.addAttribute(
                "clashParts",
                String.join(
                        ",",
                        editing.clashes.stream()
                                .map(choice -> choice.clash.part())
                                .toList()));
        model.addAttribute("changedBy", stored.changedBy());
        model.addAttribute("changedAt", DutchMoments.moment(stored.changedAt()));
        model.addAttribute("locked", !locked(stored).isEmpty());
        suggestions(stored.programmeId(), model);
        model.addAttribute(
                "form",
                design(frame(stored.programmeId()), editing.form).view(editing.form, editing.errors, locked(stored)));
        return "portfolio/project-form";
    }

    private String newProjectPage(
            Programme programme, TextForm form, List<FieldError> errors, String section, Model model) {
        String path = "/portfolio/" + programme.id;
        model.addAttribute(
                "breadcrumbs",
                List.of(
                        PortfolioController.PORTFOLIO,
                        new Crumb(programme.name, path),
                        new Crumb("Nieuw project", path + "/projecten/nieuw")));
        model.addAttribute("heading", "Nieuw project in " + programme.name);
        model.addAttribute("action", path + "/projecten/nieuw");
        model.addAttribute("cancel", path);
        model.addAttribute("version", 0);
        model.addAttribute("section", section);
        suggestions(programme.id, model);
        model.addAttribute("form", design(programme.frame, form).view(form, errors, Set.of()));
        return "portfolio/project-form";
    }

    private static Set<String> locked(ProjectDossier stored) {
        return switch (Visibility.edit(ActorContext.required(), stored.data())) {
            case EVERYTHING -> Set.of();
            case CONTENT -> LOCKED_FOR_PARTNER;
            case NOTHING -> throw new AccessDeniedException("May not change this project");
        };
    }

    private ProjectDossier editable(UUID projectId) {
        ProjectDossier project =
                portfolios.project(projectId).orElseThrow(() -> new NotFoundException("project " + projectId));
        if (Visibility.edit(ActorContext.required(), project.data()) == Edit.NOTHING) {
            throw new AccessDeniedException("May not change this project");
        }
        return project;
    }

    private void suggestions(UUID programmeId, Model model) {
        model.addAttribute("partnerNames", partners.names());
        model.addAttribute("projectNames", projectNames.suggestions(programmeId));
        model.addAttribute(
                "municipalityNames",
                regions.municipalities().stream().map(Municipality::name).toList());
    }

    /** A criterion that the programme no longer has can still be chosen where it was chosen before. */
    private static FormView.Design design(ProgrammeFrame frame, TextForm form) {
        return FormDesigns.project(
                frame,
                form.rows(PlanForm.CRITERION_LESSONS).stream()
                        .map(row -> row.getOrDefault("criterium", ""))
                        .filter(criterion -> !criterion.isEmpty())
                        .toList());
    }

    /** What a form for a new project needs to know of its programme. */
    private record Programme(UUID id, String name, ProgrammeFrame frame) {}

    private Programme programme(UUID programmeId) {
        return portfolios
                .programmeName(programmeId)
                .map(name -> new Programme(programmeId, name, frame(programmeId)))
                .orElseThrow(() -> new NotFoundException("programme " + programmeId));
    }

    private ProgrammeFrame frame(UUID programmeId) {
        return portfolios.frame(programmeId).orElseThrow(() -> new NotFoundException("programme " + programmeId));
    }
}
