package nl.leercirkel.standards.ijw.stream;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nl.leercirkel.standards.ijw.definition.ClassShape;
import org.jspecify.annotations.Nullable;

/** The values of one message class while it is read or written; used again for the next of its kind. */
final class Segment {
    private final @Nullable Object[] objects;
    private final long[] numbers;
    private final List<List<Object>> children;
    private long present;

    Segment(ClassShape shape) {
        objects = new Object[shape.slotCount()];
        numbers = new long[shape.slotCount()];
        children = new ArrayList<>();
        for (int i = 0; i < shape.childCount(); i++) {
            children.add(new ArrayList<>());
        }
    }

    void clear() {
        present = 0;
        for (List<Object> list : children) {
            list.clear();
        }
    }

    boolean has(int slot) {
        return slot >= 0 && (present & (1L << slot)) != 0;
    }

    void mark(int slot) {
        present |= 1L << slot;
    }

    void number(int slot, long value) {
        numbers[slot] = value;
        mark(slot);
    }

    void object(int slot, Object value) {
        objects[slot] = value;
        mark(slot);
    }

    /** Adds to the values of an element that may stand more than once. */
    @SuppressWarnings("unchecked")
    void append(int slot, Object value) {
        if (!has(slot)) {
            object(slot, new ArrayList<Object>());
        }
        ((List<Object>) Objects.requireNonNull(objects[slot])).add(value);
    }

    void child(int slot, Object part) {
        children.get(slot).add(part);
    }

    /** The classes below; the list is emptied when the segment is used again. */
    @SuppressWarnings("unchecked")
    <T> List<T> children(int slot) {
        return slot < 0 ? List.of() : (List<T>) children.get(slot);
    }

    long number(int slot) {
        return numbers[slot];
    }

    @Nullable
    Long optionalNumber(int slot) {
        return has(slot) ? (Long) numbers[slot] : null;
    }

    String text(int slot) {
        return (String) object(slot);
    }

    @Nullable
    String optionalText(int slot) {
        return has(slot) ? (String) objects[slot] : null;
    }

    LocalDate date(int slot) {
        return (LocalDate) object(slot);
    }

    @Nullable
    LocalDate optionalDate(int slot) {
        return has(slot) ? (LocalDate) objects[slot] : null;
    }

    LocalTime time(int slot) {
        return (LocalTime) object(slot);
    }

    @SuppressWarnings("unchecked")
    List<String> texts(int slot) {
        return has(slot) ? (List<String>) object(slot) : List.of();
    }

    Object object(int slot) {
        return Objects.requireNonNull(objects[slot]);
    }

    /** Sets an optional value; does nothing for null. */
    void put(int slot, @Nullable Object value) {
        if (value instanceof Long number) {
            number(slot, number);
        } else if (value != null) {
            object(slot, value);
        }
    }

    void putAll(int slot, List<String> values) {
        if (!values.isEmpty()) {
            object(slot, new ArrayList<Object>(values));
        }
    }
}
