package nl.leercirkel.source.check;

/** What a field of a dataset holds. */
public enum FieldType {
    TEXT("tekst"),
    WHOLE("geheel getal"),
    NUMBER("getal"),
    PERCENTAGE("percentage"),
    MONEY("bedrag in euro"),
    DATE("datum"),
    PERIOD("periode (jaar, halfjaar, kwartaal of maand)"),
    YES_NO("ja of nee"),
    CODE("code uit een lijst"),
    MUNICIPALITY("gemeente"),
    BSN("burgerservicenummer");

    private final String label;

    FieldType(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether it can be added, compared and drawn. */
    public boolean isNumeric() {
        return switch (this) {
            case WHOLE, NUMBER, PERCENTAGE, MONEY -> true;
            case TEXT, DATE, PERIOD, YES_NO, CODE, MUNICIPALITY, BSN -> false;
        };
    }

    /** Whether figures of parts may be added up: a percentage may not. */
    public boolean isAmount() {
        return isNumeric() && this != PERCENTAGE;
    }
}
