package nl.leercirkel.standards.ijw.rule;

import java.util.List;
import nl.leercirkel.standards.ijw.stream.ReadResult;

/**
 * What is wrong with a message.
 *
 * @param structure the verdict on structure; when that is not valid, no rule was judged
 * @param findings rules not kept, the first of them
 * @param findingCount how many there are in all
 */
public record Judgement(ReadResult structure, List<Finding> findings, long findingCount) {
    public Judgement {
        findings = List.copyOf(findings);
    }

    /** Whether nothing at all is wrong. */
    public boolean faultless() {
        return structure.valid() && findingCount == 0;
    }
}
