package nl.leercirkel.standards.ijw.message;

import java.util.List;

/** The municipality thought to be responsible by the woonplaatsbeginsel; iJw only. */
public record ResponsibleMunicipality(String code, List<String> returnCodes) {
    public ResponsibleMunicipality {
        returnCodes = List.copyOf(returnCodes);
    }
}
