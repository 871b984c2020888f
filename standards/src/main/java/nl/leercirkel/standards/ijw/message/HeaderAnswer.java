package nl.leercirkel.standards.ijw.message;

import java.util.List;

/** What the header of an answer adds to the header it judges. */
public sealed interface HeaderAnswer permits ReturnHeader, AnswerHeader {
    /** Judgement of the header; a return message without remarks has none. */
    List<String> returnCodes();
}
