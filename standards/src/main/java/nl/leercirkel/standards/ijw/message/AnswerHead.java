package nl.leercirkel.standards.ijw.message;

/** What the answer to a declaration says before its clients (JW325). */
public record AnswerHead(String declarationNumber, Amount submitted, Amount granted) implements MessagePart {}
