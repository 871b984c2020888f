package nl.leercirkel.standards;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** Reference data in the folder "shared" beside the project; tests that need them are skipped where it is absent. */
public final class Shared {

    private Shared() {}

    /** A file below standards. */
    public static Path file(String name) {
        Path folder = Path.of(System.getProperty("leercirkel.shared", "../../shared"));
        Path path = folder.resolve("standards").resolve(name);
        Assumptions.assumeTrue(
                Files.exists(path),
                () -> "skipped: no reference data at " + path.toAbsolutePath()
                        + "; set -Dleercirkel.shared to the folder that has them");
        return path;
    }

    /** The rows of a comma-separated file by column name. */
    public static List<Map<String, String>> rows(String name) {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file(name))) {
            return csv.stream().map(NamedCsvRecord::getFieldsAsMap).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
