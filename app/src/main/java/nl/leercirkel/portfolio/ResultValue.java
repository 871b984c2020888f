package nl.leercirkel.portfolio;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/** What was found: a number, a range, yes or no, a text, or the fact that the source gives no value. */
public sealed interface ResultValue {

    /** A number, as exact as the source says. */
    record Number(BigDecimal number, Qualifier qualifier) implements ResultValue {
        public Number {
            number = DutchNumbers.plain(number);
        }
    }

    /** From low to high, both included. */
    record Range(BigDecimal low, BigDecimal high) implements ResultValue {
        public Range {
            low = DutchNumbers.plain(low);
            high = DutchNumbers.plain(high);
            if (low.compareTo(high) >= 0) {
                throw new IllegalArgumentException("A range goes from low to high");
            }
        }
    }

    record YesNo(boolean yes) implements ResultValue {}

    /** Words; a text that reads as one of the other kinds cannot be one. */
    record Text(String text) implements ResultValue {
        public Text {
            text = text.strip();
            if (text.isEmpty() || parseOther(text).isPresent()) {
                throw new IllegalArgumentException("Not a text: " + text);
            }
        }
    }

    /** The source gives no value. */
    record NotGiven() implements ResultValue {}

    ResultValue NOT_GIVEN = new NotGiven();

    static ResultValue of(long number) {
        return new Number(BigDecimal.valueOf(number), Qualifier.EXACT);
    }

    static ResultValue of(String number) {
        return new Number(new BigDecimal(number), Qualifier.EXACT);
    }

    /** Reads "20", "ongeveer 20", "meer dan 100", "50 tot 100", "ja", "nee" or any other text; empty means not given. */
    static ResultValue parse(String text) {
        String bare = text.strip();
        return bare.isEmpty() ? NOT_GIVEN : parseOther(bare).orElseGet(() -> new Text(bare));
    }

    private static Optional<ResultValue> parseOther(String text) {
        switch (text.toLowerCase(Locale.ROOT)) {
            case "ja" -> {
                return Optional.of(new YesNo(true));
            }
            case "nee" -> {
                return Optional.of(new YesNo(false));
            }
            default -> {}
        }
        Qualifier qualifier = Qualifier.at(text);
        Optional<BigDecimal> number =
                DutchNumbers.parse(text.substring(qualifier.prefix().length()));
        if (number.isPresent()) {
            return Optional.of(new Number(number.get(), qualifier));
        }
        int separator = text.indexOf(" tot ");
        if (separator < 0) {
            return Optional.empty();
        }
        Optional<BigDecimal> low = DutchNumbers.parse(text.substring(0, separator));
        Optional<BigDecimal> high = DutchNumbers.parse(text.substring(separator + 5));
        return low.isPresent() && high.isPresent() && low.get().compareTo(high.get()) < 0
                ? Optional.of(new Range(low.get(), high.get()))
                : Optional.empty();
    }

    /** The number, when it is one and the source gives it without reserve. */
    default Optional<BigDecimal> exact() {
        return this instanceof Number(BigDecimal number, Qualifier qualifier) && qualifier == Qualifier.EXACT
                ? Optional.of(number)
                : Optional.empty();
    }

    default boolean isGiven() {
        return !(this instanceof NotGiven);
    }

    /** Whether the value is a number or a range, and so needs a unit. */
    default boolean isNumeric() {
        return this instanceof Number || this instanceof Range;
    }

    /** As a form shows it; empty when not given. */
    default String text() {
        return switch (this) {
            case Number(BigDecimal number, Qualifier qualifier) -> qualifier.format(number);
            case Range(BigDecimal low, BigDecimal high) ->
                DutchNumbers.format(low) + " tot " + DutchNumbers.format(high);
            case YesNo(boolean yes) -> yes ? "ja" : "nee";
            case Text(String words) -> words;
            case NotGiven ignored -> "";
        };
    }

    /** As a page shows it, with its unit: "ongeveer 20 contacten", "8,5", "€ 16.000", "55%". */
    default String format(String unit) {
        return switch (this) {
            case Number(BigDecimal number, Qualifier qualifier) ->
                qualifier.prefix() + withUnit(DutchNumbers.format(number), unit);
            case Range ignored -> withUnit(text(), unit);
            case YesNo ignored -> text();
            case Text ignored -> text();
            case NotGiven ignored -> "bron geeft geen waarde";
        };
    }

    private static String withUnit(String number, String unit) {
        if (unit.isBlank()) {
            return number;
        }
        if (unit.startsWith("€")) {
            return "€\u00a0" + number + unit.substring(1);
        }
        return unit.startsWith("%") ? number + unit : number + " " + unit;
    }
}
