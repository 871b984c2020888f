package nl.leercirkel.organisation;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Files that stand beside the repository and are not part of it; a test that needs one is skipped where it is absent. */
public final class SharedFiles {

    private static final Pattern CELL = Pattern.compile("(?:^|,)(?:\"([^\"]*)\"|([^,]*))");

    private SharedFiles() {}

    /** A line of a CSV file by the names of its header. */
    record Row(Map<String, String> cells) {

        String get(String column) {
            return Objects.requireNonNull(cells.get(column), column);
        }
    }

    public static Path path(String name) {
        Path path =
                Path.of(System.getProperty("leercirkel.shared", "../../shared")).resolve(name);
        assumeTrue(Files.isReadable(path), "skipped: no file " + path + " (set -Dleercirkel.shared to its folder)");
        return path;
    }

    static List<Row> csv(String name) throws IOException {
        List<String> lines = Files.readAllLines(path(name));
        List<String> header = cells(lines.getFirst());
        List<Row> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = cells(line);
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < header.size(); i++) {
                row.put(header.get(i), cells.get(i));
            }
            rows.add(new Row(row));
        }
        return rows;
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        Matcher matcher = CELL.matcher(line);
        while (matcher.find()) {
            cells.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
        }
        return cells;
    }
}
