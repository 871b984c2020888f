package nl.leercirkel.call;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The questions of a call in their order; the name of the project is always the first and always required. */
public record CallForm(List<FormField> fields) {
    static final int MAX_FIELDS = 60;

    public CallForm {
        fields = List.copyOf(fields);
        Set<String> keys = fields.stream().map(FormField::key).collect(Collectors.toSet());
        boolean named = !fields.isEmpty()
                && fields.getFirst().key().equals(StandardField.NAME.key())
                && fields.getFirst().required();
        if (!named || keys.size() != fields.size() || fields.size() > MAX_FIELDS) {
            throw new IllegalArgumentException("Questions begin with the name and each is asked once");
        }
    }

    /** What a new call asks until the manager changes it: all standard questions. */
    public static CallForm standard() {
        return new CallForm(Arrays.stream(StandardField.values())
                .map(field -> field.question(true))
                .toList());
    }

    public Optional<FormField> field(String key) {
        return fields.stream().filter(field -> field.key().equals(key)).findFirst();
    }

    boolean asks(StandardField standard) {
        return field(standard.key()).isPresent();
    }
}
