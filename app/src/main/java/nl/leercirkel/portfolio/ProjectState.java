package nl.leercirkel.portfolio;

/** Where a project stands. */
public enum ProjectState implements Term {
    PREPARING("in voorbereiding"),
    RUNNING("loopt"),
    FINISHED("afgerond"),
    STOPPED("gestopt"),
    NOT_STARTED("niet gestart"),
    /** The source does not say. */
    NOT_GIVEN("niet vermeld");

    private final String term;

    ProjectState(String term) {
        this.term = term;
    }

    @Override
    public String term() {
        return term;
    }

    @Override
    public String labelKey() {
        return "portfolio.state." + name();
    }
}
