package nl.leercirkel.standards.ijw.message;

import org.jspecify.annotations.Nullable;

/**
 * A person's name.
 *
 * @param partner name of the partner; only in allocations
 * @param use code of COD700, the order preferred; only in allocations, where it is mandatory
 */
public record PersonName(
        FamilyName family,
        @Nullable FamilyName partner,
        @Nullable String firstNames,
        @Nullable String initials,
        @Nullable String use) {
    @Override
    public String toString() {
        return "PersonName[*]";
    }
}
