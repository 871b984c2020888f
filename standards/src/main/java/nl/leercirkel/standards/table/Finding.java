package nl.leercirkel.standards.table;

/**
 * One thing that is wrong with a file, or that its sender should know.
 *
 * @param code stable, for programs ("CSV-AFGEBROKEN")
 * @param message in Dutch, for the person who has to mend it; holds no more of the content than needed to find it
 */
public record Finding(Level level, String code, Place place, String message) {

    /** How bad it is. */
    public enum Level {
        /** Worth knowing; nothing to mend. */
        NOTE,
        /** Probably wrong; the row is used. */
        WARNING,
        /** Wrong; the row or value is not used. */
        ERROR,
        /** Reading stopped here: what follows was not looked at. */
        FATAL
    }

    public static Finding note(String code, Place place, String message) {
        return new Finding(Level.NOTE, code, place, message);
    }

    public static Finding warning(String code, Place place, String message) {
        return new Finding(Level.WARNING, code, place, message);
    }

    public static Finding error(String code, Place place, String message) {
        return new Finding(Level.ERROR, code, place, message);
    }

    public static Finding fatal(String code, Place place, String message) {
        return new Finding(Level.FATAL, code, place, message);
    }

    @Override
    public String toString() {
        return place + ": " + message + " [" + code + "]";
    }
}
