package nl.leercirkel.standards.ijw.message;

import java.util.List;

/** A whole message in memory: the header and its parts in the order of the file. */
public record Message(Header header, List<MessagePart> parts) {
    public Message {
        parts = List.copyOf(parts);
    }
}
