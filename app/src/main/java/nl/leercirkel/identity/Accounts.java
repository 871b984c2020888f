package nl.leercirkel.identity;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.leercirkel.database.InstallationTransactions;
import nl.leercirkel.security.Actor;
import nl.leercirkel.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Accounts for the installation's own work: setting up, the demo, jobs that act for somebody. Does not ask whether anybody
 * may do this; pages go through the administration, which does.
 */
@Service
public class Accounts {
    private final AccountTable accounts;
    private final InstallationTransactions installation;
    private final PasswordHasher hasher;
    private final Sessions sessions;

    Accounts(AccountTable accounts, InstallationTransactions installation, PasswordHasher hasher, Sessions sessions) {
        this.accounts = accounts;
        this.installation = installation;
        this.hasher = hasher;
        this.sessions = sessions;
    }

    /**
     * Makes an account without password or role.
     *
     * @param homeAuthorityId the authority whose administrator resets and blocks it
     * @throws org.springframework.dao.DuplicateKeyException when the e-mail address has an account already
     */
    public UUID createAccount(UUID homeAuthorityId, String email, String name, boolean installationManager) {
        return installation.call(
                "create an account",
                () -> accounts.insert(
                        homeAuthorityId, normalise(email), name.strip(), installationManager, sessions.now()));
    }

    /** Sets a password as it is: the demo's are short on purpose. Ends the account's sessions. */
    public void setPassword(UUID accountId, String password) {
        String hash = hasher.hash(password);
        installation.run("set a password", () -> accounts.setPassword(accountId, hash, sessions.now()));
    }

    /**
     * Gives a role at an authority.
     *
     * @param partnerId the partner organisation, for a partner's role only
     */
    public void grant(UUID accountId, UUID authorityId, Role role, @Nullable UUID partnerId) {
        if (partnerId != null && !role.ofPartner()) {
            throw new IllegalArgumentException(role + " is not the role of a partner");
        }
        installation.run(
                "grant a role",
                () -> accounts.grant(accountId, new Membership(authorityId, role, partnerId), null, sessions.now()));
    }

    public Optional<UUID> findByEmail(String email) {
        return installation
                .call("find an account", () -> accounts.personByEmail(normalise(email)))
                .map(person -> person.account().accountId());
    }

    /** The account at work for an authority, to run something on its behalf. */
    public Actor actorFor(UUID accountId, UUID authorityId) {
        return installation
                .call("load a person", () -> accounts.person(accountId))
                .flatMap(person -> person.actor(authorityId))
                .orElseThrow(
                        () -> new IllegalArgumentException("Account " + accountId + " has no role at " + authorityId));
    }

    /** The roles of an account at an authority. */
    public List<Role> rolesOf(UUID accountId, UUID authorityId) {
        return installation
                .call("load a person", () -> accounts.person(accountId))
                .map(person -> person.memberships().stream()
                        .filter(membership -> membership.authorityId().equals(authorityId))
                        .map(Membership::role)
                        .toList())
                .orElse(List.of());
    }

    /** Everybody with a role at an authority who may sign in, by name. */
    public List<Colleague> colleagues(UUID authorityId) {
        return installation.call("list the people of an authority", () -> accounts.allWithRolesAt(authorityId)).stream()
                .filter(person -> !person.account().blocked())
                .flatMap(person -> person.actor(authorityId).stream())
                .map(actor -> new Colleague(actor.accountId(), actor.name(), actor.roles(), actor.partnerId()))
                .toList();
    }

    static String normalise(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }
}
