package nl.leercirkel.portfolio;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers and amounts as they are written in Dutch: a dot per thousand, a comma before the decimals. */
public final class DutchNumbers {
    private static final Pattern NUMBER =
            Pattern.compile("[-−]?([0-9]{1,3}([. ][0-9]{3})+|[0-9]{1,15})(,[0-9]{1,10})?");
    /** Keeps the sign and the amount on one line. */
    private static final String EURO = "€\u00a0";

    private DutchNumbers() {}

    /**
     * Reads "1.250.000,00", "1250000", "€ 1.250" or "7,5". A dot that does not stand before three digits is refused, because
     * "1.25" can mean 1,25 or a slip in 1.250.
     */
    public static Optional<BigDecimal> parse(String text) {
        String bare = text.replace('\u00a0', ' ').strip();
        if (bare.startsWith("€")) {
            bare = bare.substring(1).strip();
        }
        bare = bare.replaceFirst(",[-–]$", "");
        if (!NUMBER.matcher(bare).matches()) {
            return Optional.empty();
        }
        return Optional.of(plain(new BigDecimal(
                bare.replace(".", "").replace(" ", "").replace(',', '.').replace('−', '-'))));
    }

    /** "1.250.000" or "7,5": no more decimals than the number has. */
    public static String format(BigDecimal number) {
        BigDecimal plain = plain(number);
        String digits = plain.abs().toPlainString();
        int point = digits.indexOf('.');
        String whole = point < 0 ? digits : digits.substring(0, point);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < whole.length(); i++) {
            if (i > 0 && (whole.length() - i) % 3 == 0) {
                text.append('.');
            }
            text.append(whole.charAt(i));
        }
        if (point >= 0) {
            text.append(',').append(digits, point + 1, digits.length());
        }
        return plain.signum() < 0 ? "-" + text : text.toString();
    }

    /** "€ 5.000.000", with cents only when there are any. */
    public static String euro(BigDecimal amount) {
        String sign = amount.signum() < 0 ? "-" : "";
        return sign + EURO + amountText(amount.abs());
    }

    /** An amount without the sign for the euro, as a form shows it. */
    static String amountText(BigDecimal amount) {
        BigDecimal cents = amount.setScale(2, RoundingMode.HALF_UP);
        if (cents.stripTrailingZeros().scale() <= 0) {
            return format(cents);
        }
        String text = format(cents);
        return text.length() - text.indexOf(',') == 2 ? text + "0" : text;
    }

    /** A share as a percentage with at most one decimal: 0.0412 becomes "4,1%". */
    public static String percentage(BigDecimal share) {
        return format(share.movePointRight(2).setScale(1, RoundingMode.HALF_UP)) + "%";
    }

    /** The same number with one way of writing it, so that 7.50 and 7.5 are equal. */
    static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
