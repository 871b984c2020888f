package nl.leercirkel.audit;

/** How a request ended, as the log names it. */
public enum Outcome {
    SUCCEEDED,
    REFUSED,
    NOT_FOUND,
    INVALID,
    FAILED;

    static Outcome ofStatus(int status) {
        if (status < 400) {
            return SUCCEEDED;
        }
        return switch (status) {
            case 401, 403 -> REFUSED;
            case 404, 410 -> NOT_FOUND;
            default -> status < 500 ? INVALID : FAILED;
        };
    }

    public String labelKey() {
        return "audit.outcome." + name();
    }
}
