package nl.leercirkel.security;

/**
 * The roles that a person can have within one authority. A client who answers a questionnaire has no account and so no
 * role.
 */
public enum Role {
    ADMINISTRATOR,
    PROGRAMME_MANAGER,
    LEAD_PARTNER,
    PARTNER,
    ACCESS_PROFESSIONAL,
    ANALYST,
    CONTRACT_MANAGER,
    COUNCIL_MEMBER,
    RESEARCHER;

    /** Key of the Dutch and English name in the message bundles. */
    public String labelKey() {
        return "role." + name();
    }

    /** Whether the role belongs to somebody of a partner organisation, who sees only that partner's projects. */
    public boolean ofPartner() {
        return this == LEAD_PARTNER || this == PARTNER;
    }
}
