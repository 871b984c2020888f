package nl.leercirkel.call;

import java.util.List;
import java.util.UUID;
import nl.leercirkel.portfolio.FieldError;

/** What came of a change to a call, an application, an assessment or a decision. */
public sealed interface Outcome {
    /** Done; the id of what it is about, or of the project that was made. */
    record Done(UUID id) implements Outcome {}

    /** Somebody else saved in the meantime; nothing was stored. */
    record Conflict() implements Outcome {}

    /** The input cannot be stored as it is. */
    record Invalid(List<FieldError> errors) implements Outcome {
        public Invalid {
            errors = List.copyOf(errors);
        }
    }

    /** It is not the time for this, or not any more; nothing was changed. */
    record Refused(String why) implements Outcome {}

    static Outcome invalid(String path, String message) {
        return new Invalid(List.of(new FieldError(path, message)));
    }
}
