package nl.leercirkel.standards.ijw.definition;

import org.jspecify.annotations.Nullable;

/** One fixed value: the code or version of the message. Around a number white space is allowed, around a code it is not. */
public final class FixedType extends ValueType {
    private final String value;
    private final boolean number;

    FixedType(String name, String value, boolean number) {
        super(name, false);
        this.value = value;
        this.number = number;
    }

    public String value() {
        return value;
    }

    /** Whether the value is a number, so that white space around it is no part of it. */
    public boolean ofNumber() {
        return number;
    }

    @Override
    public @Nullable Fault check(char[] text, int from, int to, Parsed parsed) {
        int start = number ? skipSpace(text, from, to) : from;
        int end = number ? dropSpace(text, start, to) : to;
        if (start == end) {
            return Fault.EMPTY;
        }
        boolean same = end - start == value.length();
        for (int i = 0; same && i < value.length(); i++) {
            same = text[start + i] == value.charAt(i);
        }
        if (!same) {
            return Fault.NOT_FIXED;
        }
        parsed.object(value);
        return null;
    }

    @Override
    public String expected() {
        return value;
    }
}
