package nl.leercirkel.progress;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.leercirkel.portfolio.Light;
import nl.leercirkel.portfolio.Prose;
import org.jspecify.annotations.Nullable;

/** The report of a project as its page shows it. */
record ReportPage(
        ProjectReport report,
        String stateKey,
        boolean late,
        boolean writing,
        Texts texts,
        @Nullable LastTime lastTime,
        List<Version> versions,
        List<Answered> answered,
        @Nullable Version shown,
        boolean showsDraft) {

    /** What stands in the fields outside the questions, and (after a conflict) what somebody else stored. */
    record Texts(
            String light,
            String reason,
            String figures,
            List<Asked> asked,
            @Nullable Other other) {}

    /** What somebody else stored in the meantime, where it differs from the own text; empty where it does not. */
    record Other(@Nullable Light light, String reason, String figures) {}

    /** A question with the field under it and last round's answer beside it. */
    record Asked(
            UUID id,
            String field,
            String label,
            String explanation,
            String value,
            List<Prose.Block> lastTime,
            List<Prose.Block> other) {}

    /** The last version of an earlier round. */
    record LastTime(
            String round, String when, @Nullable Light light, List<Prose.Block> reason, List<Prose.Block> figures) {}

    record Version(
            int number,
            String when,
            String who,
            @Nullable Light light,
            List<Prose.Block> reason,
            List<Prose.Block> figures) {

        static Version of(Submission submission) {
            Content content = submission.content();
            return new Version(
                    submission.number(),
                    DutchTime.moment(submission.handedInAt()),
                    submission.personName(),
                    content.light(),
                    Prose.blocks(content.reason()),
                    Prose.blocks(content.figures()));
        }
    }

    /** A question with its answer, to read. */
    record Answered(String label, List<Prose.Block> answer) {}

    static List<Answered> answered(List<Question> questions, Content content) {
        return questions.stream()
                .map(question -> new Answered(label(question), Prose.blocks(content.answer(question.id()))))
                .toList();
    }

    /** The fields with the own text; {@code stored} is given when somebody else stored another text meanwhile. */
    static Texts texts(
            List<Question> questions, Content own, Optional<ProjectReports.Earlier> earlier, @Nullable Content stored) {
        Map<String, String> before =
                earlier.map(ProjectReports.Earlier::answersByTopic).orElse(Map.of());
        Light light = own.light();
        return new Texts(
                light == null ? "" : light.term(),
                own.reason(),
                own.figures(),
                questions.stream()
                        .map(question -> new Asked(
                                question.id(),
                                Content.field(question.id()),
                                label(question),
                                question.explanation(),
                                own.answer(question.id()),
                                Prose.blocks(before.getOrDefault(question.topic(), "")),
                                stored == null
                                        ? List.of()
                                        : Prose.blocks(
                                                different(own.answer(question.id()), stored.answer(question.id())))))
                        .toList(),
                stored == null
                        ? null
                        : new Other(
                                stored.light() == own.light() ? null : stored.light(),
                                different(own.reason(), stored.reason()),
                                different(own.figures(), stored.figures())));
    }

    private static String different(String own, String stored) {
        return own.equals(stored) ? "" : stored;
    }

    static @Nullable LastTime lastTime(Optional<ProjectReports.Earlier> earlier) {
        return earlier.map(found -> new LastTime(
                        found.round().name(),
                        DutchTime.day(found.submission().handedInAt()),
                        found.submission().content().light(),
                        Prose.blocks(found.submission().content().reason()),
                        Prose.blocks(found.submission().content().figures())))
                .orElse(null);
    }

    static String label(Question question) {
        return question.position() + ". " + question.text();
    }
}
