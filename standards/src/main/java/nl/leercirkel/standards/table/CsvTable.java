package nl.leercirkel.standards.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A delimited text file with a header, in whatever dialect it comes: comma, semicolon, tab or bar; any encoding that
 * {@link TextSource} knows; title lines above the header and a source line below the rows, as StatLine puts them.
 *
 * <p>The separator is the one with which a {@link Header} recognises one of the first lines; it is never guessed from
 * the rows.
 */
public final class CsvTable {

    /** Longer than any cell of the tables this reads; a longer one is a quote that is not closed, or no table. */
    public static final int MAX_CELL = 100_000;

    private static final int MAX_ROW = 1_000_000;
    private static final int MAX_CELLS = 10_000;
    /** Room for a cell that is too long, so that it is refused and not read to its end. */
    private static final int MAX_BUFFER = 1 << 20;

    private static final int HEADER_LINES = 10;
    private static final char[] SEPARATORS = {',', ';', '\t', '|'};

    private CsvTable() {}

    private record Opened<H>(H header, int cells, char separator, long line) {}

    /**
     * Reads to the end of the file, or to where it can no longer be read.
     *
     * @return whether the end was reached
     */
    public static <H> boolean read(
            InputStream in, Header<H> header, BiConsumer<H, Row> rows, Consumer<? super Finding> findings) {
        TextSource text = new TextSource(in);
        BufferedReader buffered = new BufferedReader(text, 1 << 16);
        try {
            Opened<H> opened = open(buffered, header, findings);
            return opened != null && body(buffered, text, opened, rows, findings);
        } catch (UnreadableText unreadable) {
            findings.accept(unreadable.finding());
            return false;
        } catch (IOException broken) {
            findings.accept(Finding.fatal(
                    "BESTAND-LEZEN", Place.FILE, "Het bestand kan niet worden gelezen: " + broken.getMessage()));
            return false;
        }
    }

    /** The cells of the first lines with every separator, to recognise a file by; none where it is no text. */
    public static List<List<String>> possibleHeaders(InputStream in) {
        List<List<String>> headers = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(new TextSource(in))) {
            for (int number = 1; number <= HEADER_LINES; number++) {
                String line = headerLine(reader);
                if (line == null || line.length() > MAX_ROW) {
                    break;
                }
                for (char separator : SEPARATORS) {
                    headers.add(cells(line, separator));
                }
            }
        } catch (IOException _) {
            // what could be read is enough, or nothing was
        }
        return headers;
    }

    private static <H> @Nullable Opened<H> open(
            BufferedReader reader, Header<H> header, Consumer<? super Finding> findings) throws IOException {
        String first = "";
        for (int number = 1; number <= HEADER_LINES; number++) {
            String line = headerLine(reader);
            if (line == null) {
                break;
            }
            if (line.length() > MAX_ROW) {
                findings.accept(Finding.fatal(
                        "CSV-KOP-LANG",
                        Place.line(number),
                        "Regel " + number + " is langer dan " + MAX_ROW + " tekens: dit is geen tabel met een kop."));
                return null;
            }
            first = first.isBlank() ? line : first;
            Opened<H> best = recognise(line, header, number);
            if (best != null) {
                return best;
            }
        }
        findings.accept(noHeader(first, header));
        return null;
    }

    private static <H> Finding noHeader(String first, Header<H> header) {
        if (first.isBlank()) {
            return Finding.fatal("BESTAND-LEEG", Place.FILE, "Het bestand is leeg.");
        }
        String start = first.strip().toLowerCase(Locale.ROOT);
        if (start.startsWith("<")) {
            return Finding.fatal(
                    "CSV-GEEN-TABEL",
                    Place.line(1),
                    "Dit is een webpagina of XML-bestand, geen tabel. Sla de tabel op als CSV.");
        }
        return Finding.fatal(
                "CSV-KOP",
                Place.line(1),
                "De kop van de tabel is niet gevonden in de eerste " + HEADER_LINES + " regels. Verwacht: "
                        + header.expected()
                        + ", gescheiden door komma, puntkomma, tab of |. Het bestand begint met: \""
                        + excerpt(first) + "\".");
    }

    private static <H> @Nullable Opened<H> recognise(String line, Header<H> header, int number) {
        Opened<H> best = null;
        for (char separator : SEPARATORS) {
            List<String> cells = cells(line, separator);
            H meaning = cells.isEmpty() ? null : header.recognise(cells);
            if (meaning != null && (best == null || cells.size() > best.cells())) {
                best = new Opened<>(meaning, cells.size(), separator, number);
            }
        }
        return best;
    }

    private static List<String> cells(String line, char separator) {
        try (CsvReader<CsvRecord> one = reader(separator, line)) {
            Iterator<CsvRecord> records = one.iterator();
            return records.hasNext() ? records.next().getFields() : List.of();
        } catch (CsvParseException | IOException _) {
            return List.of();
        }
    }

    /** A line without reading past a line that is too long to be a header. */
    private static @Nullable String headerLine(BufferedReader reader) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = reader.read(); c >= 0; c = reader.read()) {
            if (c == '\n' || c == '\r') {
                if (c == '\r') {
                    reader.mark(1);
                    if (reader.read() != '\n') {
                        reader.reset();
                    }
                }
                return line.toString();
            }
            line.append((char) c);
            if (line.length() > MAX_ROW) {
                return line.toString();
            }
        }
        return line.isEmpty() ? null : line.toString();
    }

    private static CsvReader.CsvReaderBuilder builder(char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .trimWhitespacesAroundQuotes(true)
                .maxBufferSize(MAX_BUFFER);
    }

    private static CsvRecordHandler handler() {
        return CsvRecordHandler.builder()
                .maxFields(MAX_CELLS)
                .maxFieldSize(MAX_CELL)
                .maxRecordSize(MAX_ROW)
                .build();
    }

    private static CsvReader<CsvRecord> reader(char separator, String text) {
        return builder(separator).build(handler(), text);
    }

    private static <H> boolean body(
            BufferedReader reader,
            TextSource text,
            Opened<H> opened,
            BiConsumer<H, Row> rows,
            Consumer<? super Finding> findings)
            throws IOException {
        RowCheck check = new RowCheck(opened.cells(), findings);
        long line = opened.line();
        try (CsvReader<CsvRecord> records = builder(opened.separator()).build(handler(), reader)) {
            for (CsvRecord written : records) {
                line = opened.line() + written.getStartingLineNumber();
                List<String> cells = written.getFields();
                if (check.accepts(line, cells)) {
                    rows.accept(opened.header(), new Row(line, cells));
                }
            }
        } catch (CsvParseException unreadable) {
            if (unreadable.getCause() instanceof IOException cause) {
                throw cause;
            }
            findings.accept(unparsable(line, unreadable));
            return false;
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
        return check.end(text.endsWithLineEnd());
    }

    private static Finding unparsable(long line, CsvParseException unreadable) {
        String message = String.valueOf(unreadable.getMessage());
        if (message.contains("quote")) {
            return Finding.fatal(
                    "CSV-AANHALING",
                    Place.line(line),
                    "Na regel " + line + " klopt een tekst tussen aanhalingstekens niet: hij wordt niet afgesloten, of"
                            + " er staan tekens achter het sluitende teken. Het bestand is daar afgebroken of verkeerd"
                            + " opgeslagen.");
        }
        return Finding.fatal(
                "CSV-CEL-LANG",
                Place.line(line),
                "Na regel " + line + " staat een cel van meer dan " + MAX_CELL + " tekens, of een regel van meer dan "
                        + MAX_ROW + " tekens. Waarschijnlijk is een aanhalingsteken niet gesloten.");
    }

    /** The start of a text, fit to show. */
    static String excerpt(String text) {
        StringBuilder result = new StringBuilder();
        text.codePoints()
                .limit(60)
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .forEach(result::appendCodePoint);
        return text.length() > 60 ? result.append("...").toString() : result.toString();
    }
}
