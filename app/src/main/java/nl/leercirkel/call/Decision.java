package nl.leercirkel.call;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about an application.
 *
 * @param amount what is awarded; null when refused
 * @param projectId the project that it became; null when refused
 */
public record Decision(
        UUID applicationId,
        Outcome outcome,
        @Nullable BigDecimal amount,
        String conditions,
        String reason,
        @Nullable UUID projectId,
        Instant decidedAt,
        String decidedBy) {

    /** Awarded or refused. */
    public enum Outcome {
        AWARDED("ok"),
        REFUSED("stop");

        private final String badge;

        Outcome(String badge) {
            this.badge = badge;
        }

        public String badge() {
            return badge;
        }

        public String labelKey() {
            return "call.outcome." + name();
        }
    }

    public boolean isAwarded() {
        return outcome == Outcome.AWARDED;
    }

    public String formatAmount() {
        return Money.format(amount, "");
    }

    public String day() {
        return Moments.day(decidedAt);
    }
}
