package nl.leercirkel.standards.cbs;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A period as CBS codes it. Figures of parts of a year do not add up to the year: people are counted once per period.
 *
 * @param kind of period
 * @param start first day
 * @param end last day
 */
public record CbsPeriod(String code, Kind kind, LocalDate start, LocalDate end) {

    private static final Pattern PARTS = Pattern.compile("(\\d{4})(JJ|HJ|KW|MM)(\\d{2})");
    private static final Pattern DAY = Pattern.compile("\\d{8}");

    /** How long it is. */
    public enum Kind {
        YEAR,
        HALF_YEAR,
        QUARTER,
        MONTH,
        DAY
    }

    /** @return empty for kinds that this library does not know, such as school years */
    public static Optional<CbsPeriod> parse(String text) {
        String code = text.strip();
        Matcher parts = PARTS.matcher(code);
        try {
            if (parts.matches()) {
                return Optional.of(
                        of(code, Integer.parseInt(parts.group(1)), parts.group(2), Integer.parseInt(parts.group(3))));
            }
            if (DAY.matcher(code).matches()) {
                LocalDate day = LocalDate.of(
                        Integer.parseInt(code.substring(0, 4)),
                        Integer.parseInt(code.substring(4, 6)),
                        Integer.parseInt(code.substring(6)));
                return Optional.of(new CbsPeriod(code, Kind.DAY, day, day));
            }
        } catch (DateTimeException _) {
            // no such half-year, month or day
        }
        return Optional.empty();
    }

    private static CbsPeriod of(String code, int year, String kind, int number) {
        return switch (kind) {
            case "JJ" -> {
                if (number != 0) {
                    throw new DateTimeException("a year has number 00");
                }
                yield months(code, Kind.YEAR, year, 1, 12);
            }
            case "HJ" -> months(code, Kind.HALF_YEAR, year, number, 6);
            case "KW" -> months(code, Kind.QUARTER, year, number, 3);
            default -> months(code, Kind.MONTH, year, number, 1);
        };
    }

    private static CbsPeriod months(String code, Kind kind, int year, int number, int length) {
        YearMonth first = YearMonth.of(year, (number - 1) * length + 1);
        return new CbsPeriod(
                code, kind, first.atDay(1), first.plusMonths(length - 1L).atEndOfMonth());
    }
}
