package nl.leercirkel.standards.kwb;

import java.io.InputStream;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import nl.leercirkel.standards.figure.Figure;
import nl.leercirkel.standards.table.CsvTable;
import nl.leercirkel.standards.table.Finding;
import nl.leercirkel.standards.table.Header;
import nl.leercirkel.standards.table.Place;
import nl.leercirkel.standards.table.Row;
import org.jspecify.annotations.Nullable;

/** Reads key figures in any of their spellings, one row at a time. */
public final class KwbReader {

    /** One cell of the bundle of the new service. */
    public record Cell(String area, KwbTopic topic, Figure figure) {}

    /** Far more than the Netherlands have; a file with more is something else. */
    private static final int MOST_AREAS = 100_000;

    private final KwbEdition edition;
    private final Consumer<? super Finding> findings;
    private final Set<String> seen = new HashSet<>();
    private @Nullable KwbColumns told;

    private KwbReader(KwbEdition edition, Consumer<? super Finding> findings) {
        this.edition = edition;
        this.findings = findings;
    }

    /** Whether this is the header of a wide file. */
    public static boolean isWide(List<String> cells) {
        return KwbColumns.HEADER.recognise(cells) != null;
    }

    /** Whether this is the header of the observations of the new service. */
    public static boolean isLong(List<String> cells) {
        return Observations.HEADER.recognise(cells) != null;
    }

    /**
     * Reads a wide file: one row per area.
     *
     * @return whether the end was reached
     */
    public static boolean read(
            InputStream in, KwbEdition edition, Consumer<KwbRow> rows, Consumer<? super Finding> findings) {
        KwbReader reader = new KwbReader(edition, findings);
        return CsvTable.read(in, KwbColumns.HEADER, (columns, row) -> reader.row(columns, row, rows), findings);
    }

    /**
     * Reads the observations of the new service: one row per area and topic, in any order. Measures that no topic claims
     * are counted in one finding at the end.
     *
     * @return whether the end was reached
     */
    public static boolean readObservations(InputStream in, Consumer<Cell> cells, Consumer<? super Finding> findings) {
        Set<String> unknown = new HashSet<>();
        BiConsumer<Observations, Row> each = (columns, row) -> {
            String measure = row.cells().get(columns.measure()).strip();
            KwbTopic topic = KwbTopics.byMeasure(measure).orElse(null);
            if (topic == null) {
                unknown.add(measure);
                return;
            }
            String area = row.cells().get(columns.area()).strip();
            if (!Area.isCode(area)) {
                findings.accept(noCode(row, area));
                return;
            }
            KwbFigures.read(row.cells().get(columns.value()), topic)
                    .ifPresentOrElse(
                            figure -> cells.accept(new Cell(area, topic, figure)),
                            () -> findings.accept(noFigure(row, topic, "kolom Value")));
        };
        boolean complete = CsvTable.read(in, Observations.HEADER, each, findings);
        if (!unknown.isEmpty()) {
            findings.accept(Finding.note(
                    "KWB-ONBEKEND",
                    Place.FILE,
                    unknown.size() + " onderwerpen zijn niet gelezen omdat deze bibliotheek ze niet kent."));
        }
        return complete;
    }

    private void row(KwbColumns columns, Row row, Consumer<KwbRow> rows) {
        tell(columns);
        String code = cell(row, columns.code());
        if (!Area.isCode(code)) {
            findings.accept(noCode(row, code));
            return;
        }
        if (seen.size() < MOST_AREAS && !seen.add(code)) {
            findings.accept(
                    Finding.error("KWB-DUBBEL", row.place(), "Gebied " + code + " staat twee keer in het bestand."));
            return;
        }
        if (seen.size() == MOST_AREAS) {
            findings.accept(
                    Finding.error("KWB-TE-VEEL", row.place(), "Het bestand heeft meer gebieden dan Nederland."));
            return;
        }
        checkLevel(columns, row, code);
        Map<KwbTopic, Figure> figures = new LinkedHashMap<>();
        for (Map.Entry<Integer, KwbTopic> column : columns.topics().entrySet()) {
            KwbTopic topic = column.getValue();
            KwbFigures.read(row.cells().get(column.getKey()), topic)
                    .ifPresentOrElse(
                            figure -> figures.put(topic, figure),
                            () -> findings.accept(noFigure(row, topic, "kolom " + topic.label())));
        }
        rows.accept(new KwbRow(area(columns, row, code), edition, figures));
    }

    private Area area(KwbColumns columns, Row row, String code) {
        String change = cell(row, columns.boundary());
        Optional<Area.Boundary> boundary =
                change.isEmpty() ? Optional.of(Area.Boundary.NOT_GIVEN) : Area.Boundary.of(change);
        if (boundary.isEmpty()) {
            findings.accept(
                    Finding.warning(
                            "KWB-INDELING",
                            row.place().field("kolom Indelingswijziging"),
                            "Verwacht 1, 2, 3 of een punt. Of het gebied vergelijkbaar is met het jaar ervoor, is niet bekend."));
        }
        return new Area(
                code,
                Area.kindOf(code),
                cell(row, columns.name()),
                cell(row, columns.municipality()),
                boundary.orElse(Area.Boundary.NOT_GIVEN));
    }

    private void checkLevel(KwbColumns columns, Row row, String code) {
        String level = cell(row, columns.level()).toLowerCase(Locale.ROOT);
        String expected = switch (Area.kindOf(code)) {
            case COUNTRY -> "land";
            case MUNICIPALITY -> "gemeente";
            case DISTRICT -> "wijk";
            case NEIGHBOURHOOD -> "buurt";
        };
        if (!level.isEmpty() && !level.equals(expected)) {
            findings.accept(Finding.warning(
                    "KWB-SOORT",
                    row.place().field("kolom SoortRegio"),
                    "De code " + code + " is van een " + expected + ", de kolom zegt iets anders."));
        }
    }

    /** What the header leaves out, once. */
    private void tell(KwbColumns columns) {
        if (columns.equals(told)) {
            return;
        }
        told = columns;
        if (!columns.unknown().isEmpty()) {
            findings.accept(Finding.note(
                    "KWB-ONBEKEND",
                    Place.FILE,
                    columns.unknown().size() + " kolommen zijn niet gelezen omdat deze bibliotheek ze niet kent: "
                            + String.join(
                                    ", ", columns.unknown().stream().limit(10).toList())
                            + (columns.unknown().size() > 10 ? ", ..." : "") + "."));
        }
        for (String column : columns.twice()) {
            findings.accept(Finding.warning(
                    "KWB-KOLOM-DUBBEL",
                    Place.FILE,
                    "Kolom " + column + " zegt hetzelfde als een eerdere kolom; de eerste is gelezen."));
        }
    }

    private static String cell(Row row, int column) {
        return column == KwbColumns.NONE
                ? ""
                : row.cells().get(column).replace('\u00A0', ' ').strip();
    }

    private static Finding noCode(Row row, String code) {
        return Finding.error(
                "KWB-CODE",
                row.place(),
                "'" + (code.length() > 20 ? code.substring(0, 20) + "..." : code)
                        + "' is geen code van land, gemeente, wijk of buurt (zoals GM0014, WK001400 of BU00140001).");
    }

    private static Finding noFigure(Row row, KwbTopic topic, String column) {
        String allowed = switch (topic.kind()) {
            case COUNT, CODE -> "een geheel getal van 0 of meer";
            case SHARE -> "een percentage van 0 tot en met 100";
            case PER_THOUSAND -> "een aantal per 1.000, van 0 tot en met 1.000";
            case AVERAGE -> "een getal met hoogstens twee decimalen";
        };
        return Finding.error(
                "KWB-GETAL",
                row.place().field(column),
                "Verwacht: " + allowed + ", of een punt waar het cijfer onbekend is.");
    }

    /** The columns of the bundle of the new service. */
    private record Observations(int measure, int value, int area) {

        static final Header<Observations> HEADER = new Header<>() {
            @Override
            public @Nullable Observations recognise(List<String> cells) {
                List<String> names = cells.stream().map(KwbTopics::normal).toList();
                int measure = names.indexOf("measure");
                int value = names.indexOf("value");
                int area = names.indexOf("wijkenenbuurten");
                return measure < 0 || value < 0 || area < 0 ? null : new Observations(measure, value, area);
            }

            @Override
            public String expected() {
                return "de kolommen Measure, Value en WijkenEnBuurten";
            }
        };
    }
}
