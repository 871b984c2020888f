package nl.leercirkel.source.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import nl.leercirkel.spreadsheet.FileContent;
import nl.leercirkel.spreadsheet.RefusedFileException;
import nl.leercirkel.spreadsheet.SheetCell;
import nl.leercirkel.standards.table.CsvTable;
import nl.leercirkel.standards.table.Finding;
import nl.leercirkel.standards.table.Header;
import nl.leercirkel.standards.table.Row;

/** The rows of a delimited text file, by the reader of {@code standards}. */
final class CsvRows {
    static final List<String> SEPARATORS = List.of(",", ";", "\t", "|");
    /** The header is one of these first lines. */
    static final int HEADER_LINES = 10;

    private CsvRows() {}

    /** Enough was read; not a fault. */
    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Enough() {
            super(null, null, false, false);
        }
    }

    static void read(FileContent file, TableOptions options, TableHandler handler)
            throws IOException, RefusedFileException {
        List<String> wanted = headerCells(file, options);
        List<String> names = ColumnNames.of(wanted);
        List<Finding> fatal = new ArrayList<>();
        Consumer<Finding> findings = finding -> {
            switch (finding.level()) {
                case FATAL -> fatal.add(finding);
                case ERROR -> {
                    if (!handler.unreadable(finding.place().line(), finding.message())) {
                        throw new Enough();
                    }
                }
                case WARNING, NOTE -> handler.note(finding.message());
            }
        };
        handler.header(names);
        try (InputStream in = file.open()) {
            CsvTable.read(
                    in,
                    new Exactly(wanted),
                    (same, row) -> {
                        if (!handler.row(row.line(), cells(row))) {
                            throw new Enough();
                        }
                    },
                    findings);
        } catch (Enough enough) {
            return;
        }
        if (!fatal.isEmpty()) {
            throw new RefusedFileException(fatal.getFirst().message());
        }
    }

    private static List<SheetCell> cells(Row row) {
        List<SheetCell> cells = new ArrayList<>(row.cells().size());
        for (String cell : row.cells()) {
            cells.add(cell.isEmpty() ? SheetCell.EMPTY : SheetCell.text(cell));
        }
        return cells;
    }

    /** Recognises the line that somebody pointed at. */
    private record Exactly(List<String> wanted) implements Header<List<String>> {
        @Override
        public @org.jspecify.annotations.Nullable List<String> recognise(List<String> cells) {
            return cells.equals(wanted) ? cells : null;
        }

        @Override
        public String expected() {
            return "de kolommen " + String.join(", ", wanted.subList(0, Math.min(wanted.size(), 10)));
        }
    }

    private static List<String> headerCells(FileContent file, TableOptions options)
            throws IOException, RefusedFileException {
        List<List<String>> lines = lines(file, options.separator());
        if (options.headerRow() < 1 || options.headerRow() > lines.size()) {
            throw new RefusedFileException("Kies als kopregel een van de eerste " + Math.min(lines.size(), HEADER_LINES)
                    + " regels van het bestand.");
        }
        List<String> cells = lines.get(options.headerRow() - 1);
        if (cells.stream().allMatch(String::isBlank)) {
            throw new RefusedFileException(
                    "Op regel " + options.headerRow() + " staat niets. Kies de regel met de namen van de kolommen.");
        }
        return cells;
    }

    /** The cells of the first lines, divided by this separator. */
    static List<List<String>> lines(FileContent file, String separator) throws IOException, RefusedFileException {
        List<List<String>> candidates;
        try (InputStream in = file.open()) {
            candidates = CsvTable.possibleHeaders(in);
        }
        int at = SEPARATORS.indexOf(separator);
        if (at < 0) {
            throw new RefusedFileException("Kies als scheidingsteken een komma, puntkomma, tab of rechte streep.");
        }
        List<List<String>> lines = new ArrayList<>();
        for (int i = at; i < candidates.size(); i += SEPARATORS.size()) {
            lines.add(candidates.get(i));
        }
        if (lines.isEmpty()) {
            throw new RefusedFileException(whyNoText(file));
        }
        return lines;
    }

    /** The reader of {@code standards} says what kind of file this is instead. */
    private static String whyNoText(FileContent file) throws IOException {
        List<String> messages = new ArrayList<>();
        try (InputStream in = file.open()) {
            CsvTable.read(in, new Exactly(List.of()), (same, row) -> {}, finding -> messages.add(finding.message()));
        }
        return messages.isEmpty() ? "Het bestand is geen tekst en geen rekenblad." : messages.getFirst();
    }
}
