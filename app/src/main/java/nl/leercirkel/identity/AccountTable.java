package nl.leercirkel.identity;

import static nl.leercirkeldb.identity.Tables.ACCOUNT;
import static nl.leercirkeldb.identity.Tables.MEMBERSHIP;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.leercirkel.security.Role;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/**
 * Reads and writes accounts and their roles. Has no transaction of its own: what it sees depends on who the surrounding
 * transaction works for.
 */
@Repository
class AccountTable {
    private final DSLContext database;

    AccountTable(DSLContext database) {
        this.database = database;
    }

    Optional<Person> person(UUID accountId) {
        return person(ACCOUNT.ACCOUNT_ID.eq(accountId));
    }

    Optional<Person> personByEmail(String email) {
        return person(ACCOUNT.EMAIL.eq(email));
    }

    Optional<Person> personBySubject(String issuer, String subject) {
        return person(ACCOUNT.OIDC_ISSUER.eq(issuer).and(ACCOUNT.OIDC_SUBJECT.eq(subject)));
    }

    /** One query, because this runs for each request. */
    private Optional<Person> person(Condition which) {
        List<Membership> memberships = new ArrayList<>();
        @Nullable Account account = null;
        for (Record row : database.select(ACCOUNT.fields())
                .select(MEMBERSHIP.AUTHORITY_ID, MEMBERSHIP.ROLE, MEMBERSHIP.PARTNER_ID)
                .from(ACCOUNT)
                .leftJoin(MEMBERSHIP)
                .on(MEMBERSHIP.ACCOUNT_ID.eq(ACCOUNT.ACCOUNT_ID))
                .where(which)
                .orderBy(MEMBERSHIP.AUTHORITY_ID, MEMBERSHIP.ROLE)) {
            account = account(row);
            if (row.get(MEMBERSHIP.ROLE) != null) {
                memberships.add(membership(row));
            }
        }
        return account == null ? Optional.empty() : Optional.of(new Person(account, memberships));
    }

    /** All accounts that the surrounding transaction may see, with their roles at one authority. */
    List<Person> allWithRolesAt(UUID authorityId) {
        var memberships = database.selectFrom(MEMBERSHIP)
                .where(MEMBERSHIP.AUTHORITY_ID.eq(authorityId))
                .fetchGroups(MEMBERSHIP.ACCOUNT_ID, AccountTable::membership);
        return database.selectFrom(ACCOUNT)
                .where(ACCOUNT.AUTHORITY_ID.eq(authorityId).or(ACCOUNT.ACCOUNT_ID.in(memberships.keySet())))
                .orderBy(ACCOUNT.NAME, ACCOUNT.EMAIL)
                .fetch(row -> new Person(account(row), memberships.getOrDefault(row.getAccountId(), List.of())));
    }

    UUID insert(UUID homeAuthorityId, String email, String name, boolean installationManager, Instant now) {
        return database.insertInto(ACCOUNT)
                .set(ACCOUNT.AUTHORITY_ID, homeAuthorityId)
                .set(ACCOUNT.EMAIL, email)
                .set(ACCOUNT.NAME, name)
                .set(ACCOUNT.INSTALLATION_MANAGER, installationManager)
                .set(ACCOUNT.CREATED_AT, at(now))
                .set(ACCOUNT.SESSIONS_VALID_FROM, at(now))
                .returning(ACCOUNT.ACCOUNT_ID)
                .fetchSingle(ACCOUNT.ACCOUNT_ID);
    }

    void rename(UUID accountId, String name) {
        database.update(ACCOUNT)
                .set(ACCOUNT.NAME, name)
                .set(ACCOUNT.VERSION, ACCOUNT.VERSION.plus(1))
                .where(ACCOUNT.ACCOUNT_ID.eq(accountId))
                .execute();
    }

    /** Makes a new version without another change; the roles of an account are part of what the version stands for. */
    void touch(UUID accountId) {
        database.update(ACCOUNT)
                .set(ACCOUNT.VERSION, ACCOUNT.VERSION.plus(1))
                .where(ACCOUNT.ACCOUNT_ID.eq(accountId))
                .execute();
    }

    /** Sets or clears the password; sessions that began earlier end. */
    void setPassword(UUID accountId, @Nullable String hash, Instant now) {
        database.update(ACCOUNT)
                .set(ACCOUNT.PASSWORD_HASH, hash)
                .set(ACCOUNT.FAILED_ATTEMPTS, 0)
                .setNull(ACCOUNT.LOCKED_UNTIL)
                .set(ACCOUNT.SESSIONS_VALID_FROM, at(now))
                .where(ACCOUNT.ACCOUNT_ID.eq(accountId))
                .execute();
    }

    void setSecondStep(UUID accountId, @Nullable String secret, @Nullable Long lastStep) {
        database.update(ACCOUNT)
                .set(ACCOUNT.TOTP_SECRET, secret)
                .set(ACCOUNT.TOTP_LAST_STEP, lastStep)
                .where(ACCOUNT.ACCOUNT_ID.eq(accountId))
                .execute();
    }

    /** Claims a step of the one-time codes; false when it, or a later one, was used before. */
    boolean useStep(UUID accountId, long step) {
        return database.update(ACCOUNT)
                        .set(ACCOUNT.TOTP_LAST_STEP, step)
                        .where(ACCOUNT.ACCOUNT_ID.eq(accountId))
                        .and(ACCOUNT.TOTP_LAST_STEP.isNull().or(ACCOUNT.TOTP_LAST_STEP.lt(step)))
                        .execute()
                == 1;
    }

    void bindSubject(UUID accountId, String issuer, String subject) {
        database.update(ACCOUNT)
                .set(ACCOUNT.OIDC_ISSUER, issuer)
                .set(ACCOUNT.OIDC_SUBJECT, subject)
                .where(ACCOUNT.ACCOUNT_ID.eq(accountId))
                .execute();
    }

    /** Counts an attempt before it is checked, so that attempts at the same moment count too. Empty while locked. */
    Optional<Integer> claimAttempt(UUID accountId, Instant now) {
        return database.update(ACCOUNT)
                .set(ACCOUNT.FAILED_ATTEMPTS, ACCOUNT.FAILED_ATTEMPTS.plus(1))
                .where(ACCOUNT.ACCOUNT_ID.eq(accountId))
                .and(ACCOUNT.LOCKED_UNTIL.isNull().or(ACCOUNT.LOCKED_UNTIL.le(at(now))))
                .returning(ACCOUNT.FAILED_ATTEMPTS)
                .fetchOptional(ACCOUNT.FAILED_ATTEMPTS);
    }

    void giveBackAttempt(UUID accountId) {
        database.update(ACCOUNT)
                .set(ACCOUNT.FAILED_ATTEMPTS, ACCOUNT.FAILED_ATTEMPTS.minus(1))
                .where(ACCOUNT.ACCOUNT_ID.eq(accountId))
                .and(ACCOUNT.FAILED_ATTEMPTS.gt(0))
                .execute();
    }

    void lock(UUID accountId, Instant until) {
        database.update(ACCOUNT)
                .set(ACCOUNT.FAILED_ATTEMPTS, 0)
                .set(ACCOUNT.LOCKED_UNTIL, at(until))
                .where(ACCOUNT.ACCOUNT_ID.eq(accountId))
                .execute();
    }

    void unlock(UUID accountId) {
        database.update(ACCOUNT)
                .set(ACCOUNT.FAILED_ATTEMPTS, 0)
                .setNull(ACCOUNT.LOCKED_UNTIL)
                .where(ACCOUNT.ACCOUNT_ID.eq(accountId))
                .execute();
    }

    void signedIn(UUID accountId, Instant now) {
        database.update(ACCOUNT)
                .set(ACCOUNT.LAST_SIGN_IN_AT, at(now))
                .set(ACCOUNT.FAILED_ATTEMPTS, 0)
                .where(ACCOUNT.ACCOUNT_ID.eq(accountId))
                .execute();
    }

    void endSessions(UUID accountId, Instant now) {
        database.update(ACCOUNT)
                .set(ACCOUNT.SESSIONS_VALID_FROM, at(now))
                .where(ACCOUNT.ACCOUNT_ID.eq(accountId))
                .execute();
    }

    void setBlocked(UUID accountId, boolean blocked) {
        database.update(ACCOUNT)
                .set(ACCOUNT.BLOCKED, blocked)
                .set(ACCOUNT.VERSION, ACCOUNT.VERSION.plus(1))
                .where(ACCOUNT.ACCOUNT_ID.eq(accountId))
                .execute();
    }

    void grant(UUID accountId, Membership membership, @Nullable UUID grantedBy, Instant now) {
        database.insertInto(MEMBERSHIP)
                .set(MEMBERSHIP.ACCOUNT_ID, accountId)
                .set(MEMBERSHIP.AUTHORITY_ID, membership.authorityId())
                .set(MEMBERSHIP.ROLE, membership.role().name())
                .set(MEMBERSHIP.PARTNER_ID, membership.partnerId())
                .set(MEMBERSHIP.GRANTED_AT, at(now))
                .set(MEMBERSHIP.GRANTED_BY, grantedBy)
                .onConflict(MEMBERSHIP.ACCOUNT_ID, MEMBERSHIP.AUTHORITY_ID, MEMBERSHIP.ROLE)
                .doUpdate()
                .set(MEMBERSHIP.PARTNER_ID, membership.partnerId())
                .execute();
    }

    void revoke(UUID accountId, UUID authorityId, Collection<Role> roles) {
        database.deleteFrom(MEMBERSHIP)
                .where(MEMBERSHIP.ACCOUNT_ID.eq(accountId))
                .and(MEMBERSHIP.AUTHORITY_ID.eq(authorityId))
                .and(MEMBERSHIP.ROLE.in(roles.stream().map(Role::name).toList()))
                .execute();
    }

    /** Authorities where this account is the only administrator that can sign in. */
    List<UUID> onlyAdministeredBy(UUID accountId) {
        var own = MEMBERSHIP.as("own");
        var other = MEMBERSHIP.as("other");
        return database.select(own.AUTHORITY_ID)
                .from(own)
                .where(own.ACCOUNT_ID.eq(accountId))
                .and(own.ROLE.eq(Role.ADMINISTRATOR.name()))
                .andNotExists(database.selectOne()
                        .from(other)
                        .join(ACCOUNT)
                        .on(ACCOUNT.ACCOUNT_ID.eq(other.ACCOUNT_ID))
                        .where(other.AUTHORITY_ID.eq(own.AUTHORITY_ID))
                        .and(other.ROLE.eq(Role.ADMINISTRATOR.name()))
                        .and(other.ACCOUNT_ID.ne(accountId))
                        .and(ACCOUNT.BLOCKED.isFalse())
                        .and(ACCOUNT.PASSWORD_HASH.isNotNull().or(ACCOUNT.OIDC_SUBJECT.isNotNull())))
                .fetch(own.AUTHORITY_ID);
    }

    private static Account account(Record row) {
        return new Account(
                row.get(ACCOUNT.ACCOUNT_ID),
                row.get(ACCOUNT.AUTHORITY_ID),
                row.get(ACCOUNT.EMAIL),
                row.get(ACCOUNT.NAME),
                row.get(ACCOUNT.PASSWORD_HASH),
                row.get(ACCOUNT.TOTP_SECRET),
                row.get(ACCOUNT.TOTP_LAST_STEP),
                row.get(ACCOUNT.OIDC_ISSUER),
                row.get(ACCOUNT.OIDC_SUBJECT),
                instant(row.get(ACCOUNT.LOCKED_UNTIL)),
                row.get(ACCOUNT.BLOCKED),
                row.get(ACCOUNT.INSTALLATION_MANAGER),
                instant(row.get(ACCOUNT.LAST_SIGN_IN_AT)),
                row.get(ACCOUNT.SESSIONS_VALID_FROM).toInstant(),
                row.get(ACCOUNT.VERSION));
    }

    private static Membership membership(Record row) {
        return new Membership(
                row.get(MEMBERSHIP.AUTHORITY_ID),
                Role.valueOf(row.get(MEMBERSHIP.ROLE)),
                row.get(MEMBERSHIP.PARTNER_ID));
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
