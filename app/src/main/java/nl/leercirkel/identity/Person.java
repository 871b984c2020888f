package nl.leercirkel.identity;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.leercirkel.security.Actor;
import nl.leercirkel.security.Role;
import org.jspecify.annotations.Nullable;

/** An account with all its roles at all authorities; read anew for each request. */
record Person(Account account, List<Membership> memberships) {
    Person {
        memberships = List.copyOf(memberships);
    }

    Set<UUID> authorityIds() {
        return memberships.stream().map(Membership::authorityId).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The authority to work for when there is no choice. */
    Optional<UUID> onlyAuthority() {
        return authorityIds().size() == 1 ? authorityIds().stream().findFirst() : Optional.empty();
    }

    boolean administers() {
        return account.installationManager()
                || memberships.stream().anyMatch(membership -> membership.role() == Role.ADMINISTRATOR);
    }

    /** This person at work for an authority; empty without a role there. */
    Optional<Actor> actor(@Nullable UUID authorityId) {
        List<Membership> here = memberships.stream()
                .filter(membership -> membership.authorityId().equals(authorityId))
                .toList();
        if (here.isEmpty() || authorityId == null) {
            return Optional.empty();
        }
        @Nullable UUID partner = null;
        for (Membership membership : here) {
            if (membership.role().ofPartner() && membership.partnerId() != null) {
                partner = membership.partnerId();
            }
        }
        Set<Role> roles = here.stream().map(Membership::role).collect(Collectors.toSet());
        return Optional.of(new Actor(
                account.accountId(), account.name(), authorityId, roles, partner, account.installationManager()));
    }
}
