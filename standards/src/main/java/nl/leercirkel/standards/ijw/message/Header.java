package nl.leercirkel.standards.ijw.message;

import nl.leercirkel.standards.ijw.definition.MessageType;
import org.jspecify.annotations.Nullable;

/**
 * The header of a message. In a return message it is the header of the message judged, with {@code answer} added.
 *
 * @param sender AGB code or municipality code, as the message type says
 * @param answer what a return message or declaration answer adds; null in a forward message
 */
public record Header(
        MessageType type,
        String sender,
        String receiver,
        Identification identification,
        SchemaVersions versions,
        @Nullable HeaderAnswer answer)
        implements MessagePart {}
