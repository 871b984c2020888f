package nl.leercirkel.standards.ijw.message;

import java.util.List;

/** Judgement of the declaration as a whole; comes after the clients in the file. */
public record AnswerEnd(List<String> returnCodes) implements MessagePart {
    public AnswerEnd {
        returnCodes = List.copyOf(returnCodes);
    }
}
