package nl.leercirkel.portfolio;

/** What can be wrong with figures. A contradiction is between two things the source says; a gap is something it does not say. */
public enum CheckKind {
    PROGRAMME_TOTAL(true),
    LINE_TOTAL(true),
    FUND_TOTAL(true),
    FUNDS_AGAINST_BUDGET(true),
    SOURCES_AGAINST_TOTAL(true),
    SHARE_AGAINST_AMOUNT(true),
    PERIOD(true),
    PARTS_AGAINST_WHOLE(true),
    IMPOSSIBLE_PERCENTAGE(true),
    AMOUNT_MISSING(false),
    RESULT_INCOMPLETE(false),
    TARGET_WITHOUT_RESULT(false);

    private final boolean contradiction;

    CheckKind(boolean contradiction) {
        this.contradiction = contradiction;
    }

    public boolean isContradiction() {
        return contradiction;
    }

    /** Key of the name in the message bundles. */
    public String labelKey() {
        return "portfolio.check." + name();
    }
}
