package nl.leercirkel.identity;

import java.io.Serializable;
import java.security.Principal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a session remembers: who signed in, when and how, and for which authority they work. Everything else is read anew
 * for each request.
 *
 * @param authorityId null until somebody with roles at several authorities has chosen one
 */
record SignedIn(UUID accountId, @Nullable UUID authorityId, Instant signedInAt, Method method)
        implements Serializable, Principal {

    /** The way somebody proved who they are. */
    enum Method {
        PASSWORD,
        PASSWORD_AND_CODE,
        OPENID_CONNECT,
        FIRST_ADMINISTRATOR
    }

    @Override
    public String getName() {
        return accountId.toString();
    }

    SignedIn at(UUID authority) {
        return new SignedIn(accountId, authority, signedInAt, method);
    }
}
