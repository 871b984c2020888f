package nl.leercirkel.source.table;

import java.util.List;
import nl.leercirkel.spreadsheet.SheetCell;

/** Takes the rows of a file in their order, each with a number that only goes up. */
public interface TableHandler {

    /** The names of the columns, all different and none empty. Comes first, once. */
    void header(List<String> columns);

    /**
     * A row with a cell for each column.
     *
     * @param number the row or line in the file, from 1
     * @return whether more is wanted
     */
    boolean row(long number, List<SheetCell> cells);

    /** A row that could not be divided into cells. */
    boolean unreadable(long number, String message);

    /** Something about the file as a whole that its owner should know; the file is read all the same. */
    default void note(String message) {}
}
