package nl.leercirkel.source.open;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import nl.leercirkel.source.check.Field;
import nl.leercirkel.source.table.DecimalMark;
import nl.leercirkel.source.table.TableFile;
import nl.leercirkel.source.table.TableKind;
import nl.leercirkel.source.table.TableOptions;
import nl.leercirkel.standards.figure.Figure;

/** Writes a table as CSV of which nobody has to guess how it is read. */
public final class TableWriter implements Closeable {
    /** How the files are read. */
    public static final TableOptions OPTIONS = new TableOptions(TableKind.CSV, "", 1, ";", DecimalMark.COMMA);

    private final BufferedWriter out;
    private final LongConsumer progress;
    private long written;
    private long rows;

    /** More than a file may be. */
    static final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** @param progress told how many rows there are, now and then; may throw to stop the work */
    TableWriter(Path target, LongConsumer progress) throws IOException {
        this.out = Files.newBufferedWriter(target, StandardCharsets.UTF_8);
        this.progress = progress;
    }

    void header(List<Field> fields) {
        line(fields.stream().map(Field::name).toList());
    }

    void row(List<String> cells) {
        line(cells);
        if (++rows % 1000 == 0) {
            progress.accept(rows);
        }
    }

    long rows() {
        return rows;
    }

    void line(List<String> cells) {
        String line = cells.stream().map(TableWriter::quoted).collect(Collectors.joining(";", "", "\n"));
        written += line.length();
        if (written > TableFile.LIMITS.file()) {
            throw new TooLarge();
        }
        try {
            out.write(line);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String quoted(String cell) {
        String flat = cell.replaceAll("[\\r\\n]+", " ");
        return flat.indexOf(';') < 0 && flat.indexOf('"') < 0 ? flat : '"' + flat.replace("\"", "\"\"") + '"';
    }

    /** With a decimal comma; empty where there is no number. */
    static String number(Figure figure) {
        return figure.number().map(TableWriter::number).orElse("");
    }

    static String number(BigDecimal number) {
        return number.toPlainString().replace('.', ',');
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
