package nl.leercirkel.identity;

import java.time.Clock;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.leercirkel.database.InstallationTransactions;
import nl.leercirkel.security.Actor;
import nl.leercirkel.security.ActorContext;
import nl.leercirkel.security.Role;
import nl.leercirkel.shell.NotFoundException;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an administrator does with accounts, within the own authority: row-level security shows the accounts that belong
 * to it or have a role in it, and lets only the former be changed.
 */
@Service
class AccountAdministration {
    private final AccountTable accounts;
    private final Invitations invitations;
    private final InstallationTransactions installation;
    private final Sessions sessions;
    private final DSLContext database;
    private final Clock clock;

    AccountAdministration(
            AccountTable accounts,
            Invitations invitations,
            InstallationTransactions installation,
            Sessions sessions,
            DSLContext database,
            Clock clock) {
        this.accounts = accounts;
        this.invitations = invitations;
        this.installation = installation;
        this.sessions = sessions;
        this.database = database;
        this.clock = clock;
    }

    /** What came of a change. */
    sealed interface Outcome {
        record Done() implements Outcome {}

        /** Somebody else changed the account since the page was made. */
        record Changed() implements Outcome {}

        record LastAdministrator() implements Outcome {}

        /** Belongs to another authority, or is the administrator's own. */
        record NotYours() implements Outcome {}

        /** A partner's role needs a partner. */
        record PartnerMissing() implements Outcome {}

        record Invited(String path, Account account) implements Outcome {}

        /** The e-mail address already has an account at another authority, which got the roles here. */
        record Joined(Account account) implements Outcome {}

        /** The e-mail address already has an account here. */
        record Exists() implements Outcome {}
    }

    @Transactional(readOnly = true)
    public List<Person> all() {
        return accounts.allWithRolesAt(here());
    }

    /** An account with its roles here; another authority's is not found. */
    @Transactional(readOnly = true)
    public Person find(UUID accountId) {
        return visible(accountId);
    }

    boolean isHome(Account account) {
        return account.homeAuthorityId().equals(here());
    }

    @Transactional
    public Outcome create(String email, String name, Set<Role> roles, @Nullable UUID partnerId) {
        if (partnerMissing(roles, partnerId)) {
            return new Outcome.PartnerMissing();
        }
        String normalised = Accounts.normalise(email);
        Optional<Person> visible = accounts.personByEmail(normalised);
        if (visible.isPresent()) {
            return new Outcome.Exists();
        }
        // Which addresses exist elsewhere is only seen by the installation; row-level security hides them here.
        Optional<Person> elsewhere =
                installation.call("invite an existing account", () -> accounts.personByEmail(normalised));
        if (elsewhere.isPresent()) {
            Account account = elsewhere.get().account();
            grant(account.accountId(), roles, partnerId);
            return new Outcome.Joined(account);
        }
        UUID accountId = accounts.insert(here(), normalised, name.strip(), false, sessions.now());
        grant(accountId, roles, partnerId);
        return new Outcome.Invited(
                invitations.invite(here(), accountId), visible(accountId).account());
    }

    @Transactional
    public Outcome change(
            UUID accountId, String seen, @Nullable String name, Set<Role> roles, @Nullable UUID partnerId) {
        oneAdministratorAtATime();
        Person person = visible(accountId);
        if (!seen.equals(seen(person))) {
            return new Outcome.Changed();
        }
        if (partnerMissing(roles, partnerId)) {
            return new Outcome.PartnerMissing();
        }
        Set<Role> before = rolesHere(person);
        if (before.contains(Role.ADMINISTRATOR) && !roles.contains(Role.ADMINISTRATOR) && isOnlyAdministrator(person)) {
            return new Outcome.LastAdministrator();
        }
        Set<Role> gone = EnumSet.noneOf(Role.class);
        gone.addAll(before);
        gone.removeAll(roles);
        accounts.revoke(accountId, here(), gone);
        grant(accountId, roles, partnerId);
        if (isHome(person.account())) {
            if (name != null && !name.isBlank()) {
                accounts.rename(accountId, name.strip());
            } else {
                accounts.touch(accountId);
            }
        }
        return new Outcome.Done();
    }

    @Transactional
    public Outcome block(UUID accountId, boolean blocked) {
        oneAdministratorAtATime();
        Person person = visible(accountId);
        if (!mayManage(person)) {
            return new Outcome.NotYours();
        }
        if (blocked && isOnlyAdministratorSomewhere(person)) {
            return new Outcome.LastAdministrator();
        }
        accounts.setBlocked(accountId, blocked);
        if (blocked) {
            accounts.endSessions(accountId, sessions.now());
            invitations.withdraw(accountId);
        }
        return new Outcome.Done();
    }

    @Transactional
    public Outcome unlock(UUID accountId) {
        Person person = visible(accountId);
        if (!isHome(person.account())) {
            return new Outcome.NotYours();
        }
        accounts.unlock(accountId);
        return new Outcome.Done();
    }

    /** The old password stops working at once: this is also what one does when it was stolen. */
    @Transactional
    public Outcome resetPassword(UUID accountId) {
        oneAdministratorAtATime();
        Person person = visible(accountId);
        if (!mayManage(person)) {
            return new Outcome.NotYours();
        }
        if (isOnlyAdministratorSomewhere(person)) {
            return new Outcome.LastAdministrator();
        }
        accounts.setPassword(accountId, null, sessions.now());
        return new Outcome.Invited(invitations.invite(here(), accountId), person.account());
    }

    @Transactional
    public Outcome resetSecondStep(UUID accountId) {
        Person person = visible(accountId);
        if (!mayManage(person)) {
            return new Outcome.NotYours();
        }
        accounts.setSecondStep(accountId, null, null);
        return new Outcome.Done();
    }

    /** What the administrator saw, to notice that somebody else changed it meanwhile. */
    static String seen(Person person) {
        return person.account().version() + ":"
                + person.memberships().stream()
                        .map(membership -> membership.role() + "/" + membership.partnerId())
                        .sorted()
                        .collect(Collectors.joining(","));
    }

    private Person visible(UUID accountId) {
        UUID here = here();
        Person person = accounts.person(accountId).orElseThrow(() -> new NotFoundException("account " + accountId));
        List<Membership> rolesHere = person.memberships().stream()
                .filter(membership -> membership.authorityId().equals(here))
                .toList();
        if (rolesHere.isEmpty() && !isHome(person.account())) {
            throw new NotFoundException("account " + accountId);
        }
        return new Person(person.account(), rolesHere);
    }

    private boolean mayManage(Person person) {
        return isHome(person.account())
                && !person.account().accountId().equals(ActorContext.required().accountId());
    }

    /** Two administrators who take each other's role away at the same moment must not both succeed. */
    private void oneAdministratorAtATime() {
        database.execute(
                "select pg_advisory_xact_lock(hashtextextended('identity.administration:' || {0}::text, 0))", here());
    }

    private boolean isOnlyAdministrator(Person person) {
        return accounts.onlyAdministeredBy(person.account().accountId()).contains(here());
    }

    /** Also of an authority that this administrator does not see. */
    private boolean isOnlyAdministratorSomewhere(Person person) {
        return isOnlyAdministrator(person)
                || !installation
                        .call(
                                "see who else administers",
                                () -> accounts.onlyAdministeredBy(
                                        person.account().accountId()))
                        .isEmpty();
    }

    private static boolean partnerMissing(Collection<Role> roles, @Nullable UUID partnerId) {
        return partnerId == null && roles.stream().anyMatch(Role::ofPartner);
    }

    private static Set<Role> rolesHere(Person person) {
        return person.memberships().stream().map(Membership::role).collect(Collectors.toSet());
    }

    private void grant(UUID accountId, Set<Role> roles, @Nullable UUID partnerId) {
        Actor actor = ActorContext.required();
        for (Role role : roles) {
            Membership membership = new Membership(here(), role, role.ofPartner() ? partnerId : null);
            accounts.grant(accountId, membership, actor.accountId(), clock.instant());
        }
    }

    private static UUID here() {
        return ActorContext.required().authorityId();
    }
}
