package nl.leercirkel.portfolio;

/** Where a project lives on after a decision. */
public enum Destination implements Term {
    CONTRACT("contract"),
    BUDGET("begroting"),
    POLICY_PLAN("beleidsplan"),
    REGULAR_WORK("regulier werk"),
    PROJECT("ander project");

    private final String term;

    Destination(String term) {
        this.term = term;
    }

    @Override
    public String term() {
        return term;
    }

    @Override
    public String labelKey() {
        return "portfolio.destination." + name();
    }
}
