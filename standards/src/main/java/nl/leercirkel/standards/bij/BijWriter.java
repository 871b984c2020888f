package nl.leercirkel.standards.bij;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import nl.leercirkel.standards.table.Finding;
import nl.leercirkel.standards.table.Place;

/** Writes records in a given layout: UTF-8, with line feeds. */
public final class BijWriter {

    private final BijLayout layout;

    public BijWriter(BijLayout layout) {
        this.layout = layout;
    }

    /**
     * Writes all records of one type; a file in columns holds one type.
     *
     * @param findings a value that is too long for its positions, or a filled field without a place in the layout; the
     *     record is then left out
     */
    public void write(
            RecordType type,
            Iterable<? extends BijRecord> records,
            OutputStream out,
            Consumer<? super Finding> findings)
            throws IOException {
        if (layout.of(type).isEmpty()) {
            throw new IllegalArgumentException("the layout has no record " + type);
        }
        try {
            switch (layout.kind()) {
                case COLUMNS -> columns(type, records, out, findings);
                case POSITIONS -> positions(type, records, out, findings);
            }
        } catch (UncheckedIOException unwritable) {
            throw unwritable.getCause();
        }
    }

    private void columns(
            RecordType type,
            Iterable<? extends BijRecord> records,
            OutputStream out,
            Consumer<? super Finding> findings)
            throws IOException {
        CsvWriter csv = CsvWriter.builder().build(out, StandardCharsets.UTF_8);
        csv.writeRecord(layout.of(type).stream().map(BijLayout.Column::header).toList());
        long number = 0;
        for (BijRecord record : records) {
            number++;
            Map<BijField, String> texts = texts(type, record);
            if (fits(type, texts, number, findings)) {
                csv.writeRecord(layout.of(type).stream()
                        .map(column -> texts.getOrDefault(column.field(), ""))
                        .toList());
            }
        }
        csv.flush();
    }

    private void positions(
            RecordType type,
            Iterable<? extends BijRecord> records,
            OutputStream out,
            Consumer<? super Finding> findings)
            throws IOException {
        int length = layout.of(type).stream()
                .mapToInt(column -> column.position() + column.length() - 1)
                .max()
                .orElseThrow();
        long number = 0;
        for (BijRecord record : records) {
            number++;
            Map<BijField, String> texts = texts(type, record);
            if (!fits(type, texts, number, findings)) {
                continue;
            }
            StringBuilder line = new StringBuilder(" ".repeat(length));
            line.replace(0, type.name().length(), type.name());
            for (BijLayout.Column column : layout.of(type)) {
                String text = texts.getOrDefault(column.field(), "");
                line.replace(column.position() - 1, column.position() - 1 + text.length(), text);
            }
            out.write(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
        }
        out.flush();
    }

    private static Map<BijField, String> texts(RecordType type, BijRecord record) {
        if (record.type() != type) {
            throw new IllegalArgumentException("a " + record.type() + " among " + type);
        }
        return BijRecords.write(record);
    }

    private boolean fits(
            RecordType type, Map<BijField, String> texts, long number, Consumer<? super Finding> findings) {
        List<Finding> wrong = new ArrayList<>();
        Place place = Place.line(number);
        texts.forEach((field, text) -> {
            BijLayout.Column column = layout.of(type).stream()
                    .filter(c -> c.field() == field)
                    .findFirst()
                    .orElse(null);
            if (column == null) {
                wrong.add(Finding.error(
                        "BIJ-GEEN-PLAATS",
                        place.field("veld " + field.key()),
                        "De indeling heeft geen plaats voor dit gevulde veld. Het record is niet geschreven."));
            } else if (layout.kind() == BijLayout.Kind.POSITIONS
                    && (text.length() > column.length() || text.chars().anyMatch(Character::isISOControl))) {
                wrong.add(Finding.error(
                        "BIJ-TE-LANG",
                        place.field("veld " + field.key()),
                        "De tekst past niet in " + column.length() + " posities op één regel. Het record is niet"
                                + " geschreven."));
            }
        });
        wrong.forEach(findings);
        return wrong.isEmpty();
    }
}
