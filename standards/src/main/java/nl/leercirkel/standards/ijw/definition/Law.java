package nl.leercirkel.standards.ijw.definition;

/** The law under which care is allocated; it decides the namespaces and two of the code lists. */
public enum Law {
    /** Jeugdwet: iJw, messages JW301 and so on. */
    YOUTH("ijw", "iJw", "JW"),
    /** Wmo 2015: iWmo, messages WMO301 and so on. */
    SOCIAL_SUPPORT("iwmo", "iWmo", "WMO");

    private final String key;
    private final String standard;
    private final String prefix;

    Law(String key, String standard, String prefix) {
        this.key = key;
        this.standard = standard;
        this.prefix = prefix;
    }

    /** As in namespaces: ijw, iwmo. */
    public String key() {
        return key;
    }

    /** As people write it: iJw, iWmo. */
    public String standard() {
        return standard;
    }

    /** What a message name begins with: JW, WMO. */
    public String prefix() {
        return prefix;
    }
}
