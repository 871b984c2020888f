package nl.leercirkel.report.render;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Numbers notes in order of appearance; the same text is one note. */
final class Notes {
    private final Map<String, Integer> numbers = new LinkedHashMap<>();

    /** A pointer to a note; only the first can be pointed back at. */
    record Reference(int number, boolean first) {}

    Reference refer(String text) {
        int next = numbers.size() + 1;
        var known = numbers.putIfAbsent(text, next);
        return known == null ? new Reference(next, true) : new Reference(known, false);
    }

    List<String> texts() {
        return List.copyOf(numbers.keySet());
    }
}
