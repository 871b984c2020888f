package nl.leercirkel.report.document;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A chart, with the same figures as a table.
 *
 * @param svg the drawing on white, for PDF and for pages that have none of their own; width and height in whole pixels
 * @param screens drawings for pages, that follow light and dark, of which the style sheet shows the one that fits
 * @param png the drawing for Word, made only when asked for
 * @param alternative what the chart shows, in words, for who cannot see it
 * @param source shown under the chart
 */
public record ChartBlock(
        String title,
        String svg,
        List<String> screens,
        Supplier<byte[]> png,
        String alternative,
        Table table,
        @Nullable SourceNote source)
        implements Block.Flow {
    public ChartBlock {
        title = Plain.required(title, "De titel van een grafiek");
        alternative = Plain.required(alternative, "De beschrijving van grafiek '" + title + "'");
        svg = Drawing.checked(svg, title);
        var of = title;
        screens = screens.stream().map(screen -> Drawing.checked(screen, of)).toList();
    }

    /** A chart with one drawing for every place. */
    public ChartBlock(
            String title,
            String svg,
            Supplier<byte[]> png,
            String alternative,
            Table table,
            @Nullable SourceNote source) {
        this(title, svg, List.of(), png, alternative, table, source);
    }

    /** Width of the drawing in pixels. */
    public int width() {
        return Drawing.size(svg, "width");
    }

    /** Height of the drawing in pixels. */
    public int height() {
        return Drawing.size(svg, "height");
    }
}
