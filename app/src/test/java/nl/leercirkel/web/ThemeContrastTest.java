package nl.leercirkel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** WCAG 2.2 success criteria 1.4.3 (text, 4.5 to 1) and 1.4.11 (edges of controls, 3 to 1) for the colours of the theme. */
class ThemeContrastTest {

    private static final Pattern COLOUR =
            Pattern.compile("--leercirkel-([a-z-]+): light-dark\\(#([0-9a-f]{6}), #([0-9a-f]{6})\\);");

    @ParameterizedTest(name = "{0} on {1}")
    @CsvSource({
        "text, background, 4.5",
        "text, surface, 4.5",
        "text, surface-raised, 4.5",
        "text, surface-quiet, 4.5",
        "text, primary-quiet, 4.5",
        "text, focus-halo, 4.5",
        "text-quiet, background, 4.5",
        "text-quiet, surface, 4.5",
        "text-quiet, surface-raised, 4.5",
        "text-quiet, surface-quiet, 4.5",
        "text-quiet, attention-quiet, 4.5",
        "link, background, 4.5",
        "link, surface, 4.5",
        "link, good-quiet, 4.5",
        "link, attention-quiet, 4.5",
        "link, stop-quiet, 4.5",
        "link, info-quiet, 4.5",
        "primary-strong, primary-quiet, 4.5",
        "primary-strong, surface-quiet, 4.5",
        "primary-contrast, primary, 4.5",
        "primary-contrast, primary-strong, 4.5",
        "stop-contrast, stop, 4.5",
        "accent-text, background, 4.5",
        "accent-text, accent-quiet, 4.5",
        "good, surface, 4.5",
        "good, background, 4.5",
        "good, good-quiet, 4.5",
        "attention, surface, 4.5",
        "attention, background, 4.5",
        "attention, attention-quiet, 4.5",
        "stop, surface, 4.5",
        "stop, background, 4.5",
        "stop, stop-quiet, 4.5",
        "text, good-quiet, 4.5",
        "text, attention-quiet, 4.5",
        "text, stop-quiet, 4.5",
        "text, info-quiet, 4.5",
        "info, info-quiet, 3",
        "line-strong, surface, 3",
        "line-strong, background, 3",
        "primary, surface-quiet, 3",
        "accent, background, 3",
        "focus, background, 3",
        "focus, surface, 3",
        "focus, focus-halo, 3",
    })
    void contrastSuffices(String foreground, String background, double required) throws IOException {
        Map<String, String[]> colours = colours();
        assertThat(colours).containsKeys(foreground, background);
        for (int theme = 0; theme < 2; theme++) {
            double contrast = contrast(colours.get(foreground)[theme], colours.get(background)[theme]);
            assertThat(contrast)
                    .as("%s on %s in %s", foreground, background, theme == 0 ? "light" : "dark")
                    .isGreaterThanOrEqualTo(required);
        }
    }

    private static Map<String, String[]> colours() throws IOException {
        Map<String, String[]> colours = new HashMap<>();
        Matcher matcher = COLOUR.matcher(Files.readString(Path.of("src/main/resources/static/css/theme.css")));
        while (matcher.find()) {
            colours.put(matcher.group(1), new String[] {matcher.group(2), matcher.group(3)});
        }
        return colours;
    }

    /** WCAG 2.2, definition of "contrast ratio". */
    private static double contrast(String one, String other) {
        double first = luminance(one);
        double second = luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    /** WCAG 2.2, definition of "relative luminance". */
    private static double luminance(String colour) {
        return 0.2126 * channel(colour, 0) + 0.7152 * channel(colour, 2) + 0.0722 * channel(colour, 4);
    }

    private static double channel(String colour, int at) {
        double value = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
