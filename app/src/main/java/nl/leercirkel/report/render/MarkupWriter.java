package nl.leercirkel.report.render;

import java.util.ArrayDeque;
import java.util.Deque;
import nl.leercirkel.report.document.Document;

/** Writes well-formed markup that is HTML and XML at once; everything but {@link #raw} is escaped. */
final class MarkupWriter {
    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** Starts an element; attributes as name, value, name, value. */
    MarkupWriter start(String element, String... attributes) {
        tag(element, attributes);
        out.append('>');
        open.push(element);
        return this;
    }

    MarkupWriter end() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /** Ends an element of its own line, so that a golden copy can be compared line by line. */
    MarkupWriter endLine() {
        end();
        out.append('\n');
        return this;
    }

    MarkupWriter line() {
        out.append('\n');
        return this;
    }

    MarkupWriter empty(String element, String... attributes) {
        tag(element, attributes);
        out.append("/>");
        return this;
    }

    MarkupWriter text(String text) {
        escape(text);
        return this;
    }

    /** Markup that was checked when its {@link Document} was built. */
    MarkupWriter raw(String markup) {
        out.append(markup);
        return this;
    }

    private void tag(String element, String... attributes) {
        out.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            out.append('"');
        }
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.append(c);
            }
        }
    }

    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("Still open: " + open);
        }
        return out.toString();
    }
}
