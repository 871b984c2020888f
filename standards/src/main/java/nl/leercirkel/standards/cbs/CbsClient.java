package nl.leercirkel.standards.cbs;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.leercirkel.standards.figure.Figure;
import nl.leercirkel.standards.figure.Provenance;
import nl.leercirkel.standards.figure.SourcedFigure;
import nl.leercirkel.standards.table.Finding;
import nl.leercirkel.standards.table.Findings;
import nl.leercirkel.standards.table.Place;
import org.jspecify.annotations.Nullable;

/** Reads tables of CBS over one of its services. Safe for several threads as far as its transport is. */
public final class CbsClient {

    /** A filter with more codes makes an address that servers refuse; a longer choice is made on what comes back. */
    private static final int MOST_CODES = 40;

    private final CbsVersion version;
    private final Pages pages;
    private final int pageSize;

    /**
     * @param attempts how often a page is asked before giving up
     * @param pause after the first attempt; longer after the next ones
     * @param pageSize rows a page of version 3, at most 10,000
     */
    public CbsClient(CbsTransport transport, CbsVersion version, int attempts, Duration pause, int pageSize) {
        this.version = version;
        this.pages = new Pages(transport, attempts, pause);
        this.pageSize = pageSize;
    }

    /** With four attempts, pauses of two seconds and more, and the largest pages. */
    public CbsClient(CbsTransport transport, CbsVersion version) {
        this(transport, version, 4, Duration.ofSeconds(2), 10_000);
    }

    /** @return empty where the description cannot be read; a finding says why */
    public Optional<CbsTable> describe(String table, Consumer<? super Finding> findings) {
        if (!CbsRequest.isName(table)) {
            findings.accept(Finding.fatal("CBS-TABEL", Place.FILE, "Verwacht: de code van een tabel, zoals 85098NED."));
            return Optional.empty();
        }
        return new Description(version, pages, version == CbsVersion.V3 ? pageSize : 0, findings).read(table);
    }

    /**
     * Reads figures, row by row.
     *
     * @return whether all were read; a row given before a failure was right, but the whole is not complete
     */
    public boolean read(
            CbsTable table, CbsSelection selection, Consumer<CbsRow> rows, Consumer<? super Finding> findings) {
        Reading reading = new Reading(table, selection, rows, findings);
        CbsRequest request = new CbsRequest(
                version,
                table.id(),
                version == CbsVersion.V3 ? "TypedDataSet" : "Observations",
                reading.query(),
                0,
                "");
        return pages.read(request, version == CbsVersion.V3 ? pageSize : 0, reading::row, new HashMap<>(), findings);
    }

    /** One reading of one table. */
    private static final class Reading {
        private final CbsTable table;
        private final CbsSelection selection;
        private final Consumer<CbsRow> rows;
        private final Consumer<? super Finding> findings;
        private final Map<String, CbsTopic> byColumn = new HashMap<>();
        private final Map<String, Map<String, CbsDimension.Code>> codes = new HashMap<>();
        private final Map<String, Provenance> provenances = new HashMap<>();
        private final Set<String> unknown = new HashSet<>();

        Reading(CbsTable table, CbsSelection selection, Consumer<CbsRow> rows, Consumer<? super Finding> findings) {
            this.table = table;
            this.selection = selection;
            this.rows = rows;
            this.findings = findings;
            List<CbsTopic> topics = selection.topics().isEmpty() ? table.topics() : selection.topics();
            topics.forEach(topic -> byColumn.put(topic.column(), topic));
            table.dimensions().forEach(dimension -> codes.put(dimension.name(), dimension.byKey()));
        }

        Map<String, String> query() {
            Map<String, String> query = new LinkedHashMap<>();
            String filter = table.dimensions().stream()
                    .map(dimension ->
                            clause(dimension.name(), selection.keys().getOrDefault(dimension.name(), Set.of())))
                    .filter(clause -> !clause.isEmpty())
                    .collect(Collectors.joining(" and "));
            if (table.version() == CbsVersion.V4
                    && !selection.topics().isEmpty()
                    && selection.topics().size() <= MOST_CODES) {
                String measures = selection.topics().stream()
                        .map(topic -> "Measure eq '" + quoted(topic.column()) + "'")
                        .collect(Collectors.joining(" or ", "(", ")"));
                filter = filter.isEmpty() ? measures : filter + " and " + measures;
            }
            if (!filter.isEmpty()) {
                query.put("$filter", filter);
            }
            if (table.version() == CbsVersion.V3 && !selection.topics().isEmpty()) {
                query.put(
                        "$select",
                        String.join(
                                ",",
                                Stream.concat(
                                                table.dimensions().stream().map(CbsDimension::name),
                                                selection.topics().stream().map(CbsTopic::column))
                                        .toList()));
            }
            return query;
        }

        /** With the key as the service writes it: version 3 finds a padded key only. */
        private String clause(String dimension, Set<String> keys) {
            if (keys.isEmpty() || keys.size() > MOST_CODES) {
                return "";
            }
            return keys.stream()
                    .sorted()
                    .map(key -> codes.getOrDefault(dimension, Map.of()).get(key))
                    .filter(Objects::nonNull)
                    .map(code -> dimension + " eq '" + quoted(code.raw()) + "'")
                    .collect(Collectors.joining(" or ", "(", ")"))
                    .replace("()", "");
        }

        private static String quoted(String text) {
            return text.replace("'", "''");
        }

        void row(Map<String, @Nullable String> fields) {
            Map<String, String> keys = new LinkedHashMap<>();
            for (CbsDimension dimension : table.dimensions()) {
                String value = fields.get(dimension.name());
                String key = value == null ? "" : value.strip();
                Set<String> wanted = selection.keys().getOrDefault(dimension.name(), Set.of());
                if (!wanted.isEmpty() && !wanted.contains(key)) {
                    return;
                }
                keys.put(dimension.name(), key);
                checkCode(dimension, key);
            }
            Map<CbsTopic, SourcedFigure> figures = new LinkedHashMap<>();
            Map<CbsTopic, String> texts = new LinkedHashMap<>();
            if (table.version() == CbsVersion.V3) {
                wide(fields, keys, figures, texts);
            } else {
                observed(fields, keys, figures, texts);
            }
            if (!figures.isEmpty() || !texts.isEmpty()) {
                rows.accept(new CbsRow(keys, figures, texts));
            }
        }

        private void wide(
                Map<String, @Nullable String> fields,
                Map<String, String> keys,
                Map<CbsTopic, SourcedFigure> figures,
                Map<CbsTopic, String> texts) {
            byColumn.forEach((column, topic) -> {
                if (!fields.containsKey(column)) {
                    return;
                }
                String value = fields.get(column);
                if (topic.text()) {
                    texts.put(topic, value == null ? "" : value.strip());
                } else {
                    put(topic, CbsFigures.wide(value), keys, figures);
                }
            });
        }

        private void observed(
                Map<String, @Nullable String> fields,
                Map<String, String> keys,
                Map<CbsTopic, SourcedFigure> figures,
                Map<CbsTopic, String> texts) {
            String measure =
                    Objects.requireNonNullElse(fields.get("Measure"), "").strip();
            CbsTopic topic = byColumn.get(measure);
            if (topic == null) {
                if (selection.topics().isEmpty()) {
                    once("Measure", measure, "Onderwerp '" + measure + "' staat niet in de beschrijving van de tabel.");
                }
                return;
            }
            String text = fields.get("StringValue");
            if (topic.text()) {
                texts.put(topic, text == null ? "" : text.strip());
            } else {
                String attribute = fields.get("ValueAttribute");
                put(
                        topic,
                        CbsFigures.observed(fields.get("Value"), attribute == null ? "" : attribute.strip()),
                        keys,
                        figures);
            }
        }

        private void put(
                CbsTopic topic,
                Optional<Figure> figure,
                Map<String, String> keys,
                Map<CbsTopic, SourcedFigure> figures) {
            if (figure.isPresent()) {
                figures.put(topic, new SourcedFigure(figure.get(), topic.unit(), provenance(keys)));
            } else {
                findings.accept(Finding.error(
                        "CBS-GETAL",
                        new Place(0, "tabel " + table.id() + ", onderwerp " + topic.title()),
                        "De waarde bij " + keys.values() + " is geen getal."));
            }
        }

        private Provenance provenance(Map<String, String> keys) {
            String period = keys.getOrDefault("Perioden", "");
            return provenances.computeIfAbsent(period, code -> {
                CbsDimension.Code known =
                        codes.getOrDefault("Perioden", Map.of()).get(code);
                return Provenance.cbs(table.id(), code, known == null ? "" : known.status());
            });
        }

        private void checkCode(CbsDimension dimension, String key) {
            Map<String, CbsDimension.Code> known = codes.getOrDefault(dimension.name(), Map.of());
            if (!known.isEmpty() && !known.containsKey(key)) {
                once(
                        dimension.name(),
                        key,
                        "Code '" + key + "' staat niet in de lijst van dimensie " + dimension.name() + ".");
            }
        }

        private void once(String where, String code, String message) {
            if (unknown.size() < Findings.KEPT && unknown.add(where + " " + code)) {
                findings.accept(
                        Finding.warning("CBS-CODE", new Place(0, "tabel " + table.id() + ", " + where), message));
            }
        }
    }
}
