package nl.leercirkel.source;

/** How often the supplier of a dataset has something new. */
enum Refresh {
    ONCE("eenmalig"),
    YEARLY("elk jaar"),
    HALF_YEARLY("elk halfjaar"),
    QUARTERLY("elk kwartaal"),
    MONTHLY("elke maand"),
    WEEKLY("elke week"),
    DAILY("elke dag");

    private final String label;

    Refresh(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public String value() {
        return name();
    }
}
