package nl.leercirkel.organisation.map;

import java.util.List;

/** What came of reading a border file. Texts are in Dutch, for the person who brought the file. */
public sealed interface BoundaryReading {

    /** Usable, with remarks about what was left out. */
    record Accepted(BoundarySet boundaries, List<String> notices) implements BoundaryReading {

        public Accepted {
            notices = List.copyOf(notices);
        }
    }

    /** Not usable: what is wrong, where, and how to mend it. */
    record Refused(String problem) implements BoundaryReading {}
}
