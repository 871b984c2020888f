package nl.leercirkel.standards.region;

import java.time.LocalDate;
import java.util.List;

/** The end of a municipality, and who holds its territory from that day. */
public record Reorganisation(LocalDate date, Kind kind, String from, List<String> to) {

    /** What happened to the territory. */
    public enum Kind {
        /** Into a municipality with a new code. */
        MERGER,
        /** Into one that already existed. */
        ABSORPTION,
        /** The same territory under a new code. */
        RECODE,
        /** Divided: older figures cannot be shared out. */
        SPLIT
    }

    public Reorganisation {
        to = List.copyOf(to);
        if (to.isEmpty() || (to.size() > 1) != (kind == Kind.SPLIT)) {
            throw new IllegalArgumentException("a split, and nothing else, has several successors: " + from);
        }
    }
}
