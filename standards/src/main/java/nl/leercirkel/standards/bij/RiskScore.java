package nl.leercirkel.standards.bij;

/** Dynamic risk at the end of probation, against the start (paragraph 5.3.1). */
public enum RiskScore implements Coded {
    LOWER("41", "Risicoscore lager dan aan het begin"),
    EQUAL("42", "Risicoscore even hoog"),
    HIGHER("43", "Risicoscore hoger");

    private final String code;
    private final String label;

    RiskScore(String code, String label) {
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
