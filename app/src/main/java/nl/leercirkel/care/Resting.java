package nl.leercirkel.care;

import java.time.Instant;
import java.time.LocalDate;
import nl.leercirkel.standards.ijw.definition.Law;

/**
 * The messages of a law on which its figures rest: those that were accepted and say something about care.
 *
 * @param first the earliest date on a message
 * @param last the latest date on a message
 * @param received when the last one was read
 * @param refused files of this law that do not count
 */
record Resting(Law law, long messages, LocalDate first, LocalDate last, Instant received, long refused) {}
