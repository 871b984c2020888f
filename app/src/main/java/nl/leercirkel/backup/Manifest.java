package nl.leercirkel.backup;

import java.io.IOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a backup holds: written last into the file, read first.
 *
 * @param format version of the file's own form
 * @param version version of Leercirkel that made it
 * @param postgres version of the PostgreSQL it came from
 * @param migrations what had been migrated, in order
 * @param leftOut tables whose rows are not in it on purpose
 */
record Manifest(
        String product,
        int format,
        String version,
        String postgres,
        Instant createdAt,
        List<Migration> migrations,
        List<Content> tables,
        List<Position> sequences,
        List<Catalog.Name> leftOut) {

    static final String ENTRY = "manifest.json";
    static final String PRODUCT = "leercirkel";
    static final int FORMAT = 1;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A line of Flyway's history; a repeatable migration has no version, a schema made by Flyway no checksum. */
    record Migration(
            @Nullable String version,
            String script,
            @Nullable Integer checksum) {
        Migration {
            Objects.requireNonNull(script);
        }
    }

    /** The rows of one table: PostgreSQL's text form of COPY. */
    record Content(Catalog.Name table, List<String> columns, long rows, long bytes, String sha256) {
        Content {
            Objects.requireNonNull(table.schema());
            Objects.requireNonNull(table.name());
            Objects.requireNonNull(sha256);
            columns = List.copyOf(columns);
        }

        String entry() {
            return entry(table);
        }

        static String entry(Catalog.Name table) {
            return "tables/" + table + ".copy";
        }
    }

    /** Where a sequence is. */
    record Position(Catalog.Name sequence, long lastValue, boolean called) {
        Position {
            Objects.requireNonNull(sequence);
        }
    }

    Manifest {
        Objects.requireNonNull(version);
        Objects.requireNonNull(postgres);
        Objects.requireNonNull(createdAt);
        migrations = List.copyOf(migrations);
        tables = List.copyOf(tables);
        sequences = List.copyOf(sequences);
        leftOut = List.copyOf(leftOut);
    }

    byte[] toJson() {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
    }

    /** Reads and checks what can be checked without the rest of the file. */
    static Manifest fromJson(byte[] json) throws IOException {
        try {
            JsonNode tree = JSON.readTree(json);
            if (!PRODUCT.equals(tree.path("product").asString(""))) {
                throw Refusal.failed("het bestand is geen reservekopie van Leercirkel.");
            }
            if (tree.path("format").asInt(0) > FORMAT) {
                throw Refusal.failed(
                        "de reservekopie is gemaakt met een nieuwere Leercirkel (%s). Zet haar terug met die versie of een nieuwere.",
                        tree.path("version").asString("onbekend"));
            }
            Manifest manifest = JSON.treeToValue(tree, Manifest.class);
            Set<Catalog.Name> names = new HashSet<>();
            for (Content content : manifest.tables()) {
                if (!names.add(content.table())) {
                    throw Refusal.failed("de reservekopie is niet in orde: %s staat er twee keer in.", content.table());
                }
            }
            return manifest;
        } catch (JacksonException malformed) {
            throw new IOException("malformed manifest", malformed);
        }
    }

    long totalBytes() {
        return tables.stream().mapToLong(Content::bytes).sum();
    }

    long totalRows() {
        return tables.stream().mapToLong(Content::rows).sum();
    }
}
