package nl.leercirkel.standards.facts;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** Reads a table of facts from the classpath. A mistake in it is a fault of this library, so it throws. */
public final class Facts {

    private Facts() {}

    /** @param name the file beside the class, UTF-8, comma separated, with a header */
    public static List<Map<String, String>> rows(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no facts " + name + " beside " + beside.getName());
            }
            try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(in)) {
                return csv.stream().map(NamedCsvRecord::getFieldsAsMap).toList();
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The field of a row; every row of a table of facts has every field. */
    public static String field(Map<String, String> row, String name) {
        String value = row.get(name);
        if (value == null) {
            throw new IllegalStateException("no field " + name + " in " + row);
        }
        return value;
    }
}
