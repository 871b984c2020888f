package nl.leercirkel.call;

import java.time.Instant;

/** Where a call stands at a moment. */
public enum CallState {
    DRAFT("neutral"),
    ANNOUNCED("info"),
    OPEN("ok"),
    CLOSED("attention"),
    ASSESSED("accent"),
    DECIDED("neutral");

    private final String badge;

    CallState(String badge) {
        this.badge = badge;
    }

    /** A call opens at its opening moment and is closed from its closing moment on. */
    static CallState of(CallStage stage, Instant opens, Instant closes, int undecided, Instant now) {
        return switch (stage) {
            case DRAFT -> DRAFT;
            case PUBLISHED -> {
                if (now.isBefore(opens)) {
                    yield ANNOUNCED;
                }
                yield now.isBefore(closes) ? OPEN : CLOSED;
            }
            case ASSESSED -> undecided == 0 ? DECIDED : ASSESSED;
        };
    }

    /** The kind of badge that shows it. */
    public String badge() {
        return badge;
    }

    /** Key of the name in the message bundles. */
    public String labelKey() {
        return "call.state." + name();
    }
}
