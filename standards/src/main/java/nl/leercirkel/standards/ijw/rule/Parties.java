package nl.leercirkel.standards.ijw.rule;

import nl.leercirkel.standards.ijw.definition.Law;
import nl.leercirkel.standards.ijw.message.Header;

/** Between whom a message goes: numbers are unique within these. */
public record Parties(Law law, String municipality, String provider) {
    private static final int MUNICIPALITY_CODE = 4;

    /** The parties of a message, whichever of them sent it. */
    public static Parties of(Header header) {
        boolean byMunicipality = header.sender().length() == MUNICIPALITY_CODE;
        return new Parties(
                header.type().law(),
                byMunicipality ? header.sender() : header.receiver(),
                byMunicipality ? header.receiver() : header.sender());
    }
}
