package nl.leercirkel.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import nl.leercirkel.chart.BarChart;
import nl.leercirkel.chart.Caption;
import nl.leercirkel.chart.Point;
import nl.leercirkel.chart.Series;
import nl.leercirkel.chart.Unit;
import nl.leercirkel.portfolio.Amount;
import nl.leercirkel.portfolio.Check;
import nl.leercirkel.portfolio.CheckKind;
import nl.leercirkel.portfolio.Funding;
import nl.leercirkel.portfolio.FundingMeasure;
import nl.leercirkel.portfolio.PortfolioOverview.LineTotal;
import nl.leercirkel.portfolio.ProjectDossier;
import nl.leercirkel.report.document.Block;
import nl.leercirkel.report.document.Callout;
import nl.leercirkel.report.document.ChartBlock;
import nl.leercirkel.report.document.Inline;
import nl.leercirkel.report.document.Paragraph;
import nl.leercirkel.report.document.Section;
import nl.leercirkel.report.document.Table;
import nl.leercirkel.report.document.Table.Cell;
import nl.leercirkel.report.document.Table.Kind;
import nl.leercirkel.report.document.Table.Row;

/** The financial overview: per project, per line and together, held against what the source says the whole may cost. */
final class MoneyChapter {
    private final Story story;
    private final Wording words;

    MoneyChapter(Story story) {
        this.story = story;
        this.words = story.words();
    }

    Section section() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Paragraph.of(words.get("money.intro")));
        List<Callout> contradictions = contradictions(story);
        blocks.addAll(contradictions);
        if (contradictions.isEmpty() && story.overview().budget().isGiven()) {
            blocks.add(Paragraph.of(
                    words.get("money.equal", words.euro(story.overview().total()))));
        }
        if (story.hasLines()) {
            blocks.add(table());
            blocks.add(chartOfLines());
        } else {
            blocks.add(chartOfProjects());
        }
        return new Section(words.get("money"), true, blocks);
    }

    /** What does not add up, of the lines and of the whole, with by how much. */
    static List<Callout> contradictions(Story story) {
        return story.overview().checks().stream()
                .map(check -> Callout.of(
                        check.isContradiction() ? Callout.Kind.CONTRADICTION : Callout.Kind.WARNING,
                        title(story.words(), check),
                        Paragraph.of(check.message())))
                .toList();
    }

    private static String title(Wording words, Check check) {
        String about = check.kind() == CheckKind.LINE_TOTAL
                ? "money.contradiction.line"
                : check.isContradiction() ? "money.contradiction" : "money.gap";
        return words.get(about, check.where().replaceFirst("^Lijn ", ""));
    }

    static String format(Amount amount, Wording words) {
        return switch (amount) {
            case Amount.Known(BigDecimal euro, var qualifier) -> qualifier.prefix() + words.euro(euro);
            case Amount.NotGiven ignored -> words.missing();
        };
    }

    static String lineName(LineTotal line, Wording words) {
        return line.name().isEmpty() ? words.get("money.rest") : line.name();
    }

    private Table table() {
        var table = columns(Table.titled(words.get("money.caption")));
        for (LineTotal line : story.overview().lines()) {
            story.projectsOf(line.name()).forEach(project -> table.row(row(project)));
            table.row(sum(Kind.SUBTOTAL, words.get("money.subtotal", lineName(line, words)), line.total()));
        }
        totals(table);
        return table.build();
    }

    private Table.Builder columns(Table.Builder table) {
        return table.text(words.get("column.project"), 5)
                .number(words.get("column.amount"), 3)
                .number(words.get("column.share"), 2)
                .source(story.sources().computed());
    }

    private Row row(ProjectDossier project) {
        Amount planned = project.data().plannedFromProgramme();
        return new Row(
                Kind.NORMAL,
                List.of(
                        Cell.of(project.name()),
                        new Cell(planned(story, project)),
                        Cell.of(planned.inEuro().map(this::share).orElse(words.missing()))));
    }

    /** What comes from the programme, with its source and what the source remarks about it. */
    static List<Inline> planned(Story story, ProjectDossier project) {
        var words = story.words();
        Amount planned = project.data().plannedFromProgramme();
        if (!planned.isGiven()) {
            return List.of(new Inline.Text(words.missing()));
        }
        List<Inline> inlines = new ArrayList<>();
        inlines.addAll(
                ReportSources.figure(format(planned, words), story.sources().stated()));
        remarks(project).forEach(remark -> inlines.add(new Inline.Footnote(remark)));
        return inlines;
    }

    private static List<String> remarks(ProjectDossier project) {
        return project.data().funding().stream()
                .filter(money -> money.fromProgrammeBudget() && money.measure() == FundingMeasure.PLANNED)
                .map(MoneyChapter::remark)
                .filter(remark -> !remark.isBlank())
                .map(remark -> project.name() + ": " + remark)
                .distinct()
                .toList();
    }

    private static String remark(Funding money) {
        List<String> parts = new ArrayList<>();
        if (money.basis() != null) {
            parts.add(money.basis().format());
        }
        if (!money.note().isBlank()) {
            parts.add(money.note());
        }
        return String.join("; ", parts);
    }

    private Row sum(Kind kind, String label, BigDecimal total) {
        return new Row(
                kind,
                List.of(
                        Cell.of(label),
                        Cell.of(new Inline.Amount(
                                words.euro(total), story.sources().computed())),
                        Cell.of(share(total))));
    }

    /** The sum, and under it what the source says it should be. */
    private void totals(Table.Builder table) {
        var overview = story.overview();
        table.row(sum(Kind.TOTAL, words.get("money.total"), overview.total()));
        if (overview.budget().isGiven()) {
            table.row(new Row(
                    Kind.TOTAL,
                    List.of(
                            Cell.of(words.get("money.budget")),
                            Cell.of(new Inline.Amount(
                                    format(overview.budget(), words),
                                    story.sources().stated())),
                            Cell.EMPTY)));
            table.row(new Row(
                    Kind.TOTAL,
                    List.of(
                            Cell.of(words.get("money.difference")),
                            Cell.of(new Inline.Amount(
                                    words.euro(overview.difference()),
                                    story.sources().computed())),
                            Cell.EMPTY)));
        }
    }

    private String share(BigDecimal amount) {
        BigDecimal total = story.overview().total();
        return total.signum() == 0
                ? words.get("none")
                : words.percentage(amount.divide(total, 6, RoundingMode.HALF_UP));
    }

    private ChartBlock chartOfLines() {
        List<String> names = new ArrayList<>();
        List<Point> points = new ArrayList<>();
        List<String> said = new ArrayList<>();
        var lines = story.overview().lines();
        boolean budgets = lines.stream().anyMatch(line -> line.budget().isGiven());
        var table = Table.titled(words.get("money.chart"))
                .text(words.get("column.line"), 4)
                .number(words.get("column.count"), 2)
                .number(words.get("column.amount"), 3)
                .number(words.get("column.share"), 2);
        if (budgets) {
            table.number(words.get("column.lineBudget"), 3);
        }
        for (LineTotal line : lines) {
            String name = lineName(line, words);
            names.add(name);
            points.add(new Point.Value(line.total()));
            said.add(name + " " + words.euro(line.total()));
            List<Cell> cells = new ArrayList<>(List.of(
                    Cell.of(name),
                    Cell.of(String.valueOf(line.projects())),
                    Cell.of(new Inline.Amount(
                            words.euro(line.total()), story.sources().computed())),
                    Cell.of(share(line.total()))));
            if (budgets) {
                cells.add(Cell.of(format(line.budget(), words)));
            }
            table.row(cells.toArray(Cell[]::new));
        }
        return chart(words.get("money.chart"), words.get("column.line"), names, points, said, table.build());
    }

    /** Without lines the bars are the projects, and the table behind the chart is the financial overview. */
    private ChartBlock chartOfProjects() {
        List<String> names = new ArrayList<>();
        List<Point> points = new ArrayList<>();
        List<String> said = new ArrayList<>();
        var table = columns(Table.titled(words.get("money.caption")));
        for (ProjectDossier project : story.projects()) {
            Amount planned = project.data().plannedFromProgramme();
            names.add(project.name());
            points.add(planned.inEuro().<Point>map(Point.Value::new).orElse(new Point.Missing(words.missing())));
            said.add(project.name() + " " + format(planned, words));
            table.row(row(project));
        }
        totals(table);
        return chart(
                words.get("money.chart.projects"), words.get("column.project"), names, points, said, table.build());
    }

    private ChartBlock chart(
            String title, String header, List<String> names, List<Point> points, List<String> said, Table table) {
        var chart = BarChart.of(
                new Caption(title, words.get("money.chart.description", String.join(", ", said)), Unit.euro(), ""),
                header,
                names,
                List.of(new Series(words.get("column.amount"), points)));
        return Charts.block(chart, words, "begroot", table, story.sources().computed());
    }

    /** All money of one project, from each source. */
    static Table ofProject(Story story, ProjectDossier project) {
        var words = story.words();
        var table = Table.titled(words.get("project.money.caption", project.name()))
                .text(words.get("column.source"), 4)
                .text(words.get("column.kind"), 3)
                .text(words.get("column.measure"), 2)
                .text(words.get("column.year"), 2)
                .number(words.get("column.amount.any"), 3);
        for (Funding money : project.data().funding()) {
            List<Inline> amount = new ArrayList<>();
            if (money.amount().isGiven()) {
                amount.addAll(ReportSources.figure(
                        format(money.amount(), words), story.sources().stated()));
                String remark = remark(money);
                if (!remark.isBlank()) {
                    amount.add(new Inline.Footnote(project.name() + ": " + remark));
                }
            } else {
                amount.add(new Inline.Text(words.missing()));
            }
            table.row(
                    Cell.of(Wording.capital(words.orMissing(money.sourceName()))),
                    Cell.of(words.term(money.kind())),
                    Cell.of(words.term(money.measure())),
                    Cell.of(
                            money.period() == null
                                    ? words.get("observations.missing")
                                    : money.period().format()),
                    new Cell(amount));
        }
        return table.build();
    }

    /** Whether there is other money than the one amount from the programme. */
    static boolean hasMoreToSay(ProjectDossier project) {
        var funding = project.data().funding();
        return funding.size() > 1
                || funding.stream()
                        .anyMatch(money -> !money.fromProgrammeBudget() || money.measure() != FundingMeasure.PLANNED);
    }
}
