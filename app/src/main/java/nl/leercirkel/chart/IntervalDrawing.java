package nl.leercirkel.chart;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/** Draws an {@link IntervalChart}: per row and series a marker on its interval, with the figures and n in columns. */
final class IntervalDrawing {

    private static final double LINE = 22;
    private static final double BETWEEN = 10;

    private final Drawing drawing;
    private final IntervalChart chart;
    private final Svg svg;

    IntervalDrawing(Drawing drawing, IntervalChart chart) {
        this.drawing = drawing;
        this.chart = chart;
        this.svg = drawing.svg();
    }

    Drawing.Drawn draw(double start) {
        double top = start;
        if (Legend.needed(chart.series())) {
            top = Legend.draw(svg, chart, top, drawing.width());
        }
        top = drawing.axisTitle(top);

        var labels = new RowLabels(drawing, chart.categories());
        double n = column("n", this::count);
        double figures =
                drawing.width() < 600 ? 0 : column(drawing.words().get("column.value"), drawing::numberWithInterval);
        double right = drawing.width() - n - figures - 10;
        ValueAxis axis = ValueAxis.of(drawing, Scale.extent(chart), false, labels.column() + 10, right);
        double reference = axis.referenceHeight(chart);
        // With labels above the rows a reference label and the column heads would share a line; each gets its own.
        top += Math.max(reference, n + figures > 0 ? 22 : 0) + (labels.above() && reference > 0 ? 18 : 0);
        if (n > 0) {
            head("n", drawing.width(), labels.above() && reference > 0 ? top - 27 : top - 9);
        }
        if (figures > 0) {
            head(drawing.words().get("column.value"), drawing.width() - n, top - 9);
        }

        double bottom = top + BETWEEN / 2;
        for (int row = 0; row < chart.categories().size(); row++) {
            bottom += labels.height(row, marks()) + BETWEEN;
        }
        bottom -= BETWEEN / 2;
        axis.grid(top, bottom);
        axis.reference(chart, top, bottom);
        double y = top + BETWEEN / 2;
        for (int row = 0; row < chart.categories().size(); row++) {
            double height = labels.height(row, marks());
            double marksTop = labels.marksTop(y, height, marks());
            labels.draw(row, y, height);
            for (int i = 0; i < chart.series().size(); i++) {
                mark(axis.scale(), i, row, marksTop + i * LINE + LINE / 2, n, figures > 0);
            }
            y += height + BETWEEN;
        }
        return new Drawing.Drawn(axis.numbers(bottom), true);
    }

    private double marks() {
        return LINE * chart.series().size();
    }

    private void mark(Scale scale, int index, int row, double y, double n, boolean figures) {
        Series series = chart.series().get(index);
        String category = chart.categories().get(row);
        Ink ink = Ink.series(index);
        switch (series.points().get(row)) {
            case Point.Value value -> {
                svg.group(drawing.hover(series, category, drawing.numberWithInterval(value)), () -> {
                    Interval interval = value.interval();
                    if (interval != null) {
                        double low = scale.at(interval.low());
                        double high = scale.at(interval.high());
                        svg.line(low, y, high, y, ink, 2, "");
                        svg.line(low, y - 4, low, y + 4, ink, 2, "");
                        svg.line(high, y - 4, high, y + 4, ink, 2, "");
                    }
                    Marks.marker(svg, index, scale.at(value.number()), y, 5.5, ink);
                });
                svg.text(drawing.width(), y + 4.5, Svg.Anchor.END, Drawing.SMALL, Ink.TEXT, count(value));
                if (figures) {
                    svg.text(
                            drawing.width() - n,
                            y + 4.5,
                            Svg.Anchor.END,
                            Drawing.SMALL,
                            Ink.TEXT,
                            drawing.numberWithInterval(value));
                }
            }
            case Point.Missing missing ->
                svg.text(
                        scale.start(),
                        y + 4.5,
                        Svg.Anchor.START,
                        Drawing.SMALL,
                        Ink.MUTED,
                        false,
                        drawing.words().get("missing"),
                        drawing.hover(series, category, missing.reason()));
            case Point.Suppressed suppressed ->
                // Hatched over the whole axis: the value may be anywhere.
                svg.group(drawing.hover(series, category, suppressed.reason()), () -> {
                    Marks.hidden(svg, scale.start(), y - 7, scale.end() - scale.start(), 14);
                    svg.text(drawing.width(), y + 6, Svg.Anchor.END, Drawing.TEXT, Ink.TEXT, true, "*", "");
                });
        }
    }

    private void head(String text, double x, double y) {
        svg.text(x, y, Svg.Anchor.END, Drawing.SMALL, Ink.MUTED, text);
    }

    private String count(Point.Value value) {
        Integer n = value.n();
        return n == null ? "" : Unit.count("").format(BigDecimal.valueOf(n), drawing.language());
    }

    /** Width of a column of figures with its head, or 0 when no row has any. */
    private double column(String head, Function<Point.Value, String> text) {
        List<String> texts = chart.series().stream()
                .flatMap(Series::values)
                .map(text)
                .filter(each -> !each.isEmpty())
                .toList();
        if (texts.isEmpty()) {
            return 0;
        }
        double widest = texts.stream()
                .mapToDouble(each -> TextFit.width(each, Drawing.SMALL))
                .max()
                .orElse(0);
        return Math.max(widest, TextFit.width(head, Drawing.SMALL)) + 16;
    }
}
