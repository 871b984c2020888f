package nl.leercirkel.standards.bij;

/** Who referred (paragraph 3.2); code 07 does not exist. */
public enum Referrer implements Coded {
    MUNICIPALITY("01", "Gemeentelijke toegang"),
    GENERAL_PRACTITIONER("02", "Huisarts"),
    YOUTH_DOCTOR("03", "Jeugdarts"),
    CERTIFIED_INSTITUTION("04", "Gecertificeerde instelling"),
    MEDICAL_SPECIALIST("05", "Medisch specialist"),
    NONE("06", "Geen verwijzer"),
    CRIMINAL_COURT("08", "Rechter, Officier van Justitie, functionaris Justitiële jeugdinrichting");

    private final String code;
    private final String label;

    Referrer(String code, String label) {
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
