package nl.leercirkel.progress;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A round as the manager wants to open it. */
public record RoundDraft(
        UUID programmeId,
        String name,
        String period,
        LocalDate deadline,
        List<AskedQuestion> questions,
        Set<UUID> projects) {

    public RoundDraft {
        questions = List.copyOf(questions);
        projects = Set.copyOf(projects);
    }

    /** A question as this round asks it; {@code topic} is that of the question it was made from, or empty. */
    public record AskedQuestion(String text, String explanation, String topic) {}
}
