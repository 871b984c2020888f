package nl.leercirkel.standards.ijw.message;

import java.util.List;

/** An allocation that a request for change leaves as it is. */
public record UnchangedProduct(long allocationNumber, List<String> returnCodes) {
    public UnchangedProduct {
        returnCodes = List.copyOf(returnCodes);
    }
}
