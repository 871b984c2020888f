package nl.leercirkel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for every page of every module: nothing the content security policy refuses, and texts in two languages. */
class TemplateRulesTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern REFUSED = Pattern.compile(
            "<style\\b|<script(?![^>]*\\bsrc=)|[\\s,\"](?:th:)?(?:style|on[a-z]{4,})\\s*=|javascript:",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MESSAGE = Pattern.compile("#\\{(layout\\.[A-Za-z.]+)[(}]");
    private static final Pattern ELSEWHERE = Pattern.compile("url\\(\\s*[\"']?(?:data:|https?:|//)|@import");

    @Test
    void noPageHasAnInlineStyleOrScript() throws IOException {
        for (Path page : files(RESOURCES.resolve("templates"), ".html")) {
            assertThat(REFUSED.matcher(Files.readString(page)).results().map(found -> found.group()))
                    .as(page.toString())
                    .isEmpty();
        }
    }

    @Test
    void noStyleSheetReachesOutside() throws IOException {
        for (Path sheet : files(RESOURCES.resolve("static"), ".css")) {
            assertThat(ELSEWHERE.matcher(Files.readString(sheet)).find())
                    .as(sheet.toString())
                    .isFalse();
        }
    }

    @Test
    void everyTextExistsInBothLanguages() throws IOException {
        List<Path> dutch = files(RESOURCES.resolve("messages"), ".properties").stream()
                .filter(file -> !file.toString().endsWith("_en.properties"))
                .toList();
        assertThat(dutch).isNotEmpty();
        for (Path file : dutch) {
            Path english = file.resolveSibling(file.getFileName().toString().replace(".properties", "_en.properties"));
            assertThat(new TreeSet<>(load(english).stringPropertyNames()))
                    .as(english.toString())
                    .isEqualTo(new TreeSet<>(load(file).stringPropertyNames()));
        }
    }

    @Test
    void everyTextOfTheLayoutIsThere() throws IOException {
        Properties texts = load(RESOURCES.resolve("messages/web.properties"));
        TreeSet<String> used = new TreeSet<>();
        for (Path page : files(RESOURCES.resolve("templates/web"), ".html")) {
            Matcher matcher = MESSAGE.matcher(Files.readString(page));
            while (matcher.find()) {
                used.add(matcher.group(1));
            }
        }
        assertThat(used).isNotEmpty();
        assertThat(texts.stringPropertyNames()).containsAll(used);
    }

    private static List<Path> files(Path folder, String suffix) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix)).toList();
        }
    }

    private static Properties load(Path file) throws IOException {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
