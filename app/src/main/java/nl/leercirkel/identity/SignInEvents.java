package nl.leercirkel.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where signing in and out is written down. */
interface SignInEvents {

    void record(Event event);

    /** What happened. */
    enum Kind {
        SIGNED_IN,
        SIGNED_OUT,
        REFUSED,
        LOCKED
    }

    /**
     * One attempt or end.
     *
     * @param accountId null when no account has this e-mail address
     * @param person name of the account, or else what was typed as e-mail address
     */
    record Event(
            Kind kind,
            @Nullable UUID accountId,
            @Nullable UUID authorityId,
            String person,
            @Nullable String clientAddress,
            String detail) {}
}
