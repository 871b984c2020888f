package nl.leercirkel.standards.bij;

/** Permission to place out of home (paragraph 5.1.4). */
public enum PlacementKind implements Coded {
    SECURE("71", "Machtiging gesloten plaatsing"),
    OUT_OF_HOME("72", "Machtiging uithuisplaatsing");

    private final String code;
    private final String label;

    PlacementKind(String code, String label) {
        this.code = code;
        this.label = label;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String label() {
        return label;
    }
}
