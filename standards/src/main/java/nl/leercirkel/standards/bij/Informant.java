package nl.leercirkel.standards.bij;

/** Who filled in a measurement (paragraph 4.5). The protocol gives no codes: these are ours. */
public enum Informant implements Coded {
    YOUNG_PERSON("jeugdige", "De jeugdige"),
    PARENT("ouder", "De ouder/opvoeder");

    private final String code;
    private final String label;

    Informant(String code, String label) {
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
