package nl.leercirkel.standards.ijw.stream;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;

/** How XML writes dates and times, which is not quite how Java does. */
final class Lexical {
    private Lexical() {}

    static String of(Object value) {
        return switch (value) {
            case LocalDate date -> date(date);
            case LocalTime time -> time(time);
            default -> value.toString();
        };
    }

    private static String date(LocalDate date) {
        int year = date.getYear();
        String years = String.format(Locale.ROOT, "%04d", Math.abs(year));
        return (year < 0 ? "-" : "")
                + years
                + String.format(Locale.ROOT, "-%02d-%02d", date.getMonthValue(), date.getDayOfMonth());
    }

    private static String time(LocalTime time) {
        String text = time.toString();
        return time.getSecond() == 0 && time.getNano() == 0 ? text + ":00" : text;
    }
}
