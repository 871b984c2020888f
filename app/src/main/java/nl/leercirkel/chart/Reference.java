package nl.leercirkel.chart;

import java.math.BigDecimal;

/** A value to compare with: a target, a national mean, a norm. Drawn as a dashed line with its label. */
public record Reference(String label, BigDecimal value) {

    public Reference {
        if (label.isBlank()) {
            throw new IllegalArgumentException("a reference line needs a label");
        }
        Point.requireDrawable(value);
    }

    public static Reference of(String label, String value) {
        return new Reference(label, new BigDecimal(value));
    }
}
