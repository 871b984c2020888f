package nl.leercirkel.progress;

import java.util.Locale;
import java.util.UUID;

/**
 * A question of a round.
 *
 * @param topic what the question keeps over rounds: by it the answers of several rounds stand in one row, also when a
 *     round words it differently
 */
public record Question(UUID id, int position, String text, String explanation, String topic) {

    /** The topic of a question that has no earlier one: its own text. */
    public static String topicOf(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
