package nl.leercirkel.portfolio;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    static ProjectRow of(ProjectDossier project) {
        ProjectData data = project.data();
        Optional<Result> result = data.mainResult();
        Optional<Decision> decision = data.currentDecision();
        StatusReport status = project.status();
        Amount amount = data.plannedFromProgramme();
        long contradictions =
                project.checks().stream().filter(Check::isContradiction).count();
        return new ProjectRow(
                project.path(),
                data.number() == null ? "" : data.number().toString(),
                data.name(),
                data.line(),
                data.domain(),
                project.programmeName(),
                Stream.of(data.line(), data.domain())
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(" · ")),
                data.essence(),
                result.map(Result::summary).orElse(""),
                result.map(ProjectRow::basis).orElse(""),
                amount.format(),
                amount.isGiven(),
                data.state() == ProjectState.NOT_GIVEN ? "" : data.state().title(),
                decision.map(found -> found.kind().title()).orElse(""),
                decision.map(found -> badge(found.kind())).orElse(""),
                status == null ? "" : status.light().kind(),
                status == null ? "" : status.light().title(),
                status == null ? "" : status.reason(),
                contradictions,
                project.checks().size() - contradictions);
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
