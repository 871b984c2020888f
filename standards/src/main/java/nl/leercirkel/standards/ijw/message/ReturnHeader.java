package nl.leercirkel.standards.ijw.message;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The added part of a return message's header.
 *
 * @param rulesVersion version of the official rule set used, if one was used
 */
public record ReturnHeader(
        String identification,
        LocalDate date,
        @Nullable String rulesVersion,
        SchemaVersions versions,
        List<String> returnCodes)
        implements HeaderAnswer {
    public ReturnHeader {
        returnCodes = List.copyOf(returnCodes);
    }
}
