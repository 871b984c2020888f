package nl.leercirkel.standards.bij;

/** Whether care goes on after probation (paragraph 5.3.1); 51 means no, 52 yes. */
public enum FollowUpCare implements Coded {
    NO("51", "Nee"),
    YES("52", "Ja");

    private final String code;
    private final String label;

    FollowUpCare(String code, String label) {
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
