package nl.leercirkel.standards.bij;

/** Outcome 3.1: can go on without help (paragraph 4.4); answers of version 7, not comparable with the older scale. */
public enum SelfReliance implements Coded {
    SAME_OR_HEAVIER("01", "Eenzelfde soort of zwaardere hulp nodig"),
    LIGHTER("02", "Met lichtere vorm van hulp gaat het goed"),
    NOT_NOW("03", "Nu geen verdere hulp, later mogelijk wel"),
    NO_MORE("04", "Geen verdere hulp meer nodig");

    private final String code;
    private final String label;

    SelfReliance(String code, String label) {
        this.code = code;
        this.label = label;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String label() {
        return label;
    }
}
