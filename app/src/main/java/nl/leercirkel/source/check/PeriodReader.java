package nl.leercirkel.source.check;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Periods as people and CBS write them, as 2023, 2023-H1, 2023-Q1 or 2023-01. */
public final class PeriodReader {
    private static final Pattern YEAR = Pattern.compile("(\\d{4})(JJ00)?");
    private static final Pattern HALF = Pattern.compile("(\\d{4})[- ]?H([12])");
    private static final Pattern QUARTER = Pattern.compile("(\\d{4})(?:KW0|[- ]?[QK])([1-4])");
    private static final Pattern QUARTER_FIRST = Pattern.compile("[QK]([1-4])[- ](\\d{4})");
    private static final Pattern QUARTER_WORDS =
            Pattern.compile("(\\d{4}) ?([1-4])E KWARTAAL|([1-4])E KWARTAAL (\\d{4})");
    private static final Pattern MONTH = Pattern.compile("(\\d{4})(?:MM|-)(0[1-9]|1[0-2])");

    private PeriodReader() {}

    static Optional<String> read(String written) {
        // CBS marks provisional figures with an asterisk behind the year
        String text = written.strip().toUpperCase(Locale.ROOT).replace("*", "");
        Matcher matcher = YEAR.matcher(text);
        if (matcher.matches()) {
            return inTime(matcher.group(1), matcher.group(1));
        }
        matcher = HALF.matcher(text);
        if (matcher.matches()) {
            return inTime(matcher.group(1), matcher.group(1) + "-H" + matcher.group(2));
        }
        matcher = QUARTER.matcher(text);
        if (matcher.matches()) {
            return inTime(matcher.group(1), matcher.group(1) + "-Q" + matcher.group(2));
        }
        matcher = QUARTER_FIRST.matcher(text);
        if (matcher.matches()) {
            return inTime(matcher.group(2), matcher.group(2) + "-Q" + matcher.group(1));
        }
        matcher = QUARTER_WORDS.matcher(text);
        if (matcher.matches()) {
            String year = matcher.group(1) == null ? matcher.group(4) : matcher.group(1);
            String quarter = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
            return inTime(year, year + "-Q" + quarter);
        }
        matcher = MONTH.matcher(text);
        if (matcher.matches()) {
            return inTime(matcher.group(1), matcher.group(1) + "-" + matcher.group(2));
        }
        return Optional.empty();
    }

    private static Optional<String> inTime(String year, String period) {
        int number = Integer.parseInt(year);
        return number >= 1900 && number <= 2100 ? Optional.of(period) : Optional.empty();
    }

    /** The first day of a period as it is stored. */
    public static LocalDate start(String period) {
        int year = Integer.parseInt(period.substring(0, 4));
        if (period.length() == 4) {
            return LocalDate.of(year, 1, 1);
        }
        String part = period.substring(5);
        int month = switch (part.charAt(0)) {
            case 'H' -> part.charAt(1) == '1' ? 1 : 7;
            case 'Q' -> (part.charAt(1) - '1') * 3 + 1;
            default -> Integer.parseInt(part);
        };
        return LocalDate.of(year, month, 1);
    }
}
