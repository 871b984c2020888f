package nl.leercirkel.spreadsheet;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes CSV as a stream (RFC 4180, UTF-8): a cell is quoted where it must be, and a cell that a spreadsheet would take for a
 * formula gets an apostrophe. What is written to stays open.
 */
public final class CsvWriter {
    private static final String BYTE_ORDER_MARK = "\ufeff";
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d[\\d.,]*");

    private final Writer output;
    private final char separator;

    private CsvWriter(OutputStream output, char separator) {
        this.output = new BufferedWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8));
        this.separator = separator;
    }

    /** For people: what a Dutch spreadsheet opens as it is, with semicolons and a byte order mark. */
    public static CsvWriter forSpreadsheets(OutputStream output) throws IOException {
        CsvWriter writer = new CsvWriter(output, ';');
        writer.output.write(BYTE_ORDER_MARK);
        return writer;
    }

    /** For programs: commas and nothing before the first cell. */
    public static CsvWriter forPrograms(OutputStream output) {
        return new CsvWriter(output, ',');
    }

    public void row(List<? extends @Nullable String> cells) throws IOException {
        for (int at = 0; at < cells.size(); at++) {
            if (at > 0) {
                output.write(separator);
            }
            output.write(cell(cells.get(at), separator));
        }
        output.write("\r\n");
    }

    /** Sends on what is waiting; needed after the last row. */
    public void flush() throws IOException {
        output.flush();
    }

    /** A cell as it stands in the file. A negative number is no formula. */
    private static String cell(@Nullable String value, char separator) {
        if (value == null || value.isEmpty()) {
            return "";
        }
        boolean formula = "=+-@\t\r".indexOf(value.charAt(0)) >= 0
                && !NUMBER.matcher(value).matches();
        String safe = formula ? "'" + value : value;
        boolean plain = safe.chars().noneMatch(c -> c == separator || c == '"' || c == '\n' || c == '\r');
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
