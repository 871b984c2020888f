package nl.leercirkel.exchange;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.leercirkel.portfolio.FieldError;
import nl.leercirkel.portfolio.TextForm;
import org.jspecify.annotations.Nullable;

/** A programme or a project as the API takes it: the whole of it. What is left out is empty. */
record FormBody(
        @Nullable Map<String, String> fields, @Nullable Map<String, List<Map<String, String>>> rows) {

    /** The form, or in {@code errors} what it cannot hold. */
    TextForm form(TextForm.Shape shape, List<FieldError> errors) {
        Map<String, String> flat = new HashMap<>();
        given(fields).forEach((field, text) -> {
            if (shape.fields().contains(field)) {
                flat.put(field, Objects.requireNonNullElse(text, ""));
            } else {
                errors.add(new FieldError(field, "Dit veld bestaat niet."));
            }
        });
        given(rows).forEach((section, lines) -> {
            List<String> columns = shape.sections().get(section);
            if (columns == null) {
                errors.add(new FieldError(section, "Dit onderdeel bestaat niet."));
                return;
            }
            List<Map<String, String>> found = Objects.requireNonNullElse(lines, List.of());
            if (found.size() > WorkbookParser.MOST_ROWS) {
                errors.add(new FieldError(section, "Ten hoogste 200 rijen."));
                return;
            }
            for (int i = 0; i < found.size(); i++) {
                String prefix = section + "." + i + ".";
                row(prefix, columns, new HashMap<>(found.get(i)), flat, errors);
            }
        });
        return TextForm.of(shape, flat);
    }

    private static void row(
            String prefix,
            List<String> columns,
            Map<String, String> line,
            Map<String, String> flat,
            List<FieldError> errors) {
        line.forEach((column, text) -> {
            if (columns.contains(column)) {
                flat.put(prefix + column, Objects.requireNonNullElse(text, ""));
            } else {
                errors.add(new FieldError(prefix + column, "Deze kolom bestaat niet."));
            }
        });
    }

    private static <T> Map<String, T> given(@Nullable Map<String, T> map) {
        return map == null ? Map.of() : map;
    }
}
