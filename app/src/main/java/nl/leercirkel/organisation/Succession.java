package nl.leercirkel.organisation;

import java.util.List;

/** What became of a municipality. */
public sealed interface Succession {

    /** It still exists under this code. */
    record Exists(Municipality municipality) implements Succession {}

    /** Its whole territory is now part of one municipality, to which its older counts and amounts may be added. */
    record ContinuedIn(Municipality successor) implements Succession {}

    /** Its territory was divided over several municipalities; its figures belong to none of them. */
    record DividedOver(List<Municipality> successors) implements Succession {

        public DividedOver {
            successors = List.copyOf(successors);
        }
    }
}
