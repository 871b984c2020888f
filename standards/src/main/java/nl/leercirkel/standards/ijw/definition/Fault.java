package nl.leercirkel.standards.ijw.definition;

/** What is wrong with a value that does not fit its type. */
public enum Fault {
    EMPTY("is leeg"),
    TOO_LONG("is te lang"),
    LINE_BREAK("bevat een regeleinde"),
    FORM("heeft niet de juiste vorm"),
    TOO_SMALL("is te klein"),
    TOO_LARGE("is te groot"),
    NO_SUCH_DATE("is een datum die niet bestaat"),
    NO_SUCH_TIME("is een tijd die niet bestaat"),
    NOT_IN_LIST("staat niet in de codelijst"),
    NOT_FIXED("is niet de waarde die in dit bericht vaststaat");

    private final String dutch;

    Fault(String dutch) {
        this.dutch = dutch;
    }

    /** The predicate of a Dutch sentence whose subject is the element. */
    public String dutch() {
        return dutch;
    }
}
