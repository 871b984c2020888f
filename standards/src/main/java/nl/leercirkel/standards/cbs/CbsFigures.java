package nl.leercirkel.standards.cbs;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import nl.leercirkel.standards.figure.Figure;
import nl.leercirkel.standards.json.JsonReading;
import org.jspecify.annotations.Nullable;

/** What a value of the services says. */
final class CbsFigures {

    private CbsFigures() {}

    /** Version 3, typed or untyped. Empty where it is neither a number nor a sign of CBS. */
    static Optional<Figure> wide(@Nullable String value) {
        String text = value == null ? "" : value.strip();
        return switch (text) {
            case "" -> Optional.of(new Figure.Missing("niet gegeven: onbekend, geheim of onmogelijk"));
            case "." -> Optional.of(new Figure.Missing("onbekend, onvoldoende betrouwbaar of geheim"));
            case "-" -> Optional.of(new Figure.Missing("nihil of niet van toepassing"));
            case "x" -> Optional.of(new Figure.Suppressed("geheim"));
            default -> JsonReading.number(text).map(CbsFigures::plain).map(Figure::of);
        };
    }

    /** Version 4: the attribute is the reason where there is no value. */
    static Optional<Figure> observed(@Nullable String value, String attribute) {
        if (value != null && !value.isBlank()) {
            return JsonReading.number(value).map(CbsFigures::plain).map(Figure::of);
        }
        return Optional.of(
                switch (attribute.toLowerCase(Locale.ROOT)) {
                    case "", "none" -> new Figure.Missing("niet gegeven");
                    case "impossible" -> new Figure.Missing("kan niet voorkomen");
                    case "confidential", "secret" -> new Figure.Suppressed("geheim");
                    default -> new Figure.Missing("niet gegeven (" + attribute + ")");
                });
    }

    /** 1.7E+7 is 17000000. */
    private static BigDecimal plain(BigDecimal number) {
        return number.scale() < 0 ? number.setScale(0) : number;
    }
}
