package nl.leercirkel.standards.bij;

/** Yes or no. */
public enum YesNo implements Coded {
    YES("01", "Ja"),
    NO("02", "Nee");

    private final String code;
    private final String label;

    YesNo(String code, String label) {
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
