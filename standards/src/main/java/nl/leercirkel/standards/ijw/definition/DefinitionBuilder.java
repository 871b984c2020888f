package nl.leercirkel.standards.ijw.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nl.leercirkel.standards.ijw.definition.DefinitionFile.Line;
import org.jspecify.annotations.Nullable;

/** Puts one message together: the tree of its elements, each class with its shape, and for an answer the return codes. */
final class DefinitionBuilder {
    private static final String GROUP = "groep:";
    private static final String CLASS = "klasse:";

    private final DefinitionFile file;
    private final Line message;
    private final MessageType type;
    private final boolean answer;
    private final String code;
    private int nextId;

    DefinitionBuilder(DefinitionFile file, Line message, Law law) {
        this.file = file;
        this.message = message;
        int number = Integer.parseInt(message.words().get(1));
        this.type = new MessageType(
                law, MessageKind.of(number).orElseThrow(() -> new IllegalStateException("unknown message " + number)));
        this.answer = !message.first().equals("bericht");
        this.code = required(message.value(law.key()));
    }

    MessageDefinition build() {
        Node root = new Node(
                nextId++, "Bericht", Node.Kind.WRAPPER, new Node.Place(false, false, false), null, null, -1, false);
        Line judged = judged();
        Line body = (message.below().isEmpty() ? judged : message).below().getFirst();
        root.children(List.of(header(judged), element(body, new Context(null, "", false), answer)));
        return new MessageDefinition(type, code, file.namespace(type), file.baseNamespace(), root, nextId);
    }

    /** The forward message this one answers, or this message. */
    private Line judged() {
        if (!answer) {
            return message;
        }
        String number = message.words().get(3);
        return file.messages().stream()
                .filter(line -> line.words().get(1).equals(number))
                .findFirst()
                .orElseThrow();
    }

    private Node header(Line judged) {
        boolean declarationAnswer = message.first().equals("antwoord");
        List<Line> lines = new ArrayList<>(file.block("klasse:Header").below());
        if (answer) {
            lines.addAll(file.block(declarationAnswer ? "klasse:AntwoordHeader" : "klasse:RetourHeader")
                    .below());
        }
        ClassShape shape = new ClassShape("Header");
        Node header = new Node(
                nextId++, "Header", Node.Kind.CLASS, new Node.Place(false, false, false), null, shape, -1, false);
        // The answer to a declaration goes the other way; a return message keeps the header it judges.
        String sender = required(judged.value(declarationAnswer ? "ontvanger" : "afzender"));
        String receiver = required(judged.value(declarationAnswer ? "afzender" : "ontvanger"));
        header.children(elements(lines, new Context(shape, "", false, sender, receiver), false));
        return header;
    }

    /** Where an element is being built: in which class, on which path inside it, in which namespace. */
    private record Context(
            @Nullable ClassShape shape,
            String path,
            boolean base,
            @Nullable String sender,
            @Nullable String receiver) {
        Context(@Nullable ClassShape shape, String path, boolean base) {
            this(shape, path, base, null, null);
        }

        Context into(String name) {
            return new Context(shape, path + name + "/", base, sender, receiver);
        }

        Context intoGroup(String name) {
            return new Context(shape, path + name + "/", true, sender, receiver);
        }

        int slot(String name) {
            return Objects.requireNonNull(shape).addSlot(path + name);
        }
    }

    private List<Node> elements(List<Line> lines, Context context, boolean withReturnCodes) {
        List<Node> nodes = new ArrayList<>();
        for (Line line : lines) {
            nodes.add(element(line, context, false));
        }
        if (withReturnCodes) {
            nodes.add(returnCodes(context));
        }
        return nodes;
    }

    private Node element(Line line, Context context, boolean forcedOptional) {
        String name = line.first();
        Node.Place place = new Node.Place(context.base(), forcedOptional || line.has("?"), line.has("+"));
        String reference = line.words().size() > 1 ? line.words().get(1) : "";
        if (!line.below().isEmpty()) {
            Node wrapper = new Node(nextId++, name, Node.Kind.WRAPPER, place, null, null, -1, line.has("stroom"));
            wrapper.children(elements(line.below(), context.into(name), false));
            return wrapper;
        }
        if (reference.startsWith(GROUP)) {
            int slot = place.optional() ? context.slot(name) : -1;
            Node group = new Node(nextId++, name, Node.Kind.GROUP, place, null, null, slot, false);
            group.children(elements(file.block(reference).below(), context.intoGroup(name), false));
            return group;
        }
        if (reference.startsWith(CLASS)) {
            ClassShape parent = context.shape();
            ClassShape shape = new ClassShape(reference.substring(CLASS.length()));
            int slot = parent == null ? -1 : parent.addChild(name);
            Node node = new Node(nextId++, name, Node.Kind.CLASS, place, null, shape, slot, false);
            node.children(elements(file.block(reference).below(), new Context(shape, "", false), answer));
            return node;
        }
        return new Node(
                nextId++, name, Node.Kind.VALUE, place, type(reference, context), null, context.slot(name), false);
    }

    private Node returnCodes(Context context) {
        Node wrapper = new Node(
                nextId++, "RetourCodes", Node.Kind.WRAPPER, new Node.Place(false, false, false), null, null, -1, false);
        wrapper.children(List.of(new Node(
                nextId++,
                "RetourCode",
                Node.Kind.VALUE,
                new Node.Place(false, false, true),
                file.type("RetourCode"),
                null,
                context.into("RetourCodes").slot("RetourCode"),
                false)));
        return wrapper;
    }

    private ValueType type(String reference, Context context) {
        return switch (reference) {
            case "BerichtCode" -> new FixedType("BerichtCode", code, false);
            case "Afzender" -> file.type(required(context.sender()));
            case "Ontvanger" -> file.type(required(context.receiver()));
            default -> file.type(reference);
        };
    }

    private static String required(@Nullable String value) {
        return Objects.requireNonNull(value, "the definition file misses a word");
    }
}
