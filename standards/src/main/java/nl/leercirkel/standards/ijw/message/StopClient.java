package nl.leercirkel.standards.ijw.message;

import java.util.List;

/** A client whose care pauses or ends (JW307, JW308); {@code gender} is a code of COD046. */
public record StopClient(
        Bsn bsn,
        BirthDate birthDate,
        String gender,
        PersonName name,
        List<StopProduct> products,
        List<String> returnCodes)
        implements MessagePart {
    public StopClient {
        products = List.copyOf(products);
        returnCodes = List.copyOf(returnCodes);
    }
}
