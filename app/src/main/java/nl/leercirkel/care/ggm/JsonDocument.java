package nl.leercirkel.care.ggm;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** One JSON document with all entities, written token by token, in a ZIP since the same keys come back in each row. */
final class JsonDocument implements GgmSink {
    private final ZipOutputStream zip;
    private final JsonGenerator json;

    JsonDocument(OutputStream output) throws IOException {
        this.zip = new ZipOutputStream(output, StandardCharsets.UTF_8);
        zip.putNextEntry(new ZipEntry("ggm.json"));
        this.json = JsonFactory.builder()
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build()
                .createGenerator(zip);
    }

    @Override
    public void about(About about) {
        json.writeStartObject();
        json.writeStringProperty("model", GgmModel.NAME);
        json.writeStringProperty("letOp", About.WARNING);
        json.writeStringProperty("doel", about.purpose());
        json.writeStringProperty("grondslag", about.legalBasis());
        json.writeStringProperty("wet", about.law());
        json.writeStringProperty("bron", about.source());
        json.writeStringProperty("gemaakt", about.madeOn());
        json.writeArrayPropertyStart("nietGeleverd");
        for (Entity entity : about.entities()) {
            for (Attribute attribute : entity.absent()) {
                json.writeStartObject();
                json.writeStringProperty("entiteit", entity.name());
                json.writeStringProperty("attribuut", attribute.name());
                json.writeStringProperty("reden", attribute.meaning());
                json.writeEndObject();
            }
        }
        json.writeEndArray();
        json.writeObjectPropertyStart("entiteiten");
    }

    @Override
    public void begin(Entity entity) {
        json.writeArrayPropertyStart(entity.name());
    }

    @Override
    public void row(Entity entity, List<? extends @Nullable Object> values) {
        json.writeStartObject();
        List<String> columns = entity.columns();
        for (int at = 0; at < columns.size(); at++) {
            json.writeName(columns.get(at));
            Object value = values.get(at);
            String text = Values.text(value);
            if (text == null) {
                json.writeNull();
            } else if (value instanceof Number) {
                json.writeNumber(text);
            } else {
                json.writeString(text);
            }
        }
        json.writeEndObject();
    }

    @Override
    public void end(Entity entity) {
        json.writeEndArray();
    }

    @Override
    public void finish() throws IOException {
        json.writeEndObject();
        json.writeEndObject();
        json.close();
        zip.closeEntry();
        zip.finish();
    }
}
