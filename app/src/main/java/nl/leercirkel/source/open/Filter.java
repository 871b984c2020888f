package nl.leercirkel.source.open;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.leercirkel.spreadsheet.RefusedFileException;

/** Which rows are wanted, by lines such as "Perioden: 2022JJ00, 2023*". A star stands for any characters. */
public final class Filter {
    private final Map<String, List<Pattern>> byName = new LinkedHashMap<>();
    private final Map<String, String> asTyped = new LinkedHashMap<>();

    public Filter(List<String> lines) throws RefusedFileException {
        for (String line : lines) {
            int colon = line.indexOf(':');
            List<Pattern> patterns = new ArrayList<>();
            for (String code :
                    colon < 1 ? new String[0] : line.substring(colon + 1).split(",")) {
                if (!code.isBlank()) {
                    patterns.add(pattern(code.strip()));
                }
            }
            if (patterns.isEmpty()) {
                throw new RefusedFileException(
                        "\"" + line
                                + "\" is geen filter. Schrijf per regel de kolom, een dubbele punt en de codes, bijvoorbeeld Perioden: 2023JJ00.");
            }
            String name = line.substring(0, colon).strip();
            byName.computeIfAbsent(plain(name), fresh -> new ArrayList<>()).addAll(patterns);
            asTyped.putIfAbsent(plain(name), name);
        }
    }

    /** Where * is any text; capitals do not matter. */
    static Pattern pattern(String glob) {
        String expression = java.util.Arrays.stream(glob.split("\\*", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".*"));
        return Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** What is said about one of these names. */
    Optional<List<Pattern>> on(String... names) {
        for (String name : names) {
            List<Pattern> found = byName.get(plain(name));
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    boolean accepts(String name, String value) {
        return on(name).map(patterns -> matches(patterns, value)).orElse(true);
    }

    static boolean matches(List<Pattern> patterns, String value) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(value).matches());
    }

    /** A filter on something that is not there would silently take everything. */
    void requireKnown(List<String> names) throws RefusedFileException {
        List<String> known = names.stream().map(Filter::plain).toList();
        for (Map.Entry<String, String> typed : asTyped.entrySet()) {
            if (!known.contains(typed.getKey())) {
                throw new RefusedFileException("Het filter noemt " + typed.getValue()
                        + ", maar die kolom is er niet. Er is: " + String.join(", ", names) + ".");
            }
        }
    }
}
