package nl.leercirkel.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Events and breaks in definition on a line chart: upright rules, their labels above the plot without touching. */
final class LineAnnotations {

    private static final double LINE = 18;
    private static final double WIDEST = 240;

    private record Mark(double x, String shown, String full, boolean isBreak, double labelX, int row) {}

    private final Drawing drawing;
    private final List<Mark> marks = new ArrayList<>();
    private int rows = 0;

    LineAnnotations(Drawing drawing, LineChart chart, PeriodAxis periods) {
        this.drawing = drawing;
        for (LineChart.Event event : chart.events()) {
            int period = chart.categories().indexOf(event.period());
            add(periods.at(period), event.label(), false);
        }
        for (LineChart.Break each : chart.breaks()) {
            int period = chart.categories().indexOf(each.fromPeriod());
            add((periods.at(period - 1) + periods.at(period)) / 2, each.label(), true);
        }
        place();
    }

    double height() {
        return rows * LINE;
    }

    private void add(double x, String label, boolean isBreak) {
        TextFit.Fitted fitted = TextFit.fit(label, Drawing.SMALL, Math.min(WIDEST, drawing.width() - 16), 1);
        marks.add(new Mark(x, fitted.lines().getFirst(), fitted.shortened() ? label : "", isBreak, 0, 0));
    }

    /** Each label right of its rule, or left where the chart ends, on the first row where it is free. */
    private void place() {
        marks.sort(Comparator.comparingDouble(Mark::x));
        var takenUntil = new ArrayList<Double>();
        for (int i = 0; i < marks.size(); i++) {
            Mark mark = marks.get(i);
            double width = TextFit.width(mark.shown(), Drawing.SMALL);
            double labelX = mark.x() + 5 + width <= drawing.width() ? mark.x() + 5 : mark.x() - 5 - width;
            labelX = Math.clamp(labelX, 0, Math.max(0, drawing.width() - width));
            int row = 0;
            while (row < takenUntil.size() && takenUntil.get(row) > Math.min(labelX, mark.x())) {
                row++;
            }
            double until = Math.max(mark.x(), labelX + width) + 10;
            if (row == takenUntil.size()) {
                takenUntil.add(until);
            } else {
                takenUntil.set(row, until);
            }
            marks.set(i, new Mark(mark.x(), mark.shown(), mark.full(), mark.isBreak(), labelX, row));
        }
        rows = takenUntil.size();
    }

    void draw(double start, double bottom) {
        for (Mark mark : marks) {
            double labelTop = start + (rows - 1 - mark.row()) * LINE;
            Svg svg = drawing.svg();
            boolean across =
                    mark.labelX() < mark.x() && mark.x() < mark.labelX() + TextFit.width(mark.shown(), Drawing.SMALL);
            svg.line(
                    mark.x(),
                    across ? labelTop + 17 : labelTop + 2,
                    mark.x(),
                    bottom,
                    Ink.AXIS,
                    1.2,
                    mark.isBreak() ? "2 3" : "");
            if (mark.isBreak()) {
                cut(svg, mark.x(), bottom);
            }
            svg.text(
                    mark.labelX(),
                    labelTop + 13,
                    Svg.Anchor.START,
                    Drawing.SMALL,
                    Ink.TEXT,
                    false,
                    mark.shown(),
                    mark.full());
        }
    }

    /** Two strokes through the axis, the usual sign that it does not simply run on. */
    private static void cut(Svg svg, double x, double y) {
        svg.rect(x - 3, y - 3, 6, 6, Ink.SURFACE, 1);
        svg.line(x - 6, y + 6, x, y - 6, Ink.AXIS, 1.5, "");
        svg.line(x, y + 6, x + 6, y - 6, Ink.AXIS, 1.5, "");
    }
}
