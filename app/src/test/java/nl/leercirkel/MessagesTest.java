package nl.leercirkel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.leercirkel.security.Action;
import nl.leercirkel.security.Right;
import nl.leercirkel.security.Role;
import nl.leercirkel.shell.CircleStep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text exists in both languages, and every text a template asks for exists. */
class MessagesTest {
    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern COMMENT = Pattern.compile("<!--/\\*.*?\\*/-->", Pattern.DOTALL);
    private static final Pattern KEY_IN_TEMPLATE = Pattern.compile("#\\{([A-Za-z][A-Za-z0-9.]*)[({}]");

    static List<String> bundles() throws IOException {
        try (Stream<Path> files = Files.list(MESSAGES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith("_en.properties"))
                    .map(name -> name.substring(0, name.length() - ".properties".length()))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void bothLanguagesHaveTheSameKeysAndPlaceholders(String bundle) throws IOException {
        Properties dutch = read(bundle + ".properties");
        Properties english = read(bundle + "_en.properties");
        assertThat(new TreeSet<>(english.stringPropertyNames())).isEqualTo(new TreeSet<>(dutch.stringPropertyNames()));
        for (String key : dutch.stringPropertyNames()) {
            assertThat(placeholders(english.getProperty(key)))
                    .as("placeholders of %s", key)
                    .isEqualTo(placeholders(dutch.getProperty(key)));
        }
    }

    @Test
    void noKeyIsInTwoBundles() throws IOException {
        Set<String> seen = new TreeSet<>();
        Set<String> twice = new TreeSet<>();
        for (String bundle : bundles()) {
            for (String key : read(bundle + ".properties").stringPropertyNames()) {
                if (!seen.add(key)) {
                    twice.add(key);
                }
            }
        }
        assertThat(twice).isEmpty();
    }

    @Test
    void everyTextThatATemplateAsksForExists() throws IOException {
        Set<String> known = allKeys();
        Set<String> missing = new TreeSet<>();
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".html")).toList()) {
                Matcher matcher = KEY_IN_TEMPLATE.matcher(
                        COMMENT.matcher(Files.readString(file)).replaceAll(""));
                while (matcher.find()) {
                    if (!known.contains(matcher.group(1))) {
                        missing.add(file.getFileName() + ": " + matcher.group(1));
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void rolesRightsActionsAndStepsHaveNames() throws IOException {
        Set<String> known = allKeys();
        Stream.of(Role.values())
                .forEach(role -> assertThat(known).contains(role.labelKey(), "role.home." + role.name()));
        Stream.of(Right.values()).forEach(right -> assertThat(known).contains(right.labelKey()));
        Stream.of(Action.values()).forEach(action -> assertThat(known).contains(action.labelKey()));
        Stream.of(CircleStep.values()).forEach(step -> assertThat(known).contains(step.labelKey()));
    }

    private static Set<String> allKeys() throws IOException {
        Set<String> keys = new TreeSet<>();
        for (String bundle : bundles()) {
            keys.addAll(read(bundle + ".properties").stringPropertyNames());
        }
        return keys;
    }

    private static Set<String> placeholders(String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = Pattern.compile("\\{\\d+").matcher(text);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }

    private static Properties read(String name) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(MESSAGES.resolve(name), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
