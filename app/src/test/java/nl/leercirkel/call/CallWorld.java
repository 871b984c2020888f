package nl.leercirkel.call;

import static nl.leercirkel.support.TestPeople.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import nl.leercirkel.identity.Accounts;
import nl.leercirkel.organisation.PartnerDraft;
import nl.leercirkel.organisation.PartnerKind;
import nl.leercirkel.organisation.Partners;
import nl.leercirkel.portfolio.Parsed;
import nl.leercirkel.portfolio.ProgrammeEditor;
import nl.leercirkel.portfolio.ProgrammeForm;
import nl.leercirkel.portfolio.SaveOutcome;
import nl.leercirkel.portfolio.TextForm;
import nl.leercirkel.security.Actor;
import nl.leercirkel.security.ActorContext;
import nl.leercirkel.security.Role;
import nl.leercirkel.support.TestPeople;
import org.jspecify.annotations.Nullable;

/** An authority of its own with a programme, partners and people, for tests of calls. */
final class CallWorld {
    private static int number;

    final UUID authority;
    final Actor manager;
    final Actor applicant;
    final Actor other;
    final Actor assessor;
    final Actor second;
    final Actor council;
    final UUID programmeId;
    private final Services services;
    private final Map<UUID, String> emails = new HashMap<>();

    /** What a test needs of the application. */
    record Services(
            TestPeople people,
            Accounts accounts,
            Partners partners,
            ProgrammeEditor programmes,
            Calls calls,
            CallEditor editor,
            Applications applications,
            Assessments assessments,
            Decisions decisions,
            Clock clock) {}

    CallWorld(Services services) {
        this.services = services;
        this.authority = services.people.authority().authorityId();
        manager = person("Mieke Manager", Role.PROGRAMME_MANAGER, null);
        UUID rubicon = partner("Rubicon");
        UUID psw = partner("PSW");
        applicant = person("Lea Aanvrager", Role.LEAD_PARTNER, rubicon);
        other = person("Piet Ander", Role.PARTNER, psw);
        assessor = person("Anna Beoordelaar", Role.ANALYST, null);
        second = person("Bram Beoordelaar", Role.CONTRACT_MANAGER, null);
        council = person("Rob Raadslid", Role.COUNCIL_MEMBER, null);
        programmeId = as(manager, this::programme);
    }

    private UUID partner(String name) {
        return as(
                manager,
                () -> services.partners
                        .obtain(PartnerDraft.of(name, PartnerKind.PROVIDER))
                        .partnerId());
    }

    Actor person(String name, Role role, @Nullable UUID partnerId) {
        String email = name.toLowerCase(Locale.ROOT).replace(' ', '.') + next() + "@voorbeeld.nl";
        UUID account = services.accounts.createAccount(authority, email, name, false);
        emails.put(account, email);
        services.accounts.setPassword(account, PASSWORD);
        services.accounts.grant(account, authority, role, partnerId);
        return services.accounts.actorFor(account, authority);
    }

    String email(Actor actor) {
        return Objects.requireNonNull(emails.get(actor.accountId()));
    }

    private static synchronized int next() {
        return ++number;
    }

    private UUID programme() {
        TextForm form = TextForm.of(
                ProgrammeForm.SHAPE,
                Map.of(
                        "naam", "Transformatieplan",
                        "budget", "705.507",
                        "criteria", "passender\nsneller\nbetaalbaarder",
                        "lijnen.0.naam", "Thuis opgroeien"));
        if (ProgrammeForm.parse(form) instanceof Parsed.Valid<ProgrammeForm.Draft>(ProgrammeForm.Draft draft)
                && services.programmes.addProgramme(draft) instanceof SaveOutcome.Saved(UUID id)) {
            return id;
        }
        throw new AssertionError("no programme");
    }

    static <T> T as(Actor actor, ScopedValue.CallableOp<T, RuntimeException> work) {
        return ActorContext.callAs(actor, work);
    }

    static UUID done(Outcome outcome) {
        if (outcome instanceof Outcome.Done(UUID id)) {
            return id;
        }
        throw new AssertionError(outcome.toString());
    }

    CallData data(String title) {
        return new CallData(
                title,
                "Vraag aan wat kinderen helpt.",
                services.clock.instant().minus(Duration.ofHours(1)),
                services.clock.instant().plus(Duration.ofDays(30)),
                new BigDecimal("705507.00"));
    }

    /** A call with standard questions and three criteria that is open, with two assessors. */
    Call openCall(String title) {
        UUID id = as(manager, () -> done(services.editor.create(programmeId, data(title))));
        as(manager, () -> done(services.editor.publish(id)));
        as(manager, () -> done(services.editor.nameAssessors(id, Set.of(assessor.accountId(), second.accountId()))));
        return call(id);
    }

    Call call(UUID id) {
        return as(manager, () -> services.calls.required(id));
    }

    UUID start(Actor actor, UUID callId) {
        return as(actor, () -> done(services.applications.start(callId)));
    }

    Application application(Actor actor, UUID id) {
        return as(actor, () -> services.applications.find(id).orElseThrow());
    }

    UUID handIn(Actor actor, UUID callId, Answers answers) {
        UUID id = start(actor, callId);
        as(actor, () -> done(services.applications.handIn(id, 1, answers)));
        return id;
    }

    Outcome score(Actor actor, Call call, UUID applicationId, boolean handIn, int... values) {
        return as(actor, () -> {
            List<Criterion> criteria = services.calls.criteria(call.id());
            Map<UUID, Assessment.Score> scores = new HashMap<>();
            for (int i = 0; i < values.length; i++) {
                scores.put(criteria.get(i).id(), new Assessment.Score(values[i], "hoofdstuk 3", "Omdat het klopt"));
            }
            return services.assessments.save(applicationId, 0, scores, "Doen", handIn);
        });
    }

    void close(UUID callId) {
        as(manager, () -> done(services.editor.close(callId)));
    }

    void closeAssessment(UUID callId) {
        as(manager, () -> done(services.editor.closeAssessment(callId)));
        assertThat(call(callId).stage()).isEqualTo(CallStage.ASSESSED);
    }
}
