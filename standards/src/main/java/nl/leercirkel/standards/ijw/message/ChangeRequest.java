package nl.leercirkel.standards.ijw.message;

import java.util.List;

/**
 * A request for change, to be judged as a whole.
 *
 * @param providerReference unique per provider and law
 * @param reason code of WJ758
 */
public record ChangeRequest(
        String providerReference,
        String reason,
        List<UnchangedProduct> unchanged,
        List<ChangedProduct> changed,
        List<NewProduct> added,
        List<String> returnCodes) {
    public ChangeRequest {
        unchanged = List.copyOf(unchanged);
        changed = List.copyOf(changed);
        added = List.copyOf(added);
        returnCodes = List.copyOf(returnCodes);
    }
}
