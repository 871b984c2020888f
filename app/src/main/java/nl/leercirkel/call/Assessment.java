package nl.leercirkel.call;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one assessor thinks of one application.
 *
 * @param submission which version was assessed
 * @param version 0 as long as nothing was saved
 * @param handedInAt null while it can be changed
 * @param scores per criterion
 */
public record Assessment(
        UUID applicationId,
        UUID accountId,
        String name,
        int submission,
        String advice,
        int version,
        @Nullable Instant handedInAt,
        Map<UUID, Score> scores) {

    public Assessment {
        scores = Map.copyOf(scores);
    }

    /**
     * A score on one criterion.
     *
     * @param value null while it is not filled in
     * @param reference where in the application or the plan it is found
     */
    public record Score(@Nullable Integer value, String reference, String argument) {
        static final Score NONE = new Score(null, "", "");
    }

    public boolean isHandedIn() {
        return handedInAt != null;
    }

    Score score(UUID criterionId) {
        return scores.getOrDefault(criterionId, Score.NONE);
    }
}
