package nl.leercirkel.standards.figure;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What a cell of a published table says. The reasons are Dutch sentences for people; a program decides on the type.
 */
public sealed interface Figure {

    /** A number, with the decimals of the source. */
    record Known(BigDecimal value) implements Figure {}

    /** The source gives no number: empty, not published yet, or impossible. Never zero. */
    record Missing(String reason) implements Figure {}

    /** The publisher withholds the number, or may do so: secrecy or unreliability. */
    record Suppressed(String reason) implements Figure {}

    /** There are numbers, but they measure something else than the one asked for. */
    record NotComparable(String reason) implements Figure {}

    static Figure of(BigDecimal value) {
        return new Known(value);
    }

    static Figure of(long value) {
        return new Known(BigDecimal.valueOf(value));
    }

    /** The number, where there is one. */
    default Optional<BigDecimal> number() {
        return this instanceof Known(BigDecimal value) ? Optional.of(value) : Optional.empty();
    }

    /** The same with another number; what is no number stays what it is. */
    default Figure map(UnaryOperator<BigDecimal> change) {
        return switch (this) {
            case Known(BigDecimal value) -> new Known(change.apply(value));
            case Missing missing -> missing;
            case Suppressed suppressed -> suppressed;
            case NotComparable notComparable -> notComparable;
        };
    }
}
