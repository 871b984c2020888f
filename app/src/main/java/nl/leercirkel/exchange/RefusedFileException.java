package nl.leercirkel.exchange;

/** A file that is not read at all; the message says why, in Dutch, to the person who brought it. */
final class RefusedFileException extends Exception {
    private static final long serialVersionUID = 1L;

    RefusedFileException(String message) {
        super(message);
    }
}
