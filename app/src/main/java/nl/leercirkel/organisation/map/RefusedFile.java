package nl.leercirkel.organisation.map;

/** Ends the reading of a file with a problem for the reader; never leaves this package. */
final class RefusedFile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String problem;

    RefusedFile(String problem) {
        super(problem, null, false, false);
        this.problem = problem;
    }

    String problem() {
        return problem;
    }
}
