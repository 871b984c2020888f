package nl.leercirkel.call;

import static nl.leercirkeldb.call.Tables.APPLICATION;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.leercirkel.organisation.Partner;
import nl.leercirkel.organisation.Partners;
import nl.leercirkel.portfolio.FieldError;
import nl.leercirkel.portfolio.PartnerRole;
import nl.leercirkel.security.Actor;
import nl.leercirkel.security.ActorContext;
import nl.leercirkel.security.Right;
import nl.leercirkel.shell.NotFoundException;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Applications: an organisation works on its own and hands them in; the manager sends back. What was handed in is kept
 * for ever; a correction is a new version beside it.
 */
@Service
@Transactional
public class Applications {
    private final ApplicationStore store;
    private final CallStore calls;
    private final Partners partners;
    private final Clock clock;

    Applications(ApplicationStore store, CallStore calls, Partners partners, Clock clock) {
        this.store = store;
        this.calls = calls;
        this.partners = partners;
        this.clock = clock;
    }

    /** The applications of the acting person's own organisation. */
    @Transactional(readOnly = true)
    public List<Application> own() {
        return store.find(own(ActorContext.required()));
    }

    /** Those of a call that were ever handed in; none for who may not read them. */
    @Transactional(readOnly = true)
    public List<Application> handedIn(UUID callId) {
        return ActorContext.required().may(Right.APPLICATION_READ)
                ? store.find(APPLICATION.CALL_ID.eq(callId).and(APPLICATION.SUBMISSIONS.gt(0)))
                : List.of();
    }

    /** Those of a call that count: handed in, not sent back and not withdrawn. Its callers know who may see them. */
    @Transactional(readOnly = true)
    List<Application> counting(UUID callId) {
        return store.find(APPLICATION.CALL_ID.eq(callId).and(APPLICATION.STATE.eq(ApplicationState.HANDED_IN.name())));
    }

    /** An application that is one's own, or that was handed in and that one may read. */
    @Transactional(readOnly = true)
    public Optional<Application> find(UUID applicationId) {
        return store.find(APPLICATION.APPLICATION_ID.eq(applicationId).and(visible(ActorContext.required()))).stream()
                .findFirst();
    }

    @Transactional(readOnly = true)
    List<Application> search(String words, int limit) {
        return store
                .find(visible(ActorContext.required())
                        .and(APPLICATION
                                .NAME
                                .containsIgnoreCase(words)
                                .or(APPLICATION.PARTNER_NAME.containsIgnoreCase(words))))
                .stream()
                .limit(limit)
                .toList();
    }

    /** Without asking who may see it: for assessors, who are asked elsewhere. */
    @Transactional(readOnly = true)
    Optional<Application> any(UUID applicationId) {
        return store.find(applicationId);
    }

    boolean isOwn(Application application) {
        Actor actor = ActorContext.required();
        return actor.may(Right.APPLICATION_EDIT) && application.partnerId().equals(actor.partnerId());
    }

    @Transactional(readOnly = true)
    public List<Submission> submissions(UUID applicationId) {
        return store.submissions(applicationId);
    }

    @Transactional(readOnly = true)
    public Map<UUID, Submission> lastSubmissions(UUID callId) {
        return store.lastSubmissions(callId);
    }

    @Transactional(readOnly = true)
    List<Event> events(UUID applicationId) {
        return store.events(applicationId);
    }

    @Transactional(readOnly = true)
    public Optional<Decision> decision(UUID applicationId) {
        return store.decision(applicationId);
    }

    @Transactional(readOnly = true)
    public Map<UUID, Decision> decisions(UUID callId) {
        return store.decisions(callId);
    }

    /** The questions an application is made with: the newest until it was handed in once, then those of that time. */
    @Transactional(readOnly = true)
    public CallForm form(Application application) {
        Call call = call(application.callId());
        return calls.form(call.id(), application.submissions() == 0 ? call.formVersion() : application.formVersion());
    }

    /** Starts an application for one's own organisation, which is put down as lead partner. */
    public Outcome start(UUID callId) {
        Actor actor = applicant();
        Call call = calls.find(callId)
                .filter(found -> found.stage() != CallStage.DRAFT)
                .orElseThrow(() -> new NotFoundException("call " + callId));
        if (call.state() != CallState.OPEN) {
            return new Outcome.Refused(notOpen(call));
        }
        Optional<Partner> found = Optional.ofNullable(actor.partnerId()).flatMap(partners::find);
        if (found.isEmpty()) {
            return new Outcome.Refused(
                    "Uw account hoort nog niet bij een partner. Vraag de beheerder om dat in te stellen.");
        }
        Partner organisation = found.get();
        Answers answers = Answers.NONE.withRow(
                StandardField.PARTNERS.key(), Map.of("naam", organisation.name(), "rol", PartnerRole.LEAD.term()));
        UUID id = store.insert(actor, call, organisation.partnerId(), organisation.name(), answers);
        store.happened(actor, id, Event.Kind.STARTED, "");
        return new Outcome.Done(id);
    }

    /** Saves the answers as they are, however unfinished, at any time: nothing that was typed is lost. */
    public Outcome save(UUID applicationId, int expectedVersion, Answers answers) {
        Actor actor = applicant();
        Application stored = lockOwn(applicationId);
        Optional<String> refusal = editRefusal(stored);
        if (refusal.isPresent()) {
            return new Outcome.Refused(refusal.get());
        }
        return save(actor, stored, expectedVersion, answers);
    }

    private Outcome save(Actor actor, Application stored, int expectedVersion, Answers answers) {
        CallForm form = form(stored);
        List<FieldError> tooLong = AnswerCheck.ofDraft(form, answers);
        if (!tooLong.isEmpty()) {
            return new Outcome.Invalid(tooLong);
        }
        Answers whole = answers.withoutBlankRows().keepingWhatIsNotAsked(form, stored.answers());
        if (stored.version() != expectedVersion) {
            return stored.answers().equals(whole) ? new Outcome.Done(stored.id()) : new Outcome.Conflict();
        }
        int formVersion = stored.submissions() == 0 ? call(stored.callId()).formVersion() : stored.formVersion();
        boolean changed = !stored.answers().equals(whole);
        if (changed || formVersion != stored.formVersion()) {
            store.update(
                    actor,
                    stored.with(
                            stored.state(),
                            whole,
                            formVersion,
                            stored.edited() || changed,
                            stored.submissions(),
                            stored.remark()));
        }
        return new Outcome.Done(stored.id());
    }

    /** Hands in: what counts from now on. What is not in order is told, and the answers are saved all the same. */
    public Outcome handIn(UUID applicationId, int expectedVersion, Answers answers) {
        Actor actor = applicant();
        Application stored = lockOwn(applicationId);
        Optional<String> refusal = editRefusal(stored);
        if (refusal.isPresent()) {
            return new Outcome.Refused(refusal.get());
        }
        Outcome saved = save(actor, stored, expectedVersion, answers);
        if (!(saved instanceof Outcome.Done)) {
            return saved;
        }
        Application current = lockOwn(applicationId);
        Call call = calls.lock(current.callId()).orElseThrow();
        if (call.state() != CallState.OPEN) {
            return new Outcome.Refused(
                    notOpen(call) + " Indienen kan niet meer; uw antwoorden zijn als concept bewaard.");
        }
        CallForm form = form(current);
        List<FieldError> errors = AnswerCheck.ofSubmission(form, current.answers(), current.partnerName());
        if (!errors.isEmpty()) {
            return new Outcome.Invalid(errors);
        }
        if (current.state() == ApplicationState.HANDED_IN && !current.edited()) {
            return new Outcome.Done(current.id());
        }
        int number = current.submissions() + 1;
        BigDecimal requested = AnswerCheck.requested(form, current.answers());
        store.update(
                actor,
                current.with(ApplicationState.HANDED_IN, current.answers(), current.formVersion(), false, number, ""));
        store.insert(
                actor,
                new Submission(
                        current.id(),
                        number,
                        current.formVersion(),
                        current.name(),
                        current.answers().asked(form),
                        requested,
                        clock.instant(),
                        actor.name()));
        store.happened(actor, current.id(), Event.Kind.HANDED_IN, "Versie " + number);
        return new Outcome.Done(current.id());
    }

    /** Takes an application back for good; what was handed in stays readable. */
    public Outcome withdraw(UUID applicationId, String why) {
        Actor actor = applicant();
        Application stored = lockOwn(applicationId);
        if (stored.state() == ApplicationState.WITHDRAWN) {
            return new Outcome.Done(stored.id());
        }
        if (store.decision(applicationId).isPresent()) {
            return new Outcome.Refused("Over deze aanvraag is al besloten.");
        }
        store.update(
                actor,
                stored.with(
                        ApplicationState.WITHDRAWN,
                        stored.answers(),
                        stored.formVersion(),
                        stored.edited(),
                        stored.submissions(),
                        ""));
        store.happened(actor, stored.id(), Event.Kind.WITHDRAWN, why.strip());
        return new Outcome.Done(stored.id());
    }

    /** Sends an application back with a remark, as long as the applicant has time to hand it in again. */
    public Outcome sendBack(UUID applicationId, String remark) {
        Actor actor = ActorContext.required();
        if (!actor.may(Right.CALL_MANAGE)) {
            throw new AccessDeniedException("May not send back applications");
        }
        Application stored = store.lock(applicationId)
                .filter(found -> found.submissions() > 0)
                .orElseThrow(() -> new NotFoundException("application " + applicationId));
        Call call = call(stored.callId());
        if (call.state() != CallState.OPEN) {
            return new Outcome.Refused(
                    notOpen(call) + " Terugsturen kan alleen zolang de aanvrager opnieuw kan indienen.");
        }
        if (stored.state() != ApplicationState.HANDED_IN) {
            return new Outcome.Refused("Deze aanvraag is niet ingediend.");
        }
        String text = remark.strip();
        if (text.isEmpty()) {
            return Outcome.invalid("opmerking", "Schrijf wat er moet veranderen.");
        }
        if (text.length() > AnswerCheck.TEXT) {
            return Outcome.invalid("opmerking", "Deze tekst is te lang: ten hoogste 4.000 tekens.");
        }
        store.update(
                actor,
                stored.with(
                        ApplicationState.RETURNED,
                        stored.answers(),
                        stored.formVersion(),
                        stored.edited(),
                        stored.submissions(),
                        text));
        store.happened(actor, stored.id(), Event.Kind.RETURNED, text);
        return new Outcome.Done(stored.id());
    }

    /** Why the answers can no longer be changed; empty while they can. */
    Optional<String> editRefusal(Application application) {
        if (application.state() == ApplicationState.WITHDRAWN) {
            return Optional.of("Deze aanvraag is ingetrokken.");
        }
        return call(application.callId()).stage() == CallStage.ASSESSED
                ? Optional.of("De beoordeling is gesloten; de aanvraag staat vast.")
                : Optional.empty();
    }

    private static String notOpen(Call call) {
        return switch (call.state()) {
            case DRAFT, ANNOUNCED -> "De uitvraag gaat open op " + call.opens() + ".";
            case OPEN -> "De uitvraag is open.";
            case CLOSED, ASSESSED, DECIDED -> "De uitvraag sloot op " + call.closes() + ".";
        };
    }

    private Call call(UUID callId) {
        return calls.find(callId).orElseThrow(() -> new NotFoundException("call " + callId));
    }

    private Application lockOwn(UUID applicationId) {
        return store.lock(applicationId)
                .filter(this::isOwn)
                .orElseThrow(() -> new NotFoundException("application " + applicationId));
    }

    private static Actor applicant() {
        Actor actor = ActorContext.required();
        if (!actor.may(Right.APPLICATION_EDIT)) {
            throw new AccessDeniedException("May not apply");
        }
        return actor;
    }

    private static Condition own(Actor actor) {
        return actor.may(Right.APPLICATION_EDIT) && actor.partnerId() != null
                ? APPLICATION.PARTNER_ID.eq(actor.partnerId())
                : DSL.falseCondition();
    }

    private static Condition visible(Actor actor) {
        Condition own = own(actor);
        return actor.may(Right.APPLICATION_READ) ? own.or(APPLICATION.SUBMISSIONS.gt(0)) : own;
    }
}
