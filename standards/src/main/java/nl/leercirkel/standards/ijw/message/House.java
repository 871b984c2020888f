package nl.leercirkel.standards.ijw.message;

import org.jspecify.annotations.Nullable;

/** House number with its additions; {@code indication} is a code of NUM061. */
public record House(
        long number,
        @Nullable String letter,
        @Nullable String addition,
        @Nullable String indication) {
    @Override
    public String toString() {
        return "House[*]";
    }
}
