/**
 * From messages to care: episodes (allocated, begun, paused, ended) and spending (declared, granted, rejected).
 *
 * <p>Everything here is a function of the set of messages: the order in which they arrive and how often each is seen changes
 * nothing (OP080). A client is named by whatever key the caller gives for a BSN, so that pseudonyms can be made at the gate.
 * Not here: storage, and what an outcome means to a programme.
 */
@NullMarked
package nl.leercirkel.standards.ijw.episode;

import org.jspecify.annotations.NullMarked;
