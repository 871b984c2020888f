package nl.leercirkel.portfolio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A form as the page draws it: each field with its kind, value and error. */
record FormView(List<Field> fields, List<Section> sections, Map<String, String> errors) {

    enum Kind {
        TEXT,
        SHORT,
        LONG,
        AMOUNT,
        CHOICE,
        CHECKBOX,
        DATE,
        /** A name with suggestions from the list of partners. */
        PARTNER,
        /** A name with suggestions from the list of municipalities. */
        MUNICIPALITY,
        /** A name with suggestions from the portfolio. */
        PROJECT,
        /** Some of a list; the value has them with a comma between. */
        CHOICES,
        HIDDEN
    }

    /** A choice in a list. */
    record Option(String value, String label) {}

    /**
     * One field.
     *
     * @param name as it is posted: "geld.0.bedrag"
     * @param key of its label and hint in the message bundles: "geld.bedrag"
     */
    record Field(
            String name,
            String key,
            Kind kind,
            String value,
            @Nullable String error,
            List<Option> options,
            boolean required) {

        /** The chosen ones of a field with some of a list. */
        public List<String> chosen() {
            return Arrays.stream(value.split(",\\s*")).toList();
        }

        /** Name of the list with suggestions; empty when it has none. */
        public String suggestions() {
            return switch (kind) {
                case PARTNER -> "partnernamen";
                case MUNICIPALITY -> "gemeentenamen";
                case PROJECT -> "projectnamen";
                case TEXT, SHORT, LONG, AMOUNT, CHOICE, CHOICES, CHECKBOX, DATE, HIDDEN -> "";
            };
        }
    }

    /**
     * A row of a section.
     *
     * @param title what was filled in first, to recognise the row by when it is folded
     * @param open whether its fields are to be seen at once: it is new or has an error
     */
    record Row(int index, String title, boolean open, List<Field> fields) {}

    record Section(String name, List<Row> rows, @Nullable String error) {}

    /** How the fields of a form look; fields that are not named are plain text. */
    record Design(
            TextForm.Shape shape, Map<String, Kind> kinds, Map<String, List<Option>> options, Set<String> required) {

        FormView view(TextForm form, List<FieldError> found, Set<String> hidden) {
            Map<String, String> messages = messages(found);
            List<Field> fields = new ArrayList<>();
            for (String field : shape.fields()) {
                if (!hidden.contains(field)) {
                    fields.add(field(field, field, form.value(field), messages));
                }
            }
            List<Section> sections = new ArrayList<>();
            shape.sections().forEach((section, columns) -> {
                if (!hidden.contains(section)) {
                    sections.add(new Section(section, rows(form, section, columns, messages), messages.get(section)));
                }
            });
            return new FormView(fields, sections, ordered(fields, sections, messages));
        }

        private List<Row> rows(TextForm form, String section, List<String> columns, Map<String, String> messages) {
            List<Row> rows = new ArrayList<>();
            for (int i = 0; i < form.rows(section).size(); i++) {
                Map<String, String> texts = form.rows(section).get(i);
                String prefix = section + "." + i + ".";
                List<Field> fields = columns.stream()
                        .map(column -> field(
                                prefix + column, section + "." + column, texts.getOrDefault(column, ""), messages))
                        .toList();
                rows.add(new Row(i, title(fields), open(fields), fields));
            }
            return rows;
        }

        private static String title(List<Field> fields) {
            return fields.stream()
                    .filter(field -> field.kind != Kind.HIDDEN && field.kind != Kind.CHECKBOX)
                    .map(Field::value)
                    .filter(value -> !value.isEmpty())
                    .limit(3)
                    .map(value -> value.length() > 70 ? value.substring(0, 69).strip() + "…" : value)
                    .collect(Collectors.joining(", "));
        }

        private static boolean open(List<Field> fields) {
            return fields.stream().anyMatch(field -> field.error != null)
                    || fields.stream().allMatch(field -> field.value.isEmpty());
        }

        private Field field(String name, String key, String value, Map<String, String> messages) {
            return new Field(
                    name,
                    key,
                    kinds.getOrDefault(key, Kind.TEXT),
                    value,
                    messages.get(name),
                    options.getOrDefault(key, List.of()),
                    required.contains(key));
        }

        /** The errors in the order of the form, then what belongs to no field. */
        private static Map<String, String> ordered(
                List<Field> fields, List<Section> sections, Map<String, String> messages) {
            Map<String, String> ordered = new LinkedHashMap<>();
            fields.forEach(field -> move(field.name, messages, ordered));
            sections.forEach(section -> {
                move(section.name, messages, ordered);
                section.rows.forEach(row -> row.fields.forEach(field -> move(field.name, messages, ordered)));
            });
            messages.forEach(ordered::putIfAbsent);
            return ordered;
        }

        private static void move(String name, Map<String, String> from, Map<String, String> to) {
            String message = from.get(name);
            if (message != null) {
                to.put(name, message);
            }
        }
    }

    /** The first error of each field. */
    static Map<String, String> messages(List<FieldError> errors) {
        Map<String, String> messages = new LinkedHashMap<>();
        errors.forEach(error -> messages.putIfAbsent(error.path(), error.message()));
        return messages;
    }

    static <T extends Enum<T> & Term> List<Option> options(Class<T> list) {
        return Arrays.stream(list.getEnumConstants())
                .map(item -> new Option(item.term(), item.title()))
                .toList();
    }
}
