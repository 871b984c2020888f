package nl.leercirkel.portfolio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
            boolean required) {}

    record Row(int index, List<Field> fields) {}

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
                rows.add(new Row(
                        i,
                        columns.stream()
                                .map(column -> field(
                                        prefix + column,
                                        section + "." + column,
                                        texts.getOrDefault(column, ""),
                                        messages))
                                .toList()));
            }
            return rows;
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
