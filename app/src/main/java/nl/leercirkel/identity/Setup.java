package nl.leercirkel.identity;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.leercirkel.database.InstallationTransactions;
import nl.leercirkel.organisation.Authorities;
import nl.leercirkel.organisation.Authority;
import nl.leercirkel.organisation.AuthorityKind;
import nl.leercirkel.security.Role;
import nl.leercirkel.security.Sha256;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * Makes the first authority and its administrator. Who may do that proves to have access to the console, by a code that
 * is only there and only until the application stops.
 */
@Service
class Setup {
    private static final Logger LOG = LoggerFactory.getLogger(Setup.class);
    // No letters or digits that look alike.
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private final Authorities authorities;
    private final Accounts accounts;
    private final AccountTable table;
    private final InstallationTransactions installation;
    private final DSLContext database;
    private final FailureCounter wrongCodes;
    private final AtomicBoolean done = new AtomicBoolean();
    private volatile byte @Nullable [] codeHash;

    Setup(
            Authorities authorities,
            Accounts accounts,
            AccountTable table,
            InstallationTransactions installation,
            DSLContext database,
            Clock clock) {
        this.authorities = authorities;
        this.accounts = accounts;
        this.table = table;
        this.installation = installation;
        this.database = database;
        this.wrongCodes = new FailureCounter(20, Duration.ofMinutes(15), clock);
    }

    /** What is asked for on the page, checked. */
    record Request(AuthorityKind kind, String code, String authority, String name, String email, String password) {}

    @EventListener(ApplicationReadyEvent.class)
    void printCode() {
        if (!isNeeded()) {
            return;
        }
        String code = newCode();
        codeHash = hash(code);
        LOG.info("""

                Deze installatie is nog leeg. Open /inrichten in uw browser en maak de eerste beheerder.
                Eenmalige code: {}
                """, code);
    }

    boolean isNeeded() {
        if (done.get()) {
            return false;
        }
        boolean needed = authorities.none();
        done.set(!needed);
        return needed;
    }

    boolean codeIsRight(String code, String clientAddress) {
        byte[] expected = codeHash;
        if (expected == null || wrongCodes.isLocked(clientAddress)) {
            return false;
        }
        boolean right = MessageDigest.isEqual(expected, hash(code));
        if (!right) {
            wrongCodes.fail(clientAddress);
        }
        return right;
    }

    /** Empty when somebody else was quicker. */
    Optional<Person> carryOut(Request request) {
        Optional<Person> made = installation.call("set up the installation", () -> {
            database.execute("select pg_advisory_xact_lock(hashtextextended('identity.setup', 0))");
            if (!authorities.none()) {
                return Optional.<Person>empty();
            }
            Authority authority = authorities.create(request.kind(), request.code(), request.authority());
            var account = accounts.createAccount(authority.authorityId(), request.email(), request.name(), true);
            accounts.setPassword(account, request.password());
            accounts.grant(account, authority.authorityId(), Role.ADMINISTRATOR, null);
            return table.person(account);
        });
        done.set(true);
        codeHash = null;
        return made;
    }

    private static String newCode() {
        SecureRandom random = new SecureRandom();
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            code.append(i > 0 && i % 4 == 0 ? "-" : "").append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    private static byte[] hash(String code) {
        String typed = code.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT);
        return Sha256.of(typed);
    }
}
