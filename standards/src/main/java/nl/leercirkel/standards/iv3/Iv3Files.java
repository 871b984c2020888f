package nl.leercirkel.standards.iv3;

import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import nl.leercirkel.standards.json.JsonReading;
import nl.leercirkel.standards.table.Finding;
import nl.leercirkel.standards.table.Place;

/** Reads data files as municipalities send them to CBS (JSON). */
public final class Iv3Files {

    /** All cells of all sections are fewer than this. */
    private static final int MOST_CELLS = 100_000;

    private Iv3Files() {}

    /** @return empty where the file cannot be used; the findings say why */
    public static Optional<Iv3Data> read(InputStream in, Consumer<? super Finding> findings) {
        DataBody body = new DataBody(findings);
        boolean complete = JsonReading.read(in, body, findings);
        return complete ? body.data() : Optional.empty();
    }

    private static final class DataBody implements JsonReading.Body {

        private final Consumer<? super Finding> findings;
        private final Map<String, String> metadata = new HashMap<>();
        private final List<Iv3Cell> cells = new ArrayList<>();
        private final Map<Iv3Section, Set<String>> seen = new EnumMap<>(Iv3Section.class);
        private boolean wrong;

        DataBody(Consumer<? super Finding> findings) {
            this.findings = findings;
        }

        @Override
        public void read(JsonReading json) {
            json.fields(name -> {
                if (name.equals("metadata")) {
                    json.object(field -> json.text().ifPresent(text -> metadata.put(field, text)));
                } else if (name.equals("data")) {
                    json.object(section ->
                            Iv3Section.of(section).ifPresent(known -> json.objects(() -> cell(json, known))));
                }
            });
        }

        private void cell(JsonReading json, Iv3Section section) {
            Place place = json.place();
            Map<String, String> fields = new HashMap<>();
            json.fields(name -> json.text().ifPresent(text -> fields.put(name, text.strip())));
            String row = fields.getOrDefault(section.row(), "");
            String column = fields.getOrDefault(section.column(), "");
            // ratios have "waarde" in some files and "bedrag" in others
            String written = fields.getOrDefault(section.value(), fields.getOrDefault("bedrag", ""));
            Optional<BigDecimal> value = JsonReading.number(written.replace(',', '.'));
            if (row.isEmpty() || column.isEmpty()) {
                error("IV3-CEL", place, section, "Een cel heeft " + section.row() + " en " + section.column() + ".");
            } else if (value.isEmpty()) {
                error(
                        "IV3-BEDRAG",
                        place,
                        section,
                        "Het bedrag of de waarde van " + row + " / " + column + " is geen getal.");
            } else if (!seen.computeIfAbsent(section, s -> new HashSet<>()).add(row + " / " + column)) {
                error("IV3-DUBBEL", place, section, "Cel " + row + " / " + column + " staat twee keer.");
            } else if (cells.size() >= MOST_CELLS) {
                throw json.unexpected("Het bestand heeft meer cellen dan Iv3 kent.");
            } else {
                cells.add(new Iv3Cell(section, row, column, value.get()));
            }
        }

        private void error(String code, Place place, Iv3Section section, String message) {
            wrong = true;
            findings.accept(Finding.error(code, place.field("onderdeel " + section.key()), message));
        }

        Optional<Iv3Data> data() {
            String year = metadata.getOrDefault("boekjaar", "");
            String period = metadata.getOrDefault("periode", "");
            if (!year.matches("20\\d\\d") || !period.matches("[0-5]")) {
                findings.accept(Finding.error(
                        "IV3-METADATA",
                        Place.FILE.field("onderdeel metadata"),
                        "Verwacht: een boekjaar, en een periode van 0 (begroting) tot en met 5 (jaarrekening)."));
                return Optional.empty();
            }
            Iv3Metadata whose = new Iv3Metadata(
                    metadata.getOrDefault("overheidslaag", ""),
                    metadata.getOrDefault("overheidsnummer", ""),
                    metadata.getOrDefault("overheidsnaam", ""),
                    Integer.parseInt(year),
                    Integer.parseInt(period),
                    metadata.getOrDefault("status", ""));
            return wrong ? Optional.empty() : Optional.of(new Iv3Data(whose, cells));
        }
    }
}
