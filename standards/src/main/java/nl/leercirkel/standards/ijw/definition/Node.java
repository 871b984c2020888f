package nl.leercirkel.standards.ijw.definition;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One element at one place in a message. The tree has no shared branches, so what a reader learns of a node stays true. */
public final class Node {
    /** What an element is for. */
    public enum Kind {
        /** Holds a value. */
        VALUE,
        /** A value made of values, from the base schema. */
        GROUP,
        /** Only stands around other elements. */
        WRAPPER,
        /** A message class: what has a key and, in an answer, a return code. */
        CLASS
    }

    private final int id;
    private final String name;
    private final Kind kind;
    private final Place place;
    private final @Nullable ValueType type;
    private final @Nullable ClassShape shape;
    private final int slot;
    private final boolean streamed;
    private Node[] children = {};

    /** Where and how often an element stands. */
    record Place(boolean inBaseNamespace, boolean optional, boolean repeated) {}

    Node(
            int id,
            String name,
            Kind kind,
            Place place,
            @Nullable ValueType type,
            @Nullable ClassShape shape,
            int slot,
            boolean streamed) {
        this.id = id;
        this.name = name;
        this.kind = kind;
        this.place = place;
        this.type = type;
        this.shape = shape;
        this.slot = slot;
        this.streamed = streamed;
    }

    void children(List<Node> nodes) {
        children = nodes.toArray(Node[]::new);
    }

    /** Counts from 0 within its message. */
    public int id() {
        return id;
    }

    public String name() {
        return name;
    }

    public Kind kind() {
        return kind;
    }

    /** Whether the element stands in the namespace of the base schema rather than in that of the message. */
    public boolean inBaseNamespace() {
        return place.inBaseNamespace();
    }

    public boolean optional() {
        return place.optional();
    }

    /** Whether it may stand more than once; at least once unless optional. */
    public boolean repeated() {
        return place.repeated();
    }

    /** The type of a value. */
    public ValueType type() {
        return Objects.requireNonNull(type, name);
    }

    /** The shape of a class. */
    public ClassShape shape() {
        return Objects.requireNonNull(shape, name);
    }

    /** The place of a value, or of the presence of an optional group, in its class; for a class its place among those of its parent; -1 for none. */
    public int slot() {
        return slot;
    }

    /** Whether the classes below are handed over one by one, because there may be very many. */
    public boolean streamed() {
        return streamed;
    }

    public int childCount() {
        return children.length;
    }

    public Node child(int index) {
        return children[index];
    }

    public List<Node> children() {
        return List.of(children);
    }

    @Override
    public String toString() {
        return name;
    }
}
