package nl.leercirkel.standards.cbs;

import java.math.BigDecimal;
import java.util.Collection;
import nl.leercirkel.standards.figure.Figure;

/** Whether published parts make up the published total; a contradiction is shown, never repaired. */
public sealed interface PartsOfTotal {

    /** Within what rounding can do. */
    record Agrees(BigDecimal difference) implements PartsOfTotal {}

    /** Further apart than rounding can explain. */
    record Differs(BigDecimal difference) implements PartsOfTotal {}

    /** A part or the total is not known, so nothing can be said; a part that is not known is not zero. */
    record Unknown() implements PartsOfTotal {}

    /** @param tolerance how far rounding can bring parts and total apart */
    static PartsOfTotal of(Figure total, Collection<Figure> parts, BigDecimal tolerance) {
        if (total.number().isEmpty()
                || parts.stream().anyMatch(part -> part.number().isEmpty())) {
            return new Unknown();
        }
        BigDecimal difference = parts.stream()
                .map(part -> part.number().orElseThrow())
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .subtract(total.number().orElseThrow());
        return difference.abs().compareTo(tolerance) <= 0 ? new Agrees(difference) : new Differs(difference);
    }
}
