package nl.leercirkel.standards.kwb;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import nl.leercirkel.standards.figure.Figure;
import nl.leercirkel.standards.table.DutchNumber;

/** A cell of a table of CBS as a figure, and back. */
final class KwbFigures {

    static final Figure EMPTY = new Figure.Missing("niet gegeven");
    static final Figure POINT = new Figure.Missing("onbekend, onvoldoende betrouwbaar of geheim");
    static final Figure DASH = new Figure.Missing("nihil of niet van toepassing");
    static final Figure SECRET = new Figure.Suppressed("geheim");

    private static final int DECIMALS = 2;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);

    private KwbFigures() {}

    /** @return empty where the cell is neither a number nor one of the signs of CBS, or cannot be right */
    static Optional<Figure> read(String cell, KwbTopic topic) {
        String text = cell.replace('\u00A0', ' ').strip();
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "", "null", "nan" -> Optional.of(EMPTY);
            // the 2022 file has a lone comma where others have a point: someone replaced all points
            case ".", ",", ".." -> Optional.of(POINT);
            case "-" -> Optional.of(DASH);
            case "x" -> Optional.of(SECRET);
            default -> DutchNumber.parse(text, DECIMALS).flatMap(number -> plausible(number, topic));
        };
    }

    private static Optional<Figure> plausible(BigDecimal number, KwbTopic topic) {
        return switch (topic.kind()) {
            case COUNT, CODE -> whole(number);
            case SHARE -> between(number, HUNDRED);
            case PER_THOUSAND -> between(number, THOUSAND);
            // the median of wealth can be below zero
            case AVERAGE -> Optional.of(Figure.of(number));
        };
    }

    /** Spreadsheets write 12.0 for 12. */
    private static Optional<Figure> whole(BigDecimal number) {
        return number.signum() < 0 || number.stripTrailingZeros().scale() > 0
                ? Optional.empty()
                : Optional.of(Figure.of(number.setScale(0, RoundingMode.UNNECESSARY)));
    }

    private static Optional<Figure> between(BigDecimal number, BigDecimal most) {
        return number.signum() < 0 || number.compareTo(most) > 0 ? Optional.empty() : Optional.of(Figure.of(number));
    }

    static String write(Figure figure) {
        return switch (figure) {
            case Figure.Known(BigDecimal value) -> value.toPlainString();
            case Figure.Suppressed _ -> "x";
            case Figure.Missing missing when missing.equals(POINT) -> ".";
            case Figure.Missing missing when missing.equals(DASH) -> "-";
            case Figure.Missing _ -> "";
            case Figure.NotComparable _ -> "";
        };
    }
}
