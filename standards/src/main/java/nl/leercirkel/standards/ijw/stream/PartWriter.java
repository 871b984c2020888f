package nl.leercirkel.standards.ijw.stream;

import java.io.IOException;
import java.util.List;
import nl.leercirkel.standards.ijw.definition.Fault;
import nl.leercirkel.standards.ijw.definition.MessageDefinition;
import nl.leercirkel.standards.ijw.definition.Node;
import nl.leercirkel.standards.ijw.definition.Parsed;
import org.jspecify.annotations.Nullable;

/** Writes the elements of a part in the order of the definition. */
final class PartWriter {
    private static final String RETURN_CODES = "RetourCodes";

    private final Codecs codecs;
    private final XmlOutput out;
    private final Parsed parsed = new Parsed();

    PartWriter(MessageDefinition definition, XmlOutput out) {
        this.codecs = Codecs.of(definition);
        this.out = out;
    }

    void write(Node node, Object part) throws IOException {
        Segment segment = segment(node, codecs.of(node), part);
        out.start(node);
        children(node, segment);
        out.end(node);
    }

    /** The start tag of a streaming body and what stands before its clients. */
    void writeHead(Node body, Object head) throws IOException {
        Segment segment = segment(body, codecs.of(body), head);
        out.start(body);
        for (Node child : body.children()) {
            if (child.streamed()) {
                return;
            }
            element(child, segment);
        }
    }

    /** What stands after the clients of a streaming body. */
    void writeEnd(Node body, Object end) throws IOException {
        Codec<Object> codec = codecs.end();
        if (codec == null) {
            throw new IllegalArgumentException("only the answer to a declaration has an end");
        }
        Segment segment = segment(body, codec, end);
        boolean after = false;
        for (Node child : body.children()) {
            if (after) {
                element(child, segment);
            }
            after |= child.streamed();
        }
    }

    private static Segment segment(Node node, Codec<Object> codec, Object part) {
        Segment segment = new Segment(node.shape());
        try {
            codec.write(part, segment);
        } catch (ClassCastException e) {
            throw new IllegalArgumentException(
                    "this message has no place for " + part.getClass().getSimpleName(), e);
        }
        return segment;
    }

    private void children(Node node, Segment segment) throws IOException {
        for (Node child : node.children()) {
            element(child, segment);
        }
    }

    private void element(Node node, Segment segment) throws IOException {
        switch (node.kind()) {
            case VALUE -> value(node, segment);
            case GROUP -> group(node, segment);
            case WRAPPER -> wrapper(node, segment);
            case CLASS -> classes(node, segment);
        }
    }

    private void value(Node node, Segment segment) throws IOException {
        if (node.repeated()) {
            for (String value : segment.texts(node.slot())) {
                checked(node, value);
            }
        } else if (segment.has(node.slot())) {
            checked(
                    node,
                    node.type().isNumber()
                            ? Long.toString(segment.number(node.slot()))
                            : Lexical.of(segment.object(node.slot())));
        } else if (!node.optional()) {
            throw new IllegalArgumentException(node + " is missing");
        }
    }

    private void checked(Node node, String value) throws IOException {
        Fault fault = node.type().check(value.toCharArray(), 0, value.length(), parsed);
        if (fault != null) {
            throw new IllegalArgumentException(node + " does not fit its type: " + fault);
        }
        out.value(node, value);
    }

    private void group(Node node, Segment segment) throws IOException {
        if (node.optional() && !segment.has(node.slot())) {
            return;
        }
        out.start(node);
        children(node, segment);
        out.end(node);
    }

    private void wrapper(Node node, Segment segment) throws IOException {
        Node inside = node.child(0);
        List<?> values =
                node.name().equals(RETURN_CODES) ? segment.texts(inside.slot()) : segment.children(inside.slot());
        if (values.isEmpty()) {
            if (!node.optional()) {
                throw new IllegalArgumentException(node + " is empty");
            }
            return;
        }
        out.start(node);
        children(node, segment);
        out.end(node);
    }

    private void classes(Node node, Segment segment) throws IOException {
        List<@Nullable Object> parts = segment.children(node.slot());
        if (parts.isEmpty() && !node.optional()) {
            throw new IllegalArgumentException(node + " is missing");
        }
        for (Object part : parts) {
            write(node, part);
        }
    }
}
