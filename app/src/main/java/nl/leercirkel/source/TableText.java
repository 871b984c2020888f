package nl.leercirkel.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import nl.leercirkel.spreadsheet.CsvWriter;

/** A small CSV in memory, that a Dutch spreadsheet opens as it is. */
final class TableText {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CsvWriter csv;

    TableText() {
        try {
            csv = CsvWriter.forSpreadsheets(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    void row(List<String> cells) {
        try {
            csv.row(cells);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    byte[] bytes() {
        try {
            csv.flush();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
