package nl.leercirkel.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import nl.leercirkel.chart.TableModel.Cell;
import nl.leercirkel.chart.TableModel.Column;
import org.jspecify.annotations.Nullable;

/** Derives the table behind a chart: one row per category, per series a column and, where known, its interval and n. */
final class ChartTable {

    private final Chart chart;
    private final Unit unit;
    private final Language language;
    private final Words words;

    private ChartTable(Chart chart, Language language) {
        this.chart = chart;
        this.unit = chart.caption().unit();
        this.language = language;
        this.words = Words.in(language);
    }

    static TableModel of(Chart chart, Language language) {
        return new ChartTable(chart, language).build();
    }

    private TableModel build() {
        var columns = new ArrayList<Column>();
        columns.add(new Column(chart.categoryHeader(), false));
        for (Series series : chart.series()) {
            columns.add(new Column(series.name() + unit.headerSuffix(), true));
            // With one series the bounds need no name of their own; with more, each column must say whose it is.
            String whose = chart.series().size() == 1 ? "" : series.name() + ": ";
            if (hasIntervals(series)) {
                columns.add(new Column(whose + words.get("table.low"), true));
                columns.add(new Column(whose + words.get("table.high"), true));
            }
            if (hasCounts(series)) {
                columns.add(new Column(whose + "n", true));
            }
        }
        var rows = new ArrayList<List<Cell>>();
        for (int category = 0; category < chart.categories().size(); category++) {
            rows.add(row(category));
        }
        return new TableModel(
                chart.caption().title(), columns, rows, notes(), chart.caption().source());
    }

    private List<Cell> row(int category) {
        var cells = new ArrayList<Cell>();
        cells.add(Cell.text(chart.categories().get(category)));
        for (Series series : chart.series()) {
            Point point = series.points().get(category);
            cells.add(cell(point));
            Interval interval = point instanceof Point.Value value ? value.interval() : null;
            Integer n = point instanceof Point.Value value ? value.n() : null;
            if (hasIntervals(series)) {
                cells.add(bound(interval == null ? null : interval.low()));
                cells.add(bound(interval == null ? null : interval.high()));
            }
            if (hasCounts(series)) {
                cells.add(n == null ? Cell.text("") : Cell.number(BigDecimal.valueOf(n), Unit.count(""), language));
            }
        }
        return cells;
    }

    private Cell cell(Point point) {
        return switch (point) {
            case Point.Value value -> Cell.number(value.number(), unit, language);
            case Point.Missing missing -> new Cell(words.get("missing"), null, missing.reason());
            case Point.Suppressed suppressed -> new Cell("*", null, suppressed.reason());
        };
    }

    private Cell bound(@Nullable BigDecimal bound) {
        return bound == null ? Cell.text("") : Cell.number(bound, unit, language);
    }

    private List<String> notes() {
        var notes = new ArrayList<>(Notes.absent(chart, words));
        if (!chart.intervalMeaning().isBlank()) {
            notes.add(words.get("table.bounds", chart.intervalMeaning()));
        }
        Reference reference = chart.reference();
        if (reference != null) {
            notes.add(reference.label() + ": " + unit.format(reference.value(), language));
        }
        if (chart instanceof LineChart line) {
            line.events().forEach(event -> notes.add(event.period() + ": " + event.label()));
            line.breaks().forEach(each -> notes.add(words.get("break", each.fromPeriod(), each.label())));
        }
        return notes;
    }

    private static boolean hasIntervals(Series series) {
        return series.values().anyMatch(value -> value.interval() != null);
    }

    private static boolean hasCounts(Series series) {
        return series.values().anyMatch(value -> value.n() != null);
    }
}
