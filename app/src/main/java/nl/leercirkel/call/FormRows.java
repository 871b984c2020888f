package nl.leercirkel.call;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.leercirkel.portfolio.FieldError;
import nl.leercirkel.portfolio.Parsed;

/** The questions of a call in the texts that the manager types, and back. */
final class FormRows {
    static final String SECTION = "vraag";

    private FormRows() {}

    static List<Map<String, String>> of(CallForm form) {
        return form.fields().stream().map(FormRows::row).toList();
    }

    private static Map<String, String> row(FormField field) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("sleutel", field.key());
        row.put("soort", field.kind().name());
        row.put("label", field.label());
        row.put("uitleg", field.explanation());
        row.put("verplicht", field.required() ? "ja" : "");
        row.put("opties", String.join("\n", field.options()));
        return row;
    }

    /** The rows with one more: a standard question by its key, or a question of one's own by its kind. */
    static List<Map<String, String>> add(List<Map<String, String>> rows, String which) {
        List<Map<String, String>> changed = new ArrayList<>(rows);
        Optional<StandardField> standard = StandardField.of(which);
        if (standard.isPresent()) {
            boolean asked = rows.stream().anyMatch(row -> which.equals(row.get("sleutel")));
            if (!asked) {
                changed.add(row(standard.get().question(true)));
            }
            return changed;
        }
        ownKind(which).ifPresent(kind -> {
            Map<String, String> row = new LinkedHashMap<>();
            row.put("sleutel", FormField.OWN + nextNumber(rows));
            row.put("soort", kind.name());
            changed.add(row);
        });
        return changed;
    }

    private static int nextNumber(List<Map<String, String>> rows) {
        return 1
                + rows.stream()
                        .map(row -> row.getOrDefault("sleutel", ""))
                        .filter(key -> key.matches(FormField.OWN + "\\d{1,6}"))
                        .mapToInt(key -> Integer.parseInt(key.substring(FormField.OWN.length())))
                        .max()
                        .orElse(0);
    }

    private static Optional<FieldKind> ownKind(String name) {
        return Arrays.stream(FieldKind.values())
                .filter(kind -> kind.forOwnQuestions() && kind.name().equals(name))
                .findFirst();
    }

    static Parsed<CallForm> parse(List<Map<String, String>> rows) {
        List<FieldError> errors = new ArrayList<>();
        List<FormField> fields = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            int index = i;
            field(rows.get(i), i, errors).ifPresent(field -> {
                if (keys.add(field.key())) {
                    fields.add(field);
                } else {
                    errors.add(new FieldError(path(index, "label"), "Deze vraag staat er al."));
                }
            });
        }
        if (rows.size() > CallForm.MAX_FIELDS) {
            errors.add(new FieldError(
                    path(0, "label"), "Een formulier heeft ten hoogste %d vragen.".formatted(CallForm.MAX_FIELDS)));
        }
        if (errors.isEmpty() && (fields.isEmpty() || !fields.getFirst().key().equals(StandardField.NAME.key()))) {
            errors.add(new FieldError(path(0, "label"), "De eerste vraag is de naam van het project."));
        }
        return errors.isEmpty() ? new Parsed.Valid<>(new CallForm(fields)) : new Parsed.Invalid<>(errors);
    }

    private static Optional<FormField> field(Map<String, String> row, int index, List<FieldError> errors) {
        String key = row.getOrDefault("sleutel", "");
        Optional<StandardField> standard = StandardField.of(key);
        Optional<FieldKind> kind = standard.map(StandardField::kind);
        if (kind.isEmpty() && key.matches(FormField.OWN + "\\d{1,6}")) {
            kind = ownKind(row.getOrDefault("soort", ""));
        }
        String label = row.getOrDefault("label", "");
        String explanation = row.getOrDefault("uitleg", "");
        if (kind.isEmpty()) {
            errors.add(new FieldError(path(index, "label"), "Deze vraag bestaat niet. Verwijder haar."));
            return Optional.empty();
        }
        int before = errors.size();
        if (label.isBlank() || label.length() > AnswerCheck.LINE) {
            errors.add(new FieldError(path(index, "label"), "Vul de vraag in, ten hoogste 300 tekens."));
        }
        if (explanation.length() > AnswerCheck.TEXT) {
            errors.add(new FieldError(path(index, "uitleg"), "Deze tekst is te lang: ten hoogste 4.000 tekens."));
        }
        List<String> options = kind.get().hasOptions()
                ? row.getOrDefault("opties", "")
                        .lines()
                        .map(String::strip)
                        .filter(option -> !option.isEmpty())
                        .distinct()
                        .toList()
                : List.of();
        if (kind.get().hasOptions() && options.isEmpty()) {
            errors.add(new FieldError(path(index, "opties"), "Schrijf de keuzes op, een per regel."));
        }
        if (options.stream().anyMatch(option -> option.length() > AnswerCheck.LINE)
                || String.join("\n", options).length() > AnswerCheck.TEXT) {
            errors.add(new FieldError(
                    path(index, "opties"), "De keuzes zijn te lang: ten hoogste 300 tekens per keuze en 4.000 samen."));
        }
        boolean required = key.equals(StandardField.NAME.key())
                || row.getOrDefault("verplicht", "").equals("ja");
        return errors.size() == before
                ? Optional.of(new FormField(key, kind.get(), label, explanation, required, options))
                : Optional.empty();
    }

    private static String path(int index, String column) {
        return SECTION + "." + index + "." + column;
    }
}
