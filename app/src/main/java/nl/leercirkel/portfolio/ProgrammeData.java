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
 * @param funds the money that it gets from elsewhere
 * @param actionLines of a national programme, which projects point at
 * @param requirements what it must meet, answered with yes or no
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
        List<String> lessons,
        List<Fund> funds,
        List<ActionLine> actionLines,
        List<Requirement> requirements) {

    public ProgrammeData {
        criteria = List.copyOf(criteria);
        questions = List.copyOf(questions);
        lessons = List.copyOf(lessons);
        funds = List.copyOf(funds);
        actionLines = List.copyOf(actionLines);
        requirements = List.copyOf(requirements);
    }

    /** A programme without funds, action lines and requirements. */
    public ProgrammeData(
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
        this(
                name,
                kind,
                totalBudget,
                period,
                called,
                awarded,
                evaluated,
                reported,
                sourceKey,
                sourceTitle,
                description,
                financing,
                criteria,
                questions,
                lessons,
                List.of(),
                List.of(),
                List.of());
    }
}
