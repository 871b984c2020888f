package nl.leercirkel.portfolio;

/** What an organisation does in a project. */
public enum PartnerRole implements Term {
    LEAD("penvoerder"),
    PARTNER("partner"),
    FUNDER("financier"),
    ADVISER("adviseur"),
    SITE("locatie");

    private final String term;

    PartnerRole(String term) {
        this.term = term;
    }

    @Override
    public String term() {
        return term;
    }

    @Override
    public String labelKey() {
        return "portfolio.role." + name();
    }
}
