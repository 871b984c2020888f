package nl.leercirkel.portfolio;

/** What kind of figure a result is; it decides what must be known to read it. */
public enum Statistic implements Term {
    COUNT("aantal"),
    SHARE("aandeel"),
    MEAN("gemiddelde"),
    AMOUNT("bedrag of maat"),
    CHANGE("verandering"),
    STATEMENT("uitspraak");

    private final String term;

    Statistic(String term) {
        this.term = term;
    }

    @Override
    public String term() {
        return term;
    }

    @Override
    public String labelKey() {
        return "portfolio.statistic." + name();
    }
}
