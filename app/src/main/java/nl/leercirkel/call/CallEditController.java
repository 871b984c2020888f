package nl.leercirkel.call;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.leercirkel.portfolio.FieldError;
import nl.leercirkel.portfolio.Parsed;
import nl.leercirkel.portfolio.Portfolios;
import nl.leercirkel.security.Action;
import nl.leercirkel.security.Requires;
import nl.leercirkel.security.Right;
import nl.leercirkel.shell.Crumb;
import nl.leercirkel.shell.Notice;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Making a call, changing what it says about itself, and naming its assessors. */
@Controller
class CallEditController {
    private final Calls calls;
    private final CallEditor editor;
    private final Portfolios portfolios;
    private final Clock clock;

    CallEditController(Calls calls, CallEditor editor, Portfolios portfolios, Clock clock) {
        this.calls = calls;
        this.editor = editor;
        this.portfolios = portfolios;
        this.clock = clock;
    }

    @GetMapping("/uitvragen/nieuw")
    @Requires(value = Right.CALL_MANAGE, subject = "call")
    String add(Model model) {
        Instant start = clock.instant().truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.DAYS);
        Draft draft = new Draft("", "", Moments.input(start), Moments.input(start.plus(42, ChronoUnit.DAYS)), "");
        return newPage(draft, "", List.of(), model);
    }

    @PostMapping("/uitvragen/nieuw")
    @Requires(value = Right.CALL_MANAGE, action = Action.CREATE, subject = "call")
    String add(@RequestParam Map<String, String> input, Model model, RedirectAttributes redirect) {
        Draft draft = Draft.posted(input);
        String programme = input.getOrDefault("programma", "");
        return switch (draft.parse()) {
            case Parsed.Invalid<CallData>(List<FieldError> errors) -> newPage(draft, programme, errors, model);
            case Parsed.Valid<CallData>(CallData data) ->
                switch (editor.create(programmeId(programme), data)) {
                    case Outcome.Done(UUID id) -> {
                        Notice.success(
                                redirect, "De uitvraag is als concept bewaard. Kijk nu de vragen en de criteria na.");
                        yield "redirect:/uitvragen/" + id;
                    }
                    case Outcome.Invalid(List<FieldError> errors) -> newPage(draft, programme, errors, model);
                    case Outcome.Refused(String why) ->
                        newPage(draft, programme, List.of(new FieldError("titel", why)), model);
                    case Outcome.Conflict ignored -> throw new IllegalStateException("A new call has no version");
                };
        };
    }

    private static UUID programmeId(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            return new UUID(0, 0);
        }
    }

    private String newPage(Draft draft, String programme, List<FieldError> errors, Model model) {
        model.addAttribute(
                "breadcrumbs", List.of(CallController.CALLS, new Crumb("Nieuwe uitvraag", "/uitvragen/nieuw")));
        model.addAttribute(
                "programmes",
                portfolios.programmes().stream()
                        .map(found -> new FormPage.Option(found.id().toString(), found.name()))
                        .toList());
        model.addAttribute("programme", programme);
        return page("Nieuwe uitvraag", "/uitvragen/nieuw", "/uitvragen", 0, draft, errors, model);
    }

    @GetMapping("/uitvragen/{callId}/wijzigen")
    @Requires(value = Right.CALL_MANAGE, subject = "call")
    String change(@PathVariable UUID callId, Model model) {
        Call call = calls.required(callId);
        return changePage(call, Draft.of(call.data()), call.version(), List.of(), model);
    }

    @PostMapping("/uitvragen/{callId}/wijzigen")
    @Requires(value = Right.CALL_MANAGE, action = Action.CHANGE, subject = "call")
    String change(
            @PathVariable UUID callId,
            @RequestParam int versie,
            @RequestParam Map<String, String> input,
            Model model,
            RedirectAttributes redirect) {
        Call call = calls.required(callId);
        Draft draft = Draft.posted(input);
        return switch (draft.parse()) {
            case Parsed.Invalid<CallData>(List<FieldError> errors) -> changePage(call, draft, versie, errors, model);
            case Parsed.Valid<CallData>(CallData data) ->
                switch (editor.change(callId, versie, data)) {
                    case Outcome.Done ignored -> {
                        Notice.success(redirect, "De uitvraag is gewijzigd.");
                        yield "redirect:" + call.path();
                    }
                    case Outcome.Invalid(List<FieldError> errors) -> changePage(call, draft, versie, errors, model);
                    case Outcome.Refused(String why) ->
                        changePage(call, draft, versie, List.of(new FieldError("titel", why)), model);
                    case Outcome.Conflict ignored -> {
                        Call now = calls.required(callId);
                        model.addAttribute("warning", overtaken(now));
                        model.addAttribute("differences", draft.differences(Draft.of(now.data())));
                        yield changePage(now, draft, now.version(), List.of(), model);
                    }
                };
        };
    }

    static String overtaken(Call now) {
        return "Intussen gewijzigd door " + now.changedBy() + " op " + Moments.moment(now.changedAt())
                + "; uw invoer staat er nog en is niet opgeslagen. Kijk haar na en sla opnieuw op.";
    }

    private static String changePage(Call call, Draft draft, int version, List<FieldError> errors, Model model) {
        model.addAttribute(
                "breadcrumbs",
                List.of(
                        CallController.CALLS,
                        new Crumb(call.title(), call.path()),
                        new Crumb("Wijzigen", call.path() + "/wijzigen")));
        return page(call.title() + " wijzigen", call.path() + "/wijzigen", call.path(), version, draft, errors, model);
    }

    private static String page(
            String heading,
            String action,
            String cancel,
            int version,
            Draft draft,
            List<FieldError> errors,
            Model model) {
        model.addAttribute("heading", heading);
        model.addAttribute("action", action);
        model.addAttribute("cancel", cancel);
        model.addAttribute("version", version);
        model.addAttribute("draft", draft);
        model.addAttribute("errors", Fields.messages(errors));
        return "call/call-form";
    }

    @GetMapping("/uitvragen/{callId}/beoordelaars")
    @Requires(value = Right.CALL_MANAGE, subject = "call")
    String assessors(@PathVariable UUID callId, Model model) {
        Call call = calls.required(callId);
        model.addAttribute(
                "breadcrumbs",
                List.of(
                        CallController.CALLS,
                        new Crumb(call.title(), call.path()),
                        new Crumb("Beoordelaars", call.path() + "/beoordelaars")));
        model.addAttribute("call", call);
        model.addAttribute(
                "candidates",
                editor.candidates().stream()
                        .map(colleague ->
                                new FormPage.Option(colleague.accountId().toString(), colleague.name()))
                        .toList());
        model.addAttribute(
                "selected",
                calls.assessors(callId).keySet().stream().map(UUID::toString).collect(Collectors.toSet()));
        return "call/assessors";
    }

    @PostMapping("/uitvragen/{callId}/beoordelaars")
    @Requires(value = Right.CALL_MANAGE, action = Action.CHANGE, subject = "call")
    String assessors(
            @PathVariable UUID callId,
            @RequestParam(defaultValue = "") Set<UUID> beoordelaars,
            RedirectAttributes redirect) {
        return CallController.told(
                editor.nameAssessors(callId, beoordelaars), callId, "De beoordelaars zijn bewaard.", redirect);
    }
}
