package nl.leercirkel.organisation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A municipality, of today or dissolved since 2015.
 *
 * @param code four digits, with leading zeros, as CBS uses them
 * @param regionCode youth region; null only for municipalities dissolved before the first list of youth regions (2015)
 */
public record Municipality(
        String code,
        String name,
        Province province,
        @Nullable String regionCode,
        Validity validity,
        List<String> aliases)
        implements Place {

    public Municipality {
        if (code.length() != 4 || !code.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new IllegalArgumentException("municipality code must be four digits: " + code);
        }
        if (name.isBlank()) {
            throw new IllegalArgumentException("municipality " + code + " has no name");
        }
        aliases = List.copyOf(aliases);
    }

    /** Whether it no longer exists. */
    public boolean isDissolved() {
        return validity.to() != null;
    }
}
