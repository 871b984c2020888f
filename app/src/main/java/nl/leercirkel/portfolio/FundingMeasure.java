package nl.leercirkel.portfolio;

/** What an amount measures. */
public enum FundingMeasure implements Term {
    PLANNED("begroot"),
    COMMITTED("toegekend"),
    SPENT("besteed"),
    EXPECTED("verwacht");

    private final String term;

    FundingMeasure(String term) {
        this.term = term;
    }

    @Override
    public String term() {
        return term;
    }

    @Override
    public String labelKey() {
        return "portfolio.measure." + name();
    }
}
