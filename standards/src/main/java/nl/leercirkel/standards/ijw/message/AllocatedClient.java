package nl.leercirkel.standards.ijw.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The client of an allocation message, with all allocations that hold or were changed (JW301, JW302).
 *
 * @param gender code of COD046
 * @param legalStatus code of WJ232
 * @param representation code of WJ003
 */
public record AllocatedClient(
        Bsn bsn,
        BirthDate birthDate,
        String gender,
        PersonName name,
        @Nullable Communication communication,
        @Nullable String legalStatus,
        @Nullable String representation,
        @Nullable String remark,
        List<Relation> relations,
        List<Contact> contacts,
        List<AllocatedProduct> products,
        List<String> returnCodes)
        implements MessagePart {
    public AllocatedClient {
        relations = List.copyOf(relations);
        contacts = List.copyOf(contacts);
        products = List.copyOf(products);
        returnCodes = List.copyOf(returnCodes);
    }

    @Override
    public String toString() {
        return "AllocatedClient[products=" + products + "]";
    }
}
