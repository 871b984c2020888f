package nl.leercirkel.security;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who is acting on this thread. Bound for the length of a request or job and never longer, so nothing can leak to the
 * next user of a thread or a pooled connection.
 */
public final class ActorContext {
    private static final ScopedValue<Scope> SCOPE = ScopedValue.newInstance();

    private ActorContext() {}

    private sealed interface Scope {}

    private record Person(Actor actor) implements Scope {}

    private record Installation(String reason) implements Scope {}

    public static Optional<Actor> current() {
        return scope() instanceof Person(Actor actor) ? Optional.of(actor) : Optional.empty();
    }

    /** The acting person; a fault when there is none, because a page or job without a person must not get this far. */
    public static Actor required() {
        return current().orElseThrow(() -> new IllegalStateException("Nobody is acting on this thread"));
    }

    /** Whether this is the installation's own work, which crosses authorities (signing in, claiming jobs, backup). */
    public static boolean isInstallation() {
        return scope() instanceof Installation;
    }

    public static <T extends @Nullable Object, X extends Throwable> T callAs(
            Actor actor, ScopedValue.CallableOp<? extends T, X> operation) throws X {
        return ScopedValue.where(SCOPE, new Person(actor)).call(operation);
    }

    public static void runAs(Actor actor, Runnable operation) {
        ScopedValue.where(SCOPE, new Person(actor)).run(operation);
    }

    /**
     * Work of the installation itself. Row-level security lets it see all authorities, so callers are few and a test
     * names them.
     */
    public static <T extends @Nullable Object, X extends Throwable> T callAsInstallation(
            String reason, ScopedValue.CallableOp<? extends T, X> operation) throws X {
        return ScopedValue.where(SCOPE, new Installation(reason)).call(operation);
    }

    private static @Nullable Scope scope() {
        return SCOPE.isBound() ? SCOPE.get() : null;
    }
}
