package nl.leercirkel.identity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody who can sign in, as the database has it. */
record Account(
        UUID accountId,
        UUID homeAuthorityId,
        String email,
        String name,
        @Nullable String passwordHash,
        @Nullable String totpSecret,
        @Nullable Long totpLastStep,
        @Nullable String oidcIssuer,
        @Nullable String oidcSubject,
        @Nullable Instant lockedUntil,
        boolean blocked,
        boolean installationManager,
        @Nullable Instant lastSignInAt,
        Instant sessionsValidFrom,
        int version) {

    boolean lockedAt(Instant now) {
        return lockedUntil != null && lockedUntil.isAfter(now);
    }

    boolean hasSecondStep() {
        return totpSecret != null;
    }

    /** Never shows the hash or the secret. */
    @Override
    public String toString() {
        return "Account[" + accountId + "]";
    }
}
