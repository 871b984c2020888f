package nl.leercirkel.standards.ijw.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The added part of the header of an answer to a declaration.
 *
 * @param declaration identification of the declaration message
 * @param rulesVersion version of the official rule set used, if one was used
 * @param declarationVersions schema versions quoted from the declaration
 */
public record AnswerHeader(
        Identification declaration,
        @Nullable String rulesVersion,
        SchemaVersions declarationVersions,
        List<String> returnCodes)
        implements HeaderAnswer {
    public AnswerHeader {
        returnCodes = List.copyOf(returnCodes);
    }
}
