package nl.leercirkel.source;

import nl.leercirkel.source.check.CheckedRow;
import org.jspecify.annotations.Nullable;

/** Rows in the text format of PostgreSQL's COPY, with an array as its last column. */
final class CopyText {

    private CopyText() {}

    static void row(StringBuilder line, CheckedRow.Good row) {
        line.append(row.number()).append('\t');
        String key = row.key();
        if (key == null) {
            line.append("\\N");
        } else {
            escaped(line, key);
        }
        line.append('\t').append('{');
        for (int at = 0; at < row.values().length; at++) {
            line.append(at == 0 ? "" : ",");
            element(line, row.values()[at]);
        }
        line.append("}\n");
    }

    /** Within an array a quote and a backslash need a backslash, which COPY in its turn wants doubled. */
    private static void element(StringBuilder line, @Nullable String value) {
        if (value == null) {
            line.append("NULL");
            return;
        }
        line.append('"');
        for (int at = 0; at < value.length(); at++) {
            char c = value.charAt(at);
            switch (c) {
                case '"' -> line.append("\\\\\"");
                case '\\' -> line.append("\\\\\\\\");
                default -> escaped(line, c);
            }
        }
        line.append('"');
    }

    private static void escaped(StringBuilder line, String text) {
        for (int at = 0; at < text.length(); at++) {
            escaped(line, text.charAt(at));
        }
    }

    private static void escaped(StringBuilder line, char c) {
        switch (c) {
            case '\\' -> line.append("\\\\");
            case '\n' -> line.append("\\n");
            case '\r' -> line.append("\\r");
            case '\t' -> line.append("\\t");
            default -> line.append(c);
        }
    }
}
