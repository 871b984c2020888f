package nl.leercirkel.standards.ijw.rule;

import java.util.List;
import java.util.Optional;
import nl.leercirkel.standards.ijw.message.Message;
import nl.leercirkel.standards.ijw.stream.ReadResult;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a message.
 *
 * @param structure the verdict on structure; when that is not valid, no rule was judged
 * @param findings rules not kept, the first of them
 * @param findingCount how many there are in all
 * @param madeAnswer the return message or declaration answer, if one was asked for and the standard has one
 */
public record Judgement(
        ReadResult structure,
        List<Finding> findings,
        long findingCount,
        @Nullable Message madeAnswer) {
    public Judgement {
        findings = List.copyOf(findings);
    }

    /** Whether nothing at all is wrong. */
    public boolean faultless() {
        return structure.valid() && findingCount == 0;
    }

    public Optional<Message> answer() {
        return Optional.ofNullable(madeAnswer);
    }
}
