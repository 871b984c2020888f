package nl.leercirkel.portfolio;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is kept about a project, apart from its identity.
 *
 * @param line name of the line of the programme it belongs to; empty when it belongs to none
 * @param domain of the social domain, as the source words it ("Jeugd", "Wmo (individual support)")
 * @param embedding how a one-off investment is to have a lasting effect (borging)
 */
public record ProjectData(
        @Nullable Integer number,
        String name,
        String line,
        String domain,
        ProjectState state,
        @Nullable Period period,
        String goal,
        String targetGroup,
        String description,
        String currentState,
        String embedding,
        String lessons,
        String note,
        List<Partnership> partners,
        List<Funding> funding,
        List<Result> results,
        List<Decision> decisions,
        List<Disruption> disruptions,
        ProjectPlan plan,
        List<IntendedEffect> effects,
        List<CriterionLesson> criterionLessons,
        List<Relation> relations) {

    public ProjectData {
        partners = List.copyOf(partners);
        funding = List.copyOf(funding);
        results = List.copyOf(results);
        decisions = List.copyOf(decisions);
        disruptions = List.copyOf(disruptions);
        effects = List.copyOf(effects);
        criterionLessons = List.copyOf(criterionLessons);
        relations = List.copyOf(relations);
    }

    /** What is planned from the budget of the programme; not given when the source gives no amount at all. */
    public Amount plannedFromProgramme() {
        return funding.stream()
                .map(Funding::plannedFromProgramme)
                .flatMap(Optional::stream)
                .reduce(BigDecimal::add)
                .map(Amount::of)
                .orElse(Amount.NOT_GIVEN);
    }

    /** The essence in one text: what it is for, or else what it is, or else why it would work. */
    public String essence() {
        return essence(goal, description, plan.theoreticalBasis());
    }

    static String essence(String goal, String description, String theoreticalBasis) {
        String text = Stream.of(goal, description, theoreticalBasis)
                .filter(part -> !part.isBlank())
                .findFirst()
                .orElse("");
        String first = text.split("\n\n|\n- ", 2)[0].strip();
        // an opening that announces a list says nothing without it
        return first.endsWith(":")
                ? text.strip().split("\n\n", 2)[0].replaceAll("\\s*\n- ", "; ").replace(":;", ":")
                : first;
    }

    /** The first result with a value, which the order of the results makes the most important one. */
    public Optional<Result> mainResult() {
        return results.stream().filter(result -> result.value().isGiven()).findFirst();
    }

    /** The result that shows an intended effect: with a value, and of the same name. */
    public Optional<Result> resultOf(IntendedEffect effect) {
        return results.stream()
                .filter(result -> result.value().isGiven()
                        && result.indicator()
                                .strip()
                                .equalsIgnoreCase(effect.what().strip()))
                .findFirst();
    }

    /** The last decision, which is the one that holds. */
    public Optional<Decision> currentDecision() {
        return decisions.isEmpty() ? Optional.empty() : Optional.of(decisions.getLast());
    }
}
