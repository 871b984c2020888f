package nl.leercirkel.standards.ijw.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The municipality's answer to a request that is not (yet) honoured (JW319, JW320).
 *
 * @param answer code of WJ760: 1 rejected, 2 under investigation
 * @param rejection code of WJ759
 */
public record Reply(
        String providerReference,
        String answer,
        @Nullable String rejection,
        @Nullable ResponsibleMunicipality responsible,
        List<String> returnCodes)
        implements MessagePart {
    public Reply {
        returnCodes = List.copyOf(returnCodes);
    }
}
