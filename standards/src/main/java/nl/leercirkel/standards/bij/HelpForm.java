package nl.leercirkel.standards.bij;

/** Form of youth help (paragraph 3.3). */
public enum HelpForm implements Coded {
    TEAM("01", "Zonder verblijf: uitgevoerd door het wijk- of buurtteam"),
    AT_PROVIDER("02", "Zonder verblijf: ambulante jeugdhulp op locatie van de aanbieder"),
    DAY_HELP("03", "Zonder verblijf: daghulp op locatie van de aanbieder"),
    IN_NETWORK("04", "Zonder verblijf: jeugdhulp in het netwerk van de jeugdige"),
    FOSTER_CARE("11", "Met verblijf: pleegzorg"),
    FAMILY_LIKE("12", "Met verblijf: gezinsgericht"),
    SECURE("13", "Met verblijf: gesloten plaatsing"),
    OTHER_STAY("14", "Met verblijf: bij een jeugdhulpaanbieder anders dan bovenstaand");

    private final String code;
    private final String label;

    HelpForm(String code, String label) {
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

    /** Whether the young person stays with the provider or a foster family. */
    public boolean isStay() {
        return compareTo(FOSTER_CARE) >= 0;
    }

    /** Whether it is ambulatory help, which belongs to the stay when the same provider gives it during one. */
    public boolean isAmbulatory() {
        return this == AT_PROVIDER || this == IN_NETWORK;
    }
}
