package nl.leercirkel.standards.bij;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A birth date as far as known: whole, without the day, without month and day, or not born yet. It is never rounded to a
 * real day; ask for the earliest and latest day it can be.
 *
 * @param year 0 for an unborn child
 * @param month 0 where unknown
 * @param day 0 where unknown
 */
public record PartialDate(int year, int month, int day) {

    public static final PartialDate UNBORN = new PartialDate(0, 0, 0);

    // the protocol prints nine zeros for an unborn child in a field of eight
    private static final Pattern ZEROS = Pattern.compile("0{8,9}");
    private static final Pattern DIGITS = Pattern.compile("[12]\\d{7}");

    /** @throws DateTimeException where no such day exists, or the day is known and the month is not */
    public PartialDate {
        if ((year == 0 && (month != 0 || day != 0)) || (month == 0 && day != 0)) {
            throw new DateTimeException("a day needs a month, a month a year");
        }
        if (day != 0) {
            LocalDate.of(year, month, day);
        } else if (month != 0) {
            YearMonth.of(year, month);
        }
    }

    /** @return empty where this is no date of eight digits */
    public static Optional<PartialDate> parse(String text) {
        if (ZEROS.matcher(text).matches()) {
            return Optional.of(UNBORN);
        }
        if (!DIGITS.matcher(text).matches()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(text);
        try {
            return Optional.of(new PartialDate(number / 10_000, number / 100 % 100, number % 100));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    public static PartialDate of(LocalDate day) {
        return new PartialDate(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }

    public boolean isUnborn() {
        return year == 0;
    }

    /** Empty for an unborn child. */
    public Optional<LocalDate> earliest() {
        return isUnborn() ? Optional.empty() : Optional.of(LocalDate.of(year, Math.max(1, month), Math.max(1, day)));
    }

    /** Empty for an unborn child. */
    public Optional<LocalDate> latest() {
        if (isUnborn()) {
            return Optional.empty();
        }
        if (month == 0) {
            return Optional.of(Year.of(year).atMonth(12).atEndOfMonth());
        }
        return Optional.of(day == 0 ? YearMonth.of(year, month).atEndOfMonth() : LocalDate.of(year, month, day));
    }

    /** Eight digits, as the protocol writes it. */
    public String digits() {
        return "%04d%02d%02d".formatted(year, month, day);
    }
}
