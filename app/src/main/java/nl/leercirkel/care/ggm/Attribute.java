package nl.leercirkel.care.ggm;

import org.jspecify.annotations.Nullable;

/**
 * An attribute of an entity of the model, and what of ours goes into it.
 *
 * @param name as the model spells it: attributes as in its definitions, keys and references as in its DDL
 * @param sql the value, within the query of its entity; null when we do not have it
 * @param meaning in Dutch: which field of ours it is or, when we do not have it, why
 */
public record Attribute(String name, Kind kind, @Nullable String sql, String meaning) {
    /** What an attribute is for. */
    public enum Kind {
        KEY,
        REFERENCE,
        ATTRIBUTE
    }

    static Attribute key(String name, String sql, String meaning) {
        return new Attribute(name, Kind.KEY, sql, meaning);
    }

    static Attribute reference(String name, String sql, String meaning) {
        return new Attribute(name, Kind.REFERENCE, sql, meaning);
    }

    static Attribute value(String name, String sql, String meaning) {
        return new Attribute(name, Kind.ATTRIBUTE, sql, meaning);
    }

    static Attribute absent(String name, String why) {
        return new Attribute(name, Kind.ATTRIBUTE, null, why);
    }

    public boolean isFilled() {
        return sql != null;
    }
}
