package nl.leercirkel.standards.ijw.rule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every rule code of release 3.2: where it is checked, its return code, and what it asks in our own words. */
public final class RuleCatalogue {
    /** The return code for a fault in the content of the message: the whole is rejected. */
    static final String CONTENT_FAULT = "0001";

    private static final RuleCatalogue RELEASE_3_2 = new RuleCatalogue("regels-3.2.txt");
    private static final int CELLS = 6;
    private static final int BY_WHOM = 5;

    private final Map<String, Rule> rules = new LinkedHashMap<>();

    /** Where a rule is checked. */
    public enum Where {
        STRUCTURE("structuur"),
        MESSAGE("bericht"),
        STORED("berichten"),
        REFERENCE("bron"),
        /** Worked out in other rules, which are checked. */
        OTHER_RULES("regels"),
        /** Kept by what the library itself makes: answers, files, episodes. */
        MAKING("uitvoering"),
        /** About how people work; no message can show it. */
        ORGANISATION("organisatie"),
        /** Defined or named in the standard but used by no element. */
        UNUSED("ongebruikt");

        private final String word;

        Where(String word) {
            this.word = word;
        }

        /** The word in the data file. */
        public String word() {
            return word;
        }

        static Where of(String word) {
            for (Where where : values()) {
                if (where.word.equals(word)) {
                    return where;
                }
            }
            throw new IllegalStateException("unknown place of checking: " + word);
        }
    }

    /**
     * A rule.
     *
     * @param code as in the standard
     * @param returnCode code of WJ001, or null when the standard gives none
     * @param messages numbers of the messages it is about; empty for all
     * @param text what it asks, in Dutch
     * @param byWhom where no message can show it: who can see to it, and with what, in Dutch; else null
     */
    public record Rule(
            String code,
            @Nullable String returnCode,
            Where where,
            List<String> messages,
            String text,
            @Nullable String byWhom) {}

    private RuleCatalogue(String resource) {
        try (InputStream stream = RuleCatalogue.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("missing resource " + resource);
            }
            new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(this::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static RuleCatalogue release32() {
        return RELEASE_3_2;
    }

    public Rule get(String code) {
        Rule rule = rules.get(code);
        if (rule == null) {
            throw new IllegalArgumentException("no rule " + code);
        }
        return rule;
    }

    public Collection<Rule> all() {
        return List.copyOf(rules.values());
    }

    private void add(String line) {
        String[] cells = line.split("\\|", CELLS);
        rules.put(
                cells[0],
                new Rule(
                        cells[0],
                        cells[1].isEmpty() ? null : cells[1],
                        Where.of(cells[2]),
                        cells[3].isEmpty() ? List.of() : List.of(cells[3].split(" ")),
                        cells[4],
                        cells.length > BY_WHOM ? cells[BY_WHOM] : null));
    }
}
