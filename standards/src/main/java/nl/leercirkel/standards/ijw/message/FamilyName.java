package nl.leercirkel.standards.ijw.message;

import org.jspecify.annotations.Nullable;

/** A family name and the prefix before it. */
public record FamilyName(String name, @Nullable String prefix) {
    @Override
    public String toString() {
        return "FamilyName[*]";
    }
}
