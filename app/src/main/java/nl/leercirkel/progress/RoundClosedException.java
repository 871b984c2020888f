package nl.leercirkel.progress;

/** The round was closed between the page and its button. */
final class RoundClosedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
