package nl.leercirkel.call;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.leercirkel.portfolio.FieldError;
import nl.leercirkel.portfolio.Parsed;
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

/** The questions that a call asks, and the criteria on which it scores. */
@Controller
class CallFormController {
    private final Calls calls;
    private final CallEditor editor;

    CallFormController(Calls calls, CallEditor editor) {
        this.calls = calls;
        this.editor = editor;
    }

    @GetMapping("/uitvragen/{callId}/vragen")
    @Requires(value = Right.CALL_MANAGE, subject = "call")
    String questions(@PathVariable UUID callId, Model model) {
        Call call = calls.required(callId);
        return questionsPage(call, FormRows.of(calls.form(call)), call.version(), List.of(), model);
    }

    @PostMapping("/uitvragen/{callId}/vragen")
    @Requires(value = Right.CALL_MANAGE, action = Action.CHANGE, subject = "call")
    String questions(
            @PathVariable UUID callId,
            @RequestParam int versie,
            @RequestParam Map<String, String> input,
            Model model,
            RedirectAttributes redirect) {
        Call call = calls.required(callId);
        List<Map<String, String>> rows = Rows.posted(FormRows.SECTION, input);
        String action = input.getOrDefault("actie", "opslaan");
        if (action.equals("toevoegen")) {
            return questionsPage(call, FormRows.add(rows, input.getOrDefault("nieuw", "")), versie, List.of(), model);
        }
        if (!action.equals("opslaan")) {
            return questionsPage(call, Rows.apply(action, rows, 1), versie, List.of(), model);
        }
        return switch (FormRows.parse(rows)) {
            case Parsed.Invalid<CallForm>(List<FieldError> errors) -> questionsPage(call, rows, versie, errors, model);
            case Parsed.Valid<CallForm>(CallForm form) ->
                answer(
                        call,
                        versie,
                        editor.changeForm(callId, versie, form),
                        "De vragen zijn bewaard.",
                        (about, version, wrong) -> questionsPage(about, rows, version, wrong, model),
                        model,
                        redirect);
        };
    }

    private static String questionsPage(
            Call call, List<Map<String, String>> rows, int version, List<FieldError> errors, Model model) {
        List<String> asked =
                rows.stream().map(row -> row.getOrDefault("sleutel", "")).toList();
        List<FormPage.Option> addable = new ArrayList<>();
        Arrays.stream(StandardField.values())
                .filter(field -> !asked.contains(field.key()))
                .forEach(field -> addable.add(new FormPage.Option(field.key(), field.label())));
        Arrays.stream(FieldKind.values())
                .filter(FieldKind::forOwnQuestions)
                .forEach(kind -> addable.add(new FormPage.Option(kind.name(), "Eigen vraag: " + kind.term())));
        model.addAttribute("addable", addable);
        model.addAttribute("changes", call.stage() == CallStage.PUBLISHED);
        return page(call, "Vragen", "vragen", rows, version, errors, "call/questions", model);
    }

    @GetMapping("/uitvragen/{callId}/criteria")
    @Requires(value = Right.CALL_MANAGE, subject = "call")
    String criteria(@PathVariable UUID callId, Model model) {
        Call call = calls.required(callId);
        return criteriaPage(call, CriterionRows.of(calls.criteria(callId)), call.version(), List.of(), model);
    }

    @PostMapping("/uitvragen/{callId}/criteria")
    @Requires(value = Right.CALL_MANAGE, action = Action.CHANGE, subject = "call")
    String criteria(
            @PathVariable UUID callId,
            @RequestParam int versie,
            @RequestParam Map<String, String> input,
            Model model,
            RedirectAttributes redirect) {
        Call call = calls.required(callId);
        List<Map<String, String>> rows = Rows.posted(CriterionRows.SECTION, input);
        String action = input.getOrDefault("actie", "opslaan");
        if (action.equals("toevoegen")) {
            rows.add(CriterionRows.blank());
            return criteriaPage(call, rows, versie, List.of(), model);
        }
        if (!action.equals("opslaan")) {
            return criteriaPage(call, Rows.apply(action, rows, 0), versie, List.of(), model);
        }
        return switch (CriterionRows.parse(rows)) {
            case Parsed.Invalid<List<Criterion>>(List<FieldError> errors) ->
                criteriaPage(call, rows, versie, errors, model);
            case Parsed.Valid<List<Criterion>>(List<Criterion> criteria) ->
                answer(
                        call,
                        versie,
                        editor.changeCriteria(callId, versie, criteria),
                        "De criteria zijn bewaard.",
                        (about, version, wrong) -> criteriaPage(about, rows, version, wrong, model),
                        model,
                        redirect);
        };
    }

    private static String criteriaPage(
            Call call, List<Map<String, String>> rows, int version, List<FieldError> errors, Model model) {
        model.addAttribute(
                "kinds",
                List.of(
                        new FormPage.Option(Criterion.Kind.SCALE.name(), "Score op een schaal vanaf 1"),
                        new FormPage.Option(Criterion.Kind.YES_NO.name(), "Ja of nee, met verwijzing")));
        return page(call, "Criteria", "criteria", rows, version, errors, "call/criteria", model);
    }

    private static String page(
            Call call,
            String name,
            String last,
            List<Map<String, String>> rows,
            int version,
            List<FieldError> errors,
            String view,
            Model model) {
        model.addAttribute(
                "breadcrumbs",
                List.of(
                        CallController.CALLS,
                        new Crumb(call.title(), call.path()),
                        new Crumb(name, call.path() + "/" + last)));
        model.addAttribute("call", call);
        model.addAttribute("rows", rows);
        model.addAttribute("version", version);
        model.addAttribute("errors", Fields.messages(errors));
        return view;
    }

    /** The page again, with what was typed. */
    private interface Again {
        String page(Call call, int version, List<FieldError> errors);
    }

    private String answer(
            Call call,
            int version,
            Outcome outcome,
            String saved,
            Again again,
            Model model,
            RedirectAttributes redirect) {
        return switch (outcome) {
            case Outcome.Done ignored -> {
                Notice.success(redirect, saved);
                yield "redirect:" + call.path();
            }
            case Outcome.Invalid(List<FieldError> errors) -> again.page(call, version, errors);
            case Outcome.Refused(String why) -> {
                Notice.error(redirect, why);
                yield "redirect:" + call.path();
            }
            case Outcome.Conflict ignored -> {
                Call now = calls.required(call.id());
                model.addAttribute("warning", CallEditController.overtaken(now));
                yield again.page(now, now.version(), List.of());
            }
        };
    }
}
