package nl.leercirkel.care.ggm;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nl.leercirkel.spreadsheet.CsvWriter;
import org.jspecify.annotations.Nullable;

/** A CSV file per entity, named as its table in the DDL, and a text about them, in a ZIP. */
final class CsvZip implements GgmSink {
    private final ZipOutputStream zip;
    private @Nullable CsvWriter csv;

    CsvZip(OutputStream output) {
        this.zip = new ZipOutputStream(output, StandardCharsets.UTF_8);
    }

    @Override
    public void about(About about) throws IOException {
        StringBuilder text = new StringBuilder();
        text.append(GgmModel.NAME).append("\n\n").append(About.WARNING).append("\n\n");
        text.append("Doel: ").append(about.purpose()).append('\n');
        text.append("Grondslag: ").append(about.legalBasis()).append('\n');
        text.append("Wet: ").append(about.law()).append('\n');
        text.append("Bron: ").append(about.source()).append('\n');
        text.append("Gemaakt: ").append(about.madeOn()).append("\n");
        for (Entity entity : about.entities()) {
            text.append("\n")
                    .append(entity.table())
                    .append(".csv\n")
                    .append(entity.rows())
                    .append('\n');
            entity.absent()
                    .forEach(attribute -> text.append("  niet geleverd: ")
                            .append(attribute.name())
                            .append(". ")
                            .append(attribute.meaning())
                            .append('\n'));
        }
        zip.putNextEntry(new ZipEntry("leesmij.txt"));
        zip.write(text.toString().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    @Override
    public void begin(Entity entity) throws IOException {
        zip.putNextEntry(new ZipEntry(entity.table() + ".csv"));
        csv = CsvWriter.forPrograms(zip);
        csv.row(entity.columns());
    }

    @Override
    public void row(Entity entity, List<? extends @Nullable Object> values) throws IOException {
        Objects.requireNonNull(csv).row(values.stream().map(Values::text).toList());
    }

    @Override
    public void end(Entity entity) throws IOException {
        Objects.requireNonNull(csv).flush();
        zip.closeEntry();
    }

    @Override
    public void finish() throws IOException {
        zip.finish();
    }
}
