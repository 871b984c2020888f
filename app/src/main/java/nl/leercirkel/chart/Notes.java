package nl.leercirkel.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The lines below a chart that explain what is absent and how to read what is drawn. */
final class Notes {

    private static final int NAMED = 3;

    private Notes() {}

    static List<String> below(Chart chart, Words words, boolean axisFromZero) {
        var notes = new ArrayList<String>();
        if (!axisFromZero) {
            notes.add(words.get("note.axis"));
        }
        boolean intervals = chart.series().stream().flatMap(Series::values).anyMatch(value -> value.interval() != null);
        if (intervals) {
            String meaning = chart.intervalMeaning().isBlank() ? words.get("note.interval") : chart.intervalMeaning();
            switch (chart) {
                case LineChart line -> notes.add(words.get("note.band", meaning));
                case IntervalChart interval -> notes.add(words.get("note.whisker", meaning));
                case BarChart bar -> {}
            }
        }
        notes.addAll(absent(chart, words));
        return notes;
    }

    /** One line per reason, suppressed first, naming the first few places. */
    static List<String> absent(Chart chart, Words words) {
        Map<String, List<String>> suppressed = new LinkedHashMap<>();
        Map<String, List<String>> missing = new LinkedHashMap<>();
        for (Series series : chart.series()) {
            for (int i = 0; i < series.points().size(); i++) {
                String category = chart.categories().get(i);
                String place = chart.series().size() == 1 ? category : series.name() + ", " + category;
                switch (series.points().get(i)) {
                    case Point.Value value -> {}
                    case Point.Missing absent -> add(missing, absent.reason(), place, words);
                    case Point.Suppressed absent -> add(suppressed, absent.reason(), place, words);
                }
            }
        }
        var notes = new ArrayList<String>();
        suppressed.forEach((reason, places) -> notes.add(words.get("note.suppressed", reason, list(places, words))));
        missing.forEach((reason, places) -> notes.add(words.get("note.missing", reason, list(places, words))));
        return notes;
    }

    private static void add(Map<String, List<String>> places, String reason, String place, Words words) {
        String why = reason.isBlank() ? words.get("note.noreason") : withoutStop(reason.strip());
        places.computeIfAbsent(why, key -> new ArrayList<>()).add(place);
    }

    private static String withoutStop(String reason) {
        return reason.endsWith(".") ? reason.substring(0, reason.length() - 1) : reason;
    }

    private static String list(List<String> places, Words words) {
        // Naming three and then "and 1 more" is longer than naming the fourth.
        if (places.size() <= NAMED + 1) {
            return String.join("; ", places);
        }
        return words.get("note.more", String.join("; ", places.subList(0, NAMED)), places.size() - NAMED);
    }
}
