package nl.leercirkel.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.leercirkel.exchange.RawSheet.RawCell;
import nl.leercirkel.exchange.RawSheet.RawRow;
import nl.leercirkel.spreadsheet.RefusedFileException;
import nl.leercirkel.spreadsheet.SheetCell;
import nl.leercirkel.spreadsheet.SheetLimits;
import nl.leercirkel.spreadsheet.SheetReceiver;
import nl.leercirkel.spreadsheet.XlsxFile;

/** The wanted sheets of an XLSX, with numbers written as the forms read them: with a comma. */
final class WorkbookReader {
    static final SheetLimits LIMITS = SheetLimits.SMALL;

    private WorkbookReader() {}

    static List<RawSheet> read(Path file, Set<String> wanted) throws IOException, RefusedFileException {
        List<RawSheet> found = new ArrayList<>();
        XlsxFile.read(file, LIMITS, new SheetReceiver() {
            private List<RawRow> rows = new ArrayList<>();

            @Override
            public boolean begin(String sheet) {
                rows = new ArrayList<>();
                if (wanted.contains(sheet)) {
                    found.add(new RawSheet(sheet, rows));
                    return true;
                }
                return false;
            }

            @Override
            public boolean row(int number, Map<Integer, SheetCell> cells, boolean hidden) {
                Map<Integer, RawCell> written = new LinkedHashMap<>();
                cells.forEach((column, cell) -> written.put(column, raw(cell)));
                rows.add(new RawRow(number, written));
                return true;
            }
        });
        return found;
    }

    private static RawCell raw(SheetCell cell) {
        return switch (cell.kind()) {
            case NUMBER -> new RawCell(cell.text().replace('.', ','), "");
            case PERCENTAGE ->
                new RawCell(
                        "",
                        "Dit getal is als percentage opgemaakt. Schrijf het als tekst, bijvoorbeeld 90, met % als eenheid.");
            case TEXT, DATE, TRUTH, PROBLEM -> new RawCell(cell.text(), cell.problem());
        };
    }
}
