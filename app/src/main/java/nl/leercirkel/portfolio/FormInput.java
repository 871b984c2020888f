package nl.leercirkel.portfolio;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.util.MultiValueMap;

/** What a form posted, one text per field: the chosen boxes of one field have a comma between them. */
final class FormInput {
    private FormInput() {}

    static Map<String, String> flat(MultiValueMap<String, String> posted) {
        Map<String, String> flat = new LinkedHashMap<>();
        posted.forEach((name, values) -> flat.put(name, String.join(", ", values)));
        return flat;
    }
}
