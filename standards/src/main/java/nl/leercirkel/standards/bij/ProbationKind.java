package nl.leercirkel.standards.bij;

/** Kind of youth probation (paragraph 5.2.1). */
public enum ProbationKind implements Coded {
    COMPULSORY("41", "Toezicht en begeleiding: gedwongen kader"),
    VOLUNTARY("42", "Toezicht en begeleiding: vrijwillig"),
    HARD_CORE("50", "Individuele trajectbegeleiding Harde Kern"),
    CRIEM("51", "Individuele trajectbegeleiding Criem"),
    TRAINING("61", "Scholings- en trainingsprogramma"),
    BEHAVIOUR("62", "Gedragsbeïnvloedende maatregel"),
    BEHAVIOUR_PREPARATION("63", "Voorbereiding gedragsbeïnvloedende maatregel");

    private final String code;
    private final String label;

    ProbationKind(String code, String label) {
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
