package nl.leercirkel.standards.ijw.stream;

import java.io.IOException;
import java.io.OutputStream;
import nl.leercirkel.standards.ijw.definition.Definitions;
import nl.leercirkel.standards.ijw.definition.MessageDefinition;
import nl.leercirkel.standards.ijw.definition.Node;
import nl.leercirkel.standards.ijw.message.AnswerEnd;
import nl.leercirkel.standards.ijw.message.DeclarationClient;
import nl.leercirkel.standards.ijw.message.Header;
import nl.leercirkel.standards.ijw.message.Message;
import nl.leercirkel.standards.ijw.message.MessagePart;
import org.jspecify.annotations.Nullable;

/**
 * Writes one message, part by part, in the order in which a reader gives them: header, body; for declarations head, clients
 * and, for an answer, its end. The file is UTF-8 without byte-order mark with CR/LF line ends, as rule OP192 asks.
 *
 * <p>Every value is held against the definition: a part that would make the message invalid gives an {@link
 * IllegalArgumentException} that names the element, never its value. So what is written can be read.
 */
public final class MessageWriter implements AutoCloseable {
    private final XmlOutput out;
    private final MessageDefinition definition;
    private final PartWriter parts;
    private final boolean streaming;
    private @Nullable Node stream;
    private boolean bodyWritten;
    private boolean endWritten;

    /** Begins the message with its header. */
    public MessageWriter(OutputStream stream, Header header) throws IOException {
        definition = Definitions.release32().get(header.type());
        out = new XmlOutput(stream, definition);
        parts = new PartWriter(definition, out);
        streaming = definition.body().children().stream().anyMatch(Node::streamed);
        out.declaration();
        out.root();
        parts.write(definition.header(), header);
    }

    /** Writes a whole message. */
    public static void write(Message message, OutputStream stream) throws IOException {
        try (MessageWriter writer = new MessageWriter(stream, message.header())) {
            for (MessagePart part : message.parts()) {
                writer.write(part);
            }
        }
    }

    public void write(MessagePart part) throws IOException {
        Node body = definition.body();
        if (part instanceof DeclarationClient client && streaming) {
            writeClient(body, client);
        } else if (part instanceof AnswerEnd end && streaming) {
            require(bodyWritten && !endWritten, "the end of an answer comes after its head");
            closeStream();
            parts.writeEnd(body, end);
            endWritten = true;
        } else {
            require(!bodyWritten, "a message has one body");
            bodyWritten = true;
            if (streaming) {
                parts.writeHead(body, part);
            } else {
                parts.write(body, part);
            }
        }
    }

    /** Ends the message and passes on what is buffered; the stream below stays open. */
    @Override
    public void close() throws IOException {
        Node body = definition.body();
        if (bodyWritten && streaming) {
            require(
                    stream != null || endWritten || isOptional(streamNode(body)),
                    "a declaration has at least one client");
            require(endWritten || !definition.type().kind().isAnswer(), "an answer to a declaration has an end");
            closeStream();
            out.end(body);
        }
        require(bodyWritten || body.optional(), "a message has a body");
        out.endRoot();
        out.flush();
    }

    private void writeClient(Node body, DeclarationClient client) throws IOException {
        require(bodyWritten && !endWritten, "clients come after the head");
        Node wrapper = streamNode(body);
        if (stream == null) {
            out.start(wrapper);
            stream = wrapper;
        }
        parts.write(wrapper.child(0), client);
    }

    private void closeStream() throws IOException {
        if (stream != null) {
            out.end(stream);
            stream = null;
        }
    }

    private static Node streamNode(Node body) {
        return body.children().stream().filter(Node::streamed).findFirst().orElseThrow();
    }

    private static boolean isOptional(Node node) {
        return node.optional();
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
