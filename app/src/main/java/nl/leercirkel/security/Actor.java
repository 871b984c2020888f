package nl.leercirkel.security;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The person on whose behalf something happens, within one authority.
 *
 * @param partnerId the partner organisation this person works for, when the roles are those of a partner
 * @param installationManager whether this person also manages the installation (adds authorities)
 */
public record Actor(
        UUID accountId,
        String name,
        UUID authorityId,
        Set<Role> roles,
        @Nullable UUID partnerId,
        boolean installationManager) {

    public Actor {
        roles = Set.copyOf(roles);
    }

    public boolean may(Right right) {
        return right == Right.INSTALLATION_MANAGE ? installationManager : Rights.include(roles, right);
    }
}
