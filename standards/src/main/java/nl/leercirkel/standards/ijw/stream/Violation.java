package nl.leercirkel.standards.ijw.stream;

/**
 * Something in a file that makes it no message of the standard.
 *
 * @param kind what sort of thing
 * @param path element path, as /Bericht/Declaratie/Clienten/Client[3]/Bsn; empty before the first element
 * @param place where it was noticed
 * @param text Dutch explanation; never holds a value that says something about a person
 */
public record Violation(Kind kind, String path, Place place, String text) {
    /** Sorts of violation. */
    public enum Kind {
        /** Not XML at all, or broken off. */
        NOT_XML,
        /** XML that we refuse to read on: document type, entities, too large, too deep. */
        REFUSED,
        /** Not a message of a standard and version that we know. */
        UNKNOWN_MESSAGE,
        /** An element that may not stand there, or not that often. */
        UNEXPECTED,
        /** A mandatory element that is not there. */
        MISSING,
        /** A value that does not fit its type. */
        VALUE,
        /** Text between elements, or an attribute. */
        CONTENT
    }

    @Override
    public String toString() {
        return kind + " " + path + " (" + place.dutch() + "): " + text;
    }
}
