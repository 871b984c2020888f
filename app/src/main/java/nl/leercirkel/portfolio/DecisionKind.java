package nl.leercirkel.portfolio;

/** What is decided about a project. */
public enum DecisionKind implements Term {
    NOT_STARTED("niet gestart"),
    REPLACED("vervangen"),
    EMBEDDED("geborgd"),
    CONTRACTED("gecontracteerd"),
    TENDERED("aanbesteed"),
    STOPPED("gestopt"),
    EXTENDED("verlengd"),
    ADJUSTED("bijgesteld"),
    HANDED_OVER("overgedragen");

    private final String term;

    DecisionKind(String term) {
        this.term = term;
    }

    @Override
    public String term() {
        return term;
    }

    @Override
    public String labelKey() {
        return "portfolio.decision." + name();
    }
}
