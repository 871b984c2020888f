package nl.leercirkel.call;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An application as it was handed in; it never changes.
 *
 * @param requested what is asked from the budget of the call; null when the call does not ask for money
 */
public record Submission(
        UUID applicationId,
        int number,
        int formVersion,
        String name,
        Answers answers,
        @Nullable BigDecimal requested,
        Instant handedInAt,
        String handedInBy) {}
