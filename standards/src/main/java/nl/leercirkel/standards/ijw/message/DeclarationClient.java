package nl.leercirkel.standards.ijw.message;

import java.util.List;

/** A client in a declaration (JW323) or, with the rejected lines only, in its answer (JW325). */
public record DeclarationClient(Bsn bsn, List<DeclarationLine> lines, List<String> returnCodes) implements MessagePart {
    public DeclarationClient {
        lines = List.copyOf(lines);
        returnCodes = List.copyOf(returnCodes);
    }
}
