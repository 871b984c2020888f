package nl.leercirkel.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts failures per key (an unknown e-mail address, a client's network address) and locks a key that fails too often.
 * In memory and bounded: forgetting under a flood of keys does less harm than filling the database.
 */
class FailureCounter {
    private static final int MOST_KEYS = 50_000;

    private final Map<String, Tally> tallies = new ConcurrentHashMap<>();
    private final int allowed;
    private final Duration window;
    private final Clock clock;

    /** A key is locked for the window when it has failed the allowed number of times within the window. */
    FailureCounter(int allowed, Duration window, Clock clock) {
        this.allowed = allowed;
        this.window = window;
        this.clock = clock;
    }

    private record Tally(int failures, Instant since) {}

    boolean isLocked(String key) {
        Tally tally = tallies.get(key);
        return tally != null && tally.failures() >= allowed && !isOver(tally, clock.instant());
    }

    /** Counts a failure; true when the key is locked from now on. */
    boolean fail(String key) {
        Instant now = clock.instant();
        makeRoom(now);
        Tally tally = tallies.compute(key, (same, earlier) -> {
            if (earlier == null || isOver(earlier, now)) {
                return new Tally(1, now);
            }
            int failures = earlier.failures() + 1;
            return new Tally(failures, failures == allowed ? now : earlier.since());
        });
        return tally.failures() >= allowed;
    }

    int size() {
        return tallies.size();
    }

    private boolean isOver(Tally tally, Instant now) {
        return !tally.since().plus(window).isAfter(now);
    }

    private void makeRoom(Instant now) {
        if (tallies.size() < MOST_KEYS) {
            return;
        }
        tallies.values().removeIf(tally -> isOver(tally, now));
        // Still full: make room for a while at once, or each request of a flood would go through all keys.
        var any = tallies.keySet().iterator();
        while (tallies.size() > MOST_KEYS * 9 / 10 && any.hasNext()) {
            any.next();
            any.remove();
        }
    }
}
