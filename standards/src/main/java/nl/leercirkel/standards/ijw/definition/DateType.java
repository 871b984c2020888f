package nl.leercirkel.standards.ijw.definition;

import java.time.Year;
import org.jspecify.annotations.Nullable;

/** A date as 2026-04-01, without time zone. Years beyond four digits and before our era are allowed, the year 0 is not. */
public final class DateType extends ValueType {
    private static final int LARGEST_YEAR = 999_999_999;

    DateType(String name, boolean personal) {
        super(name, personal);
    }

    @Override
    public @Nullable Fault check(char[] text, int from, int to, Parsed parsed) {
        int start = skipSpace(text, from, to);
        int end = dropSpace(text, start, to);
        if (start == end) {
            return Fault.EMPTY;
        }
        boolean before = text[start] == '-';
        int yearStart = before ? start + 1 : start;
        int yearEnd = end - 6;
        int digits = yearEnd - yearStart;
        if (digits < 4 || (digits > 4 && text[yearStart] == '0') || text[yearEnd] != '-' || text[end - 3] != '-') {
            return Fault.FORM;
        }
        long year = 0;
        for (int i = yearStart; i < yearEnd; i++) {
            if (!isDigit(text[i])) {
                return Fault.FORM;
            }
            year = Math.min(year * 10 + (text[i] - '0'), Integer.MAX_VALUE);
        }
        int month = two(text, yearEnd + 1);
        int day = two(text, end - 2);
        if (month < 0 || day < 0) {
            return Fault.FORM;
        }
        if (year == 0 || year > LARGEST_YEAR || month < 1 || month > 12 || day < 1) {
            return Fault.NO_SUCH_DATE;
        }
        int signedYear = (int) (before ? -year : year);
        if (day > 28 && day > lengthOfMonth(signedYear, month)) {
            return Fault.NO_SUCH_DATE;
        }
        parsed.date(signedYear, month, day);
        return null;
    }

    private static int lengthOfMonth(int year, int month) {
        if (month == 2) {
            return Year.isLeap(year) ? 29 : 28;
        }
        return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    }

    private static int two(char[] text, int at) {
        return isDigit(text[at]) && isDigit(text[at + 1]) ? (text[at] - '0') * 10 + text[at + 1] - '0' : -1;
    }

    @Override
    public String expected() {
        return "een bestaande datum zonder tijdzone, zoals 2026-04-01";
    }
}
