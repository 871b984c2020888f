package nl.leercirkel.source.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nl.leercirkel.spreadsheet.FileContent;
import nl.leercirkel.spreadsheet.OdsFile;
import nl.leercirkel.spreadsheet.RefusedFileException;
import nl.leercirkel.spreadsheet.SheetCell;
import nl.leercirkel.spreadsheet.SheetReceiver;
import nl.leercirkel.spreadsheet.XlsxFile;

/** Looks at the beginning of a file: how it is probably to be read, and what its first rows are. */
public final class TableInspector {
    /** As many rows as are looked at. */
    public static final int ROWS = 1000;

    private static final int HEADER_SEARCH = 30;
    private static final Pattern WITH_COMMA = Pattern.compile("[-+]?(\\d{1,3}(\\.\\d{3})+|\\d+),\\d+");
    private static final Pattern WITH_POINT = Pattern.compile("[-+]?(\\d{1,3}(,\\d{3})+|\\d+)\\.\\d+");
    /** May be a thousand or a bit more than one. */
    private static final Pattern EITHER = Pattern.compile("[-+]?[1-9]\\d{0,2}[.,]\\d{3}");

    private TableInspector() {}

    /** How to read a file about which nothing was said, with the first sheet that can be read. */
    public static TableOptions guess(FileContent file) throws IOException, RefusedFileException {
        TableKind kind = TableFile.kind(file);
        return switch (kind) {
            case CSV -> decided(file, csv(file));
            case JSON -> new TableOptions(kind, "", 0, "", DecimalMark.POINT);
            case XLSX, ODS -> firstSheet(file, kind);
        };
    }

    private static TableOptions firstSheet(FileContent file, TableKind kind) throws IOException, RefusedFileException {
        RefusedFileException refusal = new RefusedFileException("Dit rekenblad heeft geen bladen.");
        boolean first = true;
        for (String sheet : TableFile.sheets(file, kind)) {
            try {
                return guess(file, kind, sheet);
            } catch (RefusedFileException refused) {
                refusal = first ? refused : refusal;
                first = false;
            }
        }
        throw refusal;
    }

    /** The same for one sheet. */
    public static TableOptions guess(FileContent file, TableKind kind, String sheet)
            throws IOException, RefusedFileException {
        return decided(file, sheet(file, kind, sheet));
    }

    private static TableOptions decided(FileContent file, TableOptions options)
            throws IOException, RefusedFileException {
        return options.with(decimal(preview(file, options, ROWS).rows()));
    }

    public static Preview preview(FileContent file, TableOptions options, int most)
            throws IOException, RefusedFileException {
        List<String> columns = new ArrayList<>();
        List<Preview.Row> rows = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        int[] unreadable = {0};
        TableFile.read(file, options, new TableHandler() {
            @Override
            public void header(List<String> names) {
                columns.addAll(names);
            }

            @Override
            public boolean row(long number, List<SheetCell> cells) {
                rows.add(new Preview.Row(number, cells));
                return rows.size() < most;
            }

            @Override
            public boolean unreadable(long number, String message) {
                if (unreadable[0]++ < 3) {
                    notes.add(capital(options.place(number)) + ": " + message);
                }
                return unreadable[0] < most;
            }

            @Override
            public void note(String message) {
                notes.add(message);
            }
        });
        if (rows.isEmpty() && unreadable[0] == 0) {
            throw new RefusedFileException("Er staan geen rijen onder de kopregel ("
                    + options.place(options.headerRow()) + "). Alleen lege rijen tellen niet mee.");
        }
        if (columns.size() == 1) {
            notes.add(
                    options.kind() == TableKind.CSV
                            ? "Met dit scheidingsteken heeft het bestand één kolom. Kies een ander scheidingsteken als dat niet klopt."
                            : "De tabel heeft één kolom.");
        }
        mixed(columns, rows, notes);
        return new Preview(options, columns, rows, notes);
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
    }

    /** Columns with numbers of both notations: with one choice some of them are refused. */
    private static void mixed(List<String> columns, List<Preview.Row> rows, List<String> notes) {
        for (int column = 0; column < columns.size(); column++) {
            int at = column;
            boolean comma = rows.stream().anyMatch(row -> isWritten(row.cells().get(at), WITH_COMMA));
            boolean point = rows.stream().anyMatch(row -> isWritten(row.cells().get(at), WITH_POINT));
            if (comma && point) {
                notes.add("In kolom " + columns.get(column)
                        + " staan getallen met een decimale komma en met een decimale punt door elkaar. Wat niet bij uw keuze"
                        + " past, wordt geweigerd met rij en cel.");
            }
        }
    }

    /** The notation that most numbers can only have; the Dutch one where none can tell. */
    static DecimalMark decimal(List<Preview.Row> rows) {
        long comma = count(rows, WITH_COMMA);
        long point = count(rows, WITH_POINT);
        return point > comma ? DecimalMark.POINT : DecimalMark.COMMA;
    }

    private static long count(List<Preview.Row> rows, Pattern pattern) {
        return rows.stream()
                .flatMap(row -> row.cells().stream())
                .filter(cell -> isWritten(cell, pattern))
                .count();
    }

    private static boolean isWritten(SheetCell cell, Pattern pattern) {
        return cell.kind() == SheetCell.Kind.TEXT
                && pattern.matcher(cell.text()).matches()
                && !EITHER.matcher(cell.text()).matches();
    }

    private static TableOptions csv(FileContent file) throws IOException, RefusedFileException {
        String separator = ";";
        int headerRow = 1;
        int best = 0;
        int width = 0;
        for (String candidate : CsvRows.SEPARATORS) {
            List<Integer> sizes =
                    CsvRows.lines(file, candidate).stream().map(List::size).toList();
            Map<Integer, Integer> counts = new HashMap<>();
            sizes.stream().filter(size -> size > 1).forEach(size -> counts.merge(size, 1, Integer::sum));
            int common = counts.entrySet().stream()
                    .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                    .map(Map.Entry::getKey)
                    .orElse(0);
            int lines = counts.getOrDefault(common, 0);
            if (lines > best || (lines == best && common > width)) {
                best = lines;
                width = common;
                separator = candidate;
                headerRow = sizes.indexOf(common) + 1;
            }
        }
        if (best == 0) {
            headerRow = firstFilled(CsvRows.lines(file, separator));
        }
        return new TableOptions(TableKind.CSV, "", headerRow, separator, DecimalMark.COMMA);
    }

    private static int firstFilled(List<List<String>> lines) {
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).stream().allMatch(String::isBlank)) {
                return i + 1;
            }
        }
        return 1;
    }

    /** The first row that names as many columns as most rows below fill, all with text. */
    private static TableOptions sheet(FileContent file, TableKind kind, String wanted)
            throws IOException, RefusedFileException {
        FirstRows rows = new FirstRows(wanted);
        if (kind == TableKind.XLSX) {
            XlsxFile.read(file, TableFile.LIMITS, rows);
        } else {
            OdsFile.read(file, TableFile.LIMITS, rows);
        }
        if (rows.found.isEmpty()) {
            throw new RefusedFileException("Blad " + wanted + " is leeg: er staat niets in.");
        }
        int most = rows.found.values().stream().mapToInt(Map::size).max().orElse(0);
        int header = rows.found.entrySet().stream()
                .filter(row -> row.getValue().size() * 5 >= most * 4)
                .filter(row -> row.getValue().values().stream().allMatch(cell -> cell.kind() == SheetCell.Kind.TEXT))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> rows.found.keySet().iterator().next());
        return new TableOptions(kind, rows.sheet, header, "", DecimalMark.COMMA);
    }

    /** The first rows of the wanted sheet. */
    private static final class FirstRows implements SheetReceiver {
        private final String wanted;
        private final Map<Integer, Map<Integer, SheetCell>> found = new LinkedHashMap<>();
        private String sheet = "";

        FirstRows(String wanted) {
            this.wanted = wanted;
        }

        @Override
        public boolean begin(String name) {
            if (!found.isEmpty() || !wanted.equals(name)) {
                return false;
            }
            sheet = name;
            return true;
        }

        @Override
        public boolean row(int number, Map<Integer, SheetCell> cells, boolean hidden) {
            found.put(number, cells);
            return found.size() < HEADER_SEARCH;
        }
    }
}
