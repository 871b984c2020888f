package nl.leercirkel.call;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.leercirkel.portfolio.FieldError;

/** Errors as pages show them. */
final class Fields {
    private Fields() {}

    /** The first error of each field, in order. */
    static Map<String, String> messages(List<FieldError> errors) {
        Map<String, String> messages = new LinkedHashMap<>();
        errors.forEach(error -> messages.putIfAbsent(error.path(), error.message()));
        return messages;
    }
}
