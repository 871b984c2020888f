package nl.leercirkel.portfolio;

import java.util.List;
import java.util.UUID;

/** What came of saving a programme or a project. */
public sealed interface SaveOutcome {
    record Saved(UUID id) implements SaveOutcome {}

    /** Somebody else saved in the meantime; nothing was stored. */
    record Conflict() implements SaveOutcome {}

    /** The input cannot be stored as it is. */
    record Refused(List<FieldError> errors) implements SaveOutcome {
        public Refused {
            errors = List.copyOf(errors);
        }
    }
}
