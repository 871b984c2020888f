package nl.leercirkel.progress;

import java.util.EnumSet;
import java.util.Set;

/** Where the report of one project in one round stands. */
enum ReportState {
    NOT_STARTED("neutral"),
    DRAFT("info"),
    SENT_BACK("attention"),
    HANDED_IN("accent"),
    ACCEPTED("ok");

    /** The partners are to do something. */
    static final Set<ReportState> AWAITED = EnumSet.of(NOT_STARTED, DRAFT, SENT_BACK);

    private final String badge;

    ReportState(String badge) {
        this.badge = badge;
    }

    /** The kind of the fragment badge in web/fragments. */
    public String badge() {
        return badge;
    }

    public boolean isAwaited() {
        return AWAITED.contains(this);
    }

    /**
     * Key of its name. In a round that was closed, what did not come in is called so: the draft itself stays as it was.
     */
    public String labelKey(boolean roundClosed) {
        return (roundClosed ? "progress.closed." : "progress.state.") + name();
    }
}
