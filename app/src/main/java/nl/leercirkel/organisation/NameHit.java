package nl.leercirkel.organisation;

/**
 * A place found by name.
 *
 * @param matched the name that resembled the text: the place's own, an alias, or that of a predecessor
 */
public record NameHit(Place place, String matched, Kind kind) {

    /** Which of the names of a place resembled the text. */
    public enum Kind {
        OWN_NAME,
        ALIAS,
        /** The name of a dissolved municipality whose territory, or a part of it, is now here. */
        PREDECESSOR
    }
}
