package nl.leercirkel.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.leercirkel.organisation.Partners;
import nl.leercirkel.portfolio.FieldError;
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

/** Filling in an application, saving it as a draft, and handing it in. */
@Controller
class ApplicationFormController {
    private final Applications applications;
    private final Calls calls;
    private final Partners partners;

    ApplicationFormController(Applications applications, Calls calls, Partners partners) {
        this.applications = applications;
        this.calls = calls;
        this.partners = partners;
    }

    /** An answer that somebody else saved in the meantime and that is not what one typed oneself. */
    record Difference(String label, List<String> stored, List<String> own) {}

    @GetMapping("/aanvragen/{applicationId}/invullen")
    @Requires(value = Right.APPLICATION_EDIT, subject = "application")
    String fill(@PathVariable UUID applicationId, Model model) {
        Application application = own(applicationId);
        Optional<String> refusal = applications.editRefusal(application);
        if (refusal.isPresent()) {
            return "redirect:" + application.path();
        }
        return page(application, application.answers(), application.version(), List.of(), "", model);
    }

    @PostMapping("/aanvragen/{applicationId}/invullen")
    @Requires(value = Right.APPLICATION_EDIT, action = Action.CHANGE, subject = "application")
    String fill(
            @PathVariable UUID applicationId,
            @RequestParam int versie,
            @RequestParam MultiValueMap<String, String> input,
            Model model,
            RedirectAttributes redirect) {
        Application application = own(applicationId);
        CallForm form = applications.form(application);
        Answers answers = Answers.posted(form, input);
        String action = Optional.ofNullable(input.getFirst("actie")).orElse("opslaan");
        if (action.startsWith("rij-")) {
            String[] parts = action.split("[:.]");
            return page(
                    application,
                    rows(form, answers, parts),
                    versie,
                    List.of(),
                    parts.length > 1 ? parts[1] : "",
                    model);
        }
        boolean handIn = action.equals("indienen");
        Outcome outcome = handIn
                ? applications.handIn(applicationId, versie, answers)
                : applications.save(applicationId, versie, answers);
        return switch (outcome) {
            case Outcome.Done ignored -> {
                Notice.success(
                        redirect,
                        handIn
                                ? "De aanvraag is ingediend. Tot de uitvraag sluit kunt u haar nog verbeteren."
                                : "Het concept is bewaard. U kunt later verder gaan.");
                yield "redirect:" + application.path() + (handIn ? "" : "/invullen");
            }
            case Outcome.Invalid(List<FieldError> errors) -> {
                // what can be saved was saved: the version in view is the one that is stored now
                Application now = own(applicationId);
                int version =
                        now.answers().equals(answers.withoutBlankRows().keepingWhatIsNotAsked(form, now.answers()))
                                ? now.version()
                                : versie;
                yield page(now, answers, version, errors, "", model);
            }
            case Outcome.Refused(String why) -> {
                Notice.error(redirect, why);
                yield "redirect:" + application.path();
            }
            case Outcome.Conflict ignored -> overtaken(own(applicationId), form, answers, model);
        };
    }

    private static Answers rows(CallForm form, Answers answers, String[] parts) {
        boolean known = parts.length > 1
                && form.field(parts[1]).filter(field -> field.kind().hasRows()).isPresent();
        if (known && parts.length == 2 && parts[0].equals("rij-toevoegen")) {
            return answers.withRow(parts[1], Map.of());
        }
        if (known && parts.length == 3 && parts[0].equals("rij-verwijderen") && parts[2].matches("\\d{1,2}")) {
            return answers.withoutRow(parts[1], Integer.parseInt(parts[2]));
        }
        return answers;
    }

    /** Own input stays in the form; what somebody else saved and differs stands above it. */
    private String overtaken(Application now, CallForm form, Answers own, Model model) {
        List<Difference> differences = new ArrayList<>();
        for (FormField field : form.fields()) {
            String stored = now.answers().describe(field);
            String typed = own.withoutBlankRows().describe(field);
            if (!stored.equals(typed)) {
                differences.add(new Difference(
                        field.label(), stored.lines().toList(), typed.lines().toList()));
            }
        }
        model.addAttribute(
                "warning",
                "Intussen gewijzigd door " + now.changedBy() + " op " + Moments.moment(now.changedAt())
                        + "; uw invoer staat er nog en is niet opgeslagen.");
        model.addAttribute("differences", differences);
        return page(now, own, now.version(), List.of(), "", model);
    }

    private String page(
            Application application, Answers answers, int version, List<FieldError> errors, String focus, Model model) {
        Call call = calls.required(application.callId());
        CallForm form = applications.form(application);
        model.addAttribute(
                "breadcrumbs",
                List.of(
                        CallController.CALLS,
                        new Crumb(call.title(), call.path()),
                        new Crumb(application.title(), application.path()),
                        new Crumb("Invullen", application.path() + "/invullen")));
        model.addAttribute("call", call);
        model.addAttribute("sheet", application);
        model.addAttribute("version", version);
        model.addAttribute("focus", focus);
        model.addAttribute("form", FormPage.of(form, answers, errors));
        model.addAttribute("partnerNames", partners.names());
        model.addAttribute("open", call.state() == CallState.OPEN);
        model.addAttribute(
                "todo",
                AnswerCheck.ofSubmission(form, answers, application.partnerName())
                        .size());
        return "call/application-form";
    }

    private Application own(UUID applicationId) {
        return applications
                .find(applicationId)
                .filter(applications::isOwn)
                .orElseThrow(() -> new NotFoundException("application " + applicationId));
    }
}
