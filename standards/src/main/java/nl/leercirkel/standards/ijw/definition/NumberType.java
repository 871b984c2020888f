package nl.leercirkel.standards.ijw.definition;

import org.jspecify.annotations.Nullable;

/** A whole number between two bounds; white space around it, a plus sign and leading zeros are allowed. */
public final class NumberType extends ValueType {
    private final long smallest;
    private final long largest;

    NumberType(String name, long smallest, long largest, boolean personal) {
        super(name, personal, true);
        this.smallest = smallest;
        this.largest = largest;
    }

    public long smallest() {
        return smallest;
    }

    public long largest() {
        return largest;
    }

    @Override
    public @Nullable Fault check(char[] text, int from, int to, Parsed parsed) {
        int start = skipSpace(text, from, to);
        int end = dropSpace(text, start, to);
        if (start == end) {
            return Fault.EMPTY;
        }
        boolean negative = text[start] == '-';
        int place = negative || text[start] == '+' ? start + 1 : start;
        if (place == end) {
            return Fault.FORM;
        }
        long value = 0;
        boolean beyond = false;
        for (; place < end; place++) {
            char c = text[place];
            if (!isDigit(c)) {
                return Fault.FORM;
            }
            value = value * 10 + (c - '0');
            // All bounds of the standard are far below this; what passes it is too large however it goes on.
            if (value > largest) {
                beyond = true;
                value = largest;
            }
        }
        if (negative && (value > 0 || beyond) && smallest >= 0) {
            return Fault.TOO_SMALL;
        }
        if (beyond) {
            return Fault.TOO_LARGE;
        }
        if (value < smallest) {
            return Fault.TOO_SMALL;
        }
        parsed.number(value);
        return null;
    }

    @Override
    public String expected() {
        return "een geheel getal van " + smallest + " tot en met " + largest;
    }
}
