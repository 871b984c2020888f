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
 * @param remarks rules on working together that seem not kept, the first of them: no reason to reject, but to talk about
 * @param remarkCount how many of those there are in all
 * @param madeAnswer the return message or declaration answer, if one was asked for and the standard has one
 */
public record Judgement(
        ReadResult structure,
        List<Finding> findings,
        long findingCount,
        List<Finding> remarks,
        long remarkCount,
        @Nullable Message madeAnswer) {
    public Judgement {
        findings = List.copyOf(findings);
        remarks = List.copyOf(remarks);
    }

    /** Whether nothing is wrong; there may be remarks. */
    public boolean faultless() {
        return structure.valid() && findingCount == 0;
    }

    public Optional<Message> answer() {
        return Optional.ofNullable(madeAnswer);
    }
}
