package nl.leercirkel.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Development over time. Values that carry an interval get a band around the line.
 *
 * @param categories the periods, in order, evenly spaced
 * @param events what happened when, as vertical rules
 * @param breaks where the definition changed: the line is not drawn across
 * @param reference a target or norm
 */
public record LineChart(
        Caption caption,
        String categoryHeader,
        List<String> categories,
        List<Series> series,
        List<Event> events,
        List<Break> breaks,
        @Nullable Reference reference,
        String intervalMeaning)
        implements Chart {

    /** Something that happened in a period, such as the start of a pilot. */
    public record Event(String period, String label) {}

    /** From this period on the figures follow another definition and do not compare with those before. */
    public record Break(String fromPeriod, String label) {}

    public LineChart {
        categories = List.copyOf(categories);
        series = List.copyOf(series);
        events = List.copyOf(events);
        breaks = List.copyOf(breaks);
        Chart.requireShape(categories, series);
        for (Event event : events) {
            requirePeriod(categories, event.period());
        }
        for (Break each : breaks) {
            requirePeriod(categories, each.fromPeriod());
            if (categories.indexOf(each.fromPeriod()) == 0) {
                throw new IllegalArgumentException("a break needs a period before it");
            }
        }
    }

    public static LineChart of(Caption caption, String periodHeader, List<String> periods, List<Series> series) {
        return new LineChart(caption, periodHeader, periods, series, List.of(), List.of(), null, "");
    }

    public LineChart withEvents(Event... more) {
        return new LineChart(
                caption, categoryHeader, categories, series, List.of(more), breaks, reference, intervalMeaning);
    }

    public LineChart withBreaks(Break... more) {
        return new LineChart(
                caption, categoryHeader, categories, series, events, List.of(more), reference, intervalMeaning);
    }

    public LineChart withTarget(Reference target) {
        return new LineChart(caption, categoryHeader, categories, series, events, breaks, target, intervalMeaning);
    }

    public LineChart withIntervalMeaning(String meaning) {
        return new LineChart(caption, categoryHeader, categories, series, events, breaks, reference, meaning);
    }

    private static void requirePeriod(List<String> periods, String period) {
        if (!periods.contains(period)) {
            throw new IllegalArgumentException("no period '" + period + "' on this chart");
        }
    }
}
