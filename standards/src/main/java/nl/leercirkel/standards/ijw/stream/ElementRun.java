package nl.leercirkel.standards.ijw.stream;

import java.util.Objects;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import nl.leercirkel.standards.ijw.definition.Fault;
import nl.leercirkel.standards.ijw.definition.MessageDefinition;
import nl.leercirkel.standards.ijw.definition.Node;
import nl.leercirkel.standards.ijw.definition.Parsed;
import nl.leercirkel.standards.ijw.message.SafeText;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;

/**
 * Walks through the elements of one message beside its definition. This is the hot path: names are compared by identity
 * first, values are looked at as characters, and nothing is made that is not kept.
 */
final class ElementRun {
    private static final int LARGEST_SKIPPED = 100_000;

    private final MessageDefinition definition;
    private final XMLStreamReader2 reader;
    private final ReadRun run;
    private final PartAssembly parts;
    private final TextBuffer text;
    private final Parsed parsed;

    /** Per node the strings that the parser last gave for its name and namespace: the same objects come back. */
    private final @Nullable String[] seenNames;

    private final @Nullable String[] seenNamespaces;

    private final Node[] open;
    private final int[] position;
    private final int[] occurrences;
    /** Per depth how manieth the open element is among its equals. */
    private final int[] ordinal;

    private int depth = -1;

    /** The value being read, for the path. */
    private @Nullable Node leaf;

    private int leafOrdinal;

    ElementRun(MessageDefinition definition, XMLStreamReader2 reader, ReadRun run, MessageSink sink, Parsed parsed) {
        this.parsed = parsed;
        this.definition = definition;
        this.reader = reader;
        this.run = run;
        this.parts = new PartAssembly(definition, run, sink);
        this.text = new TextBuffer(run.limits().text());
        this.seenNames = new String[definition.nodeCount()];
        this.seenNamespaces = new String[definition.nodeCount()];
        int deepest = run.limits().depth();
        this.open = new Node[deepest];
        this.position = new int[deepest];
        this.occurrences = new int[deepest];
        this.ordinal = new int[deepest];
    }

    /** Reads from the root's start tag to its end tag. */
    void read() throws XMLStreamException {
        enter(definition.root(), 1);
        while (depth >= 0) {
            switch (run.next()) {
                case XMLStreamConstants.START_ELEMENT -> start();
                case XMLStreamConstants.END_ELEMENT -> leave();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> between();
                default -> {}
            }
        }
    }

    private void enter(Node node, int times) {
        depth++;
        open[depth] = node;
        position[depth] = 0;
        occurrences[depth] = 0;
        ordinal[depth] = times;
        parts.enter(node);
    }

    private void start() throws XMLStreamException {
        Node parent = open[depth];
        int index = find(parent, position[depth]);
        if (index < 0
                || (index == position[depth]
                        && occurrences[depth] > 0
                        && !parent.child(index).repeated())) {
            unexpected(parent, index);
            return;
        }
        if (index > position[depth]) {
            missing(parent, index);
            position[depth] = index;
            occurrences[depth] = 0;
        }
        int times = ++occurrences[depth];
        Node node = parent.child(index);
        if (reader.getAttributeCount() > 0 || reader.getNamespaceCount() > 0) {
            attributesOf(node, times);
        }
        if (node.kind() == Node.Kind.VALUE) {
            value(node, times);
        } else {
            enter(node, times);
        }
    }

    /** The place of the current element among the children, not before {@code from}; -1 when it is none of those. */
    private int find(Node parent, int from) {
        String name = reader.getLocalName();
        String namespace = Objects.requireNonNullElse(reader.getNamespaceURI(), "");
        int count = parent.childCount();
        for (int i = from; i < count; i++) {
            if (is(parent.child(i), name, namespace)) {
                return i;
            }
        }
        return -1;
    }

    private boolean is(Node node, String name, String namespace) {
        int id = node.id();
        if (seenNames[id] == name && seenNamespaces[id] == namespace) {
            return true;
        }
        if (node.name().equals(name)
                && (node.inBaseNamespace() ? definition.baseNamespace() : definition.namespace()).equals(namespace)) {
            seenNames[id] = name;
            seenNamespaces[id] = namespace;
            return true;
        }
        return false;
    }

    private void leave() {
        Node node = open[depth];
        missing(node, node.childCount());
        parts.leave(node);
        depth--;
    }

    /** Reports the mandatory children that stand between where we are and {@code until}. */
    private void missing(Node parent, int until) {
        for (int i = position[depth]; i < until; i++) {
            if (i == position[depth] && occurrences[depth] > 0) {
                continue;
            }
            Node node = parent.child(i);
            if (!node.optional()) {
                run.add(
                        Violation.Kind.MISSING,
                        run.here(),
                        node.name() + " ontbreekt in " + parent.name() + "; het is verplicht"
                                + (i > 0 ? " na " + parent.child(i - 1).name() : " als eerste") + ".");
            }
        }
    }

    private void unexpected(Node parent, int index) throws XMLStreamException {
        String name = reader.getLocalName();
        String shown = SafeText.name(name);
        String explanation;
        if (index >= 0) {
            explanation = shown + " mag hier maar één keer staan.";
        } else {
            explanation = shown + misplaced(parent, name);
        }
        run.add(Violation.Kind.UNEXPECTED, run.here(), explanation);
        skip();
    }

    private String misplaced(Node parent, String name) {
        for (Node node : parent.children()) {
            if (node.name().equals(name)) {
                String namespace = Objects.requireNonNullElse(reader.getNamespaceURI(), "");
                String expected = node.inBaseNamespace() ? definition.baseNamespace() : definition.namespace();
                return expected.equals(namespace)
                        ? " staat op de verkeerde plaats in " + parent.name() + "."
                        : " heeft niet de goede naamruimte; die moet zijn " + expected + ".";
            }
        }
        String rest = expected(parent);
        return " hoort niet in " + parent.name() + (rest.isEmpty() ? "." : "; hier kan komen: " + rest + ".");
    }

    private String expected(Node parent) {
        StringBuilder names = new StringBuilder();
        for (int i = position[depth]; i < parent.childCount(); i++) {
            Node node = parent.child(i);
            if (i == position[depth] && occurrences[depth] > 0 && !node.repeated()) {
                continue;
            }
            names.append(names.isEmpty() ? "" : ", ").append(node.name());
            if (!node.optional() && !(i == position[depth] && occurrences[depth] > 0)) {
                break;
            }
        }
        return names.toString();
    }

    /** Passes over the current element with all below it. */
    private void skip() throws XMLStreamException {
        int inside = 1;
        int elements = 0;
        while (inside > 0) {
            int event = run.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                inside++;
                elements++;
                if (inside + depth > run.limits().depth() || elements > LARGEST_SKIPPED) {
                    run.add(
                            Violation.Kind.REFUSED,
                            run.here(),
                            "Hier staan te veel elementen in elkaar of na elkaar die niet in een bericht horen. Lezen is gestopt.");
                    throw new ReadRun.Stop();
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                inside--;
            }
        }
    }

    private void between() {
        if (!reader.isWhiteSpace()) {
            run.add(
                    Violation.Kind.CONTENT,
                    run.here(),
                    "Hier staat tekst tussen de elementen van " + open[depth].name() + "; dat mag niet.");
        }
    }

    private void attributesOf(Node node, int times) {
        // The path of a violation names the element itself.
        leaf = node;
        leafOrdinal = times;
        run.attributes();
        leaf = null;
    }

    private void value(Node node, int times) throws XMLStreamException {
        leaf = node;
        leafOrdinal = times;
        text.clear();
        boolean whole = true;
        for (int event = run.next(); event != XMLStreamConstants.END_ELEMENT; event = run.next()) {
            if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                text.add(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                whole = false;
                run.add(
                        Violation.Kind.UNEXPECTED,
                        run.here(),
                        SafeText.name(reader.getLocalName()) + " hoort hier niet: " + node.name()
                                + " bevat alleen een waarde.");
                skip();
            }
        }
        if (whole) {
            check(node);
        }
        leaf = null;
    }

    private void check(Node node) {
        if (text.overflown()) {
            run.add(
                    Violation.Kind.VALUE,
                    run.here(),
                    node.name() + " is langer dan " + run.limits().text()
                            + " tekens; zo lang leest Leercirkel een waarde niet.");
            return;
        }
        Fault fault = node.type().check(text.characters(), 0, text.length(), parsed);
        if (fault == null) {
            parts.value(node, parsed, text.length());
            return;
        }
        String found = node.type().personal() || fault == Fault.EMPTY
                ? ""
                : " " + SafeText.value(text.characters(), 0, text.length());
        run.add(
                Violation.Kind.VALUE,
                run.here(),
                node.name() + found + " " + fault.dutch() + "; verwacht: "
                        + node.type().expected() + ".");
    }

    /** The path of the open element; how manieth it is, where there may be more. */
    String path() {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i <= depth; i++) {
            append(path, open[i], ordinal[i]);
        }
        if (leaf != null) {
            append(path, leaf, leafOrdinal);
        }
        return path.toString();
    }

    private static void append(StringBuilder path, Node node, int times) {
        path.append('/').append(node.name());
        if (node.repeated()) {
            path.append('[').append(times).append(']');
        }
    }
}
