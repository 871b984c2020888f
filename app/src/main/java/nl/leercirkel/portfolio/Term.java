package nl.leercirkel.portfolio;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A word of a fixed list. The Dutch word is also how forms, spreadsheets and demo files write it. */
public interface Term {
    /** The Dutch word, in lower case. */
    String term();

    String name();

    /** Key of the name in the message bundles. */
    String labelKey();

    /** The word with a capital, to start a sentence or a cell with. */
    default String title() {
        return term().substring(0, 1).toUpperCase(Locale.ROOT) + term().substring(1);
    }

    static <T extends Enum<T> & Term> Optional<T> parse(Class<T> list, String text) {
        String wanted = text.strip();
        return Arrays.stream(list.getEnumConstants())
                .filter(item -> item.term().equalsIgnoreCase(wanted))
                .findFirst();
    }
}
