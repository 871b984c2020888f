package nl.leercirkel.statistics;

/**
 * Why there is no answer.
 *
 * @param reason the kind, on which a caller decides what to say to people
 * @param detail for a log or a developer, in English, with the place and the values ("row 3: -1 events")
 */
public record Failure(Reason reason, String detail) {

    @Override
    public String toString() {
        return reason + ": " + detail;
    }
}
