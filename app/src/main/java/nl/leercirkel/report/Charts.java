package nl.leercirkel.report;

import java.util.List;
import nl.leercirkel.chart.Chart;
import nl.leercirkel.chart.PngRenderer;
import nl.leercirkel.chart.RenderOptions;
import nl.leercirkel.chart.SvgRenderer;
import nl.leercirkel.chart.Theme;
import nl.leercirkel.report.document.ChartBlock;
import nl.leercirkel.report.document.SourceNote;
import nl.leercirkel.report.document.Table;

/** Draws one chart for each place where a document is read: page (wide and narrow), PDF and Word. */
final class Charts {
    private static final int WIDE = 640;
    private static final int NARROW = 320;
    /** Pixels per CSS pixel of the picture in Word: sharp in print. */
    private static final int PRINT_SCALE = 3;

    private Charts() {}

    /** @param id unique in the document */
    static ChartBlock block(Chart chart, Wording words, String id, Table table, SourceNote source) {
        var language = words.chartLanguage();
        var page = new RenderOptions(WIDE, Theme.PAGE, language, id + "-wide");
        return new ChartBlock(
                chart.caption().title(),
                SvgRenderer.render(chart, new RenderOptions(WIDE, Theme.PRINT, language, id)),
                List.of(
                        marked(SvgRenderer.render(chart, page), "chart-wide"),
                        marked(
                                SvgRenderer.render(chart, page.withWidth(NARROW).withIdPrefix(id + "-narrow")),
                                "chart-narrow")),
                () -> PngRenderer.png(chart, WIDE, PRINT_SCALE, language),
                chart.describe(language),
                table,
                source);
    }

    /** {@code chart.css} shows the one of the two that fits the screen. */
    private static String marked(String svg, String variant) {
        return svg.replaceFirst("class=\"chart\"", "class=\"chart " + variant + "\"");
    }
}
