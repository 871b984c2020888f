package nl.leercirkel.call;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The answers to the questions of a call, in the texts that a person typed. An unfinished answer is kept as it is; only
 * handing in asks for more.
 *
 * @param values per question; chosen options one per line
 * @param rows per question that is answered with rows
 */
public record Answers(Map<String, String> values, Map<String, List<Map<String, String>>> rows) {
    static final int MAX_ROWS = 100;
    static final Answers NONE = new Answers(Map.of(), Map.of());

    public Answers {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        Map<String, List<Map<String, String>>> copy = new LinkedHashMap<>();
        rows.forEach((key, list) -> copy.put(
                key,
                list.stream()
                        .map(row -> Collections.unmodifiableMap(new LinkedHashMap<>(row)))
                        .toList()));
        rows = Collections.unmodifiableMap(copy);
    }

    /** Reads what a form posts: "doel", "partners.0.naam"; what the call does not ask is ignored. */
    static Answers posted(CallForm form, Map<String, List<String>> input) {
        Map<String, String> values = new LinkedHashMap<>();
        Map<String, List<Map<String, String>>> rows = new LinkedHashMap<>();
        for (FormField field : form.fields()) {
            if (field.kind().hasRows()) {
                rows.put(field.key(), postedRows(field, input));
                continue;
            }
            List<String> texts = input.getOrDefault(field.key(), List.of());
            values.put(
                    field.key(),
                    field.kind() == FieldKind.CHOICES
                            ? String.join(
                                    "\n",
                                    field.options().stream()
                                            .filter(texts::contains)
                                            .toList())
                            : first(texts));
            if (field.kind() == FieldKind.YES_NO_REFERENCE) {
                String name = field.key() + FormField.REFERENCE;
                values.put(name, first(input.getOrDefault(name, List.of())));
            }
        }
        return new Answers(values, rows);
    }

    private static List<Map<String, String>> postedRows(FormField field, Map<String, List<String>> input) {
        TreeMap<Integer, Map<String, String>> rows = new TreeMap<>();
        String pattern = field.key() + "\\.\\d{1,2}\\..+";
        input.forEach((name, texts) -> {
            if (name.matches(pattern)) {
                String[] parts = name.split("\\.", 3);
                if (field.kind().columns().contains(parts[2])) {
                    rows.computeIfAbsent(Integer.valueOf(parts[1]), index -> new LinkedHashMap<>())
                            .put(parts[2], first(texts));
                }
            }
        });
        return rows.values().stream().map(row -> inOrder(field, row)).toList();
    }

    private static Map<String, String> inOrder(FormField field, Map<String, String> row) {
        Map<String, String> ordered = new LinkedHashMap<>();
        field.kind().columns().forEach(column -> ordered.put(column, row.getOrDefault(column, "")));
        return ordered;
    }

    private static String first(List<String> texts) {
        return texts.isEmpty() ? "" : texts.getFirst().replace("\r\n", "\n").strip();
    }

    public String value(String key) {
        return values.getOrDefault(key, "");
    }

    public List<Map<String, String>> rows(String key) {
        return rows.getOrDefault(key, List.of());
    }

    List<String> chosen(String key) {
        return value(key).lines().filter(line -> !line.isBlank()).toList();
    }

    public Answers withValue(String key, String text) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        changed.put(key, text);
        return new Answers(changed, rows);
    }

    public Answers withRow(String key, Map<String, String> row) {
        List<Map<String, String>> changed = new ArrayList<>(rows(key));
        if (changed.size() < MAX_ROWS) {
            changed.add(row);
        }
        return withRows(key, changed);
    }

    Answers withoutRow(String key, int index) {
        List<Map<String, String>> changed = new ArrayList<>(rows(key));
        if (index >= 0 && index < changed.size()) {
            changed.remove(index);
        }
        return withRows(key, changed);
    }

    Answers withoutBlankRows() {
        Map<String, List<Map<String, String>>> kept = new LinkedHashMap<>();
        rows.forEach((key, list) -> kept.put(
                key,
                list.stream()
                        .filter(row -> row.values().stream().anyMatch(text -> !text.isEmpty()))
                        .toList()));
        return new Answers(values, kept);
    }

    private Answers withRows(String key, List<Map<String, String>> list) {
        Map<String, List<Map<String, String>>> changed = new LinkedHashMap<>(rows);
        changed.put(key, list);
        return new Answers(values, changed);
    }

    /** With the earlier answers to what is not asked any more: the question may come back. */
    Answers keepingWhatIsNotAsked(CallForm form, Answers earlier) {
        Map<String, String> keptValues = new LinkedHashMap<>(values);
        earlier.values.forEach((key, text) -> {
            if (form.field(key).isEmpty() && !keptValues.containsKey(key)) {
                keptValues.put(key, text);
            }
        });
        Map<String, List<Map<String, String>>> keptRows = new LinkedHashMap<>(rows);
        earlier.rows.forEach((key, list) -> {
            if (form.field(key).isEmpty() && !keptRows.containsKey(key)) {
                keptRows.put(key, list);
            }
        });
        return new Answers(keptValues, keptRows);
    }

    /** Only what a form asks: what is handed in. */
    Answers asked(CallForm form) {
        Map<String, String> keptValues = new LinkedHashMap<>();
        Map<String, List<Map<String, String>>> keptRows = new LinkedHashMap<>();
        for (FormField field : form.fields()) {
            if (field.kind().hasRows()) {
                keptRows.put(field.key(), rows(field.key()));
            } else {
                keptValues.put(field.key(), value(field.key()));
            }
            if (field.kind() == FieldKind.YES_NO_REFERENCE) {
                keptValues.put(field.key() + FormField.REFERENCE, value(field.key() + FormField.REFERENCE));
            }
        }
        return new Answers(keptValues, keptRows);
    }

    /** All that was typed, together. */
    int length() {
        return values.values().stream().mapToInt(String::length).sum()
                + rows.values().stream()
                        .flatMap(List::stream)
                        .flatMap(row -> row.values().stream())
                        .mapToInt(String::length)
                        .sum();
    }

    /** The answer to one question as text to read, a row per line; empty without an answer. */
    String describe(FormField field) {
        if (!field.kind().hasRows()) {
            String reference = value(field.key() + FormField.REFERENCE);
            String text = value(field.key());
            return reference.isEmpty() ? text : text + " (verwijzing: " + reference + ")";
        }
        StringBuilder text = new StringBuilder();
        for (Map<String, String> row : rows(field.key())) {
            StringBuilder line = new StringBuilder();
            row.forEach((column, value) -> {
                if (!value.isEmpty()) {
                    line.append(line.isEmpty() ? "" : "; ")
                            .append(column)
                            .append(": ")
                            .append(value.replace('\n', ' '));
                }
            });
            text.append(text.isEmpty() ? "" : "\n").append(line);
        }
        return text.toString();
    }
}
