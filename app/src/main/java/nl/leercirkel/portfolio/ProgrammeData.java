package nl.leercirkel.portfolio;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is kept about a programme, apart from its identity, lines and projects.
 *
 * @param kind what it is called: "investeringsprogramma", "kansendossiers"
 * @param sourceKey short name of the source document, used in source notes
 * @param financing how projects are paid, in words
 * @param criteria what projects are judged on
 * @param questions the fixed questions of the evaluation
 */
public record ProgrammeData(
        String name,
        String kind,
        Amount totalBudget,
        @Nullable Period period,
        @Nullable DatePart called,
        @Nullable DatePart awarded,
        @Nullable DatePart evaluated,
        @Nullable DatePart reported,
        String sourceKey,
        String sourceTitle,
        String description,
        String financing,
        List<String> criteria,
        List<String> questions,
        List<String> lessons) {

    public ProgrammeData {
        criteria = List.copyOf(criteria);
        questions = List.copyOf(questions);
        lessons = List.copyOf(lessons);
    }
}
