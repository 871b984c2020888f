package nl.leercirkel.statistics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Reference data in the folder "shared" beside the project; tests that need them are skipped where it is absent. */
public final class Shared {

    private Shared() {}

    /** The lines of a file below reference-data. */
    public static List<String> lines(String file) {
        Path folder = Path.of(System.getProperty("leercirkel.shared", "../../shared"));
        Path path = folder.resolve("reference-data").resolve(file);
        Assumptions.assumeTrue(
                Files.exists(path),
                () -> "skipped: no reference data at " + path.toAbsolutePath()
                        + "; set -Dleercirkel.shared to the folder that has them");
        try {
            return Files.readAllLines(path);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The rows of a comma-separated file without its header, quotes taken off. */
    public static List<String[]> rows(String file) {
        return lines(file).stream()
                .skip(1)
                .map(line -> line.replace("\"", "").split(",", -1))
                .toList();
    }

    /** One column as numbers. */
    public static double[] column(List<String[]> rows, int column) {
        return rows.stream().mapToDouble(row -> Double.parseDouble(row[column])).toArray();
    }
}
