package nl.leercirkel.exchange;

import java.util.List;
import java.util.Map;

/** A sheet as it was in the file: rows with the texts of their cells. Rows without any text are left out. */
record RawSheet(String name, List<RawRow> rows) {
    /** @param number as a spreadsheet shows it, from 1; cells by column from 0 */
    record RawRow(int number, Map<Integer, RawCell> cells) {}

    /** A text, and what is wrong with the cell itself; empty when nothing is. */
    record RawCell(String text, String problem) {}
}
