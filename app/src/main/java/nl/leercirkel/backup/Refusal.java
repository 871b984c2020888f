package nl.leercirkel.backup;

/** The command cannot be carried out. The message is for the administrator: Dutch, says how to mend it. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Ended without doing it. */
    static final int FAILED = 1;
    /** The command or the settings are not right. */
    static final int USAGE = 2;

    private final int exitCode;

    private Refusal(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    static Refusal failed(String message, Object... values) {
        return new Refusal(FAILED, message.formatted(values));
    }

    static Refusal usage(String message, Object... values) {
        return new Refusal(USAGE, message.formatted(values));
    }

    int exitCode() {
        return exitCode;
    }
}
