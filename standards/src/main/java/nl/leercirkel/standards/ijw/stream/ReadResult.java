package nl.leercirkel.standards.ijw.stream;

import java.util.List;
import java.util.Optional;
import nl.leercirkel.standards.ijw.definition.MessageType;
import org.jspecify.annotations.Nullable;

/**
 * How reading went.
 *
 * @param knownType the message, when the file got so far as to tell
 * @param violations what is wrong with its structure; empty when it is a message of the standard
 * @param complete false when reading stopped before the end, so that there may be more violations
 * @param bytes how much of the file was read
 */
public record ReadResult(@Nullable MessageType knownType, List<Violation> violations, boolean complete, long bytes) {
    public ReadResult {
        violations = List.copyOf(violations);
    }

    /** Whether the structure is right; otherwise nothing that was handed over counts. */
    public boolean valid() {
        return violations.isEmpty() && complete;
    }

    public Optional<MessageType> type() {
        return Optional.ofNullable(knownType);
    }
}
