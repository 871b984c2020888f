package nl.leercirkel.standards.ijw.message;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An allocation that should change: end, volume or budget (cents). */
public record ChangedProduct(
        long allocationNumber,
        LocalDate begin,
        @Nullable LocalDate end,
        @Nullable Volume volume,
        @Nullable Long budget,
        List<String> returnCodes) {
    public ChangedProduct {
        returnCodes = List.copyOf(returnCodes);
    }
}
