package nl.leercirkel.security;

/** What a request does, as the audit log names it. */
public enum Action {
    READ,
    SEARCH,
    CREATE,
    CHANGE,
    DELETE,
    EXPORT,
    SIGN_IN,
    SIGN_OUT;

    public String labelKey() {
        return "action." + name();
    }
}
