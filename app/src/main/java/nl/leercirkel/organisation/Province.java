package nl.leercirkel.organisation;

/** The twelve provinces, with the code and the name that Statistics Netherlands (CBS) uses. */
public enum Province {
    GRONINGEN("PV20", "Groningen"),
    FRYSLAN("PV21", "Fryslân"),
    DRENTHE("PV22", "Drenthe"),
    OVERIJSSEL("PV23", "Overijssel"),
    FLEVOLAND("PV24", "Flevoland"),
    GELDERLAND("PV25", "Gelderland"),
    UTRECHT("PV26", "Utrecht"),
    NOORD_HOLLAND("PV27", "Noord-Holland"),
    ZUID_HOLLAND("PV28", "Zuid-Holland"),
    ZEELAND("PV29", "Zeeland"),
    NOORD_BRABANT("PV30", "Noord-Brabant"),
    LIMBURG("PV31", "Limburg");

    private final String code;
    private final String label;

    Province(String code, String label) {
        this.code = code;
        this.label = label;
    }

    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    static Province named(String label) {
        for (Province province : values()) {
            if (province.label.equals(label)) {
                return province;
            }
        }
        throw new IllegalArgumentException("no province named " + label);
    }
}
