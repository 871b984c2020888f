package nl.leercirkel.standards.ijw.message;

import java.util.List;

/** A client whose care begins (JW305, JW306); {@code gender} is a code of COD046. */
public record StartClient(
        Bsn bsn,
        BirthDate birthDate,
        String gender,
        PersonName name,
        List<StartProduct> products,
        List<String> returnCodes)
        implements MessagePart {
    public StartClient {
        products = List.copyOf(products);
        returnCodes = List.copyOf(returnCodes);
    }
}
