package nl.leercirkel.source.table;

import java.util.List;
import nl.leercirkel.spreadsheet.SheetCell;

/**
 * The beginning of a file.
 *
 * @param rows the first rows below the header
 * @param notes what the owner of the file should know before going on
 */
public record Preview(TableOptions options, List<String> columns, List<Row> rows, List<String> notes) {

    /** A row with its number in the file. */
    public record Row(long number, List<SheetCell> cells) {}

    public Preview {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
    }
}
