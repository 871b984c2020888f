package nl.leercirkel.call;

import java.math.BigDecimal;
import java.util.Optional;
import nl.leercirkel.portfolio.Amount;
import nl.leercirkel.portfolio.DutchNumbers;
import org.jspecify.annotations.Nullable;

/** Exact amounts in euro, as calls ask for them. */
final class Money {
    static final String HELP = "Schrijf een bedrag in euro, bijvoorbeeld 1250000 of 1.250.000,00.";

    private Money() {}

    /** Reads "1.250.000,00"; empty for what is no amount, is negative, or is not exact. */
    static Optional<BigDecimal> parse(String text) {
        return DutchNumbers.parse(text)
                .filter(number -> number.signum() >= 0 && number.scale() <= 2 && number.compareTo(Amount.LIMIT) < 0)
                .map(number -> number.setScale(2));
    }

    static String format(@Nullable BigDecimal amount, String whenNone) {
        return amount == null ? whenNone : DutchNumbers.euro(amount);
    }

    /** As a form shows it; empty when there is none. */
    static String input(@Nullable BigDecimal amount) {
        return amount == null ? "" : Amount.of(amount).text();
    }
}
