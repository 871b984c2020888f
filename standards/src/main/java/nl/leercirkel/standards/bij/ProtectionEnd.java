package nl.leercirkel.standards.bij;

/** Why a measure ended (paragraph 5.3.1); 01-07 for supervision orders, 11-15 for guardianship. */
public enum ProtectionEnd implements Coded {
    SUPERVISION_OF_AGE("01", "Bereiken meerderjarigheid"),
    LIFTED("02", "Tussentijdse opheffing"),
    NOT_EXTENDED("03", "Niet verlengd"),
    PLANNED("04", "Beëindiging volgens plan"),
    AUTHORITY_ENDED("05", "Gezagsbeëindigende maatregel"),
    SUPERVISION_DEATH("06", "Overlijden jeugdige"),
    TURNED_INTO_SUPERVISION("07", "VOTS omgezet in OTS"),
    GUARDIANSHIP_OF_AGE("11", "Bereiken meerderjarigheid"),
    TO_FOSTER_PARENT("12", "Voogdij naar pleegouder"),
    TO_CITIZEN_GUARDIAN("13", "Voogdij naar contactpersoon (burgervoogd)"),
    AUTHORITY_RESTORED("14", "Herstel gezag"),
    GUARDIANSHIP_DEATH("15", "Overlijden jeugdige");

    private final String code;
    private final String label;

    ProtectionEnd(String code, String label) {
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

    /** Whether it is a reason of supervision orders; else of guardianship. */
    public boolean isSupervision() {
        return compareTo(TURNED_INTO_SUPERVISION) <= 0;
    }
}
