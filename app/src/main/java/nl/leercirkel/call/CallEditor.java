package nl.leercirkel.call;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.leercirkel.identity.Accounts;
import nl.leercirkel.identity.Colleague;
import nl.leercirkel.portfolio.Portfolios;
import nl.leercirkel.portfolio.ProgrammeDossier;
import nl.leercirkel.security.Actor;
import nl.leercirkel.security.ActorContext;
import nl.leercirkel.security.Right;
import nl.leercirkel.security.Rights;
import nl.leercirkel.shell.NotFoundException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the manager of a call does: draw it up, publish it, name assessors, close it and close the assessment. */
@Service
@Transactional
public class CallEditor {
    private final CallStore store;
    private final Portfolios portfolios;
    private final Accounts accounts;
    private final Clock clock;

    CallEditor(CallStore store, Portfolios portfolios, Accounts accounts, Clock clock) {
        this.store = store;
        this.portfolios = portfolios;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Makes a draft that asks the standard questions and has the criteria of the programme. */
    public Outcome create(UUID programmeId, CallData data) {
        Actor actor = manager();
        Optional<ProgrammeDossier> programme = portfolios.programme(programmeId);
        if (programme.isEmpty()) {
            return Outcome.invalid("programma", "Kies een programma uit de lijst.");
        }
        UUID id = UUID.randomUUID();
        store.insert(actor, id, programmeId, programme.get().name(), data);
        store.insertForm(actor, id, 1, CallForm.standard());
        store.replaceCriteria(
                actor,
                id,
                programme.get().data().criteria().stream()
                        .filter(name -> !name.isBlank())
                        .map(name -> Criterion.scale(name, "", 5, "helemaal niet", "helemaal wel", 1))
                        .toList());
        return new Outcome.Done(id);
    }

    /** Changes title, text, moments and budget. The closing moment may also be put off after closing. */
    public Outcome change(UUID callId, int expectedVersion, CallData data) {
        Actor actor = manager();
        Call call = lock(callId);
        if (call.stage() == CallStage.ASSESSED) {
            return new Outcome.Refused("De beoordeling is gesloten; de uitvraag staat vast.");
        }
        if (call.stage() == CallStage.PUBLISHED
                && data.closesAt().isAfter(call.data().closesAt())
                && store.scored(callId)) {
            return Outcome.invalid(
                    "sluit", "Er is al beoordeeld. De uitvraag kan daarom niet opnieuw open of langer open blijven.");
        }
        return saved(call, store.update(actor, call, data, call.stage(), call.formVersion(), expectedVersion));
    }

    /** Gives the call other questions. Applications keep the questions they were made with until their maker takes the new. */
    public Outcome changeForm(UUID callId, int expectedVersion, CallForm form) {
        Actor actor = manager();
        Call call = lock(callId);
        if (call.stage() == CallStage.ASSESSED || call.state() == CallState.CLOSED) {
            return new Outcome.Refused("De uitvraag is gesloten; de vragen staan vast.");
        }
        if (call.version() != expectedVersion) {
            return new Outcome.Conflict();
        }
        if (store.form(callId, call.formVersion()).equals(form)) {
            return new Outcome.Done(callId);
        }
        int version = call.formVersion() + 1;
        store.insertForm(actor, callId, version, form);
        return saved(call, store.update(actor, call, call.data(), call.stage(), version, expectedVersion));
    }

    /** Gives the call other criteria, as long as nobody scored. */
    public Outcome changeCriteria(UUID callId, int expectedVersion, List<Criterion> criteria) {
        Actor actor = manager();
        Call call = lock(callId);
        if (store.scored(callId)) {
            return new Outcome.Refused("Er is al beoordeeld; de criteria staan vast.");
        }
        if (call.version() != expectedVersion) {
            return new Outcome.Conflict();
        }
        store.replaceCriteria(actor, callId, criteria);
        return saved(call, store.update(actor, call, call.data(), call.stage(), call.formVersion(), expectedVersion));
    }

    /** Who may be named as assessor, by name. */
    @Transactional(readOnly = true)
    public List<Colleague> candidates() {
        return accounts.colleagues(manager().authorityId()).stream()
                .filter(colleague -> colleague.roles().stream()
                        .anyMatch(role -> Rights.of(role).contains(Right.APPLICATION_ASSESS)))
                .toList();
    }

    /** Names the assessors; what somebody scored stays, also when they are no longer named. */
    public Outcome nameAssessors(UUID callId, Set<UUID> accountIds) {
        Actor actor = manager();
        Call call = lock(callId);
        if (call.stage() == CallStage.ASSESSED) {
            return new Outcome.Refused("De beoordeling is gesloten; de beoordelaars staan vast.");
        }
        Map<UUID, String> named = new LinkedHashMap<>();
        candidates().stream()
                .filter(colleague -> accountIds.contains(colleague.accountId()))
                .forEach(colleague -> named.put(colleague.accountId(), colleague.name()));
        store.replaceAssessors(actor, callId, named);
        return new Outcome.Done(callId);
    }

    /** Publishes a draft; it opens at its opening moment. */
    public Outcome publish(UUID callId) {
        Actor actor = manager();
        Call call = lock(callId);
        if (call.stage() != CallStage.DRAFT) {
            return new Outcome.Done(callId);
        }
        if (!call.data().closesAt().isAfter(clock.instant())) {
            return new Outcome.Refused("De sluitingsdatum is al voorbij. Kies eerst een latere datum.");
        }
        if (store.criteria(callId).isEmpty()) {
            return new Outcome.Refused(
                    "Deze uitvraag heeft nog geen criteria. Aanvragers moeten weten waarop u hen beoordeelt.");
        }
        return saved(
                call, store.update(actor, call, call.data(), CallStage.PUBLISHED, call.formVersion(), call.version()));
    }

    /** Closes an open call now. */
    public Outcome close(UUID callId) {
        Actor actor = manager();
        Call call = lock(callId);
        if (call.state() != CallState.OPEN) {
            return new Outcome.Refused("Deze uitvraag is niet open.");
        }
        Instant now = clock.instant();
        CallData data = new CallData(
                call.data().title(),
                call.data().text(),
                call.data().opensAt(),
                now,
                call.data().budget());
        return saved(call, store.update(actor, call, data, call.stage(), call.formVersion(), call.version()));
    }

    /** Closes the assessment: assessors see each other's scores, and decisions can be taken. */
    public Outcome closeAssessment(UUID callId) {
        Actor actor = manager();
        Call call = lock(callId);
        if (call.stage() == CallStage.ASSESSED) {
            return new Outcome.Done(callId);
        }
        if (call.state() != CallState.CLOSED) {
            return new Outcome.Refused("De uitvraag is nog niet gesloten.");
        }
        return saved(
                call, store.update(actor, call, call.data(), CallStage.ASSESSED, call.formVersion(), call.version()));
    }

    private static Outcome saved(Call call, boolean stored) {
        return stored ? new Outcome.Done(call.id()) : new Outcome.Conflict();
    }

    private Call lock(UUID callId) {
        return store.lock(callId).orElseThrow(() -> new NotFoundException("call " + callId));
    }

    private static Actor manager() {
        Actor actor = ActorContext.required();
        if (!actor.may(Right.CALL_MANAGE)) {
            throw new AccessDeniedException("May not manage calls");
        }
        return actor;
    }
}
