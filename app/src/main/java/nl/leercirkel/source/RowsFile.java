package nl.leercirkel.source;

import static nl.leercirkeldb.source.Tables.LINE;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import nl.leercirkel.source.check.Definition;
import nl.leercirkel.source.check.Field;
import nl.leercirkel.spreadsheet.CsvWriter;
import nl.leercirkeldb.source.tables.records.LineRecord;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes the rows of a version, piece by piece: nothing is kept in memory, and a slow reader holds no connection to the database. A
 * stored version never changes, so pieces of different moments fit together.
 */
@Component
class RowsFile {
    private static final int PIECE = 1_000;
    /** A file that breaks off may not look whole. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET, StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .build();

    private final DSLContext sql;
    private final TransactionTemplate transactions;

    RowsFile(DSLContext sql, PlatformTransactionManager transactionManager) {
        this.sql = sql;
        this.transactions = new TransactionTemplate(transactionManager);
        this.transactions.setReadOnly(true);
    }

    /** For people: a line with the source, one with the units where there are any, the names of the fields, the rows. */
    void writeCsv(Dataset dataset, Version version, OutputStream output) throws IOException {
        List<Field> fields = version.definition().fields();
        CsvWriter csv = CsvWriter.forSpreadsheets(output);
        csv.row(List.of("Bron: " + SourceNote.of(dataset, version)));
        String units = fields.stream()
                .filter(field -> !field.unit().isEmpty())
                .map(field -> field.name() + " in " + field.unit())
                .collect(Collectors.joining(", "));
        if (!units.isEmpty()) {
            csv.row(List.of("Eenheden: " + units));
        }
        csv.row(fields.stream().map(Field::name).toList());
        each(version, cells -> {
            List<@Nullable String> row = new ArrayList<>();
            for (int at = 0; at < fields.size(); at++) {
                String value = cells[at];
                row.add(value != null && fields.get(at).type().isNumeric() ? value.replace('.', ',') : value);
            }
            csv.row(row);
        });
        csv.flush();
    }

    /** For programs: one document; a number is a number, with a point. */
    void writeJson(Dataset dataset, Version version, OutputStream output) throws IOException {
        Definition definition = version.definition();
        try (JsonGenerator json = JSON.createGenerator(output)) {
            json.writeStartObject();
            json.writeStringProperty("bron", dataset.name());
            json.writeNumberProperty("versie", version.number());
            json.writeStringProperty("bronvermelding", SourceNote.of(dataset, version));
            json.writeArrayPropertyStart("velden");
            for (Field field : definition.fields()) {
                json.writeStartObject();
                json.writeStringProperty("naam", field.name());
                json.writeStringProperty("soort", field.type().label());
                json.writeStringProperty("eenheid", field.unit());
                json.writeBooleanProperty("sleutel", field.key());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayPropertyStart("rijen");
            each(version, cells -> row(json, definition.fields(), cells));
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void row(JsonGenerator json, List<Field> fields, @Nullable String[] cells) {
        json.writeStartObject();
        for (int at = 0; at < fields.size(); at++) {
            json.writeName(fields.get(at).name());
            String value = cells[at];
            if (value == null) {
                json.writeNull();
            } else if (fields.get(at).type().isNumeric()) {
                json.writeNumber(value);
            } else {
                json.writeString(value);
            }
        }
        json.writeEndObject();
    }

    @FunctionalInterface
    private interface RowWriter {
        void write(@Nullable String[] cells) throws IOException;
    }

    private void each(Version version, RowWriter writer) throws IOException {
        long reached = -1;
        List<LineRecord> piece;
        do {
            piece = piece(version, reached);
            for (LineRecord row : piece) {
                writer.write(row.getCells());
                reached = row.getRowNumber();
            }
        } while (piece.size() == PIECE);
    }

    private List<LineRecord> piece(Version version, long after) {
        return transactions.execute(status -> sql.selectFrom(LINE)
                .where(LINE.VERSION_ID.eq(version.id()), LINE.ROW_NUMBER.gt(after))
                .orderBy(LINE.ROW_NUMBER)
                .limit(PIECE)
                .fetch());
    }
}
