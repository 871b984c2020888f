package nl.leercirkel.source.check;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as Dutch people and programs write them: 1-3-2022, 01/03/2022, 2022-03-01, 20220301. */
final class DateReader {
    private static final Pattern DUTCH = Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})");
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})(?:T.*)?");
    private static final Pattern PACKED = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");

    private DateReader() {}

    static Optional<LocalDate> read(String text) {
        Matcher dutch = DUTCH.matcher(text);
        if (dutch.matches()) {
            return date(dutch.group(3), dutch.group(2), dutch.group(1));
        }
        for (Pattern pattern : new Pattern[] {ISO, PACKED}) {
            Matcher matcher = pattern.matcher(text);
            if (matcher.matches()) {
                return date(matcher.group(1), matcher.group(2), matcher.group(3));
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> date(String year, String month, String day) {
        try {
            LocalDate date = LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
            return date.getYear() >= 1900 && date.getYear() <= 2100 ? Optional.of(date) : Optional.empty();
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
