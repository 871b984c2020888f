package nl.leercirkel.portfolio;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Something that is not right about the figures. It is shown and never repaired: only the source can say which of two
 * figures is the right one.
 *
 * @param where the programme, line, field or result, in Dutch
 * @param message what is wrong and by how much, as a Dutch sentence
 * @param difference by how much, when it is a number
 */
public record Check(
        CheckKind kind,
        String where,
        String message,
        @Nullable BigDecimal difference) {

    public Check {
        difference = difference == null ? null : DutchNumbers.plain(difference);
    }

    public boolean isContradiction() {
        return kind.isContradiction();
    }
}
