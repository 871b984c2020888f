package nl.leercirkel.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/**
 * What a number on a chart is counted in, and with how many decimals it is written.
 *
 * @param kind decides the sign written with the number
 * @param text what is counted ("jeugdigen", "dagen"); shown at the axis, in the table header and in the description
 * @param decimals digits after the decimal sign, 0 to 6
 */
public record Unit(Kind kind, String text, int decimals) {

    /** Percentages are written as they are read: 12.5 means 12,5%. */
    public enum Kind {
        EURO,
        PERCENT,
        NUMBER
    }

    private static final BigDecimal READABLE = new BigDecimal("1E15");

    public Unit {
        if (decimals < 0 || decimals > 6) {
            throw new IllegalArgumentException("decimals must be 0 to 6, not " + decimals);
        }
        text = text.strip();
    }

    public static Unit euro() {
        return new Unit(Kind.EURO, "", 0);
    }

    public static Unit euroAndCents() {
        return new Unit(Kind.EURO, "", 2);
    }

    public static Unit percent(int decimals) {
        return new Unit(Kind.PERCENT, "", decimals);
    }

    public static Unit count(String what) {
        return new Unit(Kind.NUMBER, what, 0);
    }

    public static Unit of(String text, int decimals) {
        return new Unit(Kind.NUMBER, text, decimals);
    }

    /** The same unit with what is counted spelled out: {@code Unit.percent(1).named("van de jeugdigen")}. */
    public Unit named(String what) {
        return new Unit(kind, what, decimals);
    }

    /** The number as a reader of the language writes it: {@code € 5.000.000}, {@code 12,5%}, {@code 1.234}. */
    public String format(BigDecimal number, Language language) {
        return sign(plain(number, decimals, language), language);
    }

    /** Very long numbers do not fit beside a bar; from 10^15 they are written as 1,5E15. The table keeps all digits. */
    String formatShort(BigDecimal number, Language language) {
        return number.abs().compareTo(READABLE) < 0
                ? format(number, language)
                : sign(scientific(number, language), language);
    }

    /** What is written above an axis and after a column header; empty when the sign at the number says it all. */
    String axisTitle() {
        return switch (kind) {
            case EURO -> text.isEmpty() ? "" : "€ " + text;
            case PERCENT -> text.isEmpty() ? "" : "% " + text;
            case NUMBER -> text;
        };
    }

    String headerSuffix() {
        return switch (kind) {
            case EURO -> " (€)";
            case PERCENT -> text.isEmpty() ? " (%)" : " (% " + text + ")";
            case NUMBER -> text.isEmpty() ? "" : " (" + text + ")";
        };
    }

    /** The smallest step that still shows as a different number. */
    BigDecimal smallestStep() {
        return BigDecimal.ONE.movePointLeft(decimals);
    }

    String sign(String digits, Language language) {
        return switch (kind) {
            case NUMBER -> digits;
            case PERCENT -> digits + "%";
            case EURO -> euro(digits, language);
        };
    }

    private static String euro(String digits, Language language) {
        return switch (language) {
            case DUTCH -> "€\u00a0" + digits;
            case ENGLISH -> digits.startsWith("-") ? "-€" + digits.substring(1) : "€" + digits;
        };
    }

    static String plain(BigDecimal number, int decimals, Language language) {
        BigDecimal rounded = number.setScale(decimals, RoundingMode.HALF_UP);
        var format = new DecimalFormat("#,##0", symbols(language));
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        // A small negative number must not become "-0".
        return format.format(rounded.signum() == 0 ? rounded.abs() : rounded);
    }

    static String scientific(BigDecimal number, Language language) {
        return new DecimalFormat("0.##E0", symbols(language)).format(number);
    }

    private static DecimalFormatSymbols symbols(Language language) {
        var symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setGroupingSeparator(language.grouping());
        symbols.setDecimalSeparator(language.decimal());
        symbols.setMinusSign('-');
        return symbols;
    }
}
