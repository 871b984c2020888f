package nl.leercirkel.identity;

import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Hashes passwords with Argon2id: 19 MiB, two passes, one lane (the OWASP minimum for servers). */
@Component
class PasswordHasher {
    private final Argon2PasswordEncoder encoder = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
    // Each hash takes 19 MiB; a flood of sign-ins must wait for its turn instead of taking all memory.
    private final Semaphore turns =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors() * 2), true);
    private final String nobody = hash("the password of nobody");

    String hash(String password) {
        turns.acquireUninterruptibly();
        try {
            return java.util.Objects.requireNonNull(encoder.encode(password));
        } finally {
            turns.release();
        }
    }

    /** Takes the same time whether or not there is a hash to compare with. */
    boolean matches(String password, @Nullable String hash) {
        turns.acquireUninterruptibly();
        try {
            boolean same = encoder.matches(password, hash == null ? nobody : hash);
            return same && hash != null;
        } finally {
            turns.release();
        }
    }
}
