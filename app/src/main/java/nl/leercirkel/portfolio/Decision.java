package nl.leercirkel.portfolio;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about a project, why, and where it lives on.
 *
 * @param destinationProjectId the project that {@code destination} names, when it is found in the portfolio
 * @param followUpOn the day on which the decision is to be looked at again
 */
public record Decision(
        DecisionKind kind,
        @Nullable DatePart decidedAt,
        String reason,
        String how,
        @Nullable Destination destinationKind,
        String destination,
        @Nullable UUID destinationProjectId,
        @Nullable LocalDate followUpOn,
        String followUp,
        @Nullable LocalDate followUpDoneOn) {

    public boolean isDueOn(LocalDate day) {
        return isOpen() && followUpOn != null && !followUpOn.isAfter(day);
    }

    /** Whether there is a follow-up that has not been done. */
    public boolean isOpen() {
        return followUpOn != null && followUpDoneOn == null;
    }
}
