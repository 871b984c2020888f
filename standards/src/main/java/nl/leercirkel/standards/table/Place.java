package nl.leercirkel.standards.table;

/**
 * Where in a file something stands.
 *
 * @param line from 1; 0 where it concerns the file as a whole
 * @param field the column, element or path; empty where it concerns the whole line
 */
public record Place(long line, String field) {

    public static final Place FILE = new Place(0, "");

    public static Place line(long line) {
        return new Place(line, "");
    }

    public Place field(String name) {
        return new Place(line, name);
    }

    /** For people: "regel 12, kolom Hulpvorm". */
    @Override
    public String toString() {
        String where = line == 0 ? "bestand" : "regel " + line;
        return field.isEmpty() ? where : where + ", " + field;
    }
}
