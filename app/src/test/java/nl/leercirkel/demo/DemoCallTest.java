package nl.leercirkel.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.leercirkel.call.Application;
import nl.leercirkel.call.Applications;
import nl.leercirkel.call.Call;
import nl.leercirkel.call.CallState;
import nl.leercirkel.call.Calls;
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
import nl.leercirkel.support.IntegrationTest;
import nl.leercirkel.support.TestPeople;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The calls of the demo can be made at any authority, and are made once. */
@IntegrationTest
class DemoCallTest {
    @Autowired
    DemoCall demo;

    @Autowired
    Calls calls;

    @Autowired
    Applications applications;

    @Autowired
    TestPeople people;

    @Autowired
    Accounts accounts;

    @Autowired
    Partners partners;

    @Autowired
    ProgrammeEditor programmes;

    private Actor person(UUID authority, Role role, @Nullable UUID partnerId) {
        UUID account = accounts.createAccount(authority, UUID.randomUUID() + "@voorbeeld.nl", role.name(), false);
        accounts.grant(account, authority, role, partnerId);
        return accounts.actorFor(account, authority);
    }

    @Test
    void twoCallsOneOpenAndOneToAssess() {
        UUID authority = people.authority().authorityId();
        Actor manager = person(authority, Role.PROGRAMME_MANAGER, null);
        UUID first = ActorContext.callAs(manager, () -> partner("R-Newt"));
        UUID second = ActorContext.callAs(manager, () -> partner("Drechtdokters"));
        Actor lead = person(authority, Role.LEAD_PARTNER, first);
        Actor partner = person(authority, Role.PARTNER, second);
        List<Actor> assessors =
                List.of(person(authority, Role.ANALYST, null), person(authority, Role.CONTRACT_MANAGER, null));
        UUID programme = ActorContext.callAs(manager, this::programme);

        demo.load(programme, manager, lead, partner, assessors);
        demo.load(programme, manager, lead, partner, assessors);

        List<Call> made = ActorContext.callAs(manager, calls::list);
        assertThat(made).extracting(Call::title).containsExactlyInAnyOrder(DemoCall.OPEN, DemoCall.CLOSED);
        assertThat(made).extracting(Call::state).containsExactlyInAnyOrder(CallState.OPEN, CallState.CLOSED);
        assertThat(ActorContext.<List<Application>, RuntimeException>callAs(lead, applications::own))
                .extracting(Application::name)
                .containsExactly("Buurtkamer", "Jongerenwerker in de klas");
        assertThat(ActorContext.<List<Application>, RuntimeException>callAs(partner, applications::own))
                .hasSize(2);
    }

    private UUID partner(String name) {
        return partners.obtain(PartnerDraft.of(name, PartnerKind.PROVIDER)).partnerId();
    }

    private UUID programme() {
        TextForm form = TextForm.of(ProgrammeForm.SHAPE, Map.of("naam", "Zorgzame Stad"));
        if (ProgrammeForm.parse(form) instanceof Parsed.Valid<ProgrammeForm.Draft>(ProgrammeForm.Draft draft)
                && programmes.addProgramme(draft) instanceof SaveOutcome.Saved(UUID id)) {
            return id;
        }
        throw new AssertionError("no programme");
    }
}
