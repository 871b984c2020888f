package nl.leercirkel.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The chart in words, for those who hear it: first the kind and size, then per series what an eye would catch. */
final class Description {

    /** Beyond this a spoken description no longer helps; the table does. */
    private static final int SPOKEN_SERIES = 6;

    private record Spot(String category, Point.Value value) {}

    private final Chart chart;
    private final Language language;
    private final Words words;

    private Description(Chart chart, Language language) {
        this.chart = chart;
        this.language = language;
        this.words = Words.in(language);
    }

    static String of(Chart chart, Language language) {
        return new Description(chart, language).text();
    }

    private String text() {
        if (!chart.hasValues()) {
            var sentences = new ArrayList<String>();
            sentences.add(words.get("empty") + ".");
            sentences.addAll(Notes.absent(chart, words));
            return String.join(" ", sentences);
        }
        var sentences = new ArrayList<String>();
        sentences.add(opening());
        String unit = chart.caption().unit().axisTitle();
        if (!unit.isEmpty()) {
            sentences.add(words.get("describe.unit", unit));
        }
        chart.series().stream().limit(SPOKEN_SERIES).map(this::sentence).forEach(sentences::add);
        if (chart.series().size() > SPOKEN_SERIES) {
            sentences.add(words.get("describe.rest", chart.series().size() - SPOKEN_SERIES));
        }
        Reference reference = chart.reference();
        if (reference != null) {
            sentences.add(words.get(
                    "describe.reference",
                    reference.label(),
                    chart.caption().unit().format(reference.value(), language)));
        }
        if (chart instanceof LineChart line) {
            line.events().forEach(event -> sentences.add(words.get("describe.event", event.period(), event.label())));
            line.breaks().forEach(each -> sentences.add(words.get("break", each.fromPeriod(), each.label()) + "."));
        }
        sentences.addAll(Notes.absent(chart, words));
        return String.join(" ", sentences);
    }

    private String opening() {
        String series = counted("describe.series", chart.series().size());
        int size = chart.categories().size();
        return switch (chart) {
            case LineChart line -> words.get("describe.line", series, counted("describe.periods", size));
            case BarChart bar ->
                words.get(
                        bar.layout() == BarChart.Layout.STACKED ? "describe.stacked" : "describe.bar",
                        series,
                        counted("describe.categories", size));
            case IntervalChart interval -> words.get("describe.interval", series, counted("describe.categories", size));
        };
    }

    private String counted(String key, int count) {
        return count == 1 ? words.get(key + ".one") : words.get(key, count);
    }

    private String sentence(Series series) {
        List<Spot> spots = spots(series);
        if (spots.isEmpty()) {
            return words.get("describe.none", series.name());
        }
        Spot first = spots.getFirst();
        Spot last = spots.getLast();
        if (spots.size() == 1) {
            return words.get("describe.single", series.name(), number(first), first.category());
        }
        Comparator<Spot> byNumber = Comparator.comparing(spot -> spot.value().number());
        Spot highest = spots.stream()
                .reduce((a, b) -> byNumber.compare(b, a) > 0 ? b : a)
                .orElseThrow();
        Spot lowest = spots.stream()
                .reduce((a, b) -> byNumber.compare(b, a) < 0 ? b : a)
                .orElseThrow();
        if (byNumber.compare(highest, lowest) == 0) {
            return words.get("describe.equal", series.name(), number(first));
        }
        if (chart instanceof LineChart) {
            return words.get(
                    "describe.change",
                    series.name(),
                    number(first),
                    first.category(),
                    number(last),
                    last.category(),
                    number(highest),
                    highest.category(),
                    number(lowest),
                    lowest.category());
        }
        return words.get(
                "describe.range",
                series.name(),
                number(highest),
                highest.category(),
                number(lowest),
                lowest.category());
    }

    private List<Spot> spots(Series series) {
        var spots = new ArrayList<Spot>();
        for (int i = 0; i < series.points().size(); i++) {
            if (series.points().get(i) instanceof Point.Value value) {
                spots.add(new Spot(chart.categories().get(i), value));
            }
        }
        return spots;
    }

    private String number(Spot spot) {
        return chart.caption().unit().format(spot.value().number(), language);
    }
}
