package nl.leercirkel.standards.bij;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A period of delivery: a half-year for youth help and protection, a quarter for probation.
 *
 * @param months 6 or 3
 */
public record BijPeriod(YearMonth first, int months) implements Comparable<BijPeriod> {

    private static final Pattern WRITTEN = Pattern.compile("(20\\d\\d)(HJ|KW)0?([1-4])");
    private static final int HALF = 6;
    private static final int QUARTER = 3;
    private static final int WEEKS_TO_DELIVER = 3;

    public BijPeriod {
        if ((months != HALF && months != QUARTER) || (first.getMonthValue() - 1) % months != 0) {
            throw new IllegalArgumentException("a period is a half-year or a quarter");
        }
    }

    public static BijPeriod halfYear(int year, int number) {
        return new BijPeriod(YearMonth.of(year, (number - 1) * HALF + 1), HALF);
    }

    public static BijPeriod quarter(int year, int number) {
        return new BijPeriod(YearMonth.of(year, (number - 1) * QUARTER + 1), QUARTER);
    }

    /** As CBS writes periods: "2025HJ01", "2025KW03"; also without the zero. */
    public static Optional<BijPeriod> parse(String text) {
        Matcher matcher = WRITTEN.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(matcher.group(1));
        int number = Integer.parseInt(matcher.group(3));
        if (matcher.group(2).equals("KW")) {
            return Optional.of(quarter(year, number));
        }
        return number > 2 ? Optional.empty() : Optional.of(halfYear(year, number));
    }

    /** The period in which records of this type are delivered: half-years, except for probation. */
    public boolean isFor(RecordType type) {
        return months == (type == RecordType.JR ? QUARTER : HALF);
    }

    public LocalDate start() {
        return first.atDay(1);
    }

    public LocalDate end() {
        return first.plusMonths(months - 1L).atEndOfMonth();
    }

    /** Last day to deliver. */
    public LocalDate due() {
        return end().plusWeeks(WEEKS_TO_DELIVER);
    }

    public BijPeriod previous() {
        return new BijPeriod(first.minusMonths(months), months);
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(start()) && !day.isAfter(end());
    }

    @Override
    public int compareTo(BijPeriod other) {
        int byStart = first.compareTo(other.first);
        return byStart == 0 ? Integer.compare(months, other.months) : byStart;
    }

    @Override
    public String toString() {
        return "%d%s%02d"
                .formatted(first.getYear(), months == HALF ? "HJ" : "KW", (first.getMonthValue() - 1) / months + 1);
    }
}
