package nl.leercirkel.identity;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import nl.leercirkel.database.InstallationTransactions;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people do with their own account. */
@Service
class OwnAccount {
    private final AccountTable accounts;
    private final InstallationTransactions installation;
    private final PasswordHasher hasher;
    private final Sessions sessions;
    private final Clock clock;

    OwnAccount(
            AccountTable accounts,
            InstallationTransactions installation,
            PasswordHasher hasher,
            Sessions sessions,
            Clock clock) {
        this.accounts = accounts;
        this.installation = installation;
        this.hasher = hasher;
        this.sessions = sessions;
        this.clock = clock;
    }

    @Transactional
    public void rename(Account account, String name) {
        accounts.rename(account.accountId(), name.strip());
    }

    /**
     * Whether this is the account's password. Counts as a sign-in attempt, so that an unattended screen is no way to
     * guess it.
     */
    boolean passwordIsRight(Account account, String password) {
        Optional<Integer> attempt = installation.call(
                "check a password", () -> accounts.claimAttempt(account.accountId(), clock.instant()));
        if (attempt.isEmpty() || attempt.get() > LocalSignIn.ATTEMPTS) {
            return false;
        }
        boolean right = password.length() <= PasswordPolicy.LONGEST && hasher.matches(password, account.passwordHash());
        installation.run("check a password", () -> {
            if (right) {
                accounts.giveBackAttempt(account.accountId());
            } else if (attempt.get() == LocalSignIn.ATTEMPTS) {
                accounts.lock(account.accountId(), clock.instant().plus(LocalSignIn.LOCKED_FOR));
            }
        });
        return right;
    }

    /** Changes the password and ends all sessions; returns the moment from which a session counts again. */
    @Transactional
    public Instant changePassword(Account account, String password) {
        Instant now = sessions.now();
        accounts.setPassword(account.accountId(), hasher.hash(password), now);
        return now;
    }

    @Transactional
    public void endAllSessions(Account account) {
        // One microsecond later than now: also a session of this very moment ends.
        accounts.endSessions(account.accountId(), sessions.now().plusNanos(1000));
    }

    /** Turns the second step on when the code shows that the app has the secret. */
    @Transactional
    public boolean turnSecondStepOn(Account account, String secret, String code) {
        OptionalLong step = Totp.matchingStep(secret, code, clock.instant());
        step.ifPresent(used -> accounts.setSecondStep(account.accountId(), secret, used));
        return step.isPresent();
    }

    @Transactional
    public void turnSecondStepOff(Account account) {
        accounts.setSecondStep(account.accountId(), null, null);
    }
}
