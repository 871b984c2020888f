package nl.leercirkel.organisation.map;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an area is, judged by the properties that CBS, Kadaster and PDOK give it. */
sealed interface AreaCode {

    /** A municipality, code of four digits. */
    record Municipality(String code) implements AreaCode {}

    /** Something else with a code: a neighbourhood, province, safety region ... */
    record Other(String code) implements AreaCode {}

    /** The water of a municipality, a separate area in files of CBS. */
    record Water() implements AreaCode {}

    /** No code found. */
    record None() implements AreaCode {}

    /** In order of preference: the code of the area itself before that of the municipality it lies in. */
    List<String> OWN_CODE = List.of("statcode", "code", "identificatie", "gm_code", "gemeentecode", "gemcode");

    /** Present only in files of neighbourhoods, which also name the municipality they lie in. */
    List<String> SMALLER = List.of("bu_code", "buurtcode", "wk_code", "wijkcode", "bucode", "wkcode");

    String WATER = "h2o";

    Set<String> PROPERTIES = Set.copyOf(java.util.stream.Stream.of(OWN_CODE, SMALLER, List.of(WATER))
            .flatMap(List::stream)
            .toList());

    Pattern GM = Pattern.compile("GM(\\d{4})");
    Pattern DIGITS = Pattern.compile("\\d{1,4}");
    Pattern OTHER = Pattern.compile("[A-Z]{2}\\d{2,8}");

    static AreaCode of(Map<String, String> properties, @Nullable String id) {
        String water = properties.get(WATER);
        if (water != null && !water.equalsIgnoreCase("NEE") && !water.equalsIgnoreCase("B")) {
            return new Water();
        }
        for (String key : SMALLER) {
            String value = properties.get(key);
            if (value != null && !value.isBlank()) {
                return new Other(value.strip());
            }
        }
        for (String key : OWN_CODE) {
            String value = properties.get(key);
            AreaCode found = value == null ? new None() : judge(value);
            if (!(found instanceof None)) {
                return found;
            }
        }
        return id == null ? new None() : judge(id);
    }

    private static AreaCode judge(String value) {
        String text = value.strip().toUpperCase(Locale.ROOT);
        Matcher gm = GM.matcher(text);
        if (gm.matches()) {
            return new Municipality(gm.group(1));
        }
        if (DIGITS.matcher(text).matches()) {
            return new Municipality("0".repeat(4 - text.length()) + text);
        }
        return OTHER.matcher(text).matches() ? new Other(text) : new None();
    }
}
