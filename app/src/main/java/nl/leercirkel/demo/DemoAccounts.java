package nl.leercirkel.demo;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.leercirkel.identity.Accounts;
import nl.leercirkel.organisation.Authority;
import nl.leercirkel.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The people of the demo: one per role and authority, and one reviewer who works for both. They share a password that is
 * printed at the start: a demo listens on this machine only and holds nothing that is not public.
 */
@Component
class DemoAccounts {
    static final String PASSWORD = "samen leren 2026";

    private final Accounts accounts;

    DemoAccounts(Accounts accounts) {
        this.accounts = accounts;
    }

    /** A kind of person in the demo. */
    record Part(String mailbox, String name, Role role) {}

    static final List<Part> PARTS = List.of(
            new Part("programmamanager", "Pim Programma", Role.PROGRAMME_MANAGER),
            new Part("penvoerder", "Pleun Penvoerder", Role.LEAD_PARTNER),
            new Part("partner", "Parel Partner", Role.PARTNER),
            new Part("toegang", "Teun Toegang", Role.ACCESS_PROFESSIONAL),
            new Part("analist", "Anne Analist", Role.ANALYST),
            new Part("contract", "Cas Contract", Role.CONTRACT_MANAGER),
            new Part("raadslid", "Roos Raadslid", Role.COUNCIL_MEMBER),
            new Part("beheerder", "Bo Beheerder", Role.ADMINISTRATOR));

    static String email(Part part, String domain) {
        return part.mailbox() + "@" + domain;
    }

    /** Makes the account when it is not there yet and gives it its role; existing accounts stay as they are. */
    UUID ensure(Part part, Authority authority, String domain, @Nullable UUID partnerId) {
        return ensure(
                email(part, domain), part.name(), authority, part.role(), partnerId, part.role() == Role.ADMINISTRATOR);
    }

    /** The reviewer from outside, with the same account at every authority of the demo. */
    void ensureReviewer(Authority authority) {
        ensure("toetser@onderzoek.example", "Otto Onderzoeker", authority, Role.RESEARCHER, null, false);
    }

    private UUID ensure(
            String email,
            String name,
            Authority authority,
            Role role,
            @Nullable UUID partnerId,
            boolean installationManager) {
        Optional<UUID> existing = accounts.findByEmail(email);
        UUID account = existing.orElseGet(() -> {
            UUID made = accounts.createAccount(authority.authorityId(), email, name, installationManager);
            accounts.setPassword(made, PASSWORD);
            return made;
        });
        if (!accounts.rolesOf(account, authority.authorityId()).contains(role)) {
            accounts.grant(account, authority.authorityId(), role, partnerId);
        }
        return account;
    }
}
