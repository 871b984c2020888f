package nl.leercirkel.standards.bij;

/** Sex (paragraph 2.4). */
public enum Sex implements Coded {
    FEMALE("V", "Vrouw"),
    MALE("M", "Man"),
    UNKNOWN("O", "Onbekend");

    private final String code;
    private final String label;

    Sex(String code, String label) {
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
