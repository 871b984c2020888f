package nl.leercirkel.backup;

import java.util.ArrayDeque;
import java.util.Deque;

/** Closes what was opened, last first, at the end of a command or when somebody stops it with Ctrl-C. */
final class Guard implements AutoCloseable {

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final Thread hook = new Thread(this::closeAll, "leercirkel-cleanup");

    Guard() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    <T extends AutoCloseable> T add(T resource) {
        synchronized (open) {
            open.push(resource);
        }
        return resource;
    }

    private void closeAll() {
        while (true) {
            AutoCloseable next;
            synchronized (open) {
                if (open.isEmpty()) {
                    return;
                }
                next = open.pop();
            }
            try {
                next.close();
            } catch (Exception failure) {
                System.err.println("Leercirkel: opruimen is niet gelukt: " + failure.getMessage());
            }
        }
    }

    @Override
    public void close() {
        closeAll();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException stopping) {
            // the hook runs now and finds nothing left
        }
    }
}
