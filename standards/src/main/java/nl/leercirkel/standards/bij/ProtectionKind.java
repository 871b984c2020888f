package nl.leercirkel.standards.bij;

/** Kind of child protection measure (paragraph 5.1.1). */
public enum ProtectionKind implements Coded {
    SUPERVISION("11", "Ondertoezichtstelling"),
    PROVISIONAL_SUPERVISION("12", "Voorlopige ondertoezichtstelling"),
    GUARDIANSHIP("21", "Voogdij"),
    PROVISIONAL_GUARDIANSHIP("22", "Voorlopige voogdij"),
    TEMPORARY_GUARDIANSHIP("23", "Tijdelijke voogdij");

    private final String code;
    private final String label;

    ProtectionKind(String code, String label) {
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

    /** Whether the list of reasons of supervision orders holds; else that of guardianship. */
    public boolean isSupervision() {
        return this == SUPERVISION || this == PROVISIONAL_SUPERVISION;
    }
}
