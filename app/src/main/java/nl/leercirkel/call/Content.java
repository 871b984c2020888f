package nl.leercirkel.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.leercirkel.portfolio.Prose;

/** The answers of an application to read: a chapter per question that was answered. */
record Content(List<Chapter> chapters, List<String> unanswered) {

    /** A question with its answer: as text, or as a table. */
    public record Chapter(
            String key, String label, List<Prose.Block> blocks, List<String> columns, List<List<String>> rows) {
        public boolean isTable() {
            return !columns.isEmpty();
        }
    }

    static Content of(CallForm form, Answers answers) {
        List<Chapter> chapters = new ArrayList<>();
        List<String> unanswered = new ArrayList<>();
        for (FormField field : form.fields()) {
            String text = answers.describe(field);
            if (field.key().equals(StandardField.NAME.key())) {
                continue; // the name is the heading of the page
            }
            if (text.isBlank()) {
                unanswered.add(field.label());
            } else if (field.kind().hasRows()) {
                chapters.add(table(field, answers.rows(field.key())));
            } else {
                String shown = field.kind() == FieldKind.CHOICES ? "- " + text.replace("\n", "\n- ") : text;
                if (field.kind() == FieldKind.AMOUNT) {
                    shown = Money.parse(text)
                            .map(amount -> Money.format(amount, ""))
                            .orElse(text);
                }
                chapters.add(new Chapter(field.key(), field.label(), Prose.blocks(shown), List.of(), List.of()));
            }
        }
        return new Content(chapters, unanswered);
    }

    private static Chapter table(FormField field, List<Map<String, String>> rows) {
        return new Chapter(
                field.key(),
                field.label(),
                List.of(),
                field.kind().columns().stream().map(FormPage::label).toList(),
                rows.stream()
                        .map(row -> field.kind().columns().stream()
                                .map(column -> shown(column, row.getOrDefault(column, "")))
                                .toList())
                        .toList());
    }

    private static String shown(String column, String text) {
        return column.equals("bedrag")
                ? Money.parse(text).map(amount -> Money.format(amount, "")).orElse(text)
                : text;
    }
}
