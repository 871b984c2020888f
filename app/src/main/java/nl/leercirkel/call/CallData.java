package nl.leercirkel.call;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a call says about itself.
 *
 * @param closesAt from this moment nothing can be handed in
 * @param budget what can be awarded together; null when it is not stated
 */
public record CallData(
        String title,
        String text,
        Instant opensAt,
        Instant closesAt,
        @Nullable BigDecimal budget) {

    public CallData {
        if (title.isBlank() || !closesAt.isAfter(opensAt)) {
            throw new IllegalArgumentException("A call has a title and closes after it opens");
        }
    }
}
