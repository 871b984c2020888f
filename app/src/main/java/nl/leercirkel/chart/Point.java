package nl.leercirkel.chart;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One figure of a series: a number, or the reason why there is none. The absence of a number is never drawn as zero. */
public sealed interface Point {

    /**
     * A figure with what it needs to be read honestly.
     *
     * @param interval its uncertainty, when known
     * @param n how many observations it rests on, when known
     */
    record Value(
            BigDecimal number,
            @Nullable Interval interval,
            @Nullable Integer n) implements Point {
        public Value {
            requireDrawable(number);
            if (n != null && n < 0) {
                throw new IllegalArgumentException("n is negative: " + n);
            }
        }

        public Value(BigDecimal number) {
            this(number, null, null);
        }
    }

    /** There is no figure: not delivered, not yet known, not applicable. */
    record Missing(String reason) implements Point {}

    /** There is a figure, but it may not be shown, usually because it counts too few people. */
    record Suppressed(String reason) implements Point {}

    static Point of(long number) {
        return new Value(BigDecimal.valueOf(number));
    }

    static Point of(String number) {
        return new Value(new BigDecimal(number));
    }

    static Point of(String number, String low, String high, int n) {
        return new Value(new BigDecimal(number), Interval.of(low, high), n);
    }

    /** Beyond 30 digits before the decimal sign or 400 behind it a number is a fault, and would fill the page. */
    static void requireDrawable(BigDecimal number) {
        if (number.signum() != 0 && number.precision() - (long) number.scale() > 30
                || Math.abs((long) number.scale()) > 400) {
            throw new IllegalArgumentException("number too large or too long for a chart");
        }
    }
}
