package nl.leercirkel.standards.bij;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import nl.leercirkel.standards.table.CsvTable;
import nl.leercirkel.standards.table.Finding;
import nl.leercirkel.standards.table.Header;
import nl.leercirkel.standards.table.Place;
import nl.leercirkel.standards.table.TextLines;
import org.jspecify.annotations.Nullable;

/** Reads records in a given layout, one at a time. A record with a wrong field is a finding and is not given. */
public final class BijReader {

    private final BijLayout layout;

    public BijReader(BijLayout layout) {
        this.layout = layout;
    }

    /**
     * @param records each record with its place in the file
     * @return whether the end of the file was reached
     */
    public boolean read(InputStream in, BiConsumer<BijRecord, Place> records, Consumer<? super Finding> findings) {
        return switch (layout.kind()) {
            case COLUMNS ->
                CsvTable.read(
                        in,
                        header(),
                        (found, row) -> {
                            Map<BijField, String> texts = new EnumMap<>(BijField.class);
                            found.positions()
                                    .forEach((field, index) -> texts.put(
                                            field, row.cells().get(index).strip()));
                            give(found.type(), texts, row.place(), records, findings);
                        },
                        findings);
            case POSITIONS -> positions(in, records, findings);
        };
    }

    /** Whether this is the header of a record in columns. */
    public boolean isHeader(List<String> cells) {
        return layout.kind() == BijLayout.Kind.COLUMNS && header().recognise(cells) != null;
    }

    private static void give(
            RecordType type,
            Map<BijField, String> texts,
            Place place,
            BiConsumer<BijRecord, Place> records,
            Consumer<? super Finding> findings) {
        BijRecords.read(type, new BijFields(texts, place, findings)).ifPresent(record -> records.accept(record, place));
    }

    private record Found(RecordType type, Map<BijField, Integer> positions) {}

    private Header<Found> header() {
        return new Header<>() {
            @Override
            public @Nullable Found recognise(List<String> cells) {
                return BijReader.this.recognise(cells);
            }

            @Override
            public String expected() {
                List<String> records = new ArrayList<>();
                for (RecordType type : RecordType.values()) {
                    if (!layout.of(type).isEmpty()) {
                        records.add(type.name());
                    }
                }
                return "de kolommen van één van de records " + String.join(", ", records)
                        + " zoals de indeling ze noemt";
            }
        };
    }

    /** The record of which all mandatory columns are there, and the most columns in all. */
    private @Nullable Found recognise(List<String> cells) {
        List<String> names = cells.stream()
                .map(cell -> cell.strip().toLowerCase(Locale.ROOT))
                .toList();
        Found best = null;
        for (RecordType type : RecordType.values()) {
            Map<BijField, Integer> positions = new EnumMap<>(BijField.class);
            for (BijLayout.Column column : layout.of(type)) {
                int at = names.indexOf(column.header().toLowerCase(Locale.ROOT));
                if (at >= 0) {
                    positions.put(column.field(), at);
                }
            }
            boolean whole = !positions.isEmpty() && positions.keySet().containsAll(BijFields.mandatory(type));
            if (whole && (best == null || positions.size() > best.positions().size())) {
                best = new Found(type, positions);
            }
        }
        return best;
    }

    private boolean positions(
            InputStream in, BiConsumer<BijRecord, Place> records, Consumer<? super Finding> findings) {
        boolean[] broken = new boolean[1];
        boolean read = TextLines.read(
                in,
                line -> {
                    Optional<RecordType> type = type(line.text());
                    if (type.isEmpty()) {
                        findings.accept(
                                Finding.error(
                                        "BIJ-RECORD",
                                        line.place(),
                                        "De regel begint niet met de code van een record uit de indeling (JH, JB, JR, PJK of ORG)."));
                        return;
                    }
                    int length = length(type.get());
                    if (line.text().length() > length) {
                        findings.accept(Finding.error(
                                "BIJ-REGEL-LANG",
                                line.place(),
                                "De regel heeft " + line.text().length() + " posities, de indeling heeft er " + length
                                        + "."));
                        return;
                    }
                    if (!line.ended() && line.text().length() < length) {
                        broken[0] = true;
                        findings.accept(Finding.fatal(
                                "BIJ-AFGEBROKEN",
                                line.place(),
                                "Het bestand is afgebroken: de laatste regel is korter dan de indeling en heeft geen"
                                        + " regeleinde."));
                        return;
                    }
                    give(type.get(), cut(type.get(), line.text()), line.place(), records, findings);
                },
                findings);
        return read && !broken[0];
    }

    private Optional<RecordType> type(String line) {
        String code = line.substring(0, Math.min(BijLayout.CODE_LENGTH, line.length()))
                .strip();
        for (RecordType type : RecordType.values()) {
            if (type.name().equals(code) && !layout.of(type).isEmpty()) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    private int length(RecordType type) {
        return layout.of(type).stream()
                .mapToInt(column -> column.position() + column.length() - 1)
                .max()
                .orElse(0);
    }

    /** Blanks at the end of a line may be missing. */
    private Map<BijField, String> cut(RecordType type, String line) {
        Map<BijField, String> texts = new EnumMap<>(BijField.class);
        for (BijLayout.Column column : layout.of(type)) {
            int from = Math.min(column.position() - 1, line.length());
            int to = Math.min(from + column.length(), line.length());
            texts.put(column.field(), line.substring(from, to).strip());
        }
        return texts;
    }
}
