package nl.leercirkel.standards.ijw.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a client or relation lives or can be reached.
 *
 * @param kind code of COD757: BRP address, correspondence, residence, temporary
 */
public record Contact(
        String kind,
        @Nullable Address address,
        @Nullable String organisation,
        @Nullable Telephones telephones,
        @Nullable String email,
        @Nullable OpenPeriod period,
        List<String> returnCodes) {
    public Contact {
        returnCodes = List.copyOf(returnCodes);
    }

    @Override
    public String toString() {
        return "Contact[kind=" + kind + "]";
    }
}
