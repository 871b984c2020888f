package nl.leercirkel.chart;

import java.util.List;

/** The key above a chart: per series a sample of how it is drawn, and its name. */
final class Legend {

    private static final double SIZE = 14;
    private static final double SAMPLE = 30;
    private static final double LINE = 22;

    private Legend() {}

    /** @return where the next thing below may start */
    static double draw(Svg svg, Chart chart, double top, int width) {
        double x = 0;
        double y = top;
        for (int i = 0; i < chart.series().size(); i++) {
            String name = chart.series().get(i).name();
            TextFit.Fitted fitted = TextFit.fit(name, SIZE, width - SAMPLE - 8, 1);
            String shown = fitted.lines().getFirst();
            double itemWidth = SAMPLE + 8 + TextFit.width(shown, SIZE);
            if (x > 0 && x + itemWidth > width) {
                x = 0;
                y += LINE;
            }
            sample(svg, chart, i, x, y + 10);
            svg.text(
                    x + SAMPLE + 6,
                    y + 15,
                    Svg.Anchor.START,
                    SIZE,
                    Ink.TEXT,
                    false,
                    shown,
                    fitted.shortened() ? name : "");
            x += itemWidth + 16;
        }
        return y + LINE + 6;
    }

    private static void sample(Svg svg, Chart chart, int series, double x, double middle) {
        Ink ink = Ink.series(series);
        switch (chart) {
            case LineChart line -> {
                svg.line(x, middle, x + SAMPLE, middle, ink, 2.5, Marks.dash(series));
                Marks.marker(svg, series, x + SAMPLE / 2, middle, 4.5, ink);
            }
            case BarChart bar -> Marks.bar(svg, series, x, middle - 7, SAMPLE - 4, 14);
            case IntervalChart interval -> {
                svg.line(x, middle, x + SAMPLE, middle, ink, 2, "");
                Marks.marker(svg, series, x + SAMPLE / 2, middle, 5, ink);
            }
        }
    }

    static boolean needed(List<Series> series) {
        return series.size() > 1;
    }
}
