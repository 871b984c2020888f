package nl.leercirkel.shell;

/**
 * What was asked for does not exist, or not for this authority: the two must not be told apart. Becomes a 404 page.
 */
public class NotFoundException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotFoundException(String what) {
        super(what);
    }
}
