package nl.leercirkel.care;

import java.util.UUID;

/** What came of reading one file. */
sealed interface Imported {
    /** It was read, once and for all, whatever the verdict. */
    record Read(UUID messageId, Verdict verdict, long facts) implements Imported {}

    /** The same file was read before. */
    record Known(UUID messageId) implements Imported {}

    /** It is no longer there: read by an earlier run of the same work, or past its time. */
    record Gone() implements Imported {}
}
