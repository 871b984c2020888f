package nl.leercirkel.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Pictures that were looked at and found good. After an intended change: run with {@code -Dchart.golden=write}, look at
 * the differences, and commit them with the change.
 */
class GoldenChartTest {

    private static final Path FOLDER = Path.of("src/test/resources/golden/chart");

    @TestFactory
    Stream<DynamicTest> pictures() {
        return SampleCharts.all().entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> compare(entry.getKey(), entry.getValue())));
    }

    private static void compare(String name, Chart chart) throws IOException {
        Path golden = FOLDER.resolve(name + ".svg");
        String svg = SvgRenderer.render(chart, RenderOptions.document(name));
        if ("write".equals(System.getProperty("chart.golden"))) {
            Files.createDirectories(FOLDER);
            Files.writeString(golden, svg);
        }
        assertThat(normalised(svg)).isEqualTo(normalised(Files.readString(golden)));
    }

    /** Line ends and indentation may differ between checkouts and editors; anything else may not. */
    private static String normalised(String svg) {
        return svg.lines().map(String::strip).filter(line -> !line.isEmpty()).reduce("", (a, b) -> a + "\n" + b);
    }
}
