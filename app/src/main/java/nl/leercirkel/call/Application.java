package nl.leercirkel.call;

import java.time.Instant;
import java.util.UUID;

/**
 * An application as the applicant works on it.
 *
 * @param edited whether the answers differ from what was handed in last
 * @param submissions how many times it was handed in
 * @param remark why the manager sent it back; empty otherwise
 */
public record Application(
        UUID id,
        UUID callId,
        UUID partnerId,
        String partnerName,
        String name,
        ApplicationState state,
        int formVersion,
        Answers answers,
        boolean edited,
        int submissions,
        String remark,
        int version,
        Instant changedAt,
        String changedBy) {

    public String path() {
        return "/aanvragen/" + id;
    }

    public String title() {
        return name.isBlank() ? "Aanvraag zonder naam" : name;
    }

    /** Whether it counts when the call closes. */
    public boolean counts() {
        return state == ApplicationState.HANDED_IN;
    }

    /** The same application after a change; its name follows the answers. */
    Application with(
            ApplicationState newState,
            Answers newAnswers,
            int newFormVersion,
            boolean newEdited,
            int newSubmissions,
            String newRemark) {
        return new Application(
                id,
                callId,
                partnerId,
                partnerName,
                newAnswers.value(StandardField.NAME.key()),
                newState,
                newFormVersion,
                newAnswers,
                newEdited,
                newSubmissions,
                newRemark,
                version,
                changedAt,
                changedBy);
    }
}
