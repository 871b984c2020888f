package nl.leercirkel.chart;

import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A chart as a value: what it shows, not how it looks. */
public sealed interface Chart permits LineChart, BarChart, IntervalChart {

    Caption caption();

    /** What the categories are ("Gemeente", "Jaar"): the header of the first column of the table. */
    String categoryHeader();

    List<String> categories();

    List<Series> series();

    /** The line to compare with, if any. */
    @Nullable
    Reference reference();

    /** What the intervals around the values mean, e.g. {@code 95%-betrouwbaarheidsinterval}; may be blank. */
    String intervalMeaning();

    /** The table behind the chart: every point, with its interval and n. */
    default TableModel table(Language language) {
        return ChartTable.of(this, language);
    }

    default TableModel table() {
        return table(Language.DUTCH);
    }

    /** The description given, or one made from the data: first, last, highest, lowest, and what is not shown. */
    default String describe(Language language) {
        return caption().description().isBlank()
                ? Description.of(this, language)
                : caption().description();
    }

    default boolean hasValues() {
        return series().stream().anyMatch(series -> series.values().findAny().isPresent());
    }

    /** Shared by the three kinds: a chart whose series do not fit its categories cannot exist. */
    static void requireShape(List<String> categories, List<Series> series) {
        var names = new HashSet<String>();
        for (Series each : series) {
            if (each.points().size() != categories.size()) {
                throw new IllegalArgumentException("series '%s' has %d points for %d categories"
                        .formatted(each.name(), each.points().size(), categories.size()));
            }
            if (!names.add(each.name())) {
                throw new IllegalArgumentException("two series are named '" + each.name() + "'");
            }
        }
    }
}
