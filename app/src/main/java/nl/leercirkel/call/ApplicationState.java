package nl.leercirkel.call;

/** What the applicant and the manager did with an application. */
public enum ApplicationState {
    DRAFT("neutral"),
    HANDED_IN("ok"),
    /** Sent back by the manager; counts again when it is handed in again. */
    RETURNED("attention"),
    WITHDRAWN("stop");

    private final String badge;

    ApplicationState(String badge) {
        this.badge = badge;
    }

    public String badge() {
        return badge;
    }

    public String labelKey() {
        return "call.application." + name();
    }
}
