package nl.leercirkel.report;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.leercirkel.chart.BarChart;
import nl.leercirkel.chart.Caption;
import nl.leercirkel.chart.Point;
import nl.leercirkel.chart.Series;
import nl.leercirkel.chart.Unit;
import nl.leercirkel.portfolio.Decision;
import nl.leercirkel.portfolio.DecisionKind;
import nl.leercirkel.portfolio.ProjectData;
import nl.leercirkel.portfolio.ProjectDossier;
import nl.leercirkel.portfolio.ProjectState;
import nl.leercirkel.portfolio.Prose;
import nl.leercirkel.portfolio.StatusReport;
import nl.leercirkel.report.document.Block;
import nl.leercirkel.report.document.ChartBlock;
import nl.leercirkel.report.document.Inline;
import nl.leercirkel.report.document.Paragraph;
import nl.leercirkel.report.document.Section;
import nl.leercirkel.report.document.Table;
import nl.leercirkel.report.document.Table.Cell;
import nl.leercirkel.report.document.Table.Row;

/** All projects in one view: the summary table of an interim evaluation, or the decisions of a final report. */
final class OverviewChapter {
    /** Longer texts make a table that nobody oversees. */
    private static final int LONGEST_CELL = 140;

    private final Story story;
    private final Wording words;

    OverviewChapter(Story story) {
        this.story = story;
        this.words = story.words();
    }

    Section section() {
        List<Block> blocks = new ArrayList<>();
        switch (story.kind()) {
            case INTERIM -> interim(blocks);
            case FINAL -> {
                blocks.add(decisionChart());
                blocks.add(decisions());
            }
        }
        return new Section(story.ofKind("overview"), true, blocks);
    }

    private void interim(List<Block> blocks) {
        if (!story.data().criteria().isEmpty()) {
            blocks.add(Paragraph.of(
                    words.get("overview.criteria", words.list(story.data().criteria()))));
        }
        if (!story.hasLines()) {
            blocks.add(summary(words.get("overview.caption"), story.projects()));
            return;
        }
        story.overview().lines().forEach(line -> {
            List<ProjectDossier> projects = story.projectsOf(line.name());
            if (!projects.isEmpty()) {
                String caption = line.name().isEmpty()
                        ? words.get("overview.caption.rest")
                        : words.get("overview.caption.line", line.name());
                blocks.add(summary(caption, projects));
            }
        });
    }

    private Table summary(String caption, List<ProjectDossier> projects) {
        var table = Table.titled(caption)
                .text(words.get("column.project"), 5)
                .text(words.get("column.goal"), 7)
                .text(words.get("column.main"), 6)
                .text(words.get("column.n"), 3)
                .text(words.get("column.state"), 5)
                .source(story.sources().stated());
        for (ProjectDossier project : projects) {
            var data = project.data();
            table.row(
                    Cell.of(project.name()),
                    Cell.of(words.orMissing(essence(data))),
                    main(project),
                    Cell.of(data.mainResult()
                            .map(result -> ResultsTable.observations(result, words))
                            .orElse(words.get("observations.missing"))),
                    Cell.of(state(project)));
        }
        return table.build();
    }

    private Cell main(ProjectDossier project) {
        return project.data()
                .mainResult()
                .map(result -> ResultsTable.main(story, result))
                .orElse(Cell.of(words.missing()));
    }

    private String state(ProjectDossier project) {
        var data = project.data();
        StatusReport status = project.status();
        String light = status == null ? "" : words.term(status.light());
        // a light says how it goes where the source does not say in what stage it is
        String state = data.state() != ProjectState.NOT_GIVEN
                ? words.term(data.state()) + (light.isEmpty() ? "" : ", " + light)
                : light.isEmpty() ? words.missing() : light;
        return data.currentDecision()
                .map(decision -> words.get("decision.and", state, words.term(decision.kind())))
                .orElse(state);
    }

    private Table decisions() {
        var table = Table.titled(words.get("overview.decisions"))
                .text(words.get("column.project"), 4)
                .text(words.get("column.domain"), 3)
                .text(words.get("column.main"), 5)
                .text(words.get("column.decision"), 5)
                .source(story.sources().stated());
        for (ProjectDossier project : story.projects()) {
            table.row(
                    Cell.of(numbered(project)),
                    Cell.of(words.orMissing(project.data().domain())),
                    main(project),
                    decision(project));
        }
        return table.build();
    }

    private Cell decision(ProjectDossier project) {
        return project.data().currentDecision().map(this::decision).orElse(Cell.of(words.get("overview.undecided")));
    }

    private Cell decision(Decision decision) {
        String kind = Wording.capital(words.term(decision.kind()));
        var destination = decision.destinationKind();
        String where = Stream.of(
                        decision.destination(),
                        destination == null ? "" : words.term(destination),
                        decision.reason(),
                        decision.how())
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
        return where.isBlank()
                ? Cell.of(new Inline.Strong(kind))
                : Cell.of(new Inline.Strong(kind), new Inline.Text(": " + firstSentence(where)));
    }

    private static String numbered(ProjectDossier project) {
        Integer number = project.data().number();
        return number == null ? project.name() : number + ". " + project.name();
    }

    private ChartBlock decisionChart() {
        Map<DecisionKind, List<ProjectDossier>> groups = story.byDecision();
        List<String> names = new ArrayList<>();
        List<Point> counts = new ArrayList<>();
        List<String> said = new ArrayList<>();
        var table = Table.titled(words.get("overview.chart"))
                .text(words.get("column.decision"), 2)
                .number(words.get("column.count"), 1)
                .text(words.get("overview.chart.which"), 6);
        groups.forEach((kind, projects) -> {
            String name = Wording.capital(words.term(kind));
            names.add(name);
            counts.add(Point.of(projects.size()));
            said.add(name + " " + projects.size());
            table.row(
                    Cell.of(name),
                    Cell.of(String.valueOf(projects.size())),
                    Cell.of(projects.stream().map(ProjectDossier::name).collect(Collectors.joining("; "))));
        });
        table.row(new Row(
                Table.Kind.TOTAL,
                List.of(
                        Cell.of(words.get("money.total")),
                        Cell.of(new Inline.Amount(
                                String.valueOf(story.projects().size()),
                                story.sources().counted())),
                        Cell.of(words.projects(story.projects().size())))));
        var chart = BarChart.of(
                new Caption(
                        words.get("overview.chart"),
                        words.get("overview.chart.description", String.join(", ", said)),
                        Unit.count(""),
                        ""),
                words.get("column.decision"),
                names,
                List.of(new Series(words.get("column.count"), counts)));
        return Charts.block(
                chart, words, "besluiten", table.build(), story.sources().counted());
    }

    /** The goal, or else what it is; of a list that a sentence announces, as much as a cell can hold. */
    private static String essence(ProjectData data) {
        List<Prose.Block> blocks = Prose.blocks(data.goal().isBlank() ? data.description() : data.goal());
        if (blocks.isEmpty()) {
            return "";
        }
        String first = blocks.getFirst().items().getFirst();
        if (!firstSentence(first).endsWith(":")
                || blocks.size() < 2
                || !blocks.get(1).list()) {
            return firstSentence(first);
        }
        StringBuilder text = new StringBuilder(first).append(' ');
        String separator = "";
        for (String item : blocks.get(1).items()) {
            if (text.length() + item.length() > LONGEST_CELL) {
                return text.append(separator).append("…").toString();
            }
            text.append(separator).append(item);
            separator = "; ";
        }
        return text.toString();
    }

    /** The first sentence of a text, which in a table is enough; the whole text stands at the project. */
    static String firstSentence(String text) {
        var sentences = BreakIterator.getSentenceInstance(Locale.of("nl", "NL"));
        String bare = text.strip();
        sentences.setText(bare);
        int end = sentences.next();
        return end == BreakIterator.DONE ? bare : bare.substring(0, end).strip();
    }
}
