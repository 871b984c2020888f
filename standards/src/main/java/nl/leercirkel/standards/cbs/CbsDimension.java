package nl.leercirkel.standards.cbs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * By what the figures of a table are split.
 *
 * @param codes in the order of the source
 */
public record CbsDimension(String name, String title, List<Code> codes) {

    /**
     * One value of a dimension.
     *
     * @param key trimmed ("GM0233")
     * @param raw as the service writes and wants it ("GM0233    ")
     * @param status of a period ("Voorlopig"); empty where the source has none
     */
    public record Code(String key, String raw, String title, String status) {}

    public CbsDimension {
        codes = List.copyOf(codes);
    }

    public Optional<Code> code(String key) {
        return codes.stream().filter(code -> code.key().equals(key)).findFirst();
    }

    Map<String, Code> byKey() {
        Map<String, Code> map = new LinkedHashMap<>();
        codes.forEach(code -> map.put(code.key(), code));
        return map;
    }
}
