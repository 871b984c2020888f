package nl.leercirkel.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Amounts compared between categories, as horizontal bars from zero, in the order the caller gives. */
public record BarChart(
        Caption caption,
        String categoryHeader,
        List<String> categories,
        List<Series> series,
        Layout layout,
        @Nullable Reference reference)
        implements Chart {

    /** How several series share a category. Stack only parts of one whole. */
    public enum Layout {
        GROUPED,
        STACKED
    }

    public BarChart {
        categories = List.copyOf(categories);
        series = List.copyOf(series);
        Chart.requireShape(categories, series);
    }

    public static BarChart of(Caption caption, String categoryHeader, List<String> categories, List<Series> series) {
        return new BarChart(caption, categoryHeader, categories, series, Layout.GROUPED, null);
    }

    public BarChart stacked() {
        return new BarChart(caption, categoryHeader, categories, series, Layout.STACKED, reference);
    }

    public BarChart withReference(Reference line) {
        return new BarChart(caption, categoryHeader, categories, series, layout, line);
    }

    /** Bars do not show intervals; a figure whose uncertainty matters belongs on an {@link IntervalChart}. */
    @Override
    public String intervalMeaning() {
        return "";
    }
}
