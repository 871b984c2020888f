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
        return switch (shape.name()) {
            case "ToegewezenClient" -> new AllocationCodecs.Clients(shape);
            case "ToegewezenProduct" -> new AllocationCodecs.Products(shape);
            case "Relatie" -> new AllocationCodecs.Relations(shape);
            case "Contact" -> new AllocationCodecs.Contacts(shape);
            case "StartClient" -> new DeliveryCodecs.StartClients(shape);
            case "StartProduct" -> new DeliveryCodecs.StartProducts(shape);
            case "StopClient" -> new DeliveryCodecs.StopClients(shape);
            case "StopProduct" -> new DeliveryCodecs.StopProducts(shape);
            case "AanvraagClient" -> new RequestCodecs.Clients(shape);
            case "AangevraagdProduct" -> new RequestCodecs.Products(shape);
            case "WijzigingClient" -> new RequestCodecs.ChangeClients(shape);
            case "Verzoek" -> new RequestCodecs.ChangeRequests(shape);
            case "OngewijzigdProduct" -> new RequestCodecs.UnchangedProducts(shape);
            case "TeWijzigenProduct" -> new RequestCodecs.ChangedProducts(shape);
            case "NieuwProduct" -> new RequestCodecs.NewProducts(shape);
            case "Antwoord" -> new RequestCodecs.Replies(shape);
            case "Woonplaatsbeginsel" -> new RequestCodecs.Municipalities(shape);
            case "Declaratie" -> new DeclarationCodecs.Heads(shape);
            case "DeclaratieAntwoord" -> new DeclarationCodecs.AnswerHeads(shape);
            case "DeclaratieClient" -> new DeclarationCodecs.Clients(shape);
            case "Prestatie" -> new DeclarationCodecs.Lines(shape);
            default -> throw new IllegalStateException("no record for class " + shape.name());
        };
    }
}
