package nl.leercirkel.call;

import java.util.List;

/**
 * One question of a call.
 *
 * @param key "doel" for a standard question, "vraag-1" for one of the call's own
 * @param options what can be chosen, for questions with a list
 */
public record FormField(
        String key, FieldKind kind, String label, String explanation, boolean required, List<String> options) {

    static final String OWN = "vraag-";
    /** What follows the key in the name of the field that holds the reference of a yes or no. */
    static final String REFERENCE = "-verwijzing";

    public FormField {
        options = List.copyOf(options);
        if (label.isBlank() || kind.hasOptions() == options.isEmpty()) {
            throw new IllegalArgumentException("A question has a label, and options when one chooses: " + key);
        }
    }

    boolean own() {
        return key.startsWith(OWN);
    }
}
