package nl.leercirkel.standards.ijw.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The client of a request for allocation (JW315, JW316).
 *
 * @param gender code of COD046
 * @param authorityHolderKnown code of COD260: whether the provider knows who holds parental authority; iJw only
 */
public record RequestClient(
        Bsn bsn,
        BirthDate birthDate,
        String gender,
        PersonName name,
        @Nullable String authorityHolderKnown,
        @Nullable String remark,
        List<RequestedProduct> products,
        List<String> returnCodes)
        implements MessagePart {
    public RequestClient {
        products = List.copyOf(products);
        returnCodes = List.copyOf(returnCodes);
    }

    @Override
    public String toString() {
        return "RequestClient[products=" + products + "]";
    }
}
