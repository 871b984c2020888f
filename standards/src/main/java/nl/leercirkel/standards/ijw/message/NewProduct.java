package nl.leercirkel.standards.ijw.message;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A product that a request for change asks for on top; budget in cents. */
public record NewProduct(
        @Nullable Product product,
        LocalDate begin,
        @Nullable LocalDate end,
        @Nullable Volume volume,
        @Nullable Long budget,
        List<String> returnCodes) {
    public NewProduct {
        returnCodes = List.copyOf(returnCodes);
    }
}
