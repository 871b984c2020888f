package nl.leercirkel.standards.cbs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import nl.leercirkel.standards.table.Finding;
import nl.leercirkel.standards.table.Findings;
import nl.leercirkel.standards.table.Place;
import org.jspecify.annotations.Nullable;

/** Reads what a table is about out of the parts beside its figures. */
final class Description {

    /** The largest dimension, neighbourhoods, has fewer than twenty thousand. */
    private static final int MOST_CODES = 500_000;

    private static final String LICENCE = "CC BY 4.0";
    private static final Set<String> NO_DIMENSION = Set.of("topic", "topicgroup");

    private final CbsVersion version;
    private final Pages pages;
    private final int pageSize;
    private final Consumer<? super Finding> findings;

    Description(CbsVersion version, Pages pages, int pageSize, Consumer<? super Finding> findings) {
        this.version = version;
        this.pageSize = pageSize;
        this.pages = pages;
        this.findings = findings;
    }

    Optional<CbsTable> read(String table) {
        Map<String, String> about = new HashMap<>();
        List<Map<String, @Nullable String>> properties = new ArrayList<>();
        List<CbsTopic> topics = new ArrayList<>();
        about(table, about);
        boolean read = version == CbsVersion.V3
                ? part(table, "DataProperties", bounded(properties), new HashMap<>())
                : part(table, "Dimensions", bounded(properties), new HashMap<>()) && measures(table, topics);
        if (!read) {
            return Optional.empty();
        }
        if (version == CbsVersion.V3) {
            topics.addAll(wideTopics(properties));
        }
        List<CbsDimension> dimensions = new ArrayList<>();
        for (Map<String, @Nullable String> property : properties) {
            String name = text(property, version == CbsVersion.V3 ? "Key" : "Identifier");
            String kind =
                    text(property, version == CbsVersion.V3 ? "Type" : "Kind").toLowerCase(Locale.ROOT);
            if (version == CbsVersion.V3 && NO_DIMENSION.contains(kind) || !CbsRequest.isName(name)) {
                continue;
            }
            List<CbsDimension.Code> codes = new ArrayList<>();
            String part = version == CbsVersion.V3 ? name : name + "Codes";
            // the only part that can be longer than a page: neighbourhoods
            CbsRequest request = CbsRequest.of(version, table, part);
            if (!pages.read(request, pageSize, row -> code(row, codes), new HashMap<>(), findings)) {
                return Optional.empty();
            }
            dimensions.add(new CbsDimension(name, text(property, "Title"), codes));
        }
        if (dimensions.isEmpty() || topics.isEmpty()) {
            findings.accept(Finding.fatal(
                    "CBS-BESCHRIJVING",
                    new Place(0, "tabel " + table),
                    "De beschrijving van de tabel noemt geen dimensies of geen onderwerpen."));
            return Optional.empty();
        }
        String licence = about.getOrDefault("License", "");
        return Optional.of(new CbsTable(
                table,
                version,
                about.getOrDefault("Title", ""),
                about.getOrDefault("Period", about.getOrDefault("TemporalCoverage", "")),
                about.getOrDefault("Modified", ""),
                licence.isEmpty() ? LICENCE : licence,
                dimensions,
                topics));
    }

    /** Title and dates are of use, and nothing depends on them. */
    private void about(String table, Map<String, String> about) {
        Findings own = new Findings();
        String part = version == CbsVersion.V3 ? "TableInfos" : "Properties";
        if (!pages.read(CbsRequest.of(version, table, part), 0, row -> keep(row, about), about, own)) {
            findings.accept(Finding.warning(
                    "CBS-TITEL",
                    new Place(0, "tabel " + table + ", onderdeel " + part),
                    "Titel en datum van de tabel zijn niet gelezen: "
                            + own.kept().getLast().message()));
        }
    }

    private boolean part(String table, String part, Pages.Rows rows, Map<String, String> top) {
        return pages.read(CbsRequest.of(version, table, part), 0, rows, top, findings);
    }

    private static void keep(Map<String, @Nullable String> row, Map<String, String> about) {
        row.forEach((name, value) -> {
            if (value != null) {
                about.putIfAbsent(name, value.strip());
            }
        });
    }

    private static Pages.Rows bounded(List<Map<String, @Nullable String>> list) {
        return row -> {
            if (list.size() < MOST_CODES) {
                list.add(row);
            }
        };
    }

    private void code(Map<String, @Nullable String> row, List<CbsDimension.Code> codes) {
        String raw = Objects.requireNonNullElse(row.get(version == CbsVersion.V3 ? "Key" : "Identifier"), "");
        String title = text(row, "Title");
        if (codes.size() < MOST_CODES && !raw.isBlank()) {
            String status = text(row, "Status");
            codes.add(new CbsDimension.Code(raw.strip(), raw, title, status.isEmpty() ? marked(title) : status));
        }
    }

    /** Titles of periods carry a mark: one star is provisional, two is provisional once more. */
    private static String marked(String title) {
        return title.endsWith("**") ? "Nader voorlopig" : title.endsWith("*") ? "Voorlopig" : "";
    }

    private static List<CbsTopic> wideTopics(List<Map<String, @Nullable String>> properties) {
        Map<String, Map<String, @Nullable String>> groups = new HashMap<>();
        properties.forEach(property -> groups.put(text(property, "ID"), property));
        List<CbsTopic> topics = new ArrayList<>();
        for (Map<String, @Nullable String> property : properties) {
            if (!text(property, "Type").equalsIgnoreCase("Topic")) {
                continue;
            }
            String column = text(property, "Key");
            topics.add(new CbsTopic(
                    withoutPosition(column),
                    column,
                    text(property, "Title"),
                    text(property, "Unit"),
                    decimals(property),
                    text(property, "Datatype").equalsIgnoreCase("String"),
                    headings(text(property, "ParentID"), groups, "Title", "ParentID")));
        }
        return topics;
    }

    static String withoutPosition(String column) {
        return column.replaceFirst("_\\d+$", "");
    }

    private boolean measures(String table, List<CbsTopic> topics) {
        Map<String, Map<String, @Nullable String>> groups = new HashMap<>();
        List<Map<String, @Nullable String>> measures = new ArrayList<>();
        boolean read = part(table, "MeasureGroups", row -> groups.put(text(row, "Id"), row), new HashMap<>())
                && part(table, "MeasureCodes", bounded(measures), new HashMap<>());
        for (Map<String, @Nullable String> measure : measures) {
            String code = text(measure, "Identifier");
            topics.add(new CbsTopic(
                    code,
                    code,
                    text(measure, "Title"),
                    text(measure, "Unit"),
                    decimals(measure),
                    text(measure, "DataType").equalsIgnoreCase("String"),
                    headings(text(measure, "MeasureGroupId"), groups, "Title", "ParentId")));
        }
        return read;
    }

    /** From the top; a group that is its own ancestor is left out. */
    private static List<String> headings(
            String id, Map<String, Map<String, @Nullable String>> groups, String title, String parent) {
        LinkedHashMap<String, String> chain = new LinkedHashMap<>();
        String at = id;
        while (!at.isEmpty()
                && groups.get(at) instanceof Map<String, @Nullable String> group
                && !chain.containsKey(at)) {
            chain.put(at, text(group, title));
            at = text(group, parent);
        }
        return new ArrayList<>(chain.values()).reversed();
    }

    private static int decimals(Map<String, @Nullable String> row) {
        String text = text(row, "Decimals");
        return text.matches("\\d{1,2}") ? Integer.parseInt(text) : 0;
    }

    private static String text(Map<String, @Nullable String> row, String name) {
        String value = row.get(name);
        return value == null ? "" : value.strip();
    }
}
