package nl.leercirkel.spreadsheet;

/** A file that is not read at all; the message says why, in Dutch, to the person who brought it. */
public final class RefusedFileException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;

    public RefusedFileException(String reason) {
        super(reason);
        this.reason = reason;
    }

    /** The message, which is never null. */
    public String reason() {
        return reason;
    }
}
