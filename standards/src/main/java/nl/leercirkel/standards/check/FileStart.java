package nl.leercirkel.standards.check;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.leercirkel.standards.table.CsvTable;

/**
 * The first bytes of a file, by which a format is recognised.
 *
 * @param bytes at most {@value #LENGTH}
 */
public record FileStart(byte[] bytes) {

    /** As many bytes as a format may look at. */
    public static final int LENGTH = 1 << 16;

    /** The first lines in each dialect in which they can be read as cells. */
    List<List<String>> headers() {
        return CsvTable.possibleHeaders(new ByteArrayInputStream(bytes));
    }

    /** The bytes as Latin text: enough to find names of fields. */
    String text() {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    boolean isJson() {
        String text = text();
        int at = 0;
        while (at < text.length() && (text.charAt(at) <= ' ' || text.charAt(at) > '~')) {
            at++;
        }
        return at < text.length() && text.charAt(at) == '{';
    }
}
