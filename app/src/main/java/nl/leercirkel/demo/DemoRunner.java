package nl.leercirkel.demo;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import nl.leercirkel.identity.Accounts;
import nl.leercirkel.organisation.Authorities;
import nl.leercirkel.organisation.Authority;
import nl.leercirkel.organisation.AuthorityKind;
import nl.leercirkel.organisation.Partners;
import nl.leercirkel.security.Actor;
import nl.leercirkel.security.ActorContext;
import nl.leercirkel.security.Role;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Fills an installation with the demo, once; says at each start who can sign in. */
@Component
@ConditionalOnProperty(name = "leercirkel.demo", havingValue = "true")
class DemoRunner implements ApplicationRunner {
    static final List<String> FILES = List.of("/demo/dordrecht.yaml", "/demo/venlo.yaml");

    /** For whom the lead partner and the partner of the demo work, per authority. */
    private static final Map<Role, Map<String, String>> WORKS_FOR = Map.of(
            Role.LEAD_PARTNER, Map.of("GM0505", "R-Newt", "GM0983", "Vincent van Gogh"),
            Role.PARTNER, Map.of("GM0505", "Drechtdokters", "GM0983", "PSW"));

    private final Authorities authorities;
    private final Accounts accounts;
    private final DemoAccounts people;
    private final Partners partners;
    private final DemoLoader loader;

    DemoRunner(Authorities authorities, Accounts accounts, DemoAccounts people, Partners partners, DemoLoader loader) {
        this.authorities = authorities;
        this.accounts = accounts;
        this.people = people;
        this.partners = partners;
        this.loader = loader;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        FILES.forEach(this::load);
    }

    private void load(String resource) {
        DemoFile file = DemoFile.read(resource);
        Authority authority = authorities
                .findByCode(file.authorityCode())
                .orElseGet(() ->
                        authorities.create(AuthorityKind.MUNICIPALITY, file.authorityCode(), file.authorityName()));
        DemoAccounts.Part manager = DemoAccounts.PARTS.getFirst();
        UUID managerId = people.ensure(manager, authority, null);
        Actor actor = accounts.actorFor(managerId, authority.authorityId());
        Map<String, UUID> byName = ActorContext.<Map<String, UUID>, RuntimeException>callAs(actor, () -> {
            loader.load(file);
            return partners.byName();
        });
        for (DemoAccounts.Part part : DemoAccounts.PARTS) {
            String worksFor = WORKS_FOR.getOrDefault(part.role(), Map.of()).get(authority.code());
            people.ensure(part, authority, worksFor == null ? null : byName.get(worksFor.toLowerCase(Locale.ROOT)));
        }
        people.ensureReviewer(authority);
    }

    /** After the address. */
    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    void tellWhoCanSignIn() {
        System.out.println();
        System.out.println(
                "Voorbeeldaccounts van Dordrecht (voor Venlo: @venlo.example), wachtwoord: " + DemoAccounts.PASSWORD);
        for (DemoAccounts.Part part : DemoAccounts.PARTS) {
            System.out.println("  " + part.mailbox() + "@dordrecht.example");
        }
        System.out.println("  toetser@onderzoek.example (werkt voor beide)");
    }
}
