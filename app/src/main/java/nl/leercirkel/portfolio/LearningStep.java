package nl.leercirkel.portfolio;

/** The step of the learning circle that a project is at. */
public enum LearningStep implements Term {
    OBSERVE("signaleren"),
    DESIGN("ontwerpen"),
    FOLLOW("volgen"),
    INTERPRET("duiden"),
    EMBED("borgen");

    private final String term;

    LearningStep(String term) {
        this.term = term;
    }

    @Override
    public String term() {
        return term;
    }

    @Override
    public String labelKey() {
        return "portfolio.learning." + name();
    }
}
