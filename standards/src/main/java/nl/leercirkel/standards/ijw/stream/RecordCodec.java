package nl.leercirkel.standards.ijw.stream;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import nl.leercirkel.standards.ijw.definition.ClassShape;
import nl.leercirkel.standards.ijw.message.Bsn;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes a record by {@link RecordElements}: a number, text, date or time, a list of texts, a group of values (a record
 * of its own), or the classes below. Which of these a component is, its type and the definition say.
 */
final class RecordCodec<T extends Record> implements Codec<T> {
    private static final MethodHandles.Lookup LOOKUP = MethodHandles.publicLookup();

    private final Class<T> type;
    private final MethodHandle constructor;
    private final MethodHandle[] accessors;
    private final Part[] parts;

    /** How one component is read and written. */
    private interface Part {
        @Nullable
        Object read(Segment segment);

        /** Writes a value that is not null. */
        void write(Object value, Segment segment);
    }

    private RecordCodec(Class<T> type, ClassShape shape, String path) {
        this.type = type;
        RecordComponent[] components = type.getRecordComponents();
        String[] elements = RecordElements.of(type);
        if (elements.length != components.length) {
            throw new IllegalStateException("the elements of " + type.getSimpleName() + " do not fit it");
        }
        try {
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            constructor = LOOKUP.unreflectConstructor(type.getDeclaredConstructor(types))
                    .asSpreader(Object[].class, components.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
            accessors = new MethodHandle[components.length];
            parts = new Part[components.length];
            for (int i = 0; i < components.length; i++) {
                accessors[i] = LOOKUP.unreflect(components[i].getAccessor())
                        .asType(MethodType.methodType(Object.class, Object.class));
                parts[i] = part(components[i], elements[i], shape, path);
            }
        } catch (ReflectiveOperationException hidden) {
            throw new IllegalStateException(type.getSimpleName() + " is not public", hidden);
        }
    }

    /** The codec of a message class. */
    static <T extends Record> RecordCodec<T> of(Class<T> type, ClassShape shape) {
        return new RecordCodec<>(type, shape, "");
    }

    /** The codec of a group of values in a class. */
    static <T extends Record> RecordCodec<T> of(Class<T> type, ClassShape shape, String path) {
        return new RecordCodec<>(type, shape, path + "/");
    }

    @Override
    public T read(Segment segment) {
        @Nullable Object[] values = new Object[parts.length];
        for (int i = 0; i < parts.length; i++) {
            values[i] = parts[i].read(segment);
        }
        try {
            return type.cast((Object) constructor.invokeExact(values));
        } catch (RuntimeException | Error broken) {
            throw broken;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void write(T value, Segment segment) {
        for (int i = 0; i < parts.length; i++) {
            Object component = component(value, i);
            if (component != null) {
                parts[i].write(component, segment);
            }
        }
    }

    /** Writes a record of which only the outside knows the type. */
    void writeAny(Object value, Segment segment) {
        write(type.cast(value), segment);
    }

    private @Nullable Object component(Object value, int index) {
        try {
            return (Object) accessors[index].invokeExact(value);
        } catch (RuntimeException | Error broken) {
            throw broken;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Part part(RecordComponent component, String marked, ClassShape shape, String path) {
        boolean leftOut = marked.endsWith("~");
        boolean optional = leftOut || marked.endsWith("?");
        String element = optional ? marked.substring(0, marked.length() - 1) : marked;
        Class<?> type = component.getType();
        int child = path.isEmpty() ? shape.child(element) : -1;
        boolean known = child >= 0 || shape.has(path + element);
        if (!known && !optional) {
            throw new IllegalStateException(shape.name() + " has no " + path + element);
        }
        if (!known) {
            return new Absent(shape.name() + " has no " + path + element, type == List.class, leftOut);
        }
        if (child >= 0) {
            return type == List.class ? new Children(child) : new Child(child);
        }
        if (Record.class.isAssignableFrom(type) && type != Bsn.class) {
            return new Group<>(
                    of(type.asSubclass(Record.class), shape, path + element), shape.optionalSlot(path + element));
        }
        int slot = shape.slot(path + element);
        if (type == List.class) {
            return new Texts(slot);
        }
        if (type == Bsn.class) {
            return new Person(slot);
        }
        return type == long.class || type == Long.class ? new Number(slot) : new Value(slot);
    }

    /** Text, date or time. */
    private record Value(int slot) implements Part {
        @Override
        public @Nullable Object read(Segment segment) {
            return segment.has(slot) ? segment.object(slot) : null;
        }

        @Override
        public void write(Object value, Segment segment) {
            segment.object(slot, value);
        }
    }

    private record Number(int slot) implements Part {
        @Override
        public @Nullable Object read(Segment segment) {
            return segment.optionalNumber(slot);
        }

        @Override
        public void write(Object value, Segment segment) {
            segment.number(slot, (Long) value);
        }
    }

    private record Person(int slot) implements Part {
        @Override
        public Object read(Segment segment) {
            return new Bsn(segment.text(slot));
        }

        @Override
        public void write(Object value, Segment segment) {
            segment.object(slot, ((Bsn) value).digits());
        }
    }

    private record Texts(int slot) implements Part {
        @Override
        public Object read(Segment segment) {
            return segment.texts(slot);
        }

        @Override
        @SuppressWarnings("unchecked")
        public void write(Object value, Segment segment) {
            segment.putAll(slot, (List<String>) value);
        }
    }

    /** @param present the slot that tells whether the group is there, or -1 when it always is */
    private record Group<R extends Record>(RecordCodec<R> codec, int present) implements Part {
        @Override
        public @Nullable Object read(Segment segment) {
            return present < 0 || segment.has(present) ? codec.read(segment) : null;
        }

        @Override
        public void write(Object value, Segment segment) {
            if (present >= 0) {
                segment.mark(present);
            }
            codec.writeAny(value, segment);
        }
    }

    private record Children(int slot) implements Part {
        @Override
        public Object read(Segment segment) {
            return segment.children(slot);
        }

        @Override
        public void write(Object value, Segment segment) {
            ((List<?>) value).forEach(child -> segment.child(slot, child));
        }
    }

    private record Child(int slot) implements Part {
        @Override
        public @Nullable Object read(Segment segment) {
            List<Object> children = segment.children(slot);
            return children.isEmpty() ? null : children.getFirst();
        }

        @Override
        public void write(Object value, Segment segment) {
            segment.child(slot, value);
        }
    }

    /** A component that this message has no element for. */
    private record Absent(String explanation, boolean list, boolean leftOut) implements Part {
        @Override
        public @Nullable Object read(Segment segment) {
            return list ? List.of() : null;
        }

        @Override
        public void write(Object value, Segment segment) {
            boolean nothing = value instanceof List<?> none && none.isEmpty();
            if (!nothing && !leftOut) {
                throw new IllegalArgumentException(explanation);
            }
        }
    }
}
