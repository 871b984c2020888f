package nl.leercirkel.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/**
 * Keeps sessions in a store, but writes that somebody is still there at most once a minute: otherwise every page that
 * is read waits for the disk. A session so ends at most a minute before its time, and never after it.
 *
 * @param <S> a session of that store
 */
final class PatientSessions<S extends Session> implements SessionRepository<PatientSessions.Patient<S>> {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final ScopedValue<Boolean> FINDING = ScopedValue.newInstance();
    private static final ScopedValue<Found> REQUEST = ScopedValue.newInstance();

    private final SessionRepository<S> store;

    PatientSessions(SessionRepository<S> store) {
        this.store = store;
    }

    @Override
    public Patient<S> createSession() {
        return new Patient<>(store.createSession());
    }

    @Override
    public void save(Patient<S> session) {
        store.save(session.kept);
    }

    /** Runs a request: within it a session is read once, though Spring Session asks for it again when it has been answered. */
    static void within(ScopedValue.CallableOp<Boolean, Exception> request) throws Exception {
        ScopedValue.where(REQUEST, new Found()).call(request);
    }

    /** The session that a request found. */
    private static final class Found {
        private @Nullable Patient<?> session;
    }

    @Override
    @SuppressWarnings("unchecked") // there is one store
    public @Nullable Patient<S> findById(String id) {
        if (!REQUEST.isBound()) {
            return read(id);
        }
        Found found = REQUEST.get();
        if (found.session == null || !found.session.getId().equals(id)) {
            found.session = read(id);
        }
        return (@Nullable Patient<S>) found.session;
    }

    private @Nullable Patient<S> read(String id) {
        S found = ScopedValue.where(FINDING, true).<@Nullable S, RuntimeException>call(() -> store.findById(id));
        return found == null ? null : new Patient<>(found);
    }

    /** Whether the store is asked, on this thread, for a session and nothing else. */
    static boolean isFinding() {
        return FINDING.isBound();
    }

    @Override
    public void deleteById(String id) {
        if (REQUEST.isBound()) {
            REQUEST.get().session = null;
        }
        store.deleteById(id);
    }

    /**
     * A session that takes note of its use only after a minute.
     *
     * @param <S> the session as the store has it
     */
    static final class Patient<S extends Session> implements Session {
        private final S kept;

        private Patient(S kept) {
            this.kept = kept;
        }

        @Override
        public void setLastAccessedTime(Instant lastAccessedTime) {
            if (!lastAccessedTime.isBefore(kept.getLastAccessedTime().plus(PATIENCE))) {
                kept.setLastAccessedTime(lastAccessedTime);
            }
        }

        @Override
        public Instant getLastAccessedTime() {
            return kept.getLastAccessedTime();
        }

        @Override
        public boolean isExpired() {
            return kept.isExpired();
        }

        @Override
        public String getId() {
            return kept.getId();
        }

        @Override
        public String changeSessionId() {
            return kept.changeSessionId();
        }

        @Override
        public <T> @Nullable T getAttribute(String attributeName) {
            return kept.getAttribute(attributeName);
        }

        @Override
        public Set<String> getAttributeNames() {
            return kept.getAttributeNames();
        }

        @Override
        public void setAttribute(String attributeName, @Nullable Object attributeValue) {
            if (attributeValue == null) {
                kept.removeAttribute(attributeName);
            } else {
                kept.setAttribute(attributeName, attributeValue);
            }
        }

        @Override
        public void removeAttribute(String attributeName) {
            kept.removeAttribute(attributeName);
        }

        @Override
        public Instant getCreationTime() {
            return kept.getCreationTime();
        }

        @Override
        public void setMaxInactiveInterval(Duration interval) {
            kept.setMaxInactiveInterval(interval);
        }

        @Override
        public Duration getMaxInactiveInterval() {
            return kept.getMaxInactiveInterval();
        }
    }
}
