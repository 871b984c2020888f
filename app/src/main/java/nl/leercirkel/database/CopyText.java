package nl.leercirkel.database;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Rows in the text format of PostgreSQL's COPY. */
public final class CopyText {
    private final StringBuilder text = new StringBuilder(1 << 16);
    private boolean inRow;

    public CopyText add(@Nullable Object value) {
        begin();
        if (value == null) {
            text.append("\\N");
        } else {
            escaped(value.toString());
        }
        return this;
    }

    /** An array of texts, of which each may be null. */
    public CopyText addArray(@Nullable String[] values) {
        begin();
        text.append('{');
        for (int at = 0; at < values.length; at++) {
            text.append(at == 0 ? "" : ",");
            element(values[at]);
        }
        text.append('}');
        return this;
    }

    private void begin() {
        if (inRow) {
            text.append('\t');
        }
        inRow = true;
    }

    /** Within an array a quote and a backslash need a backslash, which COPY in its turn wants doubled. */
    private void element(@Nullable String value) {
        if (value == null) {
            text.append("NULL");
            return;
        }
        text.append('"');
        for (int at = 0; at < value.length(); at++) {
            char c = value.charAt(at);
            switch (c) {
                case '"' -> text.append("\\\\\"");
                case '\\' -> text.append("\\\\\\\\");
                default -> escaped(c);
            }
        }
        text.append('"');
    }

    public CopyText end() {
        text.append('\n');
        inRow = false;
        return this;
    }

    private void escaped(String value) {
        for (int at = 0; at < value.length(); at++) {
            escaped(value.charAt(at));
        }
    }

    private void escaped(char c) {
        switch (c) {
            case '\\' -> text.append("\\\\");
            case '\t' -> text.append("\\t");
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            default -> text.append(c);
        }
    }

    /** How many characters were added since the last were taken. */
    public int length() {
        return text.length();
    }

    /** What was added, and starts anew. */
    public byte[] take() {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        text.setLength(0);
        return bytes;
    }
}
