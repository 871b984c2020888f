package nl.leercirkel.call;

import java.time.Instant;

/** Something that happened to an application. */
record Event(Kind kind, Instant at, String person, String remark) {

    /** What happened. */
    enum Kind {
        STARTED,
        HANDED_IN,
        RETURNED,
        WITHDRAWN,
        AWARDED,
        REFUSED
    }
}
