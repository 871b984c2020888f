package nl.leercirkel.identity;

import java.util.UUID;
import nl.leercirkel.security.Role;
import org.jspecify.annotations.Nullable;

/** A role that an account has at an authority. */
record Membership(UUID authorityId, Role role, @Nullable UUID partnerId) {}
