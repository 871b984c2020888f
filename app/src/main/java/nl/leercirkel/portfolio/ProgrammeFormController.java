package nl.leercirkel.portfolio;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.leercirkel.security.Action;
import nl.leercirkel.security.Requires;
import nl.leercirkel.security.Right;
import nl.leercirkel.shell.Crumb;
import nl.leercirkel.shell.NotFoundException;
import nl.leercirkel.shell.Notice;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Adding and changing a programme with its lines. */
@Controller
class ProgrammeFormController {
    private final Portfolios portfolios;
    private final ProgrammeEditor editor;

    ProgrammeFormController(Portfolios portfolios, ProgrammeEditor editor) {
        this.portfolios = portfolios;
        this.editor = editor;
    }

    @GetMapping("/portfolio/nieuw")
    @Requires(value = Right.PROGRAMME_EDIT, subject = "programme")
    String add(Model model) {
        return newPage(TextForm.of(ProgrammeForm.SHAPE, Map.of()), List.of(), "", model);
    }

    @PostMapping("/portfolio/nieuw")
    @Requires(value = Right.PROGRAMME_EDIT, action = Action.CREATE, subject = "programme")
    String add(@RequestParam MultiValueMap<String, String> posted, Model model, RedirectAttributes redirect) {
        Map<String, String> input = FormInput.flat(posted);
        TextForm form = TextForm.of(ProgrammeForm.SHAPE, input);
        FormAction action = FormAction.of(input.getOrDefault("actie", ""));
        if (!(action instanceof FormAction.Save)) {
            return newPage(action.apply(form), List.of(), action.section(), model);
        }
        TextForm filled = form.withoutBlankRows();
        return switch (ProgrammeForm.parse(filled)) {
            case Parsed.Invalid<ProgrammeForm.Draft>(List<FieldError> errors) -> newPage(filled, errors, "", model);
            case Parsed.Valid<ProgrammeForm.Draft>(ProgrammeForm.Draft draft) ->
                switch (editor.addProgramme(draft)) {
                    case SaveOutcome.Saved(UUID id) -> {
                        Notice.success(redirect, "Het programma is toegevoegd. Voeg nu de projecten toe.");
                        yield "redirect:/portfolio/" + id;
                    }
                    case SaveOutcome.Refused(List<FieldError> errors) -> newPage(filled, errors, "", model);
                    case SaveOutcome.Conflict ignored ->
                        throw new IllegalStateException("A new programme has no version");
                };
        };
    }

    @GetMapping("/portfolio/{programmeId}/wijzigen")
    @Requires(value = Right.PROGRAMME_EDIT, subject = "programme")
    String change(@PathVariable UUID programmeId, Model model) {
        ProgrammeDossier stored = find(programmeId);
        return changePage(
                stored, ProgrammeForm.of(stored.data(), stored.lines()), stored.version(), List.of(), "", "", model);
    }

    @PostMapping("/portfolio/{programmeId}/wijzigen")
    @Requires(value = Right.PROGRAMME_EDIT, action = Action.CHANGE, subject = "programme")
    String change(
            @PathVariable UUID programmeId,
            @RequestParam int versie,
            @RequestParam MultiValueMap<String, String> posted,
            Model model,
            RedirectAttributes redirect) {
        ProgrammeDossier stored = find(programmeId);
        Map<String, String> input = FormInput.flat(posted);
        TextForm form = TextForm.of(ProgrammeForm.SHAPE, input);
        FormAction action = FormAction.of(input.getOrDefault("actie", ""));
        if (!(action instanceof FormAction.Save)) {
            return changePage(stored, action.apply(form), versie, List.of(), action.section(), "", model);
        }
        TextForm filled = form.withoutBlankRows();
        return switch (ProgrammeForm.parse(filled)) {
            case Parsed.Invalid<ProgrammeForm.Draft>(List<FieldError> errors) ->
                changePage(stored, filled, versie, errors, "", "", model);
            case Parsed.Valid<ProgrammeForm.Draft>(ProgrammeForm.Draft draft) ->
                switch (editor.saveProgramme(programmeId, versie, draft)) {
                    case SaveOutcome.Saved ignored -> {
                        Notice.success(redirect, "De wijzigingen zijn opgeslagen.");
                        yield "redirect:/portfolio/" + programmeId;
                    }
                    case SaveOutcome.Refused(List<FieldError> errors) ->
                        changePage(stored, filled, versie, errors, "", "", model);
                    case SaveOutcome.Conflict ignored -> overtaken(find(programmeId), filled, model);
                };
        };
    }

    /** Own input stays in the form; what differs from the stored programme is listed above it. */
    private static String overtaken(ProgrammeDossier now, TextForm own, Model model) {
        TextForm stored = ProgrammeForm.of(now.data(), now.lines());
        model.addAttribute("differences", ProjectHistory.changes(stored, own));
        String warning = "Intussen gewijzigd door " + now.changedBy() + " op " + DutchMoments.moment(now.changedAt())
                + "; uw invoer staat er nog. Vergelijk de waarden hieronder en sla daarna opnieuw op.";
        return changePage(now, own, now.version(), List.of(), "", warning, model);
    }

    private static String newPage(TextForm form, List<FieldError> errors, String section, Model model) {
        model.addAttribute(
                "breadcrumbs",
                List.of(PortfolioController.PORTFOLIO, new Crumb("Nieuw programma", "/portfolio/nieuw")));
        return page("Nieuw programma", "/portfolio/nieuw", "/portfolio", 0, form, errors, section, "", model);
    }

    private static String changePage(
            ProgrammeDossier stored,
            TextForm form,
            int version,
            List<FieldError> errors,
            String section,
            String warning,
            Model model) {
        String path = "/portfolio/" + stored.id();
        model.addAttribute(
                "breadcrumbs",
                List.of(
                        PortfolioController.PORTFOLIO,
                        new Crumb(stored.name(), path),
                        new Crumb("Wijzigen", path + "/wijzigen")));
        return page(
                stored.name() + " wijzigen", path + "/wijzigen", path, version, form, errors, section, warning, model);
    }

    private static String page(
            String heading,
            String action,
            String cancel,
            int version,
            TextForm form,
            List<FieldError> errors,
            String section,
            String warning,
            Model model) {
        model.addAttribute("heading", heading);
        model.addAttribute("action", action);
        model.addAttribute("cancel", cancel);
        model.addAttribute("version", version);
        model.addAttribute("section", section);
        model.addAttribute("warning", warning);
        model.addAttribute("form", FormDesigns.programme().view(form, errors, Set.of()));
        return "portfolio/programme-form";
    }

    private ProgrammeDossier find(UUID programmeId) {
        return portfolios
                .programmeAlone(programmeId)
                .orElseThrow(() -> new NotFoundException("programme " + programmeId));
    }
}
