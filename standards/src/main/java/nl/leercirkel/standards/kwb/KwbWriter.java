package nl.leercirkel.standards.kwb;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes key figures in one spelling: UTF-8, comma, decimal point, our own names of topics. {@link KwbReader} reads back what
 * was written.
 */
public final class KwbWriter implements AutoCloseable {

    private final CsvWriter csv;
    private final List<KwbTopic> topics;

    /** @param topics the columns to write */
    public KwbWriter(OutputStream out, List<KwbTopic> topics) {
        this.csv = CsvWriter.builder().build(out, StandardCharsets.UTF_8);
        this.topics = List.copyOf(topics);
        List<String> header = new ArrayList<>(List.of("codering", "naam", "gemeentenaam", "indelingswijziging"));
        topics.forEach(topic -> header.add(topic.id()));
        csv.writeRecord(header);
    }

    /** A topic that the row lacks is written as not given. */
    public void write(KwbRow row) {
        List<String> cells = new ArrayList<>(List.of(
                row.area().code(),
                row.area().name(),
                row.area().municipality(),
                row.area().boundary().code()));
        topics.forEach(topic -> cells.add(KwbFigures.write(row.figures().getOrDefault(topic, KwbFigures.EMPTY))));
        csv.writeRecord(cells);
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
