package nl.leercirkel.progress;

import java.util.Objects;
import nl.leercirkel.portfolio.PartnerRole;
import nl.leercirkel.portfolio.ProjectDirectory;
import nl.leercirkel.security.Actor;
import nl.leercirkel.security.Right;

/** Who writes for a project. That somebody sees the project at all is the portfolio's to decide. */
final class Access {
    private Access() {}

    /** The manager for every project; others when their organisation carries the project: as lead or as partner. */
    static boolean mayWrite(Actor actor, ProjectDirectory.Entry project) {
        if (!actor.may(Right.PROGRESS_WRITE)) {
            return false;
        }
        return actor.may(Right.PORTFOLIO_READ)
                || (actor.partnerId() != null
                        && project.partners().stream()
                                .anyMatch(partner -> carries(partner.role())
                                        && Objects.equals(partner.partnerId(), actor.partnerId())));
    }

    private static boolean carries(PartnerRole role) {
        return switch (role) {
            case LEAD, PARTNER -> true;
            case FUNDER, ADVISER, SITE -> false;
        };
    }
}
