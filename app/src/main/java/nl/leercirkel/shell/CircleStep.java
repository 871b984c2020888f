package nl.leercirkel.shell;

/** The five steps of the learning circle, along which the navigation goes, and the administration beside it. */
public enum CircleStep {
    OBSERVE,
    DESIGN,
    FOLLOW,
    INTERPRET,
    EMBED,
    ADMINISTRATION;

    public String labelKey() {
        return "step." + name();
    }
}
