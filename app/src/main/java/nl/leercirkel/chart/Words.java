package nl.leercirkel.chart;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;

/** The few words a chart adds of itself. A key that is missing is a fault of ours, found by a test, not an empty text. */
final class Words {

    private static final Words DUTCH = new Words(Language.DUTCH);
    private static final Words ENGLISH = new Words(Language.ENGLISH);

    private final Properties texts = new Properties();

    private Words(Language language) {
        String name = "words_" + language.code() + ".properties";
        var stream = Objects.requireNonNull(Words.class.getResourceAsStream(name), name);
        try (Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Words in(Language language) {
        return switch (language) {
            case DUTCH -> DUTCH;
            case ENGLISH -> ENGLISH;
        };
    }

    String get(String key, Object... arguments) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("no text for " + key);
        }
        return arguments.length == 0 ? text : String.format(text, arguments);
    }

    Set<String> keys() {
        return texts.stringPropertyNames();
    }
}
