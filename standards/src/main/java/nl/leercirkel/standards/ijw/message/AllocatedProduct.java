package nl.leercirkel.standards.ijw.message;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A product the municipality allocates to a provider (ToegewezenProduct): permission and maximum, not care.
 *
 * @param number allocation number, unique per municipality and law
 * @param providerReference copied from the request that is honoured, the first time only
 * @param date when the municipality decided, with {@code time}; the latest decision on a number holds
 * @param begin first day the product may be delivered
 * @param end last day; null when open
 * @param changeReason code of JZ002; null for a first grant
 * @param budget in cents
 */
public record AllocatedProduct(
        long number,
        @Nullable String providerReference,
        @Nullable Product product,
        LocalDate date,
        LocalTime time,
        LocalDate begin,
        @Nullable LocalDate end,
        @Nullable String changeReason,
        @Nullable Volume volume,
        @Nullable Long budget,
        @Nullable String remark,
        List<String> returnCodes) {
    private static final String REMOVED = "13";
    private static final String OLD_REMOVED = "01";

    public AllocatedProduct {
        returnCodes = List.copyOf(returnCodes);
    }

    /** Whether this takes the allocation back, so that it counts as never sent: end = begin and reason 13, or formerly 01 (CS335). */
    public boolean isRemoval() {
        return begin.equals(end) && (REMOVED.equals(changeReason) || OLD_REMOVED.equals(changeReason));
    }
}
