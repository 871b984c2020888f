package nl.leercirkel.report;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import nl.leercirkel.chart.Unit;
import nl.leercirkel.portfolio.DutchNumbers;
import nl.leercirkel.portfolio.RelationKind;
import nl.leercirkel.portfolio.StatusReport;
import nl.leercirkel.portfolio.Term;
import nl.leercirkel.report.document.Language;

/**
 * The words that a report adds to its content, in the language of the reader and with the noun of the programme
 * (projecten, dossiers). A key that is missing is a fault of ours, found by a test.
 */
final class Wording {
    private static final Properties DUTCH = load("wording_nl.properties");
    private static final Properties ENGLISH = load("wording_en.properties");
    private static final Properties ENGLISH_TERMS = load("/messages/portfolio_en.properties");

    private final Language language;
    private final String one;
    private final String many;

    private Wording(Language language, String noun) {
        this.language = language;
        this.one = raw(language, "noun." + noun);
        this.many = raw(language, "noun." + noun + "s");
    }

    /** @param kind what the programme calls itself, such as "kansendossiers" */
    static Wording of(Language language, String kind) {
        return new Wording(language, kind.toLowerCase(Locale.ROOT).contains("dossier") ? "dossier" : "project");
    }

    Language language() {
        return language;
    }

    nl.leercirkel.chart.Language chartLanguage() {
        return switch (language) {
            case NL -> nl.leercirkel.chart.Language.DUTCH;
            case EN -> nl.leercirkel.chart.Language.ENGLISH;
        };
    }

    String get(String key, String... values) {
        String text = raw(language, key)
                .replace("{project}", one)
                .replace("{projects}", many)
                .replace("{Project}", capital(one))
                .replace("{Projects}", capital(many));
        return values.length == 0 ? text : new MessageFormat(text, Locale.ROOT).format(values);
    }

    /** "1 project", "15 projecten". */
    String projects(int count) {
        return count + " " + (count == 1 ? one : many);
    }

    String missing() {
        return get("missing");
    }

    /** The text, or that the source gives none. */
    String orMissing(String text) {
        return text.isBlank() ? missing() : text;
    }

    /** The word of a fixed list, in lower case. */
    String term(Term term) {
        return switch (language) {
            case NL -> term.term();
            case EN -> ENGLISH_TERMS.getProperty(term.labelKey(), term.term()).toLowerCase(Locale.ROOT);
        };
    }

    /** How the other project says it: "wordt voortgezet door". */
    String inverse(RelationKind kind) {
        return switch (language) {
            case NL -> kind.inverse();
            case EN -> get("relation.inverse." + kind.name());
        };
    }

    /** "Op koers, op 5 oktober 2021". */
    String light(StatusReport status) {
        return get("light.on", capital(term(status.light())), BackgroundChapter.day(status.on(), this));
    }

    String euro(BigDecimal amount) {
        return switch (language) {
            case NL -> DutchNumbers.euro(amount);
            case EN ->
                (amount.stripTrailingZeros().scale() > 0 ? Unit.euroAndCents() : Unit.euro())
                        .format(amount, nl.leercirkel.chart.Language.ENGLISH);
        };
    }

    String percentage(BigDecimal share) {
        return Unit.percent(1).format(share.movePointRight(2), chartLanguage());
    }

    /** "a, b en c". */
    String list(List<String> parts) {
        return switch (parts.size()) {
            case 0 -> get("none");
            case 1 -> parts.getFirst();
            default -> String.join(", ", parts.subList(0, parts.size() - 1)) + " " + get("and") + " " + parts.getLast();
        };
    }

    static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static String raw(Language language, String key) {
        Properties texts = switch (language) {
            case NL -> DUTCH;
            case EN -> ENGLISH;
        };
        return Objects.requireNonNull(texts.getProperty(key), () -> "No text for " + key);
    }

    private static Properties load(String name) {
        Properties texts = new Properties();
        var stream = Objects.requireNonNull(Wording.class.getResourceAsStream(name), name);
        try (Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
