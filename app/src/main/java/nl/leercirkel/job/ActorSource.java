package nl.leercirkel.job;

import java.util.Optional;
import java.util.UUID;
import nl.leercirkel.security.Actor;

/**
 * Who somebody is at the moment that work is done on their behalf: rights taken away in the meantime no longer count.
 * Identity implements it as a bean.
 */
public interface ActorSource {
    /**
     * Called within a transaction of the installation itself, which sees all authorities.
     *
     * @return empty when the account is gone, blocked or has no role any more in this authority
     */
    Optional<Actor> actor(UUID accountId, UUID authorityId);
}
