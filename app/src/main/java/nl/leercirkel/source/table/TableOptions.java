package nl.leercirkel.source.table;

/**
 * How a file is read.
 *
 * @param sheet of a spreadsheet; empty for other kinds
 * @param headerRow the row or line with the names of the columns, from 1; 0 for JSON, where every value has its name
 * @param separator of a CSV, one character; empty for other kinds
 */
public record TableOptions(TableKind kind, String sheet, int headerRow, String separator, DecimalMark decimal) {

    public TableOptions with(DecimalMark other) {
        return new TableOptions(kind, sheet, headerRow, separator, other);
    }

    /** "blad Cijfers, rij 12, cel C12" or "regel 12, kolom 3". */
    public String place(long row, int column) {
        return place(row) + ", " + (kind.hasSheets() ? "cel " + letters(column) + row : "kolom " + (column + 1));
    }

    /** "blad Cijfers, rij 12" or "regel 12". */
    public String place(long row) {
        return switch (kind) {
            case XLSX, ODS -> "blad " + sheet + ", rij " + row;
            case CSV -> "regel " + row;
            case JSON -> "rij " + row;
        };
    }

    /** The letters that a spreadsheet gives to a column, from 0. */
    public static String letters(int column) {
        StringBuilder letters = new StringBuilder();
        for (int left = column; left >= 0; left = left / 26 - 1) {
            letters.insert(0, (char) ('A' + left % 26));
        }
        return letters.toString();
    }
}
