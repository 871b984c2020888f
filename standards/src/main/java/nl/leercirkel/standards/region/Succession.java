package nl.leercirkel.standards.region;

import java.util.List;

/** What became of a municipality by a given day. */
public sealed interface Succession {

    /** It exists under this code. It may have grown since: see {@link Municipalities#composition}. */
    record Exists(Municipality municipality) implements Succession {}

    /** Its whole territory is part of one municipality, to which its older counts and amounts may be added. */
    record ContinuedIn(Municipality successor) implements Succession {}

    /** Its territory went to several municipalities; its figures belong to none of them. */
    record DividedOver(List<Municipality> successors) implements Succession {

        public DividedOver {
            successors = List.copyOf(successors);
        }
    }

    /** The register knows no municipality with this code, or it began later. */
    record Unknown(String code) implements Succession {}
}
