package nl.leercirkel.standards.bij;

/** Why youth help ended (paragraph 3.7). */
public enum EndReason implements Coded {
    AS_PLANNED("01", "Beëindigd volgens plan"),
    EARLY_AGREED("02", "Voortijdig afgesloten: in overeenstemming"),
    EARLY_BY_CLIENT("03", "Voortijdig afgesloten: eenzijdig door de cliënt"),
    EARLY_BY_PROVIDER("04", "Voortijdig afgesloten: eenzijdig door de aanbieder"),
    EARLY_OUTSIDE("05", "Voortijdig afgesloten: wegens externe omstandigheden");

    private final String code;
    private final String label;

    EndReason(String code, String label) {
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
