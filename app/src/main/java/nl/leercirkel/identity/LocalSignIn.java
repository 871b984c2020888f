package nl.leercirkel.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import nl.leercirkel.database.InstallationTransactions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Checks a password, and a one-time code when the account asks for one. Unknown and known e-mail addresses get the same
 * answers in the same time, locking included.
 */
@Service
class LocalSignIn {
    static final int ATTEMPTS = 10;
    static final Duration LOCKED_FOR = Duration.ofMinutes(15);

    private final AccountTable accounts;
    private final InstallationTransactions installation;
    private final PasswordHasher hasher;
    private final SignInEvents events;
    private final IdentitySettings settings;
    private final Clock clock;
    private final FailureCounter unknownEmails;
    private final FailureCounter addresses;

    LocalSignIn(
            AccountTable accounts,
            InstallationTransactions installation,
            PasswordHasher hasher,
            SignInEvents events,
            IdentitySettings settings,
            Clock clock) {
        this.accounts = accounts;
        this.installation = installation;
        this.hasher = hasher;
        this.events = events;
        this.settings = settings;
        this.clock = clock;
        this.unknownEmails = new FailureCounter(ATTEMPTS, LOCKED_FOR, clock);
        this.addresses = new FailureCounter(settings.attemptsPerAddress(), LOCKED_FOR, clock);
    }

    /** What came of an attempt. */
    sealed interface Outcome {
        record Accepted(Person person, SignedIn.Method method) implements Outcome {}

        record CodeNeeded(UUID accountId) implements Outcome {}

        /** Unknown, wrong, or not allowed this way: deliberately not told apart. */
        record Refused() implements Outcome {}

        record TooOften() implements Outcome {}

        /** Only said to somebody who knows the password. */
        record Blocked() implements Outcome {}
    }

    Outcome withPassword(String typedEmail, String password, String clientAddress) {
        String email = typedEmail.strip().toLowerCase(Locale.ROOT);
        if (addresses.isLocked(clientAddress)) {
            return tooOften(null, email, clientAddress);
        }
        if (email.length() > 254 || password.length() > PasswordPolicy.LONGEST) {
            addresses.fail(clientAddress);
            return new Outcome.Refused();
        }
        Optional<Person> found = installation.call("sign in", () -> accounts.personByEmail(email));
        if (found.isEmpty()) {
            return unknown(email, password, clientAddress);
        }
        Account account = found.get().account();
        Claim claim = claim(account);
        boolean right = hasher.matches(password, account.passwordHash());
        if (claim == Claim.LOCKED) {
            return tooOften(account, email, clientAddress);
        }
        if (!right) {
            return wrong(account, claim, clientAddress, "wrong password");
        }
        if (account.blocked()) {
            giveBack(account);
            refused(account, clientAddress, "blocked account");
            return new Outcome.Blocked();
        }
        if (!settings.localSignin() && !found.get().administers()) {
            giveBack(account);
            refused(account, clientAddress, "local sign-in is for administrators only");
            return new Outcome.Refused();
        }
        if (account.hasSecondStep()) {
            giveBack(account);
            return new Outcome.CodeNeeded(account.accountId());
        }
        return new Outcome.Accepted(found.get(), SignedIn.Method.PASSWORD);
    }

    Outcome withCode(UUID accountId, String code, String clientAddress) {
        Optional<Person> found = installation.call("sign in", () -> accounts.person(accountId));
        if (found.isEmpty() || addresses.isLocked(clientAddress)) {
            return tooOften(null, accountId.toString(), clientAddress);
        }
        Account account = found.get().account();
        Claim claim = claim(account);
        if (claim == Claim.LOCKED) {
            return tooOften(account, account.email(), clientAddress);
        }
        return codeIsRight(account, code)
                ? new Outcome.Accepted(found.get(), SignedIn.Method.PASSWORD_AND_CODE)
                : wrong(account, claim, clientAddress, "wrong code");
    }

    private boolean codeIsRight(Account account, String code) {
        if (account.totpSecret() == null || account.blocked()) {
            return false;
        }
        OptionalLong step = Totp.matchingStep(account.totpSecret(), code, clock.instant());
        return step.isPresent()
                && installation.call(
                        "use up a one-time code", () -> accounts.useStep(account.accountId(), step.getAsLong()));
    }

    private enum Claim {
        ALLOWED,
        LAST,
        LOCKED
    }

    /** Counts before checking: a hundred guesses sent at once are a hundred attempts. */
    private Claim claim(Account account) {
        int attempt = installation.call(
                "count a sign-in attempt",
                () -> accounts.claimAttempt(account.accountId(), clock.instant())
                        .orElse(Integer.MAX_VALUE));
        if (attempt > ATTEMPTS) {
            return Claim.LOCKED;
        }
        return attempt == ATTEMPTS ? Claim.LAST : Claim.ALLOWED;
    }

    private void giveBack(Account account) {
        installation.run("count a sign-in attempt", () -> accounts.giveBackAttempt(account.accountId()));
    }

    private Outcome wrong(Account account, Claim claim, String clientAddress, String detail) {
        addresses.fail(clientAddress);
        if (claim == Claim.LAST) {
            Instant until = clock.instant().plus(LOCKED_FOR);
            installation.run("lock an account", () -> accounts.lock(account.accountId(), until));
            return tooOften(account, account.email(), clientAddress);
        }
        refused(account, clientAddress, detail);
        return new Outcome.Refused();
    }

    private Outcome unknown(String email, String password, String clientAddress) {
        boolean lockedBefore = unknownEmails.isLocked(email);
        hasher.matches(password, null);
        if (lockedBefore) {
            return tooOften(null, email, clientAddress);
        }
        addresses.fail(clientAddress);
        if (unknownEmails.fail(email)) {
            return tooOften(null, email, clientAddress);
        }
        events.record(
                new SignInEvents.Event(SignInEvents.Kind.REFUSED, null, null, email, clientAddress, "unknown account"));
        return new Outcome.Refused();
    }

    private Outcome tooOften(@Nullable Account account, String person, String clientAddress) {
        events.record(new SignInEvents.Event(
                SignInEvents.Kind.LOCKED,
                account == null ? null : account.accountId(),
                account == null ? null : account.homeAuthorityId(),
                person,
                clientAddress,
                "too many wrong attempts"));
        return new Outcome.TooOften();
    }

    private void refused(Account account, String clientAddress, String detail) {
        events.record(new SignInEvents.Event(
                SignInEvents.Kind.REFUSED,
                account.accountId(),
                account.homeAuthorityId(),
                account.name(),
                clientAddress,
                detail));
    }
}
