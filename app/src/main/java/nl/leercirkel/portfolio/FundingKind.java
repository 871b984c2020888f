package nl.leercirkel.portfolio;

/** What kind of money a source of funding is. */
public enum FundingKind implements Term {
    PROGRAMME("programmabudget"),
    STATE("rijksgeld"),
    MUNICIPALITY("gemeentelijk budget"),
    PARTNER("eigen bijdrage partner"),
    OTHER("ander geld"),
    /** All sources together, as the source states it: not a source of its own. */
    TOTAL("totaal van alle bronnen");

    private final String term;

    FundingKind(String term) {
        this.term = term;
    }

    @Override
    public String term() {
        return term;
    }

    @Override
    public String labelKey() {
        return "portfolio.funding." + name();
    }
}
