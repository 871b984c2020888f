package nl.leercirkel.standards.ijw.message;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A product a provider asks to be allocated.
 *
 * @param providerReference unique per provider and law
 * @param decisionNumber number of a decision the client already has
 * @param budget in cents
 * @param frameworkContract code of COD260
 */
public record RequestedProduct(
        String providerReference,
        @Nullable Long decisionNumber,
        @Nullable Product product,
        @Nullable LocalDate decisionBegin,
        LocalDate begin,
        @Nullable LocalDate end,
        @Nullable Volume volume,
        @Nullable Long budget,
        Referrer referrer,
        @Nullable String frameworkContract,
        @Nullable String remark,
        List<String> returnCodes) {
    public RequestedProduct {
        returnCodes = List.copyOf(returnCodes);
    }
}
