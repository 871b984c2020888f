package nl.leercirkel.standards.bij;

import java.math.BigDecimal;
import java.math.RoundingMode;
import nl.leercirkel.standards.figure.Figure;

/** A count out of a count. Both stay visible: a percentage of few says little. */
public record Share(int count, int of) {

    public Share {
        if (count < 0 || count > of) {
            throw new IllegalArgumentException(count + " out of " + of);
        }
    }

    /** In percent with one decimal; missing where there is nothing to take a share of. */
    public Figure percentage() {
        return of == 0
                ? new Figure.Missing("er is niets om een percentage van te nemen")
                : Figure.of(BigDecimal.valueOf(100L * count).divide(BigDecimal.valueOf(of), 1, RoundingMode.HALF_UP));
    }
}
