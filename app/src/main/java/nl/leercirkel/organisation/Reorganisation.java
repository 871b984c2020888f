package nl.leercirkel.organisation;

import java.time.LocalDate;
import java.util.List;

/** Municipalities that ceased on a day, and the ones that took over their territory from that day. */
record Reorganisation(LocalDate date, Kind kind, List<String> from, List<String> to) {

    enum Kind {
        /** Into a municipality with a new code. */
        MERGER,
        /** Into one that already existed. */
        ABSORPTION,
        /** The same territory under a new code. */
        RECODE,
        /** Territory divided: older figures cannot be shared out. */
        SPLIT
    }

    Reorganisation {
        from = List.copyOf(from);
        to = List.copyOf(to);
        if (from.isEmpty() || to.isEmpty()) {
            throw new IllegalArgumentException("a reorganisation has old and new municipalities: " + date);
        }
        boolean divides = to.size() > 1;
        if (divides != (kind == Kind.SPLIT)) {
            throw new IllegalArgumentException("only a split has more than one successor: " + from + " on " + date);
        }
    }
}
