package nl.leercirkel.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Contrast as WCAG 2.2 defines it, success criteria 1.4.3 (text) and 1.4.11 (graphics), of print and both page themes. */
class ChartColoursTest {

    private static final Pattern PROPERTY = Pattern.compile("(--chart-[a-z0-9-]+): (#[0-9a-f]{6});");

    @Test
    void printColoursAreLegibleOnWhite() {
        Stream.concat(
                        Stream.of(Ink.TEXT, Ink.MUTED, Ink.REFERENCE),
                        IntStream.range(0, Ink.SERIES_COUNT).mapToObj(Ink::series))
                .forEach(ink -> assertThat(contrast(ink.print(), "#ffffff"))
                        .as(ink.role())
                        .isGreaterThanOrEqualTo(4.5));
        assertThat(contrast(Ink.AXIS.print(), "#ffffff")).isGreaterThanOrEqualTo(3);
    }

    @Test
    void pageColoursAreLegibleInLightAndDark() throws IOException {
        List<Map<String, String>> themes = themes();
        assertThat(themes).as("light, dark by system, dark by choice, print").hasSize(4);
        assertThat(themes.get(1)).isEqualTo(themes.get(2)).isNotEqualTo(themes.get(0));
        assertThat(themes.get(3)).isEqualTo(themes.get(0));
        for (Map<String, String> theme : themes) {
            String surface = Objects.requireNonNull(theme.get("--chart-surface"));
            theme.forEach((name, colour) -> {
                if (name.matches("--chart-(text|muted|reference|series-\\d)")) {
                    assertThat(contrast(colour, surface)).as(name).isGreaterThanOrEqualTo(4.5);
                } else if (name.equals("--chart-axis")) {
                    assertThat(contrast(colour, surface)).as(name).isGreaterThanOrEqualTo(3);
                }
            });
        }
    }

    @Test
    void theSheetColoursEveryRoleAndTheLightPageLooksLikePrint() throws IOException {
        String css = css();
        Map<String, String> light = themes().getFirst();
        Stream.concat(
                        Stream.of(Ink.TEXT, Ink.MUTED, Ink.AXIS, Ink.GRID, Ink.SURFACE, Ink.REFERENCE),
                        IntStream.range(0, Ink.SERIES_COUNT).mapToObj(Ink::series))
                .forEach(ink -> {
                    assertThat(css).contains("." + ink.role() + " { color: var(--" + ink.role() + "); }");
                    assertThat(light).containsEntry("--" + ink.role(), ink.print());
                });
    }

    private static List<Map<String, String>> themes() throws IOException {
        return Stream.of(css().split("\\{", -1))
                .filter(block -> block.contains("--chart-surface: #"))
                .map(block -> {
                    var colours = new HashMap<String, String>();
                    var matcher = PROPERTY.matcher(block);
                    while (matcher.find()) {
                        colours.put(matcher.group(1), matcher.group(2));
                    }
                    return Map.copyOf(colours);
                })
                .toList();
    }

    private static String css() throws IOException {
        try (var stream = Objects.requireNonNull(ChartColoursTest.class.getResourceAsStream("/static/css/chart.css"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        return 0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5);
    }

    private static double channel(String colour, int at) {
        double value = Integer.parseInt(colour, at, at + 2, 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
