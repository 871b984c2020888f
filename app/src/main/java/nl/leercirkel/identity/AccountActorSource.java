package nl.leercirkel.identity;

import java.util.Optional;
import java.util.UUID;
import nl.leercirkel.job.ActorSource;
import nl.leercirkel.security.Actor;
import org.springframework.stereotype.Component;

/** Reads anew who somebody is when work is done on their behalf; a blocked account does no work any more. */
@Component
class AccountActorSource implements ActorSource {
    private final AccountTable accounts;

    AccountActorSource(AccountTable accounts) {
        this.accounts = accounts;
    }

    @Override
    public Optional<Actor> actor(UUID accountId, UUID authorityId) {
        return accounts.person(accountId)
                .filter(person -> !person.account().blocked())
                .flatMap(person -> person.actor(authorityId));
    }
}
