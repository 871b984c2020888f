package nl.leercirkel.call;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.leercirkel.portfolio.FieldError;
import nl.leercirkel.security.Action;
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

/** Scoring one application, with the application beside it. */
@Controller
class AssessmentController {
    private final Assessments assessments;
    private final Calls calls;

    AssessmentController(Assessments assessments, Calls calls) {
        this.assessments = assessments;
        this.calls = calls;
    }

    /** A criterion with the score so far. */
    record Line(Criterion criterion, List<FormPage.Option> options, String value, String reference, String argument) {}

    /** What another assessor thought. */
    record Other(String name, List<String> scores, String advice) {}

    @GetMapping("/aanvragen/{applicationId}/beoordelen")
    @Requires(value = Right.APPLICATION_ASSESS, subject = "assessment")
    String assess(@PathVariable UUID applicationId, Model model) {
        Assessments.Task task = required(applicationId);
        return page(task, task.own().scores(), task.own().advice(), task.own().version(), List.of(), model);
    }

    @PostMapping("/aanvragen/{applicationId}/beoordelen")
    @Requires(value = Right.APPLICATION_ASSESS, action = Action.CHANGE, subject = "assessment")
    String assess(
            @PathVariable UUID applicationId,
            @RequestParam int versie,
            @RequestParam Map<String, String> input,
            Model model,
            RedirectAttributes redirect) {
        Assessments.Task task = required(applicationId);
        Map<UUID, Assessment.Score> scores = new HashMap<>();
        for (Criterion criterion : calls.criteria(task.call().id())) {
            scores.put(
                    criterion.id(),
                    new Assessment.Score(
                            number(input.getOrDefault("score." + criterion.id(), "")),
                            text(input, "verwijzing." + criterion.id()),
                            text(input, "argument." + criterion.id())));
        }
        String advice = text(input, "advies");
        boolean handIn = input.getOrDefault("actie", "").equals("indienen");
        return switch (assessments.save(applicationId, versie, scores, advice, handIn)) {
            case Outcome.Done ignored -> {
                Notice.success(
                        redirect,
                        handIn
                                ? "Uw beoordeling is ingediend en staat vast. U ziet nu ook wat anderen vonden."
                                : "Uw scores zijn bewaard.");
                yield "redirect:/aanvragen/" + applicationId + "/beoordelen";
            }
            case Outcome.Invalid(List<FieldError> errors) -> page(task, scores, advice, versie, errors, model);
            case Outcome.Refused(String why) -> {
                Notice.error(redirect, why);
                yield "redirect:" + task.call().path();
            }
            case Outcome.Conflict ignored -> {
                Assessments.Task now = required(applicationId);
                model.addAttribute(
                        "warning",
                        "U hebt deze beoordeling ergens anders ook bewaard. Uw invoer staat er nog; sla opnieuw op als die moet gelden.");
                yield page(now, scores, advice, now.own().version(), List.of(), model);
            }
        };
    }

    private static @Nullable Integer number(String text) {
        return text.matches("\\d{1,2}") ? Integer.valueOf(text) : null;
    }

    private static String text(Map<String, String> input, String name) {
        return input.getOrDefault(name, "").replace("\r\n", "\n").strip();
    }

    private String page(
            Assessments.Task task,
            Map<UUID, Assessment.Score> scores,
            String advice,
            int version,
            List<FieldError> errors,
            Model model) {
        Call call = task.call();
        Submission submission = task.submission();
        List<Criterion> criteria = calls.criteria(call.id());
        model.addAttribute(
                "breadcrumbs",
                List.of(
                        CallController.CALLS,
                        new Crumb(call.title(), call.path()),
                        new Crumb(
                                submission.name() + " beoordelen",
                                task.application().path() + "/beoordelen")));
        model.addAttribute("call", call);
        model.addAttribute("task", task);
        model.addAttribute("submission", submission);
        model.addAttribute("requested", Money.format(submission.requested(), ""));
        model.addAttribute(
                "content", Content.of(calls.form(call.id(), submission.formVersion()), submission.answers()));
        model.addAttribute(
                "lines",
                criteria.stream()
                        .map(criterion -> line(criterion, scores.getOrDefault(criterion.id(), Assessment.Score.NONE)))
                        .toList());
        model.addAttribute("advice", advice);
        model.addAttribute("version", version);
        model.addAttribute("errors", Fields.messages(errors));
        model.addAttribute("locked", task.isDone() || call.state() != CallState.CLOSED);
        model.addAttribute(
                "others",
                assessments.others(task).stream()
                        .map(other -> other(criteria, other))
                        .toList());
        return "call/assessment";
    }

    private static Line line(Criterion criterion, Assessment.Score score) {
        List<FormPage.Option> options = criterion.isYesNo()
                ? List.of(new FormPage.Option("1", "Ja"), new FormPage.Option("0", "Nee"))
                : IntStream.rangeClosed(1, criterion.scaleMax())
                        .mapToObj(value -> new FormPage.Option(String.valueOf(value), scaleLabel(criterion, value)))
                        .toList();
        Integer value = score.value();
        return new Line(criterion, options, value == null ? "" : value.toString(), score.reference(), score.argument());
    }

    private static String scaleLabel(Criterion criterion, int value) {
        String meaning = value == 1 ? criterion.low() : value == criterion.scaleMax() ? criterion.high() : "";
        return meaning.isEmpty() ? String.valueOf(value) : value + " – " + meaning;
    }

    static Other other(List<Criterion> criteria, Assessment assessment) {
        List<String> scores = new ArrayList<>();
        for (Criterion criterion : criteria) {
            Assessment.Score score = assessment.score(criterion.id());
            Integer value = score.value();
            if (value != null) {
                String shown =
                        criterion.isYesNo() ? (value == 1 ? "ja" : "nee") : value + " van " + criterion.scaleMax();
                String reference = score.reference().isEmpty() ? "" : " (" + score.reference() + ")";
                scores.add(criterion.name() + ": " + shown + reference + ". " + score.argument());
            }
        }
        return new Other(assessment.name(), scores, assessment.advice());
    }

    private Assessments.Task required(UUID applicationId) {
        return assessments
                .task(applicationId)
                .orElseThrow(() -> new NotFoundException("application to assess " + applicationId));
    }
}
