package nl.leercirkel.standards.ijw.stream;

/** Where something stands in a file; line and column count from 1, 0 when there is no place. */
public record Place(int line, int column) {
    /** The whole file. */
    public static final Place FILE = new Place(0, 0);

    /** As in “regel 12, kolom 7”; empty for the whole file. */
    public String dutch() {
        return line == 0 ? "" : "regel " + line + ", kolom " + column;
    }
}
