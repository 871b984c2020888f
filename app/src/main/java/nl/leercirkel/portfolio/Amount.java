package nl.leercirkel.portfolio;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** An amount of money in euro, or the fact that the source gives none. Not given is not zero. */
public sealed interface Amount {

    /** The largest amount that the database keeps: twelve digits before the comma. */
    BigDecimal LIMIT = new BigDecimal("1000000000000");

    /** An amount with two decimals. */
    record Known(BigDecimal euro, Qualifier qualifier) implements Amount {
        public Known {
            euro = euro.setScale(2, RoundingMode.UNNECESSARY);
            if (euro.abs().compareTo(LIMIT) >= 0) {
                throw new IllegalArgumentException("Amount out of range");
            }
        }
    }

    /** The source gives no amount. */
    record NotGiven() implements Amount {}

    Amount NOT_GIVEN = new NotGiven();

    static Amount of(BigDecimal euro) {
        return new Known(euro, Qualifier.EXACT);
    }

    static Amount of(long euro) {
        return of(BigDecimal.valueOf(euro));
    }

    /** Reads "1.250.000,00", "1250000" or "ten hoogste € 460.000"; an empty text means not given. */
    static Optional<Amount> parse(String text) {
        String bare = text.strip();
        if (bare.isEmpty()) {
            return Optional.of(NOT_GIVEN);
        }
        Qualifier qualifier = Qualifier.at(bare);
        return DutchNumbers.parse(bare.substring(qualifier.prefix().length()))
                .filter(number -> number.scale() <= 2 && number.abs().compareTo(LIMIT) < 0)
                .map(number -> new Known(number, qualifier));
    }

    default Optional<BigDecimal> inEuro() {
        return switch (this) {
            case Known known -> Optional.of(known.euro);
            case NotGiven ignored -> Optional.empty();
        };
    }

    /** The amount, when the source gives it without reserve. */
    default Optional<BigDecimal> exact() {
        return this instanceof Known(BigDecimal euro, Qualifier qualifier) && qualifier == Qualifier.EXACT
                ? Optional.of(euro)
                : Optional.empty();
    }

    default boolean isGiven() {
        return this instanceof Known;
    }

    /** As a form shows it; empty when not given. */
    default String text() {
        return switch (this) {
            case Known known -> known.qualifier.prefix() + DutchNumbers.amountText(known.euro);
            case NotGiven ignored -> "";
        };
    }

    /** As a page shows it. */
    default String format() {
        return switch (this) {
            case Known known -> known.qualifier.prefix() + DutchNumbers.euro(known.euro);
            case NotGiven ignored -> "bron geeft geen bedrag";
        };
    }
}
