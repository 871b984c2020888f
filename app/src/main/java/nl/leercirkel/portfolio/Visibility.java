package nl.leercirkel.portfolio;

import static nl.leercirkeldb.portfolio.Tables.PROJECT;
import static nl.leercirkeldb.portfolio.Tables.PROJECT_PARTNER;

import java.util.Objects;
import nl.leercirkel.security.Actor;
import nl.leercirkel.security.Right;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** Which projects somebody sees and what they may change in them. */
final class Visibility {
    private Visibility() {}

    /** All projects, or those in which the person's own organisation takes part. */
    static Condition of(Actor actor) {
        if (actor.may(Right.PORTFOLIO_READ)) {
            return DSL.noCondition();
        }
        if (!actor.may(Right.PROJECT_READ) || actor.partnerId() == null) {
            return DSL.falseCondition();
        }
        return PROJECT.PROJECT_ID.in(DSL.select(PROJECT_PARTNER.PROJECT_ID)
                .from(PROJECT_PARTNER)
                .where(PROJECT_PARTNER.PARTNER_ID.eq(actor.partnerId())));
    }

    /** The projects of which the person's own organisation is the lead partner. */
    static Condition ledBy(Actor actor) {
        return actor.partnerId() == null
                ? DSL.falseCondition()
                : PROJECT.PROJECT_ID.in(DSL.select(PROJECT_PARTNER.PROJECT_ID)
                        .from(PROJECT_PARTNER)
                        .where(
                                PROJECT_PARTNER.PARTNER_ID.eq(actor.partnerId()),
                                PROJECT_PARTNER.ROLE.eq(PartnerRole.LEAD.name())));
    }

    /** What somebody may change in a project. */
    enum Edit {
        NOTHING,
        /** All but money, decisions and the place in the programme. */
        CONTENT,
        EVERYTHING
    }

    static Edit edit(Actor actor, ProjectData project) {
        if (!actor.may(Right.PROJECT_EDIT)) {
            return Edit.NOTHING;
        }
        if (actor.may(Right.PORTFOLIO_READ)) {
            return Edit.EVERYTHING;
        }
        boolean lead = actor.partnerId() != null
                && project.partners().stream()
                        .anyMatch(partner -> partner.role() == PartnerRole.LEAD
                                && Objects.equals(partner.partnerId(), actor.partnerId()));
        return lead ? Edit.CONTENT : Edit.NOTHING;
    }
}
