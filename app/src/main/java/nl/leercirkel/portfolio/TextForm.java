package nl.leercirkel.portfolio;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Something with fields and repeatable rows, in the texts that a person types: what a form posts, what a demo file or a
 * spreadsheet holds, and what the history keeps. Fields that are not in the shape do not exist.
 */
public record TextForm(Map<String, String> values, Map<String, List<Map<String, String>>> sections) {

    /** The names of the fields and, per section with rows, the names of the columns. */
    public record Shape(List<String> fields, Map<String, List<String>> sections) {}

    /** No section of a form has more rows than this. */
    static final int MAX_ROWS = 200;

    public TextForm {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        Map<String, List<Map<String, String>>> copy = new LinkedHashMap<>();
        sections.forEach((section, rows) -> copy.put(
                section,
                rows.stream()
                        .map(row -> Collections.unmodifiableMap(new LinkedHashMap<>(row)))
                        .toList()));
        sections = Collections.unmodifiableMap(copy);
    }

    /** Reads "naam" and "partners.0.naam"; fields of other names are ignored, missing ones are empty. */
    public static TextForm of(Shape shape, Map<String, String> flat) {
        Map<String, String> values = new LinkedHashMap<>();
        shape.fields.forEach(field -> values.put(field, clean(flat.getOrDefault(field, ""))));
        Map<String, List<Map<String, String>>> sections = new LinkedHashMap<>();
        shape.sections.forEach((section, columns) -> {
            TreeMap<Integer, Map<String, String>> rows = new TreeMap<>();
            flat.keySet().stream()
                    .filter(name -> name.matches(section + "\\.\\d{1,3}\\..+"))
                    .map(name -> Integer.parseInt(name.split("\\.")[1]))
                    .filter(index -> index < MAX_ROWS)
                    .forEach(index -> rows.computeIfAbsent(index, i -> row(section, i, columns, flat)));
            sections.put(section, List.copyOf(rows.values()));
        });
        return new TextForm(values, sections);
    }

    /** The same form with exactly the fields and columns of a shape: a form kept earlier may lack what came later. */
    TextForm in(Shape shape) {
        Map<String, String> flat = new HashMap<>(values);
        sections.forEach((section, rows) -> {
            for (int i = 0; i < rows.size(); i++) {
                String prefix = section + "." + i + ".";
                rows.get(i).forEach((column, text) -> flat.put(prefix + column, text));
            }
        });
        return of(shape, flat);
    }

    private static Map<String, String> row(String section, int index, List<String> columns, Map<String, String> flat) {
        Map<String, String> row = new LinkedHashMap<>();
        columns.forEach(column -> row.put(column, clean(flat.getOrDefault(section + "." + index + "." + column, ""))));
        return row;
    }

    private static String clean(String text) {
        return text.replace("\r\n", "\n").strip();
    }

    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    public List<Map<String, String>> rows(String section) {
        return sections.getOrDefault(section, List.of());
    }

    /** Without the rows in which nothing is filled in. */
    TextForm withoutBlankRows() {
        Map<String, List<Map<String, String>>> kept = new LinkedHashMap<>();
        sections.forEach((section, rows) -> kept.put(
                section,
                rows.stream()
                        .filter(row -> row.values().stream().anyMatch(text -> !text.isEmpty()))
                        .toList()));
        return new TextForm(values, kept);
    }

    TextForm withRow(String section) {
        List<Map<String, String>> rows = new ArrayList<>(rows(section));
        if (rows.size() < MAX_ROWS) {
            rows.add(Map.of());
        }
        return withRows(section, rows);
    }

    TextForm withoutRow(String section, int index) {
        List<Map<String, String>> rows = new ArrayList<>(rows(section));
        if (index >= 0 && index < rows.size()) {
            rows.remove(index);
        }
        return withRows(section, rows);
    }

    /** The same form with one field or section as it is in another form. */
    TextForm with(String part, TextForm other) {
        if (sections.containsKey(part)) {
            return withRows(part, other.rows(part));
        }
        return withValue(part, other.value(part));
    }

    /** The same form with another text in one field. */
    public TextForm withValue(String field, String text) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        changed.put(field, text);
        return new TextForm(changed, sections);
    }

    private TextForm withRows(String section, List<Map<String, String>> rows) {
        Map<String, List<Map<String, String>>> changed = new LinkedHashMap<>(sections);
        changed.put(section, rows);
        return new TextForm(values, changed);
    }

    /** The names of all fields and sections. */
    List<String> parts() {
        List<String> parts = new ArrayList<>(values.keySet());
        parts.addAll(sections.keySet());
        return parts;
    }

    boolean same(String part, TextForm other) {
        return sections.containsKey(part)
                ? rows(part).equals(other.rows(part))
                : value(part).equals(other.value(part));
    }

    /** A field or section as text to read: a section has one line per row, with the names of the filled columns. */
    String describe(String part) {
        if (!sections.containsKey(part)) {
            return value(part);
        }
        StringBuilder text = new StringBuilder();
        for (Map<String, String> row : rows(part)) {
            text.append(text.isEmpty() ? "" : "\n").append(describe(row));
        }
        return text.toString();
    }

    private static String describe(Map<String, String> row) {
        StringBuilder text = new StringBuilder();
        row.forEach((column, value) -> {
            if (!value.isEmpty()) {
                text.append(text.isEmpty() ? "" : "; ")
                        .append(column.replace('-', ' '))
                        .append(": ")
                        .append(value.replace('\n', ' '));
            }
        });
        return text.toString();
    }
}
