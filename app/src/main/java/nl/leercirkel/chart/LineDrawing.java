package nl.leercirkel.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Draws a {@link LineChart}: level grid, lines broken where figures are absent, names at the line ends. */
final class LineDrawing {

    private final Drawing drawing;
    private final LineChart chart;
    private final Svg svg;
    private final int size;

    LineDrawing(Drawing drawing, LineChart chart) {
        this.drawing = drawing;
        this.chart = chart;
        this.svg = drawing.svg();
        this.size = chart.categories().size();
    }

    Drawing.Drawn draw(double start) {
        double height = drawing.options().narrow() ? 200 : Math.clamp(drawing.width() * 0.42, 220, 400);
        boolean named = chart.series().size() > 1;
        // Names at the ends need room beside the plot and above each other.
        boolean direct = named && !drawing.options().narrow() && chart.series().size() * 20 <= height;
        double top = named && !direct ? Legend.draw(svg, chart, start, drawing.width()) : start;
        top = drawing.axisTitle(top);

        Ticks ticks = Scale.readable(Scale.extent(chart), drawing.options().narrow() ? 4 : 5, drawing.unit());
        List<String> tickLabels = TickLabels.of(ticks, drawing.unit(), drawing.language());
        double left = 10
                + tickLabels.stream()
                        .mapToDouble(label -> TextFit.width(label, Drawing.SMALL))
                        .max()
                        .orElse(0);
        var ends = new LineEnds(drawing, chart);
        double right = drawing.width() - (direct ? ends.width() : 6);
        var periods = new PeriodAxis(drawing, chart.categories(), left, right);
        var marked = new LineAnnotations(drawing, chart, periods);
        double annotations = top;
        // A figure above the highest point needs room below what is above the plot.
        top += marked.height() + (named ? 8 : 20);
        var scale = new Scale(ticks, top + height, top);

        grid(scale, tickLabels, left, right);
        suppressed(periods, top, height);
        marked.draw(annotations, top + height);
        reference(scale, periods, left, right);
        for (int i = 0; i < chart.series().size(); i++) {
            band(scale, periods, i);
        }
        for (int i = 0; i < chart.series().size(); i++) {
            line(scale, periods, i);
        }
        if (direct) {
            ends.draw(scale, right + 6, top, top + height);
        } else if (!named) {
            lastValue(scale, periods);
        }
        return new Drawing.Drawn(periods.draw(top + height), scale.showsZero());
    }

    private void grid(Scale scale, List<String> labels, double left, double right) {
        for (int i = 0; i < labels.size(); i++) {
            BigDecimal tick = scale.ticks().values().get(i);
            double y = scale.at(tick);
            boolean zero = tick.signum() == 0;
            svg.line(left, y, right, y, zero ? Ink.AXIS : Ink.GRID, zero ? 1.2 : 1, "");
            svg.text(left - 8, y + 4.5, Svg.Anchor.END, Drawing.SMALL, Ink.MUTED, labels.get(i));
        }
    }

    /** A hatched strip over the whole height: there is a figure, and it may be anywhere. */
    private void suppressed(PeriodAxis periods, double top, double height) {
        double width = Math.min(14, periods.spacing() * 0.6);
        for (int period = 0; period < size; period++) {
            var hidden = new ArrayList<Integer>();
            for (int i = 0; i < chart.series().size(); i++) {
                if (chart.series().get(i).points().get(period) instanceof Point.Suppressed) {
                    hidden.add(i);
                }
            }
            if (!hidden.isEmpty()) {
                double x = periods.at(period);
                Marks.hidden(svg, x - width / 2, top + 14, width, height - 14);
                for (int k = 0; k < hidden.size(); k++) {
                    int index = hidden.get(k);
                    Series series = chart.series().get(index);
                    Point.Suppressed point = (Point.Suppressed) series.points().get(period);
                    svg.text(
                            x + (k - (hidden.size() - 1) / 2.0) * 9,
                            top + 14,
                            Svg.Anchor.MIDDLE,
                            17,
                            Ink.series(index),
                            true,
                            "*",
                            drawing.hover(series, chart.categories().get(period), point.reason()));
                }
            }
        }
    }

    private void reference(Scale scale, PeriodAxis periods, double left, double right) {
        Reference reference = chart.reference();
        if (reference == null) {
            return;
        }
        double y = scale.at(reference.value());
        svg.line(left, y, right, y, Ink.REFERENCE, 1.5, "5 3");
        String full = reference.label() + ": " + drawing.unit().formatShort(reference.value(), drawing.language());
        TextFit.Fitted fitted = TextFit.fit(full, Drawing.SMALL, right - left - 8, 1);
        String text = fitted.lines().getFirst();
        double width = TextFit.width(text, Drawing.SMALL);
        FreePlace place = FreePlace.beside(y, left + 4, right - 4 - width, width, tracks(scale, periods));
        svg.rect(place.x() - 2, place.baseline() - 12, width + 4, 15, Ink.SURFACE, 0.8);
        svg.text(
                place.x(),
                place.baseline(),
                Svg.Anchor.START,
                Drawing.SMALL,
                Ink.TEXT,
                false,
                text,
                fitted.shortened() ? full : "");
    }

    /** Where the lines run, for texts that must not stand on them. */
    private List<List<FreePlace.Spot>> tracks(Scale scale, PeriodAxis periods) {
        var tracks = new ArrayList<List<FreePlace.Spot>>();
        for (Series series : chart.series()) {
            for (List<Integer> stretch : stretches(series)) {
                tracks.add(stretch.stream()
                        .map(i -> new FreePlace.Spot(periods.at(i), y(scale, series, i)))
                        .toList());
            }
        }
        return tracks;
    }

    /** Stretches of the line without a gap: absent figures and changed definitions end one. */
    private List<List<Integer>> stretches(Series series) {
        var stretches = new ArrayList<List<Integer>>();
        List<Integer> current = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            String period = chart.categories().get(i);
            boolean broken =
                    chart.breaks().stream().anyMatch(each -> each.fromPeriod().equals(period));
            boolean value = series.points().get(i) instanceof Point.Value;
            if (!current.isEmpty() && (broken || !value)) {
                stretches.add(current);
                current = new ArrayList<>();
            }
            if (value) {
                current.add(i);
            }
        }
        if (!current.isEmpty()) {
            stretches.add(current);
        }
        return stretches;
    }

    private void band(Scale scale, PeriodAxis periods, int index) {
        Series series = chart.series().get(index);
        for (List<Integer> stretch : stretches(series)) {
            var run = new ArrayList<Integer>();
            for (int i : stretch) {
                if (interval(series, i) == null) {
                    bandRun(scale, periods, index, run);
                    run.clear();
                } else {
                    run.add(i);
                }
            }
            bandRun(scale, periods, index, run);
        }
    }

    private void bandRun(Scale scale, PeriodAxis periods, int index, List<Integer> run) {
        Series series = chart.series().get(index);
        var upper = new StringBuilder();
        var lower = new StringBuilder();
        for (int i : run) {
            Interval interval = interval(series, i);
            if (interval != null) {
                double x = periods.at(i);
                upper.append(upper.isEmpty() ? "M" : "L").append(Marks.at(x, scale.at(interval.high())));
                lower.insert(0, "L" + Marks.at(x, scale.at(interval.low())));
            }
        }
        if (run.size() == 1) {
            svg.stroked(upper.toString() + lower, Ink.series(index), 2, "");
        } else if (!run.isEmpty()) {
            svg.filled(upper.toString() + lower + "Z", Ink.series(index), 0.16);
        }
    }

    private static @Nullable Interval interval(Series series, int period) {
        return series.points().get(period) instanceof Point.Value value ? value.interval() : null;
    }

    private void line(Scale scale, PeriodAxis periods, int index) {
        Series series = chart.series().get(index);
        Ink ink = Ink.series(index);
        boolean everyMarker = periods.spacing() >= 14;
        for (List<Integer> stretch : stretches(series)) {
            var path = new StringBuilder();
            for (int i : stretch) {
                path.append(path.isEmpty() ? "M" : "L").append(Marks.at(periods.at(i), y(scale, series, i)));
            }
            if (stretch.size() > 1) {
                svg.stroked(path.toString(), ink, 2.5, Marks.dash(index));
            }
            for (int i : stretch) {
                // A lone point must show even where markers would crowd.
                if (everyMarker || stretch.size() == 1 || i == stretch.getLast()) {
                    Point.Value value = (Point.Value) series.points().get(i);
                    svg.group(
                            drawing.hover(series, chart.categories().get(i), drawing.numberWithInterval(value)),
                            () -> Marks.marker(svg, index, periods.at(i), y(scale, series, i), 4, ink));
                }
            }
        }
    }

    private double y(Scale scale, Series series, int period) {
        return scale.at(((Point.Value) series.points().get(period)).number());
    }

    /** One line needs no name but can carry its last figure, on the side the line does not come from. */
    private void lastValue(Scale scale, PeriodAxis periods) {
        Series series = chart.series().getFirst();
        int last = -1;
        for (int i = 0; i < size; i++) {
            if (series.points().get(i) instanceof Point.Value) {
                last = i;
            }
        }
        Point.Value value = (Point.Value) series.points().get(last);
        double y = scale.at(value.number());
        boolean falling = last > 0
                && series.points().get(last - 1) instanceof Point.Value before
                && before.number().compareTo(value.number()) > 0;
        String text = drawing.number(value);
        double half = TextFit.width(text, Drawing.SMALL) / 2 + 1;
        boolean below = falling && y + 22 < scale.start();
        svg.text(
                Math.clamp(periods.at(last), half, drawing.width() - half),
                below ? y + 20 : y - 10,
                Svg.Anchor.MIDDLE,
                Drawing.SMALL,
                Ink.series(0),
                true,
                text,
                "");
    }
}
