package nl.leercirkel.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.leercirkel.portfolio.Decision;
import nl.leercirkel.portfolio.DecisionKind;
import nl.leercirkel.portfolio.PortfolioOverview;
import nl.leercirkel.portfolio.ProgrammeData;
import nl.leercirkel.portfolio.ProgrammeDossier;
import nl.leercirkel.portfolio.ProjectDossier;
import nl.leercirkel.portfolio.Prose;
import nl.leercirkel.report.document.Block;
import nl.leercirkel.report.document.BulletList;
import nl.leercirkel.report.document.Language;
import nl.leercirkel.report.document.ListItem;
import nl.leercirkel.report.document.Paragraph;

/** What every chapter of a report needs: the programme, how it is told, and the notes under its figures. */
record Story(
        ProgrammeDossier programme,
        PortfolioOverview overview,
        ReportKind kind,
        LocalDate date,
        Wording words,
        ReportSources sources) {

    static Story of(ProgrammeDossier programme, Language language, LocalDate date) {
        var words = Wording.of(language, programme.data().kind());
        int decided = (int) programme.projects().stream()
                .filter(project -> project.data().currentDecision().isPresent())
                .count();
        return new Story(
                programme,
                programme.overview(),
                ReportKind.of(programme.projects().size(), decided),
                date,
                words,
                new ReportSources(programme.data(), words));
    }

    ProgrammeData data() {
        return programme.data();
    }

    List<ProjectDossier> projects() {
        return programme.projects();
    }

    /** The wording that goes with the kind of report. */
    String ofKind(String key) {
        return words.get(key + "." + kind);
    }

    /** Whether there is anything to say about money: a budget, or an amount that is not nothing. */
    boolean hasMoney() {
        return overview.budget().isGiven() || overview.total().signum() != 0;
    }

    boolean hasLines() {
        return !programme.lines().isEmpty();
    }

    List<ProjectDossier> projectsOf(String line) {
        return projects().stream()
                .filter(project -> project.data().line().equals(line))
                .toList();
    }

    /** How many projects have which decision, the most frequent first. */
    Map<DecisionKind, List<ProjectDossier>> byDecision() {
        Map<DecisionKind, List<ProjectDossier>> groups = projects().stream()
                .filter(project -> project.data().currentDecision().isPresent())
                .collect(Collectors.groupingBy(
                        project -> project.data()
                                .currentDecision()
                                .map(Decision::kind)
                                .orElseThrow(),
                        TreeMap::new,
                        Collectors.toList()));
        return groups.entrySet().stream()
                .sorted((a, b) ->
                        Integer.compare(b.getValue().size(), a.getValue().size()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, java.util.LinkedHashMap::new));
    }

    /** "4 geborgd, 3 gestopt en 1 vervangen". */
    String decisionCounts() {
        return words.list(byDecision().entrySet().stream()
                .map(entry -> entry.getValue().size() + " " + words.term(entry.getKey()))
                .toList());
    }

    /** A text of the user as paragraphs and lists. */
    static List<Block.Flow> prose(String text) {
        List<Block.Flow> blocks = new ArrayList<>();
        for (Prose.Block block : Prose.blocks(text)) {
            if (block.list()) {
                blocks.add(new BulletList(
                        block.items().stream().map(item -> ListItem.of(item)).toList()));
            } else {
                block.items().forEach(item -> blocks.add(Paragraph.of(item)));
            }
        }
        return blocks;
    }
}
