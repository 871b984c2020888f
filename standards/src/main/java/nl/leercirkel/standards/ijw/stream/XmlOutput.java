package nl.leercirkel.standards.ijw.stream;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import nl.leercirkel.standards.ijw.definition.MessageDefinition;
import nl.leercirkel.standards.ijw.definition.Node;

/** Writes elements with the prefixes that the official examples use, one to a line. */
final class XmlOutput {
    private static final String NEW_LINE = "\r\n";

    private final Writer out;
    private final MessageDefinition definition;
    private final String messagePrefix;
    private final String basePrefix;
    private int depth;

    XmlOutput(OutputStream stream, MessageDefinition definition) {
        this.out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), 1 << 16);
        this.definition = definition;
        this.messagePrefix = definition.type().name().toLowerCase(Locale.ROOT) + ":";
        this.basePrefix = definition.type().law().key() + ":";
    }

    void declaration() throws IOException {
        out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + NEW_LINE);
    }

    void root() throws IOException {
        out.write("<" + messagePrefix + definition.root().name()
                + " xmlns:" + basePrefix.substring(0, basePrefix.length() - 1) + "=\"" + definition.baseNamespace()
                + "\""
                + " xmlns:" + messagePrefix.substring(0, messagePrefix.length() - 1) + "=\"" + definition.namespace()
                + "\">" + NEW_LINE);
        depth = 1;
    }

    void endRoot() throws IOException {
        out.write("</" + messagePrefix + definition.root().name() + ">" + NEW_LINE);
    }

    void start(Node node) throws IOException {
        indent();
        out.write('<');
        name(node);
        out.write(">" + NEW_LINE);
        depth++;
    }

    void end(Node node) throws IOException {
        depth--;
        indent();
        out.write("</");
        name(node);
        out.write(">" + NEW_LINE);
    }

    void value(Node node, String value) throws IOException {
        indent();
        out.write('<');
        name(node);
        out.write('>');
        escape(node, value);
        out.write("</");
        name(node);
        out.write(">" + NEW_LINE);
    }

    void flush() throws IOException {
        out.flush();
    }

    private void name(Node node) throws IOException {
        out.write(node.inBaseNamespace() ? basePrefix : messagePrefix);
        out.write(node.name());
    }

    private void indent() throws IOException {
        for (int i = 0; i < depth; i++) {
            out.write('\t');
        }
    }

    private void escape(Node node, String value) throws IOException {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '&' -> out.write("&amp;");
                case '<' -> out.write("&lt;");
                case '>' -> out.write("&gt;");
                // Written as it is, a reader would make a line feed of it.
                case '\r' -> out.write("&#13;");
                default -> {
                    if (!isXml(value, i)) {
                        throw new IllegalArgumentException(node + " holds a character that XML does not know");
                    }
                    out.write(c);
                }
            }
        }
    }

    private static boolean isXml(String value, int i) {
        char c = value.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 < value.length() && Character.isLowSurrogate(value.charAt(i + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return i > 0 && Character.isHighSurrogate(value.charAt(i - 1));
        }
        return (c >= ' ' || c == '\t' || c == '\n') && c < '\uFFFE';
    }
}
