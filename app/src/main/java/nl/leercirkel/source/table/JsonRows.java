package nl.leercirkel.source.table;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.leercirkel.spreadsheet.FileContent;
import nl.leercirkel.spreadsheet.RefusedFileException;
import nl.leercirkel.spreadsheet.SheetCell;
import nl.leercirkel.spreadsheet.SheetCell.Kind;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Rows out of JSON: a list of objects, an object that has such a list as one of its values (as OData answers), or an
 * object per line.
 *
 * <p>The columns are the names in the first {@value #FIRST} objects.
 */
final class JsonRows {
    private static final int FIRST = 1000;
    private static final int LONGEST = 40_000;
    private static final int MOST_UNKNOWN = 5;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(20)
                    .maxNameLength(500)
                    .maxNumberLength(100)
                    .maxStringLength(LONGEST)
                    .build())
            .build();

    private JsonRows() {}

    /** Takes an object; answers whether more are wanted. */
    private interface Objects {
        boolean take(long number, Map<String, SheetCell> cells);
    }

    static void read(FileContent file, TableHandler handler) throws IOException, RefusedFileException {
        Set<String> names = new LinkedHashSet<>();
        objects(file, (number, cells) -> {
            names.addAll(cells.keySet());
            return number < FIRST;
        });
        if (names.isEmpty()) {
            throw new RefusedFileException(
                    "Er staan geen rijen in dit JSON-bestand. Verwacht: een lijst van objecten, of een object per regel.");
        }
        List<String> columns = ColumnNames.of(new ArrayList<>(names));
        List<String> written = List.copyOf(names);
        handler.header(columns);
        Set<String> unknown = new LinkedHashSet<>();
        objects(file, (number, cells) -> {
            List<SheetCell> row = new ArrayList<>(written.size());
            for (String name : written) {
                row.add(cells.getOrDefault(name, SheetCell.EMPTY));
            }
            for (String name : cells.keySet()) {
                if (!names.contains(name) && unknown.size() < MOST_UNKNOWN && unknown.add(name)) {
                    handler.note("Het veld " + name + " komt pas na rij " + FIRST + " voor (rij " + number
                            + ") en wordt niet gelezen.");
                }
            }
            return handler.row(number, row);
        });
    }

    private static void objects(FileContent file, Objects objects) throws IOException, RefusedFileException {
        try (InputStream in = file.open();
                JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), in)) {
            new Walk(parser, objects).root();
        } catch (JacksonException broken) {
            throw new RefusedFileException(reason(broken));
        }
    }

    private static String reason(JacksonException broken) {
        String message = String.valueOf(broken.getOriginalMessage());
        long line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNr();
        String where = line > 0 ? "Regel " + line + ": " : "";
        if (message.contains("Duplicate")) {
            return where + "hetzelfde veld staat twee keer in één rij. Haal er een weg.";
        }
        if (message.contains("UTF-8")) {
            return where + "de tekst is geen UTF-8. Sla het bestand opnieuw op als UTF-8.";
        }
        if (message.contains("end-of-input") || message.contains("Unexpected end")) {
            return where + "het bestand is afgebroken: het einde ontbreekt. Haal het opnieuw op.";
        }
        if (message.contains("exceeds the maximum")) {
            return where + "een tekst, naam of getal is te lang, of de gegevens zijn te diep genest.";
        }
        return where + "dit is geen geldige JSON.";
    }

    /** One walk through the file. */
    private static final class Walk {
        private final JsonParser parser;
        private final Objects objects;
        private long number;
        private boolean more = true;

        Walk(JsonParser parser, Objects objects) {
            this.parser = parser;
            this.objects = objects;
        }

        void root() throws RefusedFileException {
            JsonToken token = parser.nextToken();
            while (token != null && more) {
                if (token == JsonToken.START_ARRAY) {
                    list();
                } else if (token == JsonToken.START_OBJECT) {
                    object(true);
                } else {
                    throw noTable();
                }
                token = more ? parser.nextToken() : null;
            }
        }

        private RefusedFileException noTable() {
            return new RefusedFileException(
                    "Regel " + parser.currentTokenLocation().getLineNr()
                            + ": verwacht een lijst van objecten, of een object per regel.");
        }

        private void list() throws RefusedFileException {
            for (JsonToken token = parser.nextToken();
                    token != JsonToken.END_ARRAY && more;
                    token = parser.nextToken()) {
                if (token != JsonToken.START_OBJECT) {
                    throw noTable();
                }
                object(false);
            }
        }

        /** Reads to the end of the object. At the root it may turn out to be the envelope of a list. */
        private void object(boolean root) throws RefusedFileException {
            Map<String, SheetCell> cells = new LinkedHashMap<>();
            boolean envelope = false;
            for (JsonToken token = parser.nextToken();
                    token != JsonToken.END_OBJECT && more;
                    token = parser.nextToken()) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (root && number == 0 && value == JsonToken.START_ARRAY) {
                    JsonToken first = parser.nextToken();
                    if (first == JsonToken.START_OBJECT) {
                        envelope = true;
                        object(false);
                        if (more) {
                            list();
                        }
                        continue;
                    }
                    toEndOfArray(first);
                    cells.put(name, nested());
                    continue;
                }
                cells.put(name, cell(value));
            }
            if (!envelope && more) {
                more = objects.take(++number, cells);
            }
        }

        private void toEndOfArray(JsonToken first) {
            int depth = 1;
            for (JsonToken token = first; depth > 0; token = parser.nextToken()) {
                if (token == null) {
                    return;
                }
                if (token.isStructStart()) {
                    depth++;
                } else if (token.isStructEnd()) {
                    depth--;
                }
                if (depth == 0) {
                    return;
                }
            }
        }

        private static SheetCell nested() {
            return SheetCell.problem("Hier staan gegevens in gegevens. Een tabel heeft één waarde per cel.");
        }

        private SheetCell cell(JsonToken value) {
            if (value.isStructStart()) {
                parser.skipChildren();
                return nested();
            }
            return switch (value) {
                case VALUE_NULL -> SheetCell.EMPTY;
                case VALUE_TRUE -> SheetCell.of(Kind.TRUTH, "ja");
                case VALUE_FALSE -> SheetCell.of(Kind.TRUTH, "nee");
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser.getString());
                default -> SheetCell.text(parser.getString());
            };
        }

        private static SheetCell number(String text) {
            BigDecimal number = new BigDecimal(text);
            if (Math.abs((long) number.scale()) > 400) {
                return SheetCell.problem("Dit getal is te groot of heeft te veel decimalen.");
            }
            return SheetCell.of(
                    Kind.NUMBER,
                    number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString());
        }
    }
}
