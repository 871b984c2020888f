package nl.leercirkel.standards.bij;

/** The records of the protocol. */
public enum RecordType {
    /** Youth help; every half-year. */
    JH("jeugdhulp"),
    /** Child protection; every half-year. */
    JB("jeugdbescherming"),
    /** Youth probation; every quarter. */
    JR("jeugdreclassering"),
    /** Preventive activities of a certified institution; no youth help. The protocol does not say in which file they go. */
    PJK("preventief justitieel kader"),
    /** The provider itself. */
    ORG("instelling");

    private final String label;

    RecordType(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
