package nl.leercirkel.portfolio;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A project as its page shows it: everything already in words. */
record ProjectPage(
        ProjectDossier project,
        String answer,
        Map<String, String> facts,
        List<Chapter> chapters,
        List<Money> money,
        List<Finding> findings,
        List<DecisionView> decisions,
        List<Check> contradictions,
        List<Check> gaps,
        String changed) {

    /** A text of the project under its heading. */
    record Chapter(String labelKey, List<Prose.Block> blocks) {}

    record Money(
            String source,
            String kind,
            String measure,
            String period,
            String amount,
            boolean given,
            boolean fromProgramme,
            String basis,
            String note) {}

    record Finding(
            String indicator,
            String value,
            boolean given,
            String moment,
            String n,
            String comparison,
            String source,
            String note) {}

    record DecisionView(
            String kind,
            String badge,
            String moment,
            List<Prose.Block> reason,
            List<Prose.Block> how,
            String destination,
            String followUp) {}

    static ProjectPage of(ProjectDossier project) {
        ProjectData data = project.data();
        return new ProjectPage(
                project,
                answer(data),
                facts(project),
                chapters(data),
                data.funding().stream().map(ProjectPage::money).toList(),
                data.results().stream().map(ProjectPage::finding).toList(),
                data.decisions().stream().map(ProjectPage::decision).toList(),
                project.checks().stream().filter(Check::isContradiction).toList(),
                project.checks().stream()
                        .filter(check -> !check.isContradiction())
                        .toList(),
                DutchMoments.moment(project.changedAt()) + " door " + project.changedBy());
    }

    private static String answer(ProjectData data) {
        List<String> sentences = new ArrayList<>();
        data.currentDecision()
                .ifPresent(
                        decision -> sentences.add("Besluit: " + decision.kind().term()
                                + (decision.decidedAt() == null
                                        ? ""
                                        : " (" + decision.decidedAt().format() + ")") + "."));
        data.mainResult().ifPresent(result -> sentences.add(capital(result.summary()) + "."));
        if (sentences.isEmpty()) {
            sentences.add("Er zijn nog geen resultaten en er is nog geen besluit.");
        } else if (data.currentDecision().isEmpty()) {
            sentences.add("Er is nog geen besluit.");
        }
        return String.join(" ", sentences);
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static Map<String, String> facts(ProjectDossier project) {
        ProjectData data = project.data();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("programma", project.programmeName());
        facts.put("lijn", data.line());
        facts.put("domein", data.domain());
        facts.put(
                "fase",
                data.state() == ProjectState.NOT_GIVEN ? "" : data.state().title());
        facts.put(
                "periode",
                data.period() == null
                        ? "bron geeft geen periode"
                        : data.period().format());
        facts.put("uit-programma", data.plannedFromProgramme().format());
        facts.values().removeIf(String::isEmpty);
        return facts;
    }

    private static List<Chapter> chapters(ProjectData data) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("doel", data.goal());
        texts.put("doelgroep", data.targetGroup());
        texts.put("omschrijving", data.description());
        texts.put("stand", data.currentState());
        texts.put("borging", data.embedding());
        texts.put("lessen", data.lessons());
        texts.put("opmerking", data.note());
        return texts.entrySet().stream()
                .filter(entry -> !entry.getValue().isBlank())
                .map(entry -> new Chapter("portfolio.field." + entry.getKey(), Prose.blocks(entry.getValue())))
                .toList();
    }

    private static Money money(Funding funding) {
        Funding.Basis basis = funding.basis();
        return new Money(
                funding.sourceName(),
                funding.kind().title(),
                funding.measure().title(),
                format(funding.period()),
                funding.amount().format(),
                funding.amount().isGiven(),
                funding.fromProgrammeBudget(),
                basis == null ? "" : basis.format(),
                funding.note());
    }

    private static Finding finding(Result result) {
        List<String> comparison = new ArrayList<>();
        if (result.target().isGiven()) {
            comparison.add("streefwaarde " + result.target().format(result.unit()));
        }
        if (result.was() != null) {
            comparison.add("was " + DutchNumbers.format(result.was()));
        }
        if (result.reference().isGiven()) {
            comparison.add("ter vergelijking " + result.reference().format(result.unit()));
        }
        return new Finding(
                result.indicator(),
                result.formatValue(),
                result.value().isGiven(),
                result.moment(),
                result.observations().map(DutchNumbers::format).orElse(""),
                String.join("; ", comparison),
                result.source(),
                result.note());
    }

    private static DecisionView decision(Decision decision) {
        return new DecisionView(
                decision.kind().title(),
                ProjectRow.badge(decision.kind()),
                decision.decidedAt() == null ? "" : decision.decidedAt().format(),
                Prose.blocks(decision.reason()),
                Prose.blocks(decision.how()),
                destination(decision),
                followUp(decision));
    }

    static String destination(Decision decision) {
        Destination kind = decision.destinationKind();
        return Stream.of(kind == null ? "" : kind.title(), decision.destination())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(": "));
    }

    static String followUp(Decision decision) {
        if (decision.followUpOn() == null) {
            return decision.followUp();
        }
        String text = DutchMoments.day(decision.followUpOn())
                + (decision.followUp().isEmpty() ? "" : ": " + decision.followUp());
        return decision.followUpDoneOn() == null
                ? text
                : text + " (afgehandeld op " + DutchMoments.day(decision.followUpDoneOn()) + ")";
    }

    private static String format(@Nullable Period period) {
        return period == null ? "" : period.format();
    }
}
