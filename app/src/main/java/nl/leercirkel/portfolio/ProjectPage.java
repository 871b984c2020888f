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
        MoneyTable money,
        List<Finding> findings,
        List<DecisionView> decisions,
        List<String> actionLines,
        List<EffectView> effects,
        List<Lesson> lessons,
        List<RelationView> relations,
        List<StatusView> statuses,
        List<Check> contradictions,
        List<Check> gaps,
        String changed) {

    /** A text of the project under its heading. */
    record Chapter(String labelKey, List<Prose.Block> blocks) {}

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
            String destinationPath,
            String followUp) {}

    /** What the project wants to bring about, with where it started. */
    record EffectView(String what, String target, String baseline, String result, String note) {}

    /** How the project stands to another one; without a path when that one is not in the portfolio. */
    record RelationView(String words, String name, String path, String note) {}

    record Lesson(String criterion, List<Prose.Block> blocks) {}

    record StatusView(String light, String word, String on, String reason, String state, String by, String origin) {}

    static ProjectPage of(ProjectDossier project, ProgrammeFrame frame, List<StatusReport> statuses) {
        ProjectData data = project.data();
        return new ProjectPage(
                project,
                answer(data, project.status()),
                facts(project),
                chapters(data),
                MoneyTable.of(data.funding()),
                data.results().stream().map(ProjectPage::finding).toList(),
                data.decisions().stream().map(ProjectPage::decision).toList(),
                frame.actionLines().stream()
                        .filter(line -> data.plan().actionLines().contains(line.number()))
                        .map(ActionLine::format)
                        .toList(),
                data.effects().stream().map(effect -> effect(effect, data)).toList(),
                data.criterionLessons().stream()
                        .map(lesson -> new Lesson(lesson.criterion(), Prose.blocks(lesson.lesson())))
                        .toList(),
                relations(project),
                statuses.stream().map(ProjectPage::status).toList(),
                project.checks().stream().filter(Check::isContradiction).toList(),
                project.checks().stream()
                        .filter(check -> !check.isContradiction())
                        .toList(),
                DutchMoments.moment(project.changedAt()) + " door " + project.changedBy());
    }

    private static String answer(ProjectData data, @Nullable StatusReport status) {
        List<String> sentences = new ArrayList<>();
        if (status != null) {
            sentences.add(capital(status.light().term()) + " (" + DutchMoments.day(status.on()) + ")"
                    + (status.reason().isEmpty() ? "." : ": " + sentence(status.reason())));
        }
        data.currentDecision()
                .ifPresent(
                        decision -> sentences.add("Besluit: " + decision.kind().term()
                                + (decision.decidedAt() == null
                                        ? ""
                                        : " (" + decision.decidedAt().format() + ")") + "."));
        data.mainResult().ifPresent(result -> sentences.add(capital(result.summary()) + "."));
        if (data.currentDecision().isEmpty() && data.mainResult().isEmpty()) {
            sentences.add("Er zijn nog geen resultaten en er is nog geen besluit.");
        } else if (data.currentDecision().isEmpty()) {
            sentences.add("Er is nog geen besluit.");
        }
        return String.join(" ", sentences);
    }

    private static String sentence(String text) {
        return text.matches("(?s).*[.!?]") ? text : text + ".";
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
        facts.put(
                "leercirkel",
                data.plan().step() == null ? "" : data.plan().step().title());
        facts.put("keten", data.plan().chainPlace());
        facts.put("uit-programma", data.plannedFromProgramme().format());
        facts.values().removeIf(String::isEmpty);
        return facts;
    }

    private static List<Chapter> chapters(ProjectData data) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("doel", data.goal());
        texts.put("doelgroep", data.targetGroup());
        texts.put("omschrijving", data.description());
        texts.put("onderbouwing", data.plan().theoreticalBasis());
        texts.put("monitoring", bullets(data.plan().monitoring()));
        texts.put("eindproduct", data.plan().endProduct());
        texts.put("stand", data.currentState());
        texts.put("borging", data.embedding());
        texts.put("lessen", data.lessons());
        texts.put("opmerking", data.note());
        return texts.entrySet().stream()
                .filter(entry -> !entry.getValue().isBlank())
                .map(entry -> new Chapter("portfolio.field." + entry.getKey(), Prose.blocks(entry.getValue())))
                .toList();
    }

    private static String bullets(List<String> items) {
        return items.stream().map(item -> "- " + item).collect(Collectors.joining("\n"));
    }

    private static EffectView effect(IntendedEffect effect, ProjectData data) {
        return new EffectView(
                effect.what(),
                value(effect.target(), effect.unit(), effect.targetAt()),
                value(effect.baseline(), effect.unit(), effect.baselineAt()),
                data.resultOf(effect)
                        .map(result ->
                                result.formatValue() + (result.moment().isEmpty() ? "" : " (" + result.moment() + ")"))
                        .orElse(""),
                effect.note());
    }

    private static String value(ResultValue value, String unit, @Nullable DatePart at) {
        if (!value.isGiven()) {
            return at == null ? "" : at.format();
        }
        return value.format(unit) + (at == null ? "" : " (" + at.format() + ")");
    }

    private static List<RelationView> relations(ProjectDossier project) {
        return Stream.concat(
                        project.data().relations().stream()
                                .map(relation -> new RelationView(
                                        relation.kind().term(),
                                        relation.name(),
                                        relation.projectId() == null ? "" : "/projecten/" + relation.projectId(),
                                        relation.note())),
                        project.relatedBy().stream()
                                .map(other -> new RelationView(
                                        other.kind().inverse(), other.name(), other.path(), other.note())))
                .toList();
    }

    private static StatusView status(StatusReport report) {
        return new StatusView(
                report.light().kind(),
                capital(report.light().term()),
                DutchMoments.day(report.on()),
                report.reason(),
                report.state() == ProjectState.NOT_GIVEN ? "" : report.state().title(),
                report.reportedBy(),
                report.origin());
    }

    private static Finding finding(Result result) {
        List<String> comparison = new ArrayList<>();
        if (result.target().isGiven()) {
            comparison.add("streefwaarde " + result.target().format(result.unit()));
        }
        if (result.was() != null) {
            comparison.add("was " + DutchNumbers.format(result.was())
                    + (result.wasAt() == null ? "" : " (" + result.wasAt().format() + ")"));
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
                destinationPath(decision),
                followUp(decision));
    }

    static String destinationPath(Decision decision) {
        return decision.destinationProjectId() == null ? "" : "/projecten/" + decision.destinationProjectId();
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
}
