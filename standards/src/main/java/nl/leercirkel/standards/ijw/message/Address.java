package nl.leercirkel.standards.ijw.message;

import org.jspecify.annotations.Nullable;

/** An address; {@code country} is a code of COD032. */
public record Address(
        @Nullable House house,
        @Nullable String postcode,
        @Nullable String street,
        @Nullable String town,
        @Nullable String country) {
    @Override
    public String toString() {
        return "Address[*]";
    }
}
