package nl.leercirkel.standards.ijw.stream;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.leercirkel.standards.ijw.definition.ClassShape;
import nl.leercirkel.standards.ijw.definition.MessageDefinition;
import nl.leercirkel.standards.ijw.definition.MessageType;
import nl.leercirkel.standards.ijw.definition.Node;
import org.jspecify.annotations.Nullable;

/** The codecs of one message, by the node of their class; they hold no state, so each message type has one set. */
final class Codecs {
    private static final Map<MessageType, Codecs> MADE = new ConcurrentHashMap<>();

    private final @Nullable Codec<?>[] byNode;
    private final @Nullable Codec<?> end;

    private Codecs(MessageDefinition definition) {
        byNode = new Codec<?>[definition.nodeCount()];
        byNode[definition.header().id()] = new HeaderCodec(definition);
        ClassShape body = definition.body().shape();
        end = body.name().equals("DeclaratieAntwoord") ? new DeclarationCodecs.AnswerEnds(body) : null;
        add(definition.body());
    }

    static Codecs of(MessageDefinition definition) {
        return MADE.computeIfAbsent(definition.type(), any -> new Codecs(definition));
    }

    @SuppressWarnings("unchecked")
    Codec<Object> of(Node node) {
        Codec<?> codec = byNode[node.id()];
        if (codec == null) {
            throw new IllegalStateException(node + " is no message class");
        }
        return (Codec<Object>) codec;
    }

    /** What is handed over after the streamed clients of the body, if anything. */
    @SuppressWarnings("unchecked")
    @Nullable
    Codec<Object> end() {
        return (Codec<Object>) end;
    }

    private void add(Node node) {
        if (node.kind() == Node.Kind.CLASS) {
            byNode[node.id()] = codec(node.shape());
        }
        node.children().forEach(this::add);
    }

    private static Codec<?> codec(ClassShape shape) {
        Class<? extends Record> record = RecordElements.CLASSES.get(shape.name());
        if (record != null) {
            return RecordCodec.of(record, shape);
        }
        // Of these there are millions in a file.
        return switch (shape.name()) {
            case "Declaratie" -> new DeclarationCodecs.Heads(shape);
            case "DeclaratieAntwoord" -> new DeclarationCodecs.AnswerHeads(shape);
            case "DeclaratieClient" -> new DeclarationCodecs.Clients(shape);
            case "Prestatie" -> new DeclarationCodecs.Lines(shape);
            default -> throw new IllegalStateException("no record for class " + shape.name());
        };
    }
}
