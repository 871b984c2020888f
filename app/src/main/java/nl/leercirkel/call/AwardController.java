package nl.leercirkel.call;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.leercirkel.portfolio.FieldError;
import nl.leercirkel.security.Action;
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

/** Awarding or refusing one application. */
@Controller
class AwardController {
    private final Decisions decisions;
    private final Applications applications;

    AwardController(Decisions decisions, Applications applications) {
        this.decisions = decisions;
        this.applications = applications;
    }

    @GetMapping("/aanvragen/{applicationId}/besluit")
    @Requires(value = Right.APPLICATION_DECIDE, subject = "award")
    String decide(@PathVariable UUID applicationId, Model model) {
        Decisions.Subject subject = required(applicationId);
        if (applications.decision(applicationId).isPresent()) {
            return "redirect:" + subject.application().path();
        }
        Decisions.Draft draft = new Decisions.Draft(
                "",
                Money.input(subject.submission().requested()),
                "",
                "",
                subject.submission().name(),
                "",
                false);
        return page(subject, draft, List.of(), model);
    }

    @PostMapping("/aanvragen/{applicationId}/besluit")
    @Requires(value = Right.APPLICATION_DECIDE, action = Action.CREATE, subject = "award")
    String decide(
            @PathVariable UUID applicationId,
            @RequestParam Map<String, String> input,
            Model model,
            RedirectAttributes redirect) {
        Decisions.Subject subject = required(applicationId);
        Decisions.Draft draft = new Decisions.Draft(
                text(input, "uitkomst"),
                text(input, "bedrag"),
                text(input, "voorwaarden"),
                text(input, "reden"),
                text(input, "naam"),
                text(input, "lijn"),
                text(input, "boven-budget").equals("ja"));
        return switch (decisions.decide(applicationId, draft)) {
            case Outcome.Done ignored -> {
                Notice.success(
                        redirect,
                        draft.outcome().equals(Decision.Outcome.AWARDED.name())
                                ? "De aanvraag is toegekend en staat als project in het portfolio."
                                : "De aanvraag is afgewezen. De aanvrager ziet uw reden.");
                yield "redirect:" + subject.application().path();
            }
            case Outcome.Invalid(List<FieldError> errors) -> page(subject, draft, errors, model);
            case Outcome.Refused(String why) -> {
                Notice.error(redirect, why);
                yield "redirect:" + subject.application().path();
            }
            case Outcome.Conflict ignored ->
                page(subject, draft, List.of(new FieldError("naam", "Probeer het opnieuw.")), model);
        };
    }

    private static String text(Map<String, String> input, String name) {
        return input.getOrDefault(name, "").replace("\r\n", "\n").strip();
    }

    private static String page(Decisions.Subject subject, Decisions.Draft draft, List<FieldError> errors, Model model) {
        Call call = subject.call();
        Application application = subject.application();
        model.addAttribute(
                "breadcrumbs",
                List.of(
                        CallController.CALLS,
                        new Crumb(call.title(), call.path()),
                        new Crumb(subject.submission().name(), application.path()),
                        new Crumb("Besluit", application.path() + "/besluit")));
        model.addAttribute("call", call);
        model.addAttribute("sheet", application);
        model.addAttribute("submission", subject.submission());
        model.addAttribute("requested", Money.format(subject.submission().requested(), "niet gevraagd"));
        model.addAttribute("awarded", Money.format(subject.awarded(), ""));
        model.addAttribute("ready", call.stage() == CallStage.ASSESSED && application.counts());
        model.addAttribute("draft", draft);
        model.addAttribute(
                "outcomes",
                List.of(
                        new FormPage.Option(Decision.Outcome.AWARDED.name(), "Toekennen"),
                        new FormPage.Option(Decision.Outcome.REFUSED.name(), "Afwijzen")));
        model.addAttribute(
                "lines",
                subject.lines().stream()
                        .map(line -> new FormPage.Option(line, line))
                        .toList());
        model.addAttribute("errors", Fields.messages(errors));
        model.addAttribute(
                "overBudget",
                draft.beyondBudget()
                        || errors.stream().anyMatch(error -> error.path().equals("bedrag")));
        return "call/decision";
    }

    private Decisions.Subject required(UUID applicationId) {
        return decisions
                .subject(applicationId)
                .orElseThrow(() -> new NotFoundException("application " + applicationId));
    }
}
