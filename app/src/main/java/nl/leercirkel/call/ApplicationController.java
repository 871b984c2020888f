package nl.leercirkel.call;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.leercirkel.portfolio.Prose;
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

/** One application to read: what was handed in, what happened, and what was decided. */
@Controller
class ApplicationController {
    private final Applications applications;
    private final Calls calls;

    ApplicationController(Applications applications, Calls calls) {
        this.applications = applications;
        this.calls = calls;
    }

    /** What happened, as the fragment for history shows it. */
    record Happened(String when, String who, String what, boolean major) {}

    @GetMapping("/aanvragen/{applicationId}")
    @Requires(value = Right.CALL_READ, subject = "application")
    String application(@PathVariable UUID applicationId, Model model) {
        Application application = required(applicationId);
        Call call = calls.required(application.callId());
        Actor actor = ActorContext.required();
        boolean own = applications.isOwn(application);
        List<Submission> submissions = applications.submissions(applicationId);
        Optional<Decision> decision = applications.decision(applicationId);
        model.addAttribute(
                "breadcrumbs",
                List.of(
                        CallController.CALLS,
                        new Crumb(call.title(), call.path()),
                        new Crumb(application.title(), application.path())));
        model.addAttribute("call", call);
        model.addAttribute("sheet", application);
        model.addAttribute("own", own);
        model.addAttribute("submissions", submissions);
        model.addAttribute("decision", decision.orElse(null));
        model.addAttribute(
                "history",
                applications.events(applicationId).stream()
                        .map(ApplicationController::happened)
                        .toList());
        if (submissions.isEmpty()) {
            CallForm form = applications.form(application);
            model.addAttribute("content", Content.of(form, application.answers()));
        } else {
            Submission last = submissions.getFirst();
            model.addAttribute("submission", last);
            model.addAttribute("content", Content.of(calls.form(call.id(), last.formVersion()), last.answers()));
        }
        model.addAttribute(
                "mayFill", own && applications.editRefusal(application).isEmpty());
        model.addAttribute(
                "mayWithdraw", own && application.state() != ApplicationState.WITHDRAWN && decision.isEmpty());
        model.addAttribute(
                "maySendBack", actor.may(Right.CALL_MANAGE) && application.counts() && call.state() == CallState.OPEN);
        model.addAttribute(
                "mayDecide",
                actor.may(Right.APPLICATION_DECIDE)
                        && call.stage() == CallStage.ASSESSED
                        && application.counts()
                        && decision.isEmpty());
        model.addAttribute("projectVisible", actor.may(Right.PROJECT_READ));
        return "call/application";
    }

    private static Happened happened(Event event) {
        String what = switch (event.kind()) {
            case STARTED -> "Aanvraag begonnen";
            case HANDED_IN -> "Ingediend: " + event.remark().toLowerCase(java.util.Locale.ROOT);
            case RETURNED -> "Teruggestuurd: " + event.remark();
            case WITHDRAWN -> "Ingetrokken" + (event.remark().isEmpty() ? "" : ": " + event.remark());
            case AWARDED -> "Toegekend: " + event.remark();
            case REFUSED -> "Afgewezen";
        };
        boolean major = event.kind() != Event.Kind.STARTED;
        return new Happened(Moments.moment(event.at()), event.person(), what, major);
    }

    @GetMapping("/aanvragen/{applicationId}/versies/{number}")
    @Requires(value = Right.CALL_READ, subject = "application")
    String version(@PathVariable UUID applicationId, @PathVariable int number, Model model) {
        Application application = required(applicationId);
        Call call = calls.required(application.callId());
        Submission submission = applications.submissions(applicationId).stream()
                .filter(found -> found.number() == number)
                .findFirst()
                .orElseThrow(() -> new NotFoundException("submission " + number));
        model.addAttribute(
                "breadcrumbs",
                List.of(
                        CallController.CALLS,
                        new Crumb(call.title(), call.path()),
                        new Crumb(application.title(), application.path()),
                        new Crumb("Versie " + number, application.path() + "/versies/" + number)));
        model.addAttribute("sheet", application);
        model.addAttribute("submission", submission);
        model.addAttribute("handedIn", Moments.moment(submission.handedInAt()));
        model.addAttribute(
                "content", Content.of(calls.form(call.id(), submission.formVersion()), submission.answers()));
        return "call/version";
    }

    @PostMapping("/aanvragen/{applicationId}/intrekken")
    @Requires(value = Right.APPLICATION_EDIT, action = Action.CHANGE, subject = "application")
    String withdraw(
            @PathVariable UUID applicationId,
            @RequestParam(defaultValue = "") String reden,
            RedirectAttributes redirect) {
        String why = reden.length() > AnswerCheck.TEXT ? reden.substring(0, AnswerCheck.TEXT) : reden;
        return told(applications.withdraw(applicationId, why), applicationId, "De aanvraag is ingetrokken.", redirect);
    }

    @PostMapping("/aanvragen/{applicationId}/terugsturen")
    @Requires(value = Right.CALL_MANAGE, action = Action.CHANGE, subject = "application")
    String sendBack(
            @PathVariable UUID applicationId,
            @RequestParam(defaultValue = "") String opmerking,
            RedirectAttributes redirect) {
        return told(
                applications.sendBack(applicationId, opmerking),
                applicationId,
                "De aanvraag is teruggestuurd. De aanvrager ziet uw opmerking.",
                redirect);
    }

    @GetMapping("/aanvragen/{applicationId}/brief")
    @Requires(value = Right.CALL_READ, subject = "application")
    String letter(@PathVariable UUID applicationId, Model model) {
        Application application = required(applicationId);
        Call call = calls.required(application.callId());
        Decision decision =
                applications.decision(applicationId).orElseThrow(() -> new NotFoundException("no decision yet"));
        Submission submission = applications.submissions(applicationId).getFirst();
        model.addAttribute(
                "breadcrumbs",
                List.of(
                        CallController.CALLS,
                        new Crumb(call.title(), call.path()),
                        new Crumb(application.title(), application.path()),
                        new Crumb("Brief", application.path() + "/brief")));
        model.addAttribute("call", call);
        model.addAttribute("sheet", application);
        model.addAttribute("submission", submission);
        model.addAttribute("handedIn", Moments.day(submission.handedInAt()));
        model.addAttribute("requested", Money.format(submission.requested(), ""));
        model.addAttribute("decision", decision);
        model.addAttribute("reason", Prose.blocks(decision.reason()));
        model.addAttribute("conditions", Prose.blocks(decision.conditions()));
        return "call/letter";
    }

    private Application required(UUID applicationId) {
        return applications
                .find(applicationId)
                .orElseThrow(() -> new NotFoundException("application " + applicationId));
    }

    private static String told(Outcome outcome, UUID applicationId, String done, RedirectAttributes redirect) {
        switch (outcome) {
            case Outcome.Done ignored -> Notice.success(redirect, done);
            case Outcome.Refused(String why) -> Notice.error(redirect, why);
            case Outcome.Invalid(var errors) ->
                Notice.error(redirect, errors.getFirst().message());
            case Outcome.Conflict ignored ->
                Notice.error(redirect, "Iemand anders wijzigde de aanvraag. Probeer het opnieuw.");
        }
        return "redirect:/aanvragen/" + applicationId;
    }
}
