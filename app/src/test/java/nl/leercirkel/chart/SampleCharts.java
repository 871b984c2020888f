package nl.leercirkel.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Charts of invented figures, shaped like those the product shows; also the golden copies and the sample sheet. */
final class SampleCharts {

    private static final String SOURCE = "Bron: verzonnen voorbeeld";
    private static final Point NOT_YET = new Point.Missing("nog niet geleverd");
    private static final Point FEW = new Point.Suppressed("minder dan 10 jeugdigen");

    private SampleCharts() {}

    static Map<String, Chart> all() {
        var charts = new LinkedHashMap<String, Chart>();
        charts.put("line", line());
        charts.put("line-band", lineWithBand());
        charts.put("bar", bars());
        charts.put("bar-grouped", grouped());
        charts.put("bar-stacked", stacked());
        charts.put("interval", intervals());
        charts.put("interval-two", intervalsOfTwo());
        charts.put("empty", empty());
        return charts;
    }

    static LineChart line() {
        return LineChart.of(
                        Caption.of("Jeugdigen met jeugdhulp", Unit.percent(1).named("van alle jeugdigen"), SOURCE),
                        "Jaar",
                        List.of("2018", "2019", "2020", "2021", "2022", "2023", "2024", "2025"),
                        List.of(
                                series("Dordrecht", "11.8", "12.1", "12.0", "12.9", "13.4", "13.1", "12.6", "12.2"),
                                series(
                                        "Drechtsteden (regio)",
                                        "11.2",
                                        "11.5",
                                        "11.4",
                                        "12.2",
                                        "12.6",
                                        "12.8",
                                        "12.7",
                                        "12.6"),
                                series("Nederland", "10.1", "10.4", "9.9", "10.6", "10.9", "11.0", "11.0", "10.9"),
                                series("Vergelijkingsgroep", "10.9", "-", "10.8", "11.6", "*", "12.1", "12.3", "12.4")))
                .withEvents(new LineChart.Event("2023", "start pilot in de wijk"))
                .withBreaks(new LineChart.Break("2021", "nieuwe definitie CBS"))
                .withTarget(Reference.of("Doel", "11.5"));
    }

    static LineChart lineWithBand() {
        var points = new ArrayList<Point>();
        int[] days = {61, 58, 64, 57, 49, 44, 46, 38};
        for (int i = 0; i < days.length; i++) {
            int half = 11 - i;
            points.add(Point.of("" + days[i], "" + (days[i] - half), "" + (days[i] + half), 40 + 9 * i));
        }
        points.set(2, FEW);
        return LineChart.of(
                        Caption.of("Wachttijd tot eerste gesprek", Unit.of("dagen (mediaan)", 0), SOURCE),
                        "Kwartaal",
                        List.of("2024 K1", "2024 K2", "2024 K3", "2024 K4", "2025 K1", "2025 K2", "2025 K3", "2025 K4"),
                        List.of(new Series("Wachttijd", points)))
                .withTarget(Reference.of("Norm", "42"))
                .withEvents(new LineChart.Event("2024 K4", "praktijkondersteuner bij huisarts"))
                .withIntervalMeaning("95%-betrouwbaarheidsinterval");
    }

    static BarChart bars() {
        return BarChart.of(
                        Caption.of("Uitgaven per project", Unit.euro(), SOURCE),
                        "Project",
                        List.of(
                                "Praktijkondersteuner jeugd bij de huisarts",
                                "Integrale vroeghulp",
                                "Kamers met aandacht voor jongeren die uit een instelling komen en nog geen woning hebben",
                                "Ambulante spoedhulp",
                                "School als vindplaats",
                                "Terugbetaling vorig jaar"),
                        List.of(new Series(
                                "Uitgaven",
                                List.of(
                                        Point.of(1_240_000),
                                        Point.of(865_500),
                                        Point.of(412_750),
                                        NOT_YET,
                                        FEW,
                                        Point.of(-96_000)))))
                .withReference(Reference.of("Gemiddeld budget", "500000"));
    }

    static BarChart grouped() {
        return BarChart.of(
                Caption.of("Doorverwijzingen per verwijzer", Unit.count("jeugdigen"), SOURCE),
                "Verwijzer",
                List.of("Huisarts", "Gemeentelijke toegang", "Gecertificeerde instelling", "Rechter of raad"),
                List.of(
                        series("2023", "412", "388", "64", "12"),
                        series("2024", "371", "402", "58", "*"),
                        series("2025", "298", "431", "61", "-")));
    }

    static BarChart stacked() {
        return BarChart.of(
                        Caption.of("Begroting per lijn en herkomst", Unit.euro(), SOURCE),
                        "Lijn",
                        List.of("Normaliseren", "Versterken gewone leven", "Specialistische hulp dichtbij"),
                        List.of(
                                series("Gemeente", "900000", "640000", "1310000"),
                                series("Rijk", "450000", "300000", "*"),
                                series("Aanbieders", "150000", "80000", "290000")))
                .stacked();
    }

    static IntervalChart intervals() {
        return IntervalChart.of(
                        Caption.of("Verschil in kosten per traject na een jaar", Unit.euro(), SOURCE),
                        "Project",
                        List.of(
                                "Praktijkondersteuner jeugd bij de huisarts",
                                "Integrale vroeghulp",
                                "Ambulante spoedhulp",
                                "School als vindplaats",
                                "Kamers met aandacht"),
                        List.of(new Series(
                                "Verschil",
                                List.of(
                                        Point.of("-1850", "-2600", "-1100", 212),
                                        Point.of("-420", "-1280", "440", 96),
                                        Point.of("310", "-900", "1520", 41),
                                        FEW,
                                        NOT_YET))),
                        "95%-betrouwbaarheidsinterval (BCa)")
                .withReference(Reference.of("Geen verschil", "0"));
    }

    static IntervalChart intervalsOfTwo() {
        return IntervalChart.of(
                        Caption.of("Doelen behaald bij afsluiten", Unit.percent(0), SOURCE),
                        "Gebied",
                        List.of("Dordrecht", "Zwijndrecht", "Papendrecht", "Sliedrecht"),
                        List.of(
                                new Series(
                                        "Met pilot",
                                        List.of(
                                                Point.of("74", "66", "81", 128),
                                                Point.of("69", "55", "80", 47),
                                                Point.of("81", "67", "90", 42),
                                                FEW)),
                                new Series(
                                        "Zonder pilot",
                                        List.of(
                                                Point.of("61", "57", "65", 604),
                                                Point.of("63", "55", "70", 151),
                                                Point.of("58", "48", "67", 97),
                                                Point.of("60", "50", "69", 90)))),
                        "95%-interval (Wilson)")
                .withReference(Reference.of("Landelijk", "62"));
    }

    static LineChart empty() {
        return LineChart.of(
                Caption.of("Uitval", Unit.percent(1), SOURCE),
                "Jaar",
                List.of("2024", "2025"),
                List.of(new Series("Uitval", List.of(new Point.Missing("de meting begint in 2027"), NOT_YET))));
    }

    static BarChart sixtyBars() {
        return BarChart.of(
                Caption.of("Zestig gemeenten", Unit.count("jeugdigen"), SOURCE),
                "Gemeente",
                IntStream.range(0, 60)
                        .mapToObj(i -> "Gemeente nummer " + (i + 1))
                        .toList(),
                List.of(new Series(
                        "Jeugdigen",
                        IntStream.range(0, 60)
                                .mapToObj(i -> Point.of(1200 - 17L * i))
                                .toList())));
    }

    static LineChart sixtyMonths() {
        return LineChart.of(
                Caption.of("Aanmeldingen per maand", Unit.count("aanmeldingen"), SOURCE),
                "Maand",
                IntStream.range(0, 60)
                        .mapToObj(i -> "%d-%02d".formatted(2021 + i / 12, 1 + i % 12))
                        .toList(),
                List.of(
                        new Series("Toegang", months(120, 30)),
                        new Series("Huisartsen", months(80, 12)),
                        new Series("Scholen", months(75, 7))));
    }

    private static List<Point> months(int level, int swing) {
        return IntStream.range(0, 60)
                .mapToObj(i -> Point.of(level + Math.round(swing * Math.sin(i / 5.0)) + i * 37 % 11))
                .toList();
    }

    /** A number per text; "-" is missing and "*" suppressed. */
    static Series series(String name, String... points) {
        return new Series(
                name,
                List.of(points).stream()
                        .map(text -> switch (text) {
                            case "-" -> NOT_YET;
                            case "*" -> FEW;
                            default -> Point.of(text);
                        })
                        .toList());
    }
}
