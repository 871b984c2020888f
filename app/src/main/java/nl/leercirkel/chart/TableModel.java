package nl.leercirkel.chart;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table ready to be written on a page or in a document; behind every chart, and usable by itself.
 *
 * @param columns the first is the row header
 * @param notes what a reader must know to read the cells, e.g. what the asterisk means
 */
public record TableModel(String title, List<Column> columns, List<List<Cell>> rows, List<String> notes, String source) {

    /** @param numeric align right, with figures of equal width */
    public record Column(String header, boolean numeric) {}

    /**
     * @param text as shown, formatted in the reader's language
     * @param raw the number behind it with all its digits, for spreadsheets; null for text and for absent figures
     * @param note why there is no figure, else empty
     */
    public record Cell(String text, @Nullable BigDecimal raw, String note) {

        public static Cell text(String text) {
            return new Cell(text, null, "");
        }

        public static Cell number(BigDecimal number, Unit unit, Language language) {
            return new Cell(unit.format(number, language), number, "");
        }
    }

    public TableModel {
        columns = List.copyOf(columns);
        notes = List.copyOf(notes);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<Cell> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "a row of %d cells in a table of %d columns".formatted(row.size(), columns.size()));
            }
        }
    }
}
