package nl.leercirkel.standards.ijw.message;

import org.jspecify.annotations.Nullable;

/**
 * Who referred the client.
 *
 * @param type code of COD327
 * @param agbCode care-professional code
 */
public record Referrer(
        String type, @Nullable String name, @Nullable String agbCode) {
    @Override
    public String toString() {
        return "Referrer[type=" + type + "]";
    }
}
