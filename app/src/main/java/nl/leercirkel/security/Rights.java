package nl.leercirkel.security;

import static nl.leercirkel.security.Right.*;

import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Which role has which rights. The one place where this is written; docs/rechten.md is generated from it. */
public final class Rights {
    private static final Map<Role, Set<Right>> BY_ROLE = new EnumMap<>(Role.class);

    static {
        for (Role role : Role.values()) {
            BY_ROLE.put(role, EnumSet.copyOf(rightsOf(role)));
        }
    }

    private Rights() {}

    private static Set<Right> rightsOf(Role role) {
        Set<Right> everybody = EnumSet.of(OWN_ACCOUNT, SEARCH, ORGANISATION_READ, PROJECT_READ, CALL_READ);
        Set<Right> additional = switch (role) {
            case ADMINISTRATOR ->
                EnumSet.of(ACCOUNT_MANAGE, AUDIT_READ, SETTINGS_MANAGE, ORGANISATION_EDIT, JOB_READ, LINKING_MANAGE);
            case PROGRAMME_MANAGER ->
                EnumSet.of(
                        PORTFOLIO_READ,
                        PROJECT_EDIT,
                        PROGRAMME_EDIT,
                        PROGRESS_READ,
                        PROGRESS_WRITE,
                        ROUND_MANAGE,
                        CALL_MANAGE,
                        APPLICATION_READ,
                        APPLICATION_ASSESS,
                        APPLICATION_DECIDE,
                        ORGANISATION_EDIT,
                        REPORT_READ,
                        REPORT_EXPORT,
                        DATASET_READ,
                        DATASET_MANAGE,
                        CARE_READ,
                        JOB_READ);
            case LEAD_PARTNER ->
                EnumSet.of(PROJECT_EDIT, PROGRESS_READ, PROGRESS_WRITE, APPLICATION_EDIT, APPLICATION_ASSESS);
            case PARTNER -> EnumSet.of(PROGRESS_READ, PROGRESS_WRITE, APPLICATION_EDIT, APPLICATION_ASSESS);
            case ACCESS_PROFESSIONAL -> EnumSet.of(APPLICATION_ASSESS);
            case ANALYST ->
                EnumSet.of(
                        PORTFOLIO_READ,
                        PROGRESS_READ,
                        REPORT_READ,
                        REPORT_EXPORT,
                        DATASET_READ,
                        DATASET_MANAGE,
                        MESSAGE_IMPORT,
                        CARE_READ,
                        JOB_READ,
                        APPLICATION_ASSESS);
            case CONTRACT_MANAGER ->
                EnumSet.of(
                        PORTFOLIO_READ,
                        PROGRESS_READ,
                        REPORT_READ,
                        REPORT_EXPORT,
                        DATASET_READ,
                        MESSAGE_IMPORT,
                        CARE_READ,
                        JOB_READ,
                        APPLICATION_READ,
                        APPLICATION_ASSESS);
            case COUNCIL_MEMBER -> EnumSet.of(PORTFOLIO_READ, PROGRESS_READ, REPORT_READ, REPORT_EXPORT, CARE_READ);
            case RESEARCHER ->
                EnumSet.of(
                        PORTFOLIO_READ,
                        PROGRESS_READ,
                        REPORT_READ,
                        REPORT_EXPORT,
                        DATASET_READ,
                        CARE_READ,
                        APPLICATION_ASSESS);
        };
        everybody.addAll(additional);
        return everybody;
    }

    public static Set<Right> of(Role role) {
        return Set.copyOf(BY_ROLE.getOrDefault(role, Set.of()));
    }

    static boolean include(Collection<Role> roles, Right right) {
        return roles.stream()
                .anyMatch(role -> BY_ROLE.getOrDefault(role, Set.of()).contains(right));
    }
}
