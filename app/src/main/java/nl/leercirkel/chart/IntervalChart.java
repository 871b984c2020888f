package nl.leercirkel.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Estimates with their uncertainty: per category a dot, its interval and its n, beside an optional reference line. */
public record IntervalChart(
        Caption caption,
        String categoryHeader,
        List<String> categories,
        List<Series> series,
        @Nullable Reference reference,
        String intervalMeaning)
        implements Chart {

    public IntervalChart {
        categories = List.copyOf(categories);
        series = List.copyOf(series);
        Chart.requireShape(categories, series);
    }

    public static IntervalChart of(
            Caption caption,
            String categoryHeader,
            List<String> categories,
            List<Series> series,
            String intervalMeaning) {
        return new IntervalChart(caption, categoryHeader, categories, series, null, intervalMeaning);
    }

    public IntervalChart withReference(Reference line) {
        return new IntervalChart(caption, categoryHeader, categories, series, line, intervalMeaning);
    }
}
