package nl.leercirkel.call;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Rows of a form that the manager edits: "vraag.0.label" and the buttons to move, remove and add a row. */
final class Rows {
    private Rows() {}

    static List<Map<String, String>> posted(String section, Map<String, String> input) {
        TreeMap<Integer, Map<String, String>> rows = new TreeMap<>();
        input.forEach((name, text) -> {
            if (name.matches(section + "\\.\\d{1,2}\\.[a-z]+")) {
                String[] parts = name.split("\\.", 3);
                rows.computeIfAbsent(Integer.valueOf(parts[1]), index -> new LinkedHashMap<>())
                        .put(parts[2], text.replace("\r\n", "\n").strip());
            }
        });
        return new ArrayList<>(rows.values());
    }

    /** Applies "omhoog:2", "omlaag:2" or "verwijderen:2"; the first rows that are fixed keep their place. */
    static List<Map<String, String>> apply(String action, List<Map<String, String>> rows, int fixed) {
        String[] parts = action.split(":", 2);
        if (parts.length != 2 || !parts[1].matches("\\d{1,2}")) {
            return rows;
        }
        int index = Integer.parseInt(parts[1]);
        List<Map<String, String>> changed = new ArrayList<>(rows);
        if (index < fixed || index >= changed.size()) {
            return rows;
        }
        switch (parts[0]) {
            case "omhoog" -> {
                if (index > fixed) {
                    changed.add(index - 1, changed.remove(index));
                }
            }
            case "omlaag" -> {
                if (index < changed.size() - 1) {
                    changed.add(index + 1, changed.remove(index));
                }
            }
            case "verwijderen" -> changed.remove(index);
            default -> {}
        }
        return changed;
    }
}
