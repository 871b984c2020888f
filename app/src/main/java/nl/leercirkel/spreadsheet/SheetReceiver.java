package nl.leercirkel.spreadsheet;

import java.util.Map;

/** Takes what a spreadsheet holds, in the order of the file. */
public interface SheetReceiver {

    /** Whether this sheet is wanted. */
    boolean begin(String sheet);

    /**
     * A row with content.
     *
     * @param number as a spreadsheet shows it, from 1
     * @param cells by column from 0, without the empty ones
     * @param hidden whether a reader of the spreadsheet does not see this row
     * @return whether more of this sheet is wanted
     */
    boolean row(int number, Map<Integer, SheetCell> cells, boolean hidden);

    /** Columns from first to last, from 0, that a reader of the spreadsheet does not see. Comes before the rows. */
    default void hiddenColumns(int first, int last) {}

    /** Cells that were joined to one. May come after the rows. Rows from 1, columns from 0. */
    default void merged(int firstRow, int lastRow, int firstColumn, int lastColumn) {}
}
