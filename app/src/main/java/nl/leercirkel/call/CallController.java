package nl.leercirkel.call;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.leercirkel.portfolio.Prose;
import nl.leercirkel.security.Action;
import nl.leercirkel.security.Actor;
import nl.leercirkel.security.ActorContext;
import nl.leercirkel.security.Requires;
import nl.leercirkel.security.Right;
import nl.leercirkel.shell.Crumb;
import nl.leercirkel.shell.Notice;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The calls, and one call with what everybody can do in it. */
@Controller
class CallController {
    static final Crumb CALLS = new Crumb("Uitvragen", "/uitvragen");

    private final Calls calls;
    private final CallEditor editor;
    private final Applications applications;
    private final Assessments assessments;

    CallController(Calls calls, CallEditor editor, Applications applications, Assessments assessments) {
        this.calls = calls;
        this.editor = editor;
        this.applications = applications;
        this.assessments = assessments;
    }

    /** An application in a list, with the call it is for. */
    record Listed(Application application, Call call) {}

    @GetMapping("/uitvragen")
    @Requires(value = Right.CALL_READ, subject = "call")
    String list(Model model) {
        Actor actor = ActorContext.required();
        List<Call> found = calls.list();
        List<Listed> own = new ArrayList<>();
        for (Application application : applications.own()) {
            found.stream()
                    .filter(call -> call.id().equals(application.callId()))
                    .findFirst()
                    .ifPresent(call -> own.add(new Listed(application, call)));
        }
        model.addAttribute("breadcrumbs", List.of(CALLS));
        model.addAttribute("calls", found);
        model.addAttribute("open", count(found, CallState.OPEN));
        model.addAttribute("own", own);
        model.addAttribute("applicant", actor.may(Right.APPLICATION_EDIT));
        model.addAttribute("mayManage", actor.may(Right.CALL_MANAGE));
        return "call/calls";
    }

    private static long count(Collection<Call> calls, CallState state) {
        return calls.stream().filter(call -> call.state() == state).count();
    }

    @GetMapping("/uitvragen/{callId}")
    @Requires(value = Right.CALL_READ, subject = "call")
    String call(@PathVariable UUID callId, Model model) {
        Actor actor = ActorContext.required();
        Call call = calls.required(callId);
        List<Assessments.Task> tasks = assessments.tasks(call);
        model.addAttribute("breadcrumbs", List.of(CALLS, new Crumb(call.title(), call.path())));
        model.addAttribute("call", call);
        model.addAttribute("text", Prose.blocks(call.data().text()));
        model.addAttribute("fields", calls.form(call).fields());
        model.addAttribute("criteria", calls.criteria(callId));
        model.addAttribute(
                "own",
                applications.own().stream()
                        .filter(application -> application.callId().equals(callId))
                        .toList());
        model.addAttribute("tasks", tasks);
        model.addAttribute(
                "toScore",
                tasks.stream()
                        .filter(task -> !task.isDone() && !task.excluded())
                        .count());
        model.addAttribute("applicant", actor.may(Right.APPLICATION_EDIT));
        model.addAttribute("mayManage", actor.may(Right.CALL_MANAGE));
        model.addAttribute("mayRead", actor.may(Right.APPLICATION_READ));
        if (actor.may(Right.APPLICATION_READ)) {
            reading(call, model);
        }
        return "call/call";
    }

    private void reading(Call call, Model model) {
        Map<UUID, Set<UUID>> expected = assessments.expected(call);
        List<Assessment> done = assessments.handedInOf(call.id());
        Map<UUID, String> named = calls.assessors(call.id());
        long wanted = expected.values().stream().mapToLong(Set::size).sum();
        long missing = expected.entrySet().stream()
                .mapToLong(entry -> entry.getValue().stream()
                        .filter(account -> done.stream()
                                .noneMatch(found -> found.applicationId().equals(entry.getKey())
                                        && found.accountId().equals(account)))
                        .count())
                .sum();
        model.addAttribute("applications", applications.handedIn(call.id()));
        model.addAttribute("submissions", applications.lastSubmissions(call.id()));
        model.addAttribute("decisions", applications.decisions(call.id()));
        model.addAttribute("assessors", named.values());
        model.addAttribute("wanted", wanted);
        model.addAttribute("scored", wanted - missing);
    }

    @PostMapping("/uitvragen/{callId}/publiceren")
    @Requires(value = Right.CALL_MANAGE, action = Action.CHANGE, subject = "call")
    String publish(@PathVariable UUID callId, RedirectAttributes redirect) {
        Outcome outcome = editor.publish(callId);
        return told(
                outcome, callId, "De uitvraag is gepubliceerd. Partners kunnen aanvragen zodra zij open is.", redirect);
    }

    @PostMapping("/uitvragen/{callId}/sluiten")
    @Requires(value = Right.CALL_MANAGE, action = Action.CHANGE, subject = "call")
    String close(@PathVariable UUID callId, RedirectAttributes redirect) {
        return told(
                editor.close(callId), callId, "De uitvraag is gesloten. De beoordelaars kunnen beginnen.", redirect);
    }

    @PostMapping("/uitvragen/{callId}/beoordeling-sluiten")
    @Requires(value = Right.CALL_MANAGE, action = Action.CHANGE, subject = "call")
    String closeAssessment(@PathVariable UUID callId, RedirectAttributes redirect) {
        return told(
                editor.closeAssessment(callId), callId, "De beoordeling is gesloten. U kunt nu besluiten.", redirect);
    }

    @PostMapping("/uitvragen/{callId}/aanvragen")
    @Requires(value = Right.APPLICATION_EDIT, action = Action.CREATE, subject = "application")
    String apply(@PathVariable UUID callId, RedirectAttributes redirect) {
        Outcome outcome = applications.start(callId);
        return outcome instanceof Outcome.Done(UUID id)
                ? "redirect:/aanvragen/" + id + "/invullen"
                : told(outcome, callId, "", redirect);
    }

    /** Back to the page of the call, with what came of it. */
    static String told(Outcome outcome, UUID callId, String done, RedirectAttributes redirect) {
        switch (outcome) {
            case Outcome.Done ignored -> Notice.success(redirect, done);
            case Outcome.Refused(String why) -> Notice.error(redirect, why);
            case Outcome.Conflict ignored ->
                Notice.error(redirect, "Iemand anders wijzigde de uitvraag op hetzelfde moment. Probeer het opnieuw.");
            case Outcome.Invalid(var errors) ->
                Notice.error(redirect, errors.getFirst().message());
        }
        return "redirect:/uitvragen/" + callId;
    }
}
