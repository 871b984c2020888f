package nl.leercirkel.source.open;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import nl.leercirkel.spreadsheet.RefusedFileException;
import nl.leercirkel.standards.cbs.CbsClient;
import nl.leercirkel.standards.cbs.CbsDimension;
import nl.leercirkel.standards.cbs.CbsRow;
import nl.leercirkel.standards.cbs.CbsSelection;
import nl.leercirkel.standards.cbs.CbsTable;
import nl.leercirkel.standards.cbs.CbsTopic;
import nl.leercirkel.standards.figure.Figure;
import nl.leercirkel.standards.table.Findings;

/** A table out of the service with the columns that CBS gives it, for the readers that know such columns from files. */
final class RawTable {
    static final String YEAR = "jaar";

    private final CbsTable table;
    /** The dimension whose codes begin with the year of the row, where there is one. */
    private final String yearly;

    private RawTable(CbsTable table, String yearly) {
        this.table = table;
        this.yearly = yearly;
    }

    /** @param withYear adds a column with the year, where codes of a dimension tell it */
    static void save(CbsClient client, String id, boolean withYear, Path target, LongConsumer progress)
            throws IOException, RefusedFileException {
        Findings findings = new Findings();
        CbsTable table = client.describe(id, findings).orElseThrow(() -> Told.refused(findings));
        RawTable raw = new RawTable(table, withYear ? yearly(table) : "");
        try (TableWriter out = new TableWriter(target, progress)) {
            out.line(raw.header());
            boolean complete = client.read(table, CbsSelection.ALL, row -> out.row(raw.cells(row)), findings);
            Told.requireGood(findings, complete);
        }
    }

    private static String yearly(CbsTable table) {
        return table.dimensions().stream()
                .filter(dimension -> Set.of("Perioden", "Verslagsoort").contains(dimension.name()))
                .filter(dimension -> !dimension.codes().isEmpty()
                        && dimension.codes().stream()
                                .allMatch(code -> code.key().matches("20\\d\\d.*")))
                .map(CbsDimension::name)
                .findFirst()
                .orElse("");
    }

    private List<String> header() {
        List<String> names = new ArrayList<>(
                table.dimensions().stream().map(CbsDimension::name).toList());
        if (!yearly.isEmpty()) {
            names.add(YEAR);
        }
        table.topics().forEach(topic -> names.add(topic.column()));
        return names;
    }

    private List<String> cells(CbsRow row) {
        Map<String, String> keys = row.keys();
        List<String> cells = new ArrayList<>();
        table.dimensions().forEach(dimension -> cells.add(keys.getOrDefault(dimension.name(), "")));
        if (!yearly.isEmpty()) {
            String code = keys.getOrDefault(yearly, "");
            cells.add(code.substring(0, Math.min(4, code.length())));
        }
        for (CbsTopic topic : table.topics()) {
            cells.add(topic.text() ? row.texts().getOrDefault(topic, "") : sign(row, topic));
        }
        return cells;
    }

    /** A figure as files of CBS write it. */
    private static String sign(CbsRow row, CbsTopic topic) {
        var sourced = row.figures().get(topic);
        Figure figure = sourced == null ? new Figure.Missing("") : sourced.figure();
        return switch (figure) {
            case Figure.Known known -> TableWriter.number(known);
            case Figure.Suppressed _ -> "x";
            case Figure.Missing(String reason) -> reason.startsWith("nihil") ? "-" : ".";
            case Figure.NotComparable _ -> ".";
        };
    }
}
