package nl.leercirkel.standards.ijw.message;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The begin of delivery.
 *
 * @param allocationNumber null under task-based contracting
 * @param allocationBegin first day of the allocation, as the provider knows it
 * @param status code of COD467: 1 first delivery, 3 remove
 */
public record StartProduct(
        @Nullable Long allocationNumber,
        @Nullable Product product,
        @Nullable LocalDate allocationBegin,
        LocalDate begin,
        String status,
        List<String> returnCodes) {
    public StartProduct {
        returnCodes = List.copyOf(returnCodes);
    }
}
