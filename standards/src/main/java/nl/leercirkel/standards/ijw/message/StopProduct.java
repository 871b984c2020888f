package nl.leercirkel.standards.ijw.message;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The end of delivery, for now (reason 20) or for good.
 *
 * @param allocationNumber null under task-based contracting
 * @param reason code of JZ588 or WMO588
 * @param status code of COD467: 1 first delivery, 3 remove
 */
public record StopProduct(
        @Nullable Long allocationNumber,
        @Nullable Product product,
        @Nullable LocalDate allocationBegin,
        LocalDate begin,
        String reason,
        LocalDate end,
        String status,
        List<String> returnCodes) {
    private static final String TEMPORARY = "20";

    public StopProduct {
        returnCodes = List.copyOf(returnCodes);
    }

    /** Whether delivery pauses rather than ends. */
    public boolean isTemporary() {
        return reason.equals(TEMPORARY);
    }
}
