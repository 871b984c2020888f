package nl.leercirkel.standards.table;

import java.util.List;

/**
 * One row of a table with as many cells as the header.
 *
 * @param line where it starts in the file, from 1
 * @param cells as written, without the quotes
 */
public record Row(long line, List<String> cells) {

    public Row {
        cells = List.copyOf(cells);
    }

    public Place place() {
        return Place.line(line);
    }
}
