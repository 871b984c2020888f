package nl.leercirkel.standards.ijw.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nl.leercirkel.standards.ijw.definition.MessageDefinition;
import nl.leercirkel.standards.ijw.definition.Node;
import nl.leercirkel.standards.ijw.definition.Parsed;
import nl.leercirkel.standards.ijw.message.MessagePart;
import org.jspecify.annotations.Nullable;

/** Builds the records of a message while its elements pass, and hands them over as soon as a part is whole. */
final class PartAssembly {
    private final MessageDefinition definition;
    private final ReadRun run;
    private final MessageSink sink;
    private final Codecs codecs;
    private final @Nullable Segment[] segments;
    private final boolean streaming;
    private final List<Node> classes = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private @Nullable Segment current;
    private boolean headGiven;
    private int classesInPart;
    private int charactersInPart;

    PartAssembly(MessageDefinition definition, ReadRun run, MessageSink sink) {
        this.definition = definition;
        this.run = run;
        this.sink = sink;
        this.codecs = Codecs.of(definition);
        this.segments = new Segment[definition.nodeCount()];
        this.streaming = definition.body().children().stream().anyMatch(Node::streamed);
    }

    void enter(Node node) {
        switch (node.kind()) {
            case CLASS -> enterClass(node);
            case GROUP -> {
                if (node.slot() >= 0) {
                    Objects.requireNonNull(current).mark(node.slot());
                }
            }
            case WRAPPER -> {
                if (node.streamed()) {
                    giveHead();
                }
            }
            case VALUE -> throw new IllegalStateException("a value is not entered");
        }
    }

    private void enterClass(Node node) {
        Segment segment = segments[node.id()];
        if (segment == null) {
            segment = new Segment(node.shape());
            segments[node.id()] = segment;
        }
        segment.clear();
        classes.add(node);
        current = segment;
        if (isPart()) {
            places.add(run.here());
            classesInPart = 0;
            charactersInPart = 0;
        } else if (++classesInPart > run.limits().partClasses()) {
            run.add(
                    Violation.Kind.REFUSED,
                    run.here(),
                    "Eén cliënt heeft hier meer dan " + run.limits().partClasses() + " onderdelen. Lezen is gestopt.");
            throw new ReadRun.Stop();
        }
    }

    void leave(Node node) {
        if (node.kind() != Node.Kind.CLASS) {
            return;
        }
        boolean part = isPart();
        Segment segment = Objects.requireNonNull(current);
        classes.removeLast();
        current = classes.isEmpty() ? null : segments[classes.getLast().id()];
        if (!run.faultless()) {
            if (part) {
                places.removeLast();
            }
            return;
        }
        if (!part) {
            Objects.requireNonNull(current).child(node.slot(), codecs.of(node).read(segment));
        } else if (hasStream(node)) {
            giveEnd(node, segment);
        } else {
            give(codecs.of(node), segment, places.removeLast());
        }
    }

    void value(Node node, Parsed parsed, int length) {
        Segment segment = Objects.requireNonNull(current);
        if (node.repeated()) {
            segment.append(node.slot(), Objects.requireNonNull(parsed.object()));
        } else if (node.type().isNumber()) {
            segment.number(node.slot(), parsed.number());
        } else {
            segment.object(node.slot(), Objects.requireNonNull(parsed.object()));
        }
        charactersInPart += length;
        if (charactersInPart > run.limits().partText()) {
            run.add(
                    Violation.Kind.REFUSED,
                    run.here(),
                    "Eén cliënt heeft hier meer dan " + run.limits().partText()
                            + " tekens aan gegevens. Lezen is gestopt.");
            throw new ReadRun.Stop();
        }
    }

    /** Whether the innermost open class is handed over on its own: header, body, or a client below a streaming body. */
    private boolean isPart() {
        return classes.size() == 1 || (classes.size() == 2 && hasStream(classes.getFirst()));
    }

    private boolean hasStream(Node node) {
        return streaming && node == definition.body();
    }

    private void giveHead() {
        headGiven = true;
        Node body = definition.body();
        if (run.faultless()) {
            give(codecs.of(body), Objects.requireNonNull(segments[body.id()]), places.getLast());
        }
    }

    private void giveEnd(Node body, Segment segment) {
        Place place = places.removeLast();
        if (!headGiven) {
            give(codecs.of(body), segment, place);
        }
        Codec<Object> end = codecs.end();
        if (end != null) {
            give(end, segment, place);
        }
    }

    private void give(Codec<Object> codec, Segment segment, Place place) {
        sink.accept((MessagePart) codec.read(segment), place);
    }
}
