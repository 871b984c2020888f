package nl.leercirkel.demo;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import nl.leercirkel.identity.Accounts;
import nl.leercirkel.organisation.Authorities;
import nl.leercirkel.organisation.Authority;
import nl.leercirkel.organisation.Partners;
import nl.leercirkel.portfolio.Portfolios;
import nl.leercirkel.security.Actor;
import nl.leercirkel.security.ActorContext;
import nl.leercirkel.security.Role;
import org.springframework.stereotype.Component;

/** Fills an installation with the demo: what is there already stays as it is. */
@Component
class DemoContent {
    static final List<String> FILES =
            List.of("/demo/dordrecht.yaml", "/demo/venlo.yaml", "/demo/midden-limburg-oost.yaml");

    /** For whom the lead partner and the partner of the demo work, per authority. */
    private static final Map<Role, Map<String, String>> WORKS_FOR = Map.of(
            Role.LEAD_PARTNER, Map.of("GM0505", "R-Newt", "GM0983", "Vincent van Gogh", "JZ42", "Stichting JIM"),
            Role.PARTNER, Map.of("GM0505", "Drechtdokters", "GM0983", "PSW", "JZ42", "Rubicon"));

    /** The authority whose demo has calls and rounds as well. */
    private static final String WITH_CALLS_AND_ROUNDS = "GM0505";

    private final Authorities authorities;
    private final Accounts accounts;
    private final DemoAccounts people;
    private final Partners partners;
    private final DemoLoader loader;
    private final DemoCall calls;
    private final DemoRounds rounds;
    private final DemoSize size;
    private final Portfolios portfolios;

    DemoContent(
            Authorities authorities,
            Accounts accounts,
            DemoAccounts people,
            Partners partners,
            DemoLoader loader,
            DemoCall calls,
            DemoRounds rounds,
            DemoSize size,
            Portfolios portfolios) {
        this.authorities = authorities;
        this.accounts = accounts;
        this.people = people;
        this.partners = partners;
        this.loader = loader;
        this.calls = calls;
        this.rounds = rounds;
        this.size = size;
        this.portfolios = portfolios;
    }

    void load() {
        FILES.forEach(this::load);
    }

    private void load(String resource) {
        DemoFile file = DemoFile.read(resource);
        Authority authority = authorities
                .findByCode(file.authorityCode())
                .orElseGet(() -> authorities.create(file.authorityKind(), file.authorityCode(), file.authorityName()));
        DemoAccounts.Part manager = DemoAccounts.PARTS.getFirst();
        UUID managerId = people.ensure(manager, authority, file.mailDomain(), null);
        Actor actor = accounts.actorFor(managerId, authority.authorityId());
        Map<String, UUID> byName = ActorContext.<Map<String, UUID>, RuntimeException>callAs(actor, () -> {
            loader.load(file);
            return partners.byName();
        });
        for (DemoAccounts.Part part : DemoAccounts.PARTS) {
            String worksFor = WORKS_FOR.getOrDefault(part.role(), Map.of()).get(authority.code());
            people.ensure(
                    part,
                    authority,
                    file.mailDomain(),
                    worksFor == null ? null : byName.get(worksFor.toLowerCase(Locale.ROOT)));
        }
        people.ensureReviewer(authority);
        if (authority.code().equals(WITH_CALLS_AND_ROUNDS)) {
            UUID programmeId = ActorContext.<UUID, RuntimeException>callAs(
                    actor,
                    () -> portfolios.programmes().stream()
                            .filter(programme ->
                                    programme.name().equals(file.programme().value("naam")))
                            .findFirst()
                            .orElseThrow()
                            .id());
            Actor lead = actor(Role.LEAD_PARTNER, authority, file);
            Actor partner = actor(Role.PARTNER, authority, file);
            rounds.load(programmeId, actor, lead, partner);
            size.load(file, actor);
            calls.load(
                    programmeId,
                    actor,
                    lead,
                    partner,
                    List.of(actor(Role.ANALYST, authority, file), actor(Role.CONTRACT_MANAGER, authority, file)));
        }
    }

    private Actor actor(Role role, Authority authority, DemoFile file) {
        DemoAccounts.Part part = DemoAccounts.PARTS.stream()
                .filter(found -> found.role() == role)
                .findFirst()
                .orElseThrow();
        UUID account = accounts.findByEmail(DemoAccounts.email(part, file.mailDomain()))
                .orElseThrow();
        return accounts.actorFor(account, authority.authorityId());
    }
}
