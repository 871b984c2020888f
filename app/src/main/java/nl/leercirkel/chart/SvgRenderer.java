package nl.leercirkel.chart;

import java.util.ArrayList;
import java.util.List;

/** Draws a chart as SVG: one picture for the page, the PDF and (through {@link PngRenderer}) the word processor. */
public final class SvgRenderer {

    private static final double NOTE = 12.5;

    private SvgRenderer() {}

    /** The SVG element, without XML declaration, ready to stand in HTML or XHTML. */
    public static String render(Chart chart, RenderOptions options) {
        Words words = Words.in(options.language());
        var svg = new Svg(options.theme());
        var drawing = new Drawing(svg, options, chart.caption().unit(), words);
        double bottom;
        if (chart.hasValues()) {
            Drawing.Drawn drawn = switch (chart) {
                case LineChart line -> new LineDrawing(drawing, line).draw(2);
                case BarChart bar -> new BarDrawing(drawing, bar).draw(2);
                case IntervalChart interval -> new IntervalDrawing(drawing, interval).draw(2);
            };
            bottom = notes(svg, Notes.below(chart, words, drawn.fromZero()), drawn.bottom(), options.width());
        } else {
            bottom = empty(svg, chart, words, options.width());
        }
        int height = (int) Math.ceil(bottom + 4);
        return svg.document(
                options.width(), height, options, chart.caption().title(), chart.describe(options.language()));
    }

    private static double notes(Svg svg, List<String> notes, double bottom, int width) {
        double y = bottom + (notes.isEmpty() ? 0 : 8);
        for (String note : notes) {
            TextFit.Fitted fitted = TextFit.fit(note, NOTE, width, 3);
            for (String line : fitted.lines()) {
                y += 17;
                svg.text(0, y, Svg.Anchor.START, NOTE, Ink.MUTED, false, line, fitted.shortened() ? note : "");
            }
        }
        return y;
    }

    /** No figure at all: say so, and why; an empty axis would look like zero. */
    private static double empty(Svg svg, Chart chart, Words words, int width) {
        var reasons = new ArrayList<>(Notes.absent(chart, words));
        if (reasons.isEmpty()) {
            reasons.add(words.get("empty.reason"));
        }
        var lines = new ArrayList<String>();
        reasons.forEach(reason ->
                lines.addAll(TextFit.fit(reason, Drawing.TEXT, width - 48, 3).lines()));
        double height = 88 + lines.size() * 19;
        svg.rect(0.5, 0.5, width - 1, height, Ink.GRID, 0.35);
        double y = 46;
        svg.text(width / 2.0, y, Svg.Anchor.MIDDLE, 17, Ink.TEXT, true, words.get("empty"), "");
        y += 9;
        for (String line : lines) {
            y += 19;
            svg.text(width / 2.0, y, Svg.Anchor.MIDDLE, Drawing.TEXT, Ink.MUTED, line);
        }
        return height;
    }
}
