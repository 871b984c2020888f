package nl.leercirkel.portfolio;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What the reader of an overview wants to see; an empty text means everything.
 *
 * @param decision a Dutch term, or "geen" for projects without a decision
 * @param checks "ja" for projects of which something is not right
 */
record ProjectFilter(String line, String domain, String partner, String decision, String text, String checks) {

    static final String NO_DECISION = "geen";

    public boolean isEmpty() {
        return Stream.of(line, domain, partner, decision, text, checks).allMatch(String::isEmpty);
    }

    boolean matches(ProjectDossier project) {
        ProjectData data = project.data();
        return (line.isEmpty() || data.line().equalsIgnoreCase(line))
                && (domain.isEmpty() || data.domain().equalsIgnoreCase(domain))
                && (partner.isEmpty()
                        || data.partners().stream()
                                .anyMatch(found -> found.name().equalsIgnoreCase(partner)))
                && (decision.isEmpty() || hasDecision(data))
                && (checks.isEmpty() || !project.checks().isEmpty())
                && (text.isEmpty() || hasText(data));
    }

    private boolean hasDecision(ProjectData data) {
        return data.currentDecision()
                .map(found -> found.kind().term().equals(decision))
                .orElse(decision.equals(NO_DECISION));
    }

    private boolean hasText(ProjectData data) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return Stream.concat(
                        Stream.of(
                                data.name(), data.goal(), data.targetGroup(), data.description(), data.currentState()),
                        Stream.concat(
                                data.partners().stream().map(Partnership::name),
                                data.results().stream().map(Result::indicator)))
                .anyMatch(part -> part.toLowerCase(Locale.ROOT).contains(wanted));
    }

    /** The values that occur, in alphabetical order, to choose from. */
    static List<FormView.Option> options(Stream<String> values) {
        return values.filter(value -> !value.isEmpty())
                .distinct()
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .map(value -> new FormView.Option(value, value))
                .toList();
    }
}
