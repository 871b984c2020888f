package nl.leercirkel.portfolio;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A point in time, as precise as the source gives it.
 *
 * @param first the first day of the year, half-year, quarter, month or school year, or the day itself
 */
public record DatePart(Precision precision, LocalDate first) {

    /** How precise a point in time is known. A school year runs from 1 August to 31 July. */
    public enum Precision {
        YEAR(12),
        HALF_YEAR(6),
        QUARTER(3),
        MONTH(1),
        DAY(0),
        SCHOOL_YEAR(12);

        private final int months;

        Precision(int months) {
            this.months = months;
        }
    }

    private static final List<String> MONTHS = List.of(
            "januari",
            "februari",
            "maart",
            "april",
            "mei",
            "juni",
            "juli",
            "augustus",
            "september",
            "oktober",
            "november",
            "december");
    private static final List<String> SHORT_MONTHS =
            List.of("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec");
    private static final String MONTH = "(\\p{L}+)\\.?";

    /** One way of writing a date, and how to read it. */
    private record Notation(Pattern pattern, Reader reader) {
        Notation(String pattern, Reader reader) {
            this(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), reader);
        }
    }

    private interface Reader {
        DatePart read(Matcher matcher);
    }

    private static final List<Notation> NOTATIONS = List.of(
            new Notation("(\\d{4})", m -> year(number(m, 1))),
            new Notation("(\\d{4})-H([12])", m -> half(number(m, 1), number(m, 2))),
            new Notation("([12])e (?:helft|halfjaar)(?: van)? (\\d{4})", m -> half(number(m, 2), number(m, 1))),
            new Notation("eerste (?:helft|halfjaar)(?: van)? (\\d{4})", m -> half(number(m, 1), 1)),
            new Notation("tweede (?:helft|halfjaar)(?: van)? (\\d{4})", m -> half(number(m, 1), 2)),
            new Notation("(\\d{4})-Q([1-4])", m -> quarter(number(m, 1), number(m, 2))),
            new Notation("Q([1-4]) (\\d{4})", m -> quarter(number(m, 2), number(m, 1))),
            new Notation("([1-4])e kwartaal(?: van)? (\\d{4})", m -> quarter(number(m, 2), number(m, 1))),
            new Notation("(\\d{4})-(\\d{2})", m -> month(number(m, 1), number(m, 2))),
            new Notation(MONTH + " (\\d{4})", m -> month(number(m, 2), monthNumber(m.group(1)))),
            new Notation("(\\d{4})-(\\d{2})-(\\d{2})", m -> day(number(m, 1), number(m, 2), number(m, 3))),
            new Notation("(\\d{1,2})[-/](\\d{1,2})[-/](\\d{4})", m -> day(number(m, 3), number(m, 2), number(m, 1))),
            new Notation(
                    "(\\d{1,2}) " + MONTH + " (\\d{4})", m -> day(number(m, 3), monthNumber(m.group(2)), number(m, 1))),
            new Notation("(?:schooljaar )?(\\d{4})/(\\d{4})", m -> schoolYear(number(m, 1), number(m, 2))));

    public DatePart {
        boolean whole = switch (precision) {
            case YEAR -> first.getDayOfYear() == 1;
            case HALF_YEAR -> first.getDayOfMonth() == 1 && first.getMonthValue() % 6 == 1;
            case QUARTER -> first.getDayOfMonth() == 1 && first.getMonthValue() % 3 == 1;
            case MONTH -> first.getDayOfMonth() == 1;
            case DAY -> true;
            case SCHOOL_YEAR -> first.getDayOfMonth() == 1 && first.getMonthValue() == 8;
        };
        if (!whole || first.getYear() < 1900 || first.getYear() > 2199) {
            throw new DateTimeException("Not the first day of a " + precision + ": " + first);
        }
    }

    public static DatePart year(int year) {
        return new DatePart(Precision.YEAR, LocalDate.of(year, 1, 1));
    }

    public static DatePart half(int year, int half) {
        return new DatePart(Precision.HALF_YEAR, LocalDate.of(year, half * 6 - 5, 1));
    }

    public static DatePart quarter(int year, int quarter) {
        return new DatePart(Precision.QUARTER, LocalDate.of(year, quarter * 3 - 2, 1));
    }

    public static DatePart month(int year, int month) {
        return new DatePart(Precision.MONTH, LocalDate.of(year, month, 1));
    }

    public static DatePart day(int year, int month, int day) {
        return new DatePart(Precision.DAY, LocalDate.of(year, month, day));
    }

    private static DatePart schoolYear(int from, int until) {
        if (until != from + 1) {
            throw new DateTimeException("A school year ends in the year after it started");
        }
        return new DatePart(Precision.SCHOOL_YEAR, LocalDate.of(from, 8, 1));
    }

    /** Reads the Dutch and the compact way of writing: "4e kwartaal 2021", "1 februari 2020", "2021-09", "2020/2021". */
    public static Optional<DatePart> parse(String text) {
        String bare = text.strip().replaceAll("\\s+", " ");
        for (Notation notation : NOTATIONS) {
            Matcher matcher = notation.pattern.matcher(bare);
            if (matcher.matches()) {
                try {
                    return Optional.of(notation.reader.read(matcher));
                } catch (DateTimeException noSuchDate) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    /** The last day that belongs to it. */
    public LocalDate last() {
        return precision == Precision.DAY
                ? first
                : first.plusMonths(precision.months).minusDays(1);
    }

    /** In Dutch: "2021", "1e helft 2021", "4e kwartaal 2021", "september 2021", "1 september 2021", "schooljaar 2020/2021". */
    public String format() {
        int year = first.getYear();
        String month = MONTHS.get(first.getMonthValue() - 1);
        return switch (precision) {
            case YEAR -> String.valueOf(year);
            case HALF_YEAR -> (first.getMonthValue() / 6 + 1) + "e helft " + year;
            case QUARTER -> (first.getMonthValue() / 3 + 1) + "e kwartaal " + year;
            case MONTH -> month + " " + year;
            case DAY -> first.getDayOfMonth() + " " + month + " " + year;
            case SCHOOL_YEAR -> "schooljaar " + year + "/" + (year + 1);
        };
    }

    /** The compact form that the database keeps: 2021, 2021-H1, 2021-Q4, 2021-09, 2021-09-01, 2020/2021. */
    public String code() {
        int year = first.getYear();
        return switch (precision) {
            case YEAR -> String.valueOf(year);
            case HALF_YEAR -> year + "-H" + (first.getMonthValue() / 6 + 1);
            case QUARTER -> year + "-Q" + (first.getMonthValue() / 3 + 1);
            case MONTH -> first.toString().substring(0, 7);
            case DAY -> first.toString();
            case SCHOOL_YEAR -> year + "/" + (year + 1);
        };
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static int monthNumber(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        int index = MONTHS.indexOf(lower);
        if (index < 0) {
            index = SHORT_MONTHS.indexOf(lower.equals("sept") ? "sep" : lower);
        }
        return index + 1;
    }
}
