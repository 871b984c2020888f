package nl.leercirkel.standards.ijw.definition;

import java.time.LocalDate;

/** Dates come back all the time; this keeps the last ones made, in a table of fixed size. */
final class DateCache {
    private static final int SIZE = 2048;

    private final LocalDate[] table = new LocalDate[SIZE];

    LocalDate get(int year, int month, int day) {
        int place = (year * 400 + month * 32 + day) & (SIZE - 1);
        LocalDate known = table[place];
        if (known != null
                && known.getDayOfMonth() == day
                && known.getMonthValue() == month
                && known.getYear() == year) {
            return known;
        }
        LocalDate made = LocalDate.of(year, month, day);
        table[place] = made;
        return made;
    }
}
