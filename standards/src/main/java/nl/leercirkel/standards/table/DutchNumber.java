package nl.leercirkel.standards.table;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Numbers as they come out of tables: decimal point or decimal comma, with or without thousands separators, sometimes
 * both ways in one file.
 *
 * <p>"1.234" is a thousand or a bit more than one. In a column of at most two decimals it can only be a thousand; in a
 * column with more it is read as a decimal fraction, and "1.234,5" is refused there.
 */
public final class DutchNumber {

    private static final int LONGEST = 40;
    private static final Pattern PLAIN = Pattern.compile("[-+]?\\d+");
    private static final Pattern POINT = Pattern.compile("[-+]?\\d*\\.\\d+");
    private static final Pattern COMMA = Pattern.compile("[-+]?\\d*,\\d+");
    private static final Pattern POINT_GROUPS = Pattern.compile("[-+]?[1-9]\\d{0,2}(\\.\\d{3})+(,\\d+)?");
    private static final Pattern COMMA_GROUPS = Pattern.compile("[-+]?[1-9]\\d{0,2}(,\\d{3})+(\\.\\d+)?");
    private static final Pattern SPACE_GROUPS = Pattern.compile("[-+]?[1-9]\\d{0,2}( \\d{3})+([.,]\\d+)?");

    private DutchNumber() {}

    /**
     * The number, with the decimals it is written with.
     *
     * @param decimals the most decimals that numbers in this column have
     * @return empty where this is no number, or has more decimals
     */
    public static Optional<BigDecimal> parse(String text, int decimals) {
        String plain = text.replace('\u00A0', ' ').replace('\u202F', ' ').strip();
        if (plain.isEmpty() || plain.length() > LONGEST) {
            return Optional.empty();
        }
        String point = withPoint(plain, decimals);
        if (point.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(point);
        return number.scale() <= decimals ? Optional.of(number) : Optional.empty();
    }

    /** With a decimal point and no groups; empty where that cannot be said. */
    private static String withPoint(String text, int decimals) {
        if (PLAIN.matcher(text).matches()) {
            return text;
        }
        if (SPACE_GROUPS.matcher(text).matches()) {
            return text.replace(" ", "").replace(',', '.');
        }
        boolean groups = decimals < 3;
        if (groups && POINT_GROUPS.matcher(text).matches()) {
            return text.replace(".", "").replace(',', '.');
        }
        if (groups && COMMA_GROUPS.matcher(text).matches()) {
            return text.replace(",", "");
        }
        if (POINT.matcher(text).matches()) {
            return text;
        }
        return COMMA.matcher(text).matches() ? text.replace(',', '.') : "";
    }
}
