package nl.leercirkel.standards.ijw.definition;

import org.jspecify.annotations.Nullable;

/**
 * The values an element may hold. A check looks at characters and makes no objects unless the value is kept; lengths count
 * UTF-16 units, as the official validator does.
 */
public abstract sealed class ValueType permits TextType, NumberType, DateType, TimeType, CodeType, FixedType {
    private final String name;
    private final boolean personal;

    private final boolean number;

    ValueType(String name, boolean personal) {
        this(name, personal, false);
    }

    ValueType(String name, boolean personal, boolean number) {
        this.name = name;
        this.personal = personal;
        this.number = number;
    }

    /** Checks {@code text[from, to)} and leaves the value in {@code parsed}; null when it fits. */
    public abstract @Nullable Fault check(char[] text, int from, int to, Parsed parsed);

    /** What the value must look like, in Dutch, to follow “verwacht: ”. */
    public abstract String expected();

    /** Whether the value is a number in {@link Parsed#number()} rather than an object. */
    public final boolean isNumber() {
        return number;
    }

    /** The longest text worth keeping: what is longer is wrong whatever it says; -1 when there is no such length. */
    public int longest() {
        return -1;
    }

    /** The name of the type in the definition file. */
    public String name() {
        return name;
    }

    /** Whether a value says something about a person and so may never stand in a finding. */
    public boolean personal() {
        return personal;
    }

    /** XML Schema's white space, which is not Java's. */
    static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    static int skipSpace(char[] text, int from, int to) {
        int start = from;
        while (start < to && isSpace(text[start])) {
            start++;
        }
        return start;
    }

    static int dropSpace(char[] text, int from, int to) {
        int end = to;
        while (end > from && isSpace(text[end - 1])) {
            end--;
        }
        return end;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
