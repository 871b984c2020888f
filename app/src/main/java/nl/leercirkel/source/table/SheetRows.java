package nl.leercirkel.source.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import nl.leercirkel.spreadsheet.RefusedFileException;
import nl.leercirkel.spreadsheet.SheetCell;
import nl.leercirkel.spreadsheet.SheetReceiver;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one sheet below its header. What a reader of the sheet does not see (hidden rows and columns) or sees
 * otherwise than it is stored (joined cells) refuses the sheet: nobody would notice what was read.
 */
final class SheetRows implements SheetReceiver {
    private static final int NAMED = 5;

    private final TableOptions options;
    private final TableHandler handler;
    private final List<int[]> hiddenRanges = new ArrayList<>();
    private final TreeSet<Integer> hiddenColumns = new TreeSet<>();
    private final List<String> merged = new ArrayList<>();
    private final List<Long> hiddenRows = new ArrayList<>();
    private List<String> header = List.of();
    private boolean seen;
    private boolean stopped;
    private @Nullable RefusedFileException refusal;

    SheetRows(TableOptions options, TableHandler handler) {
        this.options = options;
        this.handler = handler;
    }

    @Override
    public boolean begin(String sheet) {
        boolean wanted = !seen && sheet.equals(options.sheet());
        seen |= wanted;
        return wanted;
    }

    @Override
    public void hiddenColumns(int first, int last) {
        hiddenRanges.add(new int[] {first, last});
    }

    @Override
    public void merged(int firstRow, int lastRow, int firstColumn, int lastColumn) {
        if (lastRow >= options.headerRow() && merged.size() < NAMED) {
            merged.add(TableOptions.letters(firstColumn) + firstRow + ":" + TableOptions.letters(lastColumn) + lastRow);
        }
    }

    @Override
    public boolean row(int number, Map<Integer, SheetCell> cells, boolean hidden) {
        if (number < options.headerRow()) {
            return true;
        }
        cells.keySet().stream().filter(this::isHidden).forEach(hiddenColumns::add);
        if (hidden && hiddenRows.size() < NAMED) {
            hiddenRows.add((long) number);
        }
        boolean more = header.isEmpty() ? header(number, cells) : body(number, cells);
        stopped |= !more;
        return more;
    }

    private boolean isHidden(int column) {
        return hiddenRanges.stream().anyMatch(range -> column >= range[0] && column <= range[1]);
    }

    private boolean header(int number, Map<Integer, SheetCell> cells) {
        if (number > options.headerRow()) {
            refusal = new RefusedFileException("Op rij " + options.headerRow() + " van blad " + options.sheet()
                    + " staat niets. Kies de rij met de namen van de kolommen.");
            return false;
        }
        int width = Collections.max(cells.keySet()) + 1;
        List<String> written = new ArrayList<>();
        for (int column = 0; column < width; column++) {
            SheetCell cell = cells.getOrDefault(column, SheetCell.EMPTY);
            if (!cell.problem().isEmpty()) {
                refusal =
                        new RefusedFileException("Kopregel, " + options.place(number, column) + ": " + cell.problem());
                return false;
            }
            written.add(cell.text());
        }
        try {
            header = ColumnNames.of(written);
        } catch (RefusedFileException tooMany) {
            refusal = tooMany;
            return false;
        }
        handler.header(header);
        return true;
    }

    private boolean body(int number, Map<Integer, SheetCell> cells) {
        List<SheetCell> row = new ArrayList<>(header.size());
        for (int column = 0; column < header.size(); column++) {
            row.add(cells.getOrDefault(column, SheetCell.EMPTY));
        }
        for (int column : cells.keySet()) {
            if (column >= header.size()) {
                return handler.unreadable(
                        number,
                        "In cel " + TableOptions.letters(column) + number
                                + " staat iets in een kolom zonder naam. Geef de kolom een naam in de kopregel, of haal weg wat"
                                + " daar staat.");
            }
        }
        return handler.row(number, row);
    }

    /** What could only be said when all was read. */
    void end() throws RefusedFileException {
        if (refusal != null) {
            throw refusal;
        }
        if (!seen) {
            throw new RefusedFileException("Dit bestand heeft geen blad dat " + options.sheet() + " heet.");
        }
        if (!hiddenColumns.isEmpty()) {
            List<String> named = hiddenColumns.stream()
                    .limit(NAMED)
                    .map(column -> TableOptions.letters(column)
                            + (column < header.size() ? " (" + header.get(column) + ")" : ""))
                    .toList();
            throw new RefusedFileException("Blad " + options.sheet() + " heeft verborgen kolommen met inhoud: "
                    + String.join(", ", named)
                    + (hiddenColumns.size() > NAMED ? " en meer" : "")
                    + ". Maak ze zichtbaar of verwijder ze: wat u niet ziet, wordt niet ingelezen.");
        }
        if (!hiddenRows.isEmpty()) {
            throw new RefusedFileException("Blad " + options.sheet() + " heeft verborgen rijen met inhoud (vanaf rij "
                    + hiddenRows.getFirst()
                    + "). Haal het filter weg of verwijder de rijen: wat u niet ziet, wordt niet ingelezen.");
        }
        if (!merged.isEmpty()) {
            throw new RefusedFileException("Blad " + options.sheet() + " heeft samengevoegde cellen: "
                    + String.join(", ", merged) + (merged.size() == NAMED ? " (en mogelijk meer)" : "")
                    + ". Maak de samenvoeging ongedaan en vul elke cel.");
        }
        if (header.isEmpty() && !stopped) {
            throw new RefusedFileException("Blad " + options.sheet() + " is leeg.");
        }
    }
}
