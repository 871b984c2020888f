package nl.leercirkel.standards.iv3;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes a data file in the shape in which it is read. */
public final class Iv3Writer {

    private static final JsonFactory FACTORY = new JsonFactory();

    private Iv3Writer() {}

    /** All sections are written, also the empty ones. The stream is left open. */
    public static void write(Iv3Data data, OutputStream out) {
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), new Unclosed(out))) {
            json.writeStartObject();
            json.writeName("metadata");
            json.writeStartObject();
            Iv3Metadata whose = data.metadata();
            json.writeStringProperty("overheidslaag", whose.layer());
            json.writeStringProperty("overheidsnummer", whose.number());
            json.writeStringProperty("overheidsnaam", whose.name());
            json.writeNumberProperty("boekjaar", whose.year());
            json.writeNumberProperty("periode", whose.period());
            json.writeStringProperty("status", whose.status());
            json.writeEndObject();
            json.writeName("data");
            json.writeStartObject();
            for (Iv3Section section : Iv3Section.values()) {
                section(data, section, json);
            }
            json.writeEndObject();
            json.writeEndObject();
        }
    }

    private static void section(Iv3Data data, Iv3Section section, JsonGenerator json) {
        json.writeName(section.key());
        json.writeStartArray();
        for (Iv3Cell cell : data.cells(section)) {
            json.writeStartObject();
            json.writeStringProperty(section.row(), cell.row());
            json.writeStringProperty(section.column(), cell.column());
            json.writeName(section.value());
            json.writeNumber(cell.value().toPlainString());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static final class Unclosed extends FilterOutputStream {

        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
