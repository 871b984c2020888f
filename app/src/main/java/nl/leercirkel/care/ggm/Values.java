package nl.leercirkel.care.ggm;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Values of the database as text: numbers with a point, dates as 2026-11-27. */
final class Values {
    private Values() {}

    static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }
}
