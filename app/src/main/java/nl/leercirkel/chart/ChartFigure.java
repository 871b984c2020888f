package nl.leercirkel.chart;

/**
 * Everything a template needs for a figure: the picture, the table behind it, and the texts around it.
 *
 * @param svg trusted markup, every text in it escaped; to be written unescaped
 */
public record ChartFigure(String svg, TableModel table, String title, String source) {

    private static final int NARROW = 320;

    public static ChartFigure of(Chart chart, RenderOptions options) {
        return figure(chart, options.language(), SvgRenderer.render(chart, options));
    }

    /**
     * For pages: the chart laid out for wide and for narrow screens, of which {@code chart.css} shows one. The hidden
     * one is not read out either.
     */
    public static ChartFigure responsive(Chart chart, RenderOptions options) {
        String wide = SvgRenderer.render(chart, options);
        String narrow =
                SvgRenderer.render(chart, options.withWidth(NARROW).withIdPrefix(options.idPrefix() + "-narrow"));
        return figure(chart, options.language(), marked(wide, "chart-wide") + marked(narrow, "chart-narrow"));
    }

    private static String marked(String svg, String variant) {
        return svg.replaceFirst("class=\"chart\"", "class=\"chart " + variant + "\"");
    }

    private static ChartFigure figure(Chart chart, Language language, String svg) {
        return new ChartFigure(
                svg,
                chart.table(language),
                chart.caption().title(),
                chart.caption().source());
    }
}
