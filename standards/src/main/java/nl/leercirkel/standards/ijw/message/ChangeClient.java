package nl.leercirkel.standards.ijw.message;

import java.util.List;

/** The client of a request for change (JW317, JW318). */
public record ChangeClient(Bsn bsn, ChangeRequest request, List<String> returnCodes) implements MessagePart {
    public ChangeClient {
        returnCodes = List.copyOf(returnCodes);
    }
}
