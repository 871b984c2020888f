package nl.leercirkel.standards.ijw.definition;

import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * A time as 13:45:00, with or without a fraction, without time zone. 24:00:00 is allowed and is midnight, as XML Schema has
 * it; digits of the fraction beyond the ninth are dropped.
 */
public final class TimeType extends ValueType {
    private static final int LENGTH = 8;

    TimeType(String name, boolean personal) {
        super(name, personal);
    }

    @Override
    public @Nullable Fault check(char[] text, int from, int to, Parsed parsed) {
        int start = skipSpace(text, from, to);
        int end = dropSpace(text, start, to);
        if (start == end) {
            return Fault.EMPTY;
        }
        if (end - start < LENGTH || text[start + 2] != ':' || text[start + 5] != ':') {
            return Fault.FORM;
        }
        int hour = two(text, start);
        int minute = two(text, start + 3);
        int second = two(text, start + 6);
        if (hour < 0 || minute < 0 || second < 0) {
            return Fault.FORM;
        }
        int nanos = fraction(text, start + LENGTH, end);
        if (nanos < 0) {
            return Fault.FORM;
        }
        boolean endOfDay = hour == 24 && minute == 0 && second == 0 && isZero(text, start + LENGTH, end);
        if ((hour > 23 && !endOfDay) || minute > 59 || second > 59) {
            return Fault.NO_SUCH_TIME;
        }
        parsed.object(endOfDay ? LocalTime.MIDNIGHT : LocalTime.of(hour, minute, second, nanos));
        return null;
    }

    private static int two(char[] text, int at) {
        return isDigit(text[at]) && isDigit(text[at + 1]) ? (text[at] - '0') * 10 + text[at + 1] - '0' : -1;
    }

    private static int fraction(char[] text, int from, int end) {
        if (from == end) {
            return 0;
        }
        if (text[from] != '.' || from + 1 == end) {
            return -1;
        }
        int nanos = 0;
        int unit = 100_000_000;
        for (int i = from + 1; i < end; i++) {
            if (!isDigit(text[i])) {
                return -1;
            }
            nanos += (text[i] - '0') * unit;
            unit /= 10;
        }
        return nanos;
    }

    private static boolean isZero(char[] text, int from, int end) {
        for (int i = from; i < end; i++) {
            if (text[i] != '.' && text[i] != '0') {
                return false;
            }
        }
        return true;
    }

    @Override
    public String expected() {
        return "een tijd zonder tijdzone, zoals 13:45:00";
    }
}
