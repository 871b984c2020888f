package nl.leercirkel.identity;

import java.util.Set;
import java.util.UUID;
import nl.leercirkel.security.Role;
import org.jspecify.annotations.Nullable;

/**
 * Somebody with a role at an authority, to choose from.
 *
 * @param partnerId the organisation that this person works for, when a role is that of a partner
 */
public record Colleague(
        UUID accountId,
        String name,
        Set<Role> roles,
        @Nullable UUID partnerId) {
    public Colleague {
        roles = Set.copyOf(roles);
    }
}
