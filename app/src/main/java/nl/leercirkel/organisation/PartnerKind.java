package nl.leercirkel.organisation;

/** What kind of organisation a partner is. The names are stored; renaming one needs a migration. */
public enum PartnerKind {
    /** Aanbieder of youth care or support, mental health care included. */
    PROVIDER,
    /** Gecertificeerde instelling: carries out youth protection and probation (Jeugdwet article 3.2). */
    CERTIFIED_INSTITUTION,
    DISTRICT_TEAM,
    /** Jeugdgezondheidszorg (JGZ). */
    YOUTH_HEALTH_CARE,
    GP_GROUP,
    /** Other primary care and hospitals. */
    HEALTH_CARE,
    SCHOOL,
    /** Samenwerkingsverband passend onderwijs. */
    SCHOOL_ALLIANCE,
    CHILD_CARE,
    /** Welzijn: community work, youth work, sport coaches. */
    WELFARE,
    HOUSING_CORPORATION,
    MUNICIPALITY,
    /** Of municipalities together: social services, purchase of care. */
    REGIONAL_BODY,
    /** Ministry or other body of the state. */
    STATE,
    SAFETY_HOUSE,
    POLICE_OR_JUSTICE,
    CLIENT_ORGANISATION,
    KNOWLEDGE_INSTITUTE,
    INSURER,
    FOUNDATION,
    COMPANY,
    OTHER;

    /** Key of the Dutch and English name in the message bundles. */
    public String labelKey() {
        return "organisation.partner.kind." + name();
    }
}
