package nl.leercirkel.statistics.series;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reference data beside the project; a test skips where they are absent. */
final class SharedData {

    private SharedData() {}

    /** The last column of a file with a heading. */
    static double[] series(String file) {
        Path path = Path.of(System.getProperty("leercirkel.shared", "../../shared"), "reference-data", file);
        assumeTrue(Files.exists(path), "no reference data at " + path + " (set -Dleercirkel.shared)");
        try {
            return Files.readAllLines(path).stream()
                    .skip(1)
                    .map(line -> line.split(","))
                    .mapToDouble(cells -> Double.parseDouble(cells[cells.length - 1]))
                    .toArray();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
