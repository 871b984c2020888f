package nl.leercirkel.progress;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What somebody did in a round. {@code number} is the version that it is about, when it is about one. */
record Event(Kind kind, @Nullable Integer number, String remark, Instant at, String personName) {
    enum Kind {
        OPENED,
        EXTENDED,
        CLOSED,
        ADDED,
        REMINDED,
        HANDED_IN,
        SENT_BACK,
        ACCEPTED;

        String labelKey() {
            return "progress.event." + name();
        }
    }
}
