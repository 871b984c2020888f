package nl.leercirkel.portfolio;

/** How a project goes, in one word. */
public enum Light implements Term {
    ON_COURSE("op koers", "ok"),
    ATTENTION("aandacht", "attention"),
    STOP("stop", "stop");

    private final String term;
    private final String kind;

    Light(String term, String kind) {
        this.term = term;
        this.kind = kind;
    }

    @Override
    public String term() {
        return term;
    }

    /** What the fragment that draws a light calls it. */
    public String kind() {
        return kind;
    }

    @Override
    public String labelKey() {
        return "portfolio.light." + name();
    }
}
