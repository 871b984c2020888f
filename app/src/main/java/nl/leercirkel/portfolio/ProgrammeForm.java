package nl.leercirkel.portfolio;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A programme with its lines in texts and back; the Dutch names of the fields are those of the demo files. */
public final class ProgrammeForm {
    public static final String LINES = "lijnen";

    public static final TextForm.Shape SHAPE = new TextForm.Shape(
            List.of(
                    "naam",
                    "soort",
                    "budget",
                    "periode",
                    "uitvraag",
                    "toekenning",
                    "evaluatie",
                    "rapportage",
                    "bronsleutel",
                    "brontitel",
                    "omschrijving",
                    "financiering",
                    "criteria",
                    "vragen",
                    "lessen"),
            Map.of(LINES, List.of("id", "naam", "budget")));

    private ProgrammeForm() {}

    /** A line as typed: with the id of the line that it was, or none when it is new. */
    public record LineDraft(@Nullable UUID id, String name, Amount budget) {}

    /** A programme with its lines, ready to be saved. */
    public record Draft(ProgrammeData data, List<LineDraft> lines) {
        public Draft {
            lines = List.copyOf(lines);
        }
    }

    public static Parsed<Draft> parse(TextForm form) {
        FieldReader reader = new FieldReader(form.values());
        ProgrammeData data = new ProgrammeData(
                reader.required("naam", "de naam van het programma"),
                reader.line("soort"),
                reader.amount("budget"),
                reader.period("periode"),
                reader.moment("uitvraag"),
                reader.moment("toekenning"),
                reader.moment("evaluatie"),
                reader.moment("rapportage"),
                reader.line("bronsleutel"),
                reader.line("brontitel"),
                reader.text("omschrijving"),
                reader.text("financiering"),
                reader.list("criteria"),
                reader.list("vragen"),
                reader.list("lessen"));
        List<LineDraft> lines = reader.rows(form, LINES, ProgrammeForm::line);
        for (int i = 0; i < lines.size(); i++) {
            String name = lines.get(i).name();
            boolean twice = lines.subList(0, i).stream()
                    .anyMatch(earlier -> earlier.name().equalsIgnoreCase(name));
            if (twice && !name.isEmpty()) {
                reader.error(LINES + "." + i + ".naam", "Deze lijn staat er al. Geef elke lijn een eigen naam.");
            }
        }
        return reader.outcome(new Draft(data, lines));
    }

    private static LineDraft line(FieldReader row) {
        String id = row.line("id");
        Optional<UUID> known = Optional.empty();
        if (!id.isEmpty()) {
            try {
                known = Optional.of(UUID.fromString(id));
            } catch (IllegalArgumentException notAnId) {
                row.error("naam", "Deze lijn bestaat niet meer. Voeg haar opnieuw toe.");
            }
        }
        return new LineDraft(known.orElse(null), row.required("naam", "de naam van de lijn"), row.amount("budget"));
    }

    static TextForm of(ProgrammeData data, List<Line> lines) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("naam", data.name());
        values.put("soort", data.kind());
        values.put("budget", data.totalBudget().text());
        values.put("periode", data.period() == null ? "" : data.period().format());
        values.put("uitvraag", text(data.called()));
        values.put("toekenning", text(data.awarded()));
        values.put("evaluatie", text(data.evaluated()));
        values.put("rapportage", text(data.reported()));
        values.put("bronsleutel", data.sourceKey());
        values.put("brontitel", data.sourceTitle());
        values.put("omschrijving", data.description());
        values.put("financiering", data.financing());
        values.put("criteria", String.join("\n", data.criteria()));
        values.put("vragen", String.join("\n", data.questions()));
        values.put("lessen", String.join("\n", data.lessons()));
        return new TextForm(
                values,
                Map.of(
                        LINES,
                        lines.stream()
                                .map(line -> Map.of(
                                        "id", line.id().toString(),
                                        "naam", line.name(),
                                        "budget", line.budget().text()))
                                .toList()));
    }

    private static String text(@Nullable DatePart part) {
        return part == null ? "" : part.format();
    }
}
