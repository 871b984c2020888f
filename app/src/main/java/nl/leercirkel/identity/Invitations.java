package nl.leercirkel.identity;

import static nl.leercirkeldb.identity.Tables.INVITATION;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import nl.leercirkel.database.InstallationTransactions;
import nl.leercirkel.security.Sha256;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;

/**
 * Links with which somebody sets a password, once and within a week. The database has only the hash of the link: who
 * reads the database cannot use it.
 */
@Service
class Invitations {
    static final Duration VALID_FOR = Duration.ofDays(7);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final DSLContext database;
    private final InstallationTransactions installation;
    private final AccountTable accounts;
    private final PasswordHasher hasher;
    private final Sessions sessions;
    private final Clock clock;

    Invitations(
            DSLContext database,
            InstallationTransactions installation,
            AccountTable accounts,
            PasswordHasher hasher,
            Sessions sessions,
            Clock clock) {
        this.database = database;
        this.installation = installation;
        this.accounts = accounts;
        this.hasher = hasher;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * Makes a link in the surrounding transaction and withdraws earlier ones.
     *
     * @return the path of the link, to be shown once
     */
    String invite(UUID homeAuthorityId, UUID accountId) {
        byte[] random = new byte[32];
        RANDOM.nextBytes(random);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        withdraw(accountId);
        database.insertInto(INVITATION)
                .set(INVITATION.TOKEN_HASH, hash(token))
                .set(INVITATION.AUTHORITY_ID, homeAuthorityId)
                .set(INVITATION.ACCOUNT_ID, accountId)
                .set(INVITATION.EXPIRES_AT, AccountTable.at(clock.instant().plus(VALID_FOR)))
                .execute();
        return "/uitnodiging/" + token;
    }

    void withdraw(UUID accountId) {
        database.deleteFrom(INVITATION)
                .where(INVITATION.ACCOUNT_ID.eq(accountId))
                .and(INVITATION.USED_AT.isNull())
                .execute();
    }

    /** Whose link this is, while it can be used. */
    Optional<Account> invited(String token) {
        return installation.call(
                "open an invitation",
                () -> database.select(INVITATION.ACCOUNT_ID)
                        .from(INVITATION)
                        .where(INVITATION.TOKEN_HASH.eq(hash(token)))
                        .and(INVITATION.USED_AT.isNull())
                        .and(INVITATION.EXPIRES_AT.gt(AccountTable.at(clock.instant())))
                        .fetchOptional(INVITATION.ACCOUNT_ID)
                        .flatMap(accounts::person)
                        .map(Person::account)
                        .filter(account -> !account.blocked()));
    }

    /** Uses the link up and sets the password; false when somebody was quicker. */
    boolean accept(String token, Account account, String password) {
        String passwordHash = hasher.hash(password);
        return installation.call("accept an invitation", () -> {
            int used = database.update(INVITATION)
                    .set(INVITATION.USED_AT, AccountTable.at(clock.instant()))
                    .where(INVITATION.TOKEN_HASH.eq(hash(token)))
                    .and(INVITATION.USED_AT.isNull())
                    .and(INVITATION.EXPIRES_AT.gt(AccountTable.at(clock.instant())))
                    .execute();
            if (used == 1) {
                accounts.setPassword(account.accountId(), passwordHash, sessions.now());
            }
            return used == 1;
        });
    }

    private static byte[] hash(String token) {
        return Sha256.of(token);
    }
}
