package nl.leercirkel.source.open;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import nl.leercirkel.source.check.Field;
import nl.leercirkel.source.check.FieldType;
import nl.leercirkel.spreadsheet.RefusedFileException;
import nl.leercirkel.standards.cbs.CbsClient;
import nl.leercirkel.standards.cbs.CbsDimension;
import nl.leercirkel.standards.cbs.CbsPeriod;
import nl.leercirkel.standards.cbs.CbsRow;
import nl.leercirkel.standards.cbs.CbsSelection;
import nl.leercirkel.standards.cbs.CbsTable;
import nl.leercirkel.standards.cbs.CbsTopic;
import nl.leercirkel.standards.cbs.CbsVersion;
import nl.leercirkel.standards.figure.Figure;
import nl.leercirkel.standards.region.Municipalities;
import nl.leercirkel.standards.table.Findings;
import org.jspecify.annotations.Nullable;

/**
 * A table of CBS out of one of its services: a row for each municipality, period and further dimension. Other regions than
 * municipalities are left out where a table has municipalities. CBS lists each municipality in each period; one that did not
 * exist then has no figures, and is left out too.
 */
final class CbsReading {
    private static final int MOST_CELLS = 2_000_000;
    private static final Figure NOT_GIVEN = new Figure.Missing("niet gegeven");

    private final CbsTable table;
    private final List<CbsTopic> topics;
    private final CbsSelection selection;
    private final Map<CbsTopic, Integer> places = new HashMap<>();
    private final Optional<CbsDimension> region;
    private final Optional<CbsDimension> period;
    private final List<CbsDimension> others;

    private CbsReading(CbsTable table, CbsSelection selection) {
        this.table = table;
        this.selection = selection;
        this.topics = selection.topics().isEmpty() ? table.topics() : selection.topics();
        topics.forEach(topic -> places.put(topic, places.size()));
        this.region = table.dimensions().stream()
                .filter(dimension -> dimension.codes().stream().anyMatch(code -> isMunicipality(code.key())))
                .findFirst();
        this.period = table.dimensions().stream()
                .filter(dimension -> !dimension.codes().isEmpty()
                        && dimension.codes().stream()
                                .allMatch(code -> CbsPeriod.parse(code.key()).isPresent()))
                .findFirst();
        this.others = table.dimensions().stream()
                .filter(dimension -> !region.equals(Optional.of(dimension)) && !period.equals(Optional.of(dimension)))
                .toList();
    }

    static Taken take(Wanted wanted, CbsClient client, Path target, LongConsumer progress)
            throws IOException, RefusedFileException {
        Findings findings = new Findings();
        String id = wanted.tables().getFirst();
        CbsTable table = client.describe(id, findings).orElseThrow(() -> Told.refused(findings));
        CbsReading reading = new CbsReading(table, CbsChoice.of(table, wanted));
        List<Field> fields = reading.fields();
        try (TableWriter out = new TableWriter(target, progress)) {
            out.header(fields);
            boolean complete = table.version() == CbsVersion.V3
                    ? client.read(table, reading.selection, row -> reading.wide(row, out), findings)
                    : reading.observed(client, out, findings);
            Told.requireGood(findings, complete);
            if (out.rows() == 0) {
                throw new RefusedFileException("Tabel " + id
                        + " gaf geen enkele rij met deze keuze. Controleer bij Wijzigen de onderwerpen en het filter.");
            }
        }
        return new Taken("cbs-" + id + ".csv", false, fields, true);
    }

    private static boolean isMunicipality(String key) {
        return key.matches("GM\\d{4}");
    }

    private List<Field> fields() throws RefusedFileException {
        Fields fields = new Fields();
        region.ifPresent(dimension -> fields.key(Fields.MUNICIPALITY, FieldType.MUNICIPALITY));
        period.ifPresent(dimension -> fields.key(Fields.PERIOD, FieldType.PERIOD));
        for (CbsDimension other : others) {
            Set<String> chosen = selection.keys().getOrDefault(other.name(), Set.of());
            fields.dimension(
                    other.title().isBlank() ? other.name() : other.title(),
                    chosen.size() == 1 ? List.copyOf(chosen) : List.of(),
                    other.codes().stream()
                            .filter(code -> code.title()
                                    .toLowerCase(java.util.Locale.ROOT)
                                    .startsWith("totaal"))
                            .map(CbsDimension.Code::key)
                            .findFirst()
                            .orElse(""));
        }
        period.ifPresent(dimension -> fields.text("Status van de cijfers", dimension.name()));
        for (CbsTopic topic : topics) {
            String other =
                    topic.groups().isEmpty() ? topic.column() : topic.groups().getLast();
            if (topic.text()) {
                fields.text(topic.title(), other);
            } else {
                String unit = Units.of(topic.title() + " " + String.join(" ", topic.groups()), topic.unit());
                fields.number(topic.title(), other, unit, Units.type(unit, topic.decimals()));
            }
        }
        return fields.list();
    }

    private void wide(CbsRow row, TableWriter out) {
        if (isWanted(row)) {
            @Nullable Object[] values = new Object[topics.size()];
            put(row, values);
            assembled(row.keys(), values, out);
        }
    }

    /** Observations come one by one: those of one row are brought together first. */
    private boolean observed(CbsClient client, TableWriter out, Findings findings) throws RefusedFileException {
        Map<Map<String, String>, @Nullable Object[]> rows = new LinkedHashMap<>();
        boolean[] tooMany = new boolean[1];
        boolean complete = client.read(
                table,
                selection,
                row -> {
                    if (isWanted(row) && !tooMany[0]) {
                        put(row, rows.computeIfAbsent(row.keys(), fresh -> new Object[topics.size()]));
                        tooMany[0] = (long) rows.size() * topics.size() > MOST_CELLS;
                    }
                },
                findings);
        if (tooMany[0]) {
            throw new RefusedFileException(
                    "Deze keuze geeft meer dan twee miljoen cijfers. Kies bij Wijzigen minder onderwerpen, of een filter.");
        }
        rows.forEach((keys, values) -> assembled(keys, values, out));
        return complete;
    }

    private void put(CbsRow row, @Nullable Object[] values) {
        row.figures().forEach((topic, figure) -> values[place(topic)] = figure.figure());
        row.texts().forEach((topic, text) -> values[place(topic)] = text);
    }

    private int place(CbsTopic topic) {
        return java.util.Objects.requireNonNull(places.get(topic));
    }

    private void assembled(Map<String, String> keys, @Nullable Object[] values, TableWriter out) {
        List<String> cells = keys(keys);
        boolean anything = false;
        for (int at = 0; at < values.length; at++) {
            if (topics.get(at).text()) {
                cells.add(values[at] instanceof String text ? text : "");
                continue;
            }
            Figure figure = values[at] instanceof Figure given ? given : NOT_GIVEN;
            anything |= figure instanceof Figure.Known;
            cells.add(TableWriter.number(figure));
            cells.add(Reasons.text(figure));
        }
        if (anything || existed(keys)) {
            out.row(cells);
        }
    }

    private boolean isWanted(CbsRow row) {
        return region.map(dimension -> isMunicipality(row.keys().getOrDefault(dimension.name(), "")))
                .orElse(true);
    }

    private List<String> keys(Map<String, String> keys) {
        List<String> cells = new ArrayList<>();
        region.ifPresent(dimension -> cells.add(keys.getOrDefault(dimension.name(), "")));
        period.ifPresent(dimension -> cells.add(period(keys.getOrDefault(dimension.name(), ""))));
        others.forEach(dimension -> cells.add(keys.getOrDefault(dimension.name(), "")));
        period.ifPresent(dimension -> cells.add(dimension
                .code(keys.getOrDefault(dimension.name(), ""))
                .map(CbsDimension.Code::status)
                .orElse("")));
        return cells;
    }

    /** As datasets write periods: 2022, 2022-H1, 2022-Q1 or 2022-01. */
    static String period(String key) {
        return CbsPeriod.parse(key)
                .map(period -> {
                    int year = period.start().getYear();
                    int month = period.start().getMonthValue();
                    return switch (period.kind()) {
                        case YEAR -> Integer.toString(year);
                        case HALF_YEAR -> year + "-H" + (month / 6 + 1);
                        case QUARTER -> year + "-Q" + (month / 3 + 1);
                        case MONTH -> "%d-%02d".formatted(year, month);
                        case DAY -> key;
                    };
                })
                .orElse(key);
    }

    /** Whether the municipality of a row was there in its period, as far as that can be said. */
    private boolean existed(Map<String, String> keys) {
        if (region.isEmpty() || period.isEmpty()) {
            return true;
        }
        return existed(
                keys.getOrDefault(region.get().name(), ""),
                keys.getOrDefault(period.get().name(), ""));
    }

    static boolean existed(String municipality, String period) {
        Optional<LocalDate> day = CbsPeriod.parse(period).map(CbsPeriod::start);
        return day.isEmpty()
                || Municipalities.register()
                        .municipality(municipality)
                        .map(found -> found.existsOn(day.get()))
                        .orElse(false);
    }
}
