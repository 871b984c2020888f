package nl.leercirkel.portfolio;

import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A project as one line of the overview. */
record ProjectRow(
        String path,
        String number,
        String name,
        String line,
        String domain,
        String programme,
        String place,
        String essence,
        String result,
        String resultSource,
        String amount,
        boolean amountGiven,
        String state,
        String decision,
        String decisionKind,
        String light,
        String lightWord,
        String why,
        long contradictions,
        long gaps) {

    /** A row is there to be glanced at; the project has the whole text. */
    private static final int LONGEST = 160;

    static ProjectRow of(
            UUID id,
            @Nullable Integer number,
            String name,
            String programme,
            String line,
            String domain,
            String essence,
            @Nullable Result result,
            Amount planned,
            ProjectState state,
            @Nullable DecisionKind decision,
            @Nullable Light light,
            String why,
            int contradictions,
            int gaps) {
        return new ProjectRow(
                "/projecten/" + id,
                number == null ? "" : number.toString(),
                name,
                line,
                domain,
                programme,
                Stream.of(line, domain).filter(text -> !text.isEmpty()).collect(Collectors.joining(" · ")),
                Prose.shortened(essence, LONGEST),
                result == null ? "" : result.summary(),
                result == null ? "" : basis(result),
                planned.format(),
                planned.isGiven(),
                state == ProjectState.NOT_GIVEN ? "" : state.title(),
                decision == null ? "" : decision.title(),
                decision == null ? "" : badge(decision),
                light == null ? "" : light.kind(),
                light == null ? "" : light.title(),
                light == null ? "" : Prose.shortened(why, LONGEST),
                contradictions,
                gaps);
    }

    private static String basis(Result result) {
        String n = result.n() == null ? "" : "n = " + DutchNumbers.format(java.math.BigDecimal.valueOf(result.n()));
        String source = result.source().isEmpty() ? "" : "bron: " + result.source();
        return n.isEmpty() || source.isEmpty() ? n + source : n + "; " + source;
    }

    /** The colour that goes with a decision; the word beside it says the same. */
    static String badge(DecisionKind kind) {
        return switch (kind) {
            case EMBEDDED, CONTRACTED, TENDERED, EXTENDED -> "ok";
            case ADJUSTED, REPLACED, HANDED_OVER -> "info";
            case STOPPED, NOT_STARTED -> "neutral";
        };
    }
}
