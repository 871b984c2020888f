package nl.leercirkel.portfolio;

/** How one project stands to another; both show it, each in its own words. */
public enum RelationKind implements Term {
    OVERLAPS("overlapt met", "overlapt met"),
    CONTINUES("zet voort", "wordt voortgezet door"),
    WIDENED_TO("verbreed naar", "verbreding van");

    private final String term;
    private final String inverse;

    RelationKind(String term, String inverse) {
        this.term = term;
        this.inverse = inverse;
    }

    @Override
    public String term() {
        return term;
    }

    /** The words that the other project uses. */
    public String inverse() {
        return inverse;
    }

    @Override
    public String labelKey() {
        return "portfolio.relation." + name();
    }
}
