package nl.leercirkel.call;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nl.leercirkel.portfolio.FieldError;
import nl.leercirkel.portfolio.FundingKind;
import nl.leercirkel.portfolio.PartnerRole;
import nl.leercirkel.portfolio.Term;
import org.jspecify.annotations.Nullable;

/** The form of an application as its page draws it: each question with its answer and what is wrong with it. */
record FormPage(List<Question> questions, Map<String, String> errors) {

    /** One choice of a list. */
    public record Option(String value, String label) {}

    static final List<Option> YES_NO = List.of(new Option("ja", "Ja"), new Option("nee", "Nee"));

    /**
     * A field of the form.
     *
     * @param kind text, long, amount, radio, select, checkboxes, partner or yes-no
     * @param selected the options that are chosen
     */
    public record Field(
            String name,
            String label,
            @Nullable String hint,
            String kind,
            String value,
            List<String> selected,
            List<Option> options,
            @Nullable String error,
            boolean required) {}

    /** A row of fields; index counts from 0. */
    public record Row(int index, List<Field> fields) {}

    /** A question: either with fields, or with rows of fields. */
    public record Question(
            String key,
            String label,
            String explanation,
            boolean required,
            List<Field> fields,
            boolean repeats,
            String one,
            List<Row> rows,
            @Nullable String error) {}

    /** The questions as the page groups them: those that follow each other together, one with rows apart. */
    public List<List<Question>> blocks() {
        List<List<Question>> blocks = new ArrayList<>();
        for (Question question : questions) {
            boolean together =
                    !blocks.isEmpty() && !question.repeats && !blocks.getLast().getLast().repeats;
            if (!together) {
                blocks.add(new ArrayList<>());
            }
            blocks.getLast().add(question);
        }
        return blocks;
    }

    static FormPage of(CallForm form, Answers answers, List<FieldError> found) {
        Map<String, String> messages = new LinkedHashMap<>();
        found.forEach(error -> messages.putIfAbsent(error.path(), error.message()));
        List<Question> questions = form.fields().stream()
                .map(field -> question(field, answers, messages))
                .toList();
        return new FormPage(questions, inOrder(questions, messages));
    }

    private static Question question(FormField field, Answers answers, Map<String, String> messages) {
        if (!field.kind().hasRows()) {
            return new Question(
                    field.key(),
                    field.label(),
                    field.explanation(),
                    field.required(),
                    fields(field, answers, messages),
                    false,
                    "",
                    List.of(),
                    null);
        }
        List<Map<String, String>> rows = answers.rows(field.key());
        return new Question(
                field.key(),
                field.label(),
                field.explanation(),
                field.required(),
                List.of(),
                true,
                one(field.kind()),
                IntStream.range(0, rows.size())
                        .mapToObj(index -> new Row(
                                index,
                                field.kind().columns().stream()
                                        .map(column -> cell(field, index, column, rows.get(index), messages))
                                        .toList()))
                        .toList(),
                messages.get(field.key()));
    }

    private static String one(FieldKind kind) {
        return switch (kind) {
            case PARTNERS -> "Partner";
            case MONEY -> "Bron van geld";
            case EFFECTS -> "Effect";
            case LINE, TEXT, NUMBER, AMOUNT, PERIOD, YES_NO, YES_NO_REFERENCE, CHOICE, CHOICES -> "Regel";
        };
    }

    private static List<Field> fields(FormField field, Answers answers, Map<String, String> messages) {
        String kind = switch (field.kind()) {
            case LINE, NUMBER, PERIOD -> "text";
            case TEXT -> "long";
            case AMOUNT -> "amount";
            case YES_NO, YES_NO_REFERENCE -> "radio";
            case CHOICE -> "select";
            case CHOICES -> "checkboxes";
            case PARTNERS, MONEY, EFFECTS -> throw new IllegalStateException("has rows");
        };
        List<Option> options = kind.equals("radio")
                ? YES_NO
                : field.options().stream().map(text -> new Option(text, text)).toList();
        Field main = new Field(
                field.key(),
                field.label(),
                field.explanation().isBlank() ? null : field.explanation(),
                kind,
                answers.value(field.key()),
                answers.chosen(field.key()),
                options,
                messages.get(field.key()),
                field.required());
        if (field.kind() != FieldKind.YES_NO_REFERENCE) {
            return List.of(main);
        }
        String name = field.key() + FormField.REFERENCE;
        return List.of(
                main,
                new Field(
                        name,
                        "Verwijzing",
                        "Waar staat het? Bijvoorbeeld hoofdstuk 3 van het plan.",
                        "text",
                        answers.value(name),
                        List.of(),
                        List.of(),
                        messages.get(name),
                        false));
    }

    private static Field cell(
            FormField field, int index, String column, Map<String, String> row, Map<String, String> messages) {
        String name = field.key() + "." + index + "." + column;
        String kind = switch (field.key() + "." + column) {
            case "partners.naam" -> "partner";
            case "partners.rol", "geld.soort" -> "select";
            case "geld.bedrag" -> "amount";
            default -> "text";
        };
        List<Option> options = switch (field.key() + "." + column) {
            case "partners.rol" -> terms(PartnerRole.values());
            case "geld.soort" ->
                terms(Arrays.stream(FundingKind.values())
                        .filter(found -> found != FundingKind.TOTAL)
                        .toArray(FundingKind[]::new));
            default -> List.of();
        };
        boolean optional =
                List.of("toelichting", "eenheid", "nulmeting", "wanneer").contains(column);
        return new Field(
                name,
                label(column),
                hint(column),
                kind,
                row.getOrDefault(column, ""),
                List.of(),
                options,
                messages.get(name),
                !optional);
    }

    static String label(String column) {
        return switch (column) {
            case "naam" -> "Naam";
            case "rol" -> "Rol";
            case "bron" -> "Bron van het geld";
            case "soort" -> "Soort";
            case "jaar" -> "Jaar";
            case "bedrag" -> "Bedrag";
            case "toelichting" -> "Toelichting";
            case "indicator" -> "Wat verandert er";
            case "eenheid" -> "Eenheid";
            case "nulmeting" -> "Nulmeting";
            case "streefwaarde" -> "Streefwaarde";
            case "wanneer" -> "Wanneer";
            default -> column;
        };
    }

    private static @Nullable String hint(String column) {
        return switch (column) {
            case "eenheid" -> "Bijvoorbeeld % of gezinnen";
            case "nulmeting" -> "Hoe het nu is";
            default -> null;
        };
    }

    private static List<Option> terms(Term[] terms) {
        return Arrays.stream(terms)
                .map(term -> new Option(term.term(), term.title()))
                .toList();
    }

    private static Map<String, String> inOrder(List<Question> questions, Map<String, String> messages) {
        Map<String, String> ordered = new LinkedHashMap<>();
        for (Question question : questions) {
            move(question.key, messages, ordered);
            question.fields.forEach(field -> move(field.name, messages, ordered));
            question.rows.forEach(row -> row.fields.forEach(field -> move(field.name, messages, ordered)));
        }
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
