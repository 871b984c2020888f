package nl.leercirkel.organisation;

/** What kind of public body an authority is. */
public enum AuthorityKind {
    MUNICIPALITY,
    YOUTH_REGION;

    /** Key of the Dutch and English name in the message bundles. */
    public String labelKey() {
        return "authority.kind." + name();
    }
}
