package nl.leercirkel.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The names of the series beside the ends of their lines, moved apart where lines end close together. */
final class LineEnds {

    private static final double LINE = 16;

    private record End(int series, TextFit.Fitted name, double wanted) {
        double height() {
            return name.lines().size() * LINE + 4;
        }
    }

    private final Drawing drawing;
    private final LineChart chart;
    private final List<TextFit.Fitted> names;

    LineEnds(Drawing drawing, LineChart chart) {
        this.drawing = drawing;
        this.chart = chart;
        // Two lines per name only where that cannot make the column higher than the plot.
        int lines = chart.series().size() > 6 ? 1 : 2;
        this.names = chart.series().stream()
                .map(series -> TextFit.fit(series.name(), Drawing.TEXT, drawing.width() * 0.24, lines))
                .toList();
    }

    /** Width of the column of names, with a sample of each line's mark. */
    double width() {
        return 28
                + names.stream()
                        .flatMap(name -> name.lines().stream())
                        .mapToDouble(line -> TextFit.width(line, Drawing.TEXT) * 1.06)
                        .max()
                        .orElse(0);
    }

    void draw(Scale scale, double x, double top, double bottom) {
        var ends = new ArrayList<End>();
        for (int i = 0; i < chart.series().size(); i++) {
            double wanted = chart.series()
                    .get(i)
                    .values()
                    .reduce((first, second) -> second)
                    .map(value -> scale.at(value.number()))
                    .orElse(bottom);
            ends.add(new End(i, names.get(i), wanted));
        }
        ends.sort(Comparator.comparingDouble(End::wanted));
        double[] tops = spread(ends, top - 8, bottom + 8);
        for (int i = 0; i < ends.size(); i++) {
            draw(ends.get(i), x, tops[i]);
        }
    }

    /** Push down what overlaps, then push the whole up where it passes the bottom. */
    private static double[] spread(List<End> ends, double top, double bottom) {
        double[] tops = new double[ends.size()];
        double free = top;
        for (int i = 0; i < tops.length; i++) {
            tops[i] = Math.max(free, ends.get(i).wanted() - ends.get(i).height() / 2);
            free = tops[i] + ends.get(i).height();
        }
        double limit = bottom;
        for (int i = tops.length - 1; i >= 0; i--) {
            tops[i] = Math.min(tops[i], limit - ends.get(i).height());
            limit = tops[i];
        }
        return tops;
    }

    private void draw(End end, double x, double top) {
        Ink ink = Ink.series(end.series());
        Marks.marker(drawing.svg(), end.series(), x + 6, top + 2 + LINE / 2, 4, ink);
        List<String> lines = end.name().lines();
        for (int i = 0; i < lines.size(); i++) {
            drawing.svg()
                    .text(
                            x + 16,
                            top + 15 + i * LINE,
                            Svg.Anchor.START,
                            Drawing.TEXT,
                            ink,
                            true,
                            lines.get(i),
                            end.name().shortened()
                                    ? chart.series().get(end.series()).name()
                                    : "");
        }
    }
}
