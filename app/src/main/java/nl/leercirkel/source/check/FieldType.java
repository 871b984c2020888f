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
    BSN("burgerservicenummer, bewaard als pseudoniem"),
    BIRTH_YEAR("geboortedatum, bewaard als jaar"),
    AGE_GROUP("geboortedatum, bewaard als leeftijdsgroep");

    private final String label;

    FieldType(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether it is about one person, so that what stood in the file is not kept. */
    public boolean isPersonal() {
        return this == BSN || this == BIRTH_YEAR || this == AGE_GROUP;
    }

    /** Whether it can be added, compared and drawn. */
    public boolean isNumeric() {
        return switch (this) {
            case WHOLE, NUMBER, PERCENTAGE, MONEY -> true;
            case TEXT, DATE, PERIOD, YES_NO, CODE, MUNICIPALITY, BSN, BIRTH_YEAR, AGE_GROUP -> false;
        };
    }

    /** Whether figures of parts may be added up: a percentage may not. */
    public boolean isAmount() {
        return isNumeric() && this != PERCENTAGE;
    }
}
