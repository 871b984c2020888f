package nl.leercirkel.call;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.leercirkel.portfolio.FieldError;
import nl.leercirkel.portfolio.Line;
import nl.leercirkel.portfolio.Parsed;
import nl.leercirkel.portfolio.PortfolioEditor;
import nl.leercirkel.portfolio.Portfolios;
import nl.leercirkel.portfolio.ProgrammeDossier;
import nl.leercirkel.portfolio.ProjectData;
import nl.leercirkel.portfolio.ProjectForm;
import nl.leercirkel.portfolio.SaveOutcome;
import nl.leercirkel.security.Actor;
import nl.leercirkel.security.ActorContext;
import nl.leercirkel.security.Right;
import nl.leercirkel.shell.NotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** Awarding and refusing. A decision is taken once; an award makes the project in the same transaction. */
@Service
@Transactional
public class Decisions {
    private final ApplicationStore store;
    private final CallStore calls;
    private final Portfolios portfolios;
    private final PortfolioEditor projects;
    private final Clock clock;

    Decisions(ApplicationStore store, CallStore calls, Portfolios portfolios, PortfolioEditor projects, Clock clock) {
        this.store = store;
        this.calls = calls;
        this.portfolios = portfolios;
        this.projects = projects;
        this.clock = clock;
    }

    /**
     * What the person who decides fills in.
     *
     * @param amount as typed; the project's name and line only matter for an award
     * @param beyondBudget whether to award more than the budget of the call has left
     */
    public record Draft(
            String outcome,
            String amount,
            String conditions,
            String reason,
            String projectName,
            String line,
            boolean beyondBudget) {}

    /** Something to decide about: an application that counts, in a call whose assessment is closed. */
    public record Subject(
            Call call, Application application, Submission submission, List<String> lines, BigDecimal awarded) {}

    @Transactional(readOnly = true)
    public Optional<Subject> subject(UUID applicationId) {
        if (!ActorContext.required().may(Right.APPLICATION_DECIDE)) {
            return Optional.empty();
        }
        return store.find(applicationId)
                .filter(found -> found.submissions() > 0)
                .map(this::subject);
    }

    private Subject subject(Application application) {
        Call call = calls.find(application.callId())
                .orElseThrow(() -> new NotFoundException("call " + application.callId()));
        List<String> lines =
                portfolios.programme(call.programmeId()).map(ProgrammeDossier::lines).orElse(List.of()).stream()
                        .map(Line::name)
                        .toList();
        BigDecimal awarded = store.decisions(call.id()).values().stream()
                .map(Decision::amount)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Subject(
                call, application, store.submissions(application.id()).getFirst(), lines, awarded);
    }

    /** Takes the decision. Done holds the id of the application; pressing twice decides once. */
    public Outcome decide(UUID applicationId, Draft draft) {
        Actor actor = ActorContext.required();
        if (!actor.may(Right.APPLICATION_DECIDE)) {
            throw new AccessDeniedException("May not decide");
        }
        Application application = store.lock(applicationId)
                .filter(found -> found.submissions() > 0)
                .orElseThrow(() -> new NotFoundException("application " + applicationId));
        Optional<Decision> taken = store.decision(applicationId);
        if (taken.isPresent()) {
            boolean same = taken.get().isAwarded() == draft.outcome().equals(Decision.Outcome.AWARDED.name());
            return same
                    ? new Outcome.Done(applicationId)
                    : new Outcome.Refused("Over deze aanvraag is al besloten op "
                            + taken.get().day() + ".");
        }
        // one decision at a time per call: the budget that is left must hold
        Call call = calls.lock(application.callId()).orElseThrow();
        if (call.stage() != CallStage.ASSESSED) {
            return new Outcome.Refused("Sluit eerst de beoordeling; daarna kunt u besluiten.");
        }
        if (!application.counts()) {
            return new Outcome.Refused("Deze aanvraag is ingetrokken of teruggestuurd en telt niet mee.");
        }
        Subject subject = subject(application);
        List<FieldError> errors = check(subject, draft);
        if (!errors.isEmpty()) {
            return new Outcome.Invalid(errors);
        }
        return draft.outcome().equals(Decision.Outcome.AWARDED.name())
                ? award(actor, subject, draft)
                : refuse(actor, subject, draft);
    }

    private static List<FieldError> check(Subject subject, Draft draft) {
        List<FieldError> errors = new ArrayList<>();
        boolean awarding = draft.outcome().equals(Decision.Outcome.AWARDED.name());
        if (!awarding && !draft.outcome().equals(Decision.Outcome.REFUSED.name())) {
            errors.add(new FieldError("uitkomst", "Kies toekennen of afwijzen."));
            return errors;
        }
        if (draft.reason().isBlank() && !awarding) {
            errors.add(new FieldError("reden", "Schrijf waarom u de aanvraag afwijst. De aanvrager leest dit."));
        }
        if (draft.reason().length() > AnswerCheck.TEXT) {
            errors.add(new FieldError("reden", "Deze tekst is te lang: ten hoogste 4.000 tekens."));
        }
        if (draft.conditions().length() > AnswerCheck.TEXT) {
            errors.add(new FieldError("voorwaarden", "Deze tekst is te lang: ten hoogste 4.000 tekens."));
        }
        if (!awarding) {
            return errors;
        }
        Optional<BigDecimal> amount = Money.parse(draft.amount());
        if (amount.isEmpty()) {
            errors.add(new FieldError("bedrag", Money.HELP));
        }
        if (draft.projectName().isBlank() || draft.projectName().length() > AnswerCheck.LINE) {
            errors.add(new FieldError("naam", "Vul de naam van het project in, ten hoogste 300 tekens."));
        }
        if (!draft.line().isEmpty() && !subject.lines().contains(draft.line())) {
            errors.add(new FieldError("lijn", "Kies een lijn uit de lijst."));
        }
        BigDecimal budget = subject.call().data().budget();
        if (amount.isPresent() && budget != null && !draft.beyondBudget()) {
            BigDecimal after = subject.awarded().add(amount.get());
            if (after.compareTo(budget) > 0) {
                errors.add(new FieldError(
                        "bedrag",
                        "Hiermee is %s toegekend, %s meer dan het budget van %s. Verlaag het bedrag, of kruis aan dat het boven het budget mag."
                                .formatted(
                                        Money.format(after, ""),
                                        Money.format(after.subtract(budget), ""),
                                        Money.format(budget, ""))));
            }
        }
        return errors;
    }

    private Outcome award(Actor actor, Subject subject, Draft draft) {
        BigDecimal amount = Money.parse(draft.amount()).orElseThrow();
        Submission submission = subject.submission();
        CallForm form = calls.form(subject.call().id(), submission.formVersion());
        var award = new ApplicationProject.Award(
                draft.projectName().strip(),
                draft.line(),
                amount,
                draft.conditions().strip(),
                draft.reason().strip(),
                Moments.day(clock.instant()));
        Parsed<ProjectData> parsed =
                ProjectForm.parse(ApplicationProject.of(subject.call(), form, submission, award), subject.lines());
        return switch (parsed) {
            case Parsed.Invalid<ProjectData>(List<FieldError> errors) -> new Outcome.Invalid(projectErrors(errors));
            case Parsed.Valid<ProjectData>(ProjectData data) -> {
                SaveOutcome outcome = projects.addProject(
                        subject.call().programmeId(),
                        data,
                        "Toegekend in „" + subject.call().title() + "”");
                yield switch (outcome) {
                    case SaveOutcome.Saved(UUID projectId) -> {
                        decided(actor, subject, Decision.Outcome.AWARDED, amount, draft, projectId);
                        yield new Outcome.Done(subject.application().id());
                    }
                    case SaveOutcome.Refused(List<FieldError> errors) ->
                        nothing(new Outcome.Invalid(projectErrors(errors)));
                    case SaveOutcome.Conflict ignored -> nothing(new Outcome.Conflict());
                };
            }
        };
    }

    /** An award without its project, or the other way round, must not be. */
    private static Outcome nothing(Outcome outcome) {
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        return outcome;
    }

    /** What the portfolio finds wrong: with the name at its field, otherwise with the name of the field before it. */
    private static List<FieldError> projectErrors(List<FieldError> errors) {
        return errors.stream()
                .map(error -> error.path().equals("naam") || error.path().equals("lijn")
                        ? error
                        : new FieldError(
                                "naam",
                                "Het project kan niet worden gemaakt (%s): %s"
                                        .formatted(error.path(), error.message())))
                .toList();
    }

    private Outcome refuse(Actor actor, Subject subject, Draft draft) {
        decided(actor, subject, Decision.Outcome.REFUSED, null, draft, null);
        return new Outcome.Done(subject.application().id());
    }

    private void decided(
            Actor actor,
            Subject subject,
            Decision.Outcome outcome,
            @Nullable BigDecimal amount,
            Draft draft,
            @Nullable UUID projectId) {
        store.insert(
                actor,
                new Decision(
                        subject.application().id(),
                        outcome,
                        amount,
                        amount == null ? "" : draft.conditions().strip(),
                        draft.reason().strip(),
                        projectId,
                        clock.instant(),
                        actor.name()));
        store.happened(
                actor,
                subject.application().id(),
                outcome == Decision.Outcome.AWARDED ? Event.Kind.AWARDED : Event.Kind.REFUSED,
                Money.format(amount, ""));
    }
}
