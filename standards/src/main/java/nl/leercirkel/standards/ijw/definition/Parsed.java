package nl.leercirkel.standards.ijw.definition;

import org.jspecify.annotations.Nullable;

/** Where a value type leaves what it read: a number, or an object (text, code, date, time). One per reader, used again. */
public final class Parsed {
    private static final int SHORT_TEXT = 8;

    private long number;
    private @Nullable Object object;
    private final TextCache texts = new TextCache();
    private final DateCache dates = new DateCache();

    public long number() {
        return number;
    }

    /** Text, code, date or time; null after a number. */
    public @Nullable Object object() {
        return object;
    }

    void number(long value) {
        number = value;
        object = null;
    }

    void object(Object value) {
        object = value;
    }

    void text(char[] text, int from, int to, boolean personal) {
        // Short texts come back often (product codes, versions), longer ones are numbers of their own. What says
        // something about a
        // person is kept nowhere.
        object = to - from <= SHORT_TEXT && !personal ? texts.get(text, from, to) : new String(text, from, to - from);
    }

    void date(int year, int month, int day) {
        object = dates.get(year, month, day);
    }
}
