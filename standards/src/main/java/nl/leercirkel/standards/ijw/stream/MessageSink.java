package nl.leercirkel.standards.ijw.stream;

import nl.leercirkel.standards.ijw.message.MessagePart;

/** Receives the parts of a message while it is read. */
@FunctionalInterface
public interface MessageSink {
    /**
     * Takes one part; {@code place} is where its element begins. Parts stop coming at the first violation, and what came
     * before counts only if the message turns out to be right: see {@link ReadResult}.
     */
    void accept(MessagePart part, Place place);
}
