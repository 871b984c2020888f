package nl.leercirkel.portfolio;

import java.math.BigDecimal;

/** How exact a number is, as the source words it. */
public enum Qualifier {
    EXACT(""),
    ABOUT("ongeveer "),
    GREATER_THAN("meer dan "),
    AT_LEAST("ten minste "),
    LESS_THAN("minder dan "),
    AT_MOST("ten hoogste ");

    private final String prefix;

    Qualifier(String prefix) {
        this.prefix = prefix;
    }

    /** The Dutch words before the number, with the space after them. */
    public String prefix() {
        return prefix;
    }

    String format(BigDecimal number) {
        return prefix + DutchNumbers.format(number);
    }

    /** The qualifier that a text starts with, EXACT when there is none. */
    static Qualifier at(String text) {
        for (Qualifier qualifier : values()) {
            if (qualifier != EXACT && text.regionMatches(true, 0, qualifier.prefix, 0, qualifier.prefix.length())) {
                return qualifier;
            }
        }
        return EXACT;
    }
}
