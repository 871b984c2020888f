package nl.leercirkel.source.check;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import nl.leercirkel.source.table.DecimalMark;

/**
 * Numbers that stand as text in a file, in the one notation of that file. What the other notation would read otherwise
 * is refused, not guessed: 1.234 and 1,234 differ by a factor of thousand.
 */
final class NumberReader {
    private static final int LONGEST = 40;
    private static final Pattern PLAIN = Pattern.compile("[-+]?\\d+");
    private static final Pattern COMMA = Pattern.compile("[-+]?(\\d*|[1-9]\\d{0,2}([. ]\\d{3})+),\\d+");
    private static final Pattern COMMA_GROUPS = Pattern.compile("[-+]?[1-9]\\d{0,2}([. ]\\d{3})+");
    private static final Pattern POINT = Pattern.compile("[-+]?(\\d*|[1-9]\\d{0,2}([, ]\\d{3})+)\\.\\d+");
    private static final Pattern POINT_GROUPS = Pattern.compile("[-+]?[1-9]\\d{0,2}([, ]\\d{3})+");

    private NumberReader() {}

    sealed interface Read {
        record Number(BigDecimal value) implements Read {}

        record Wrong(String message) implements Read {}
    }

    static Read read(String text, DecimalMark mark) {
        String plain = text.replace('\u00A0', ' ').replace('\u202F', ' ').strip();
        if (plain.length() > LONGEST) {
            return wrong(plain, "Dit is geen getal");
        }
        String unsigned = plain.startsWith("\u2212") ? "-" + plain.substring(1) : plain;
        if (PLAIN.matcher(unsigned).matches()) {
            return new Read.Number(new BigDecimal(unsigned));
        }
        boolean comma = mark == DecimalMark.COMMA;
        if ((comma ? COMMA : POINT).matcher(unsigned).matches()
                || (comma ? COMMA_GROUPS : POINT_GROUPS).matcher(unsigned).matches()) {
            String digits = unsigned.replace(" ", "");
            return new Read.Number(
                    new BigDecimal(comma ? digits.replace(".", "").replace(',', '.') : digits.replace(",", "")));
        }
        if ((comma ? POINT : COMMA).matcher(unsigned).matches()
                || (comma ? POINT_GROUPS : COMMA_GROUPS).matcher(unsigned).matches()) {
            return new Read.Wrong(
                    comma
                            ? "\"" + plain
                                    + "\" heeft een decimale punt, terwijl dit bestand een decimale komma heeft. Schrijf alle getallen op één manier, of kies de andere notatie."
                            : "\"" + plain
                                    + "\" heeft een decimale komma, terwijl dit bestand een decimale punt heeft. Schrijf alle getallen op één manier, of kies de andere notatie.");
        }
        return wrong(plain, "\"" + shown(plain) + "\" is geen getal");
    }

    private static Read wrong(String text, String message) {
        return new Read.Wrong(message
                + (text.endsWith("%") ? ". Haal het procentteken weg." : ". Vul een getal in, of laat de cel leeg."));
    }

    static String shown(String text) {
        String line = text.replace('\n', ' ');
        return line.length() <= 40 ? line : line.substring(0, 40) + "…";
    }
}
