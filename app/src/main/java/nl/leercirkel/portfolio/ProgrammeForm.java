package nl.leercirkel.portfolio;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A programme with its lines in texts and back; the Dutch names of the fields are those of the demo files. */
public final class ProgrammeForm {
    public static final String LINES = "lijnen";

    static final String FUNDS = "fondsen";
    static final String SHARES = "bijdragen";
    static final String ACTION_LINES = "actielijnen";
    static final String REQUIREMENTS = "toetspunten";

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
            sections());

    private ProgrammeForm() {}

    private static Map<String, List<String>> sections() {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        sections.put(LINES, List.of("id", "naam", "budget"));
        sections.put(FUNDS, List.of("naam", "totaal", "in-budget", "toelichting"));
        sections.put(SHARES, List.of("fonds", "jaar", "gever", "bedrag"));
        sections.put(ACTION_LINES, List.of("nummer", "tekst"));
        sections.put(REQUIREMENTS, List.of("punt", "antwoord", "verwijzing", "toelichting"));
        return sections;
    }

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
                reader.list("lessen"),
                FundForm.funds(reader, form),
                actionLines(reader, form),
                reader.rows(form, REQUIREMENTS, ProgrammeForm::requirement));
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

    private static List<ActionLine> actionLines(FieldReader reader, TextForm form) {
        List<ActionLine> lines = reader.rows(form, ACTION_LINES, row -> {
            Integer number = row.count("nummer");
            if (number == null || number == 0) {
                row.error("nummer", "Geef de actielijn een nummer vanaf 1.");
            }
            return new ActionLine(number == null ? 0 : number, row.required("tekst", "de actielijn"));
        });
        for (int i = 0; i < lines.size(); i++) {
            int number = lines.get(i).number();
            if (number > 0 && lines.subList(0, i).stream().anyMatch(earlier -> earlier.number() == number)) {
                reader.error(
                        ACTION_LINES + "." + i + ".nummer",
                        "Dit nummer staat er al. Geef elke actielijn een eigen nummer.");
            }
        }
        return lines.stream()
                .sorted(Comparator.comparingInt(ActionLine::number))
                .toList();
    }

    private static Requirement requirement(FieldReader row) {
        return new Requirement(
                row.required("punt", "het punt waaraan het programma moet voldoen"),
                row.answer("antwoord"),
                row.line("verwijzing"),
                row.text("toelichting"));
    }

    /** The texts of a programme; {@link #parse} gives the same programme back. */
    public static TextForm of(ProgrammeDossier programme) {
        return of(programme.data(), programme.lines());
    }

    /** The texts of a draft; a new line has no id. */
    public static TextForm of(Draft draft) {
        return of(
                draft.data(),
                draft.lines().stream()
                        .map(line -> row(
                                LINES,
                                line.id() == null ? "" : line.id().toString(),
                                line.name(),
                                line.budget().text()))
                        .toList(),
                LINES);
    }

    static TextForm of(ProgrammeData data, List<Line> lines) {
        return of(
                data,
                lines.stream()
                        .map(line -> row(
                                LINES,
                                line.id().toString(),
                                line.name(),
                                line.budget().text()))
                        .toList(),
                LINES);
    }

    private static TextForm of(ProgrammeData data, List<Map<String, String>> lines, String section) {
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
        Map<String, List<Map<String, String>>> sections = new LinkedHashMap<>();
        sections.put(section, lines);
        sections.put(FUNDS, FundForm.rows(data.funds()));
        sections.put(SHARES, FundForm.shares(data.funds()));
        sections.put(
                ACTION_LINES,
                data.actionLines().stream()
                        .map(line -> row(ACTION_LINES, String.valueOf(line.number()), line.text()))
                        .toList());
        sections.put(
                REQUIREMENTS,
                data.requirements().stream()
                        .map(point -> row(
                                REQUIREMENTS, point.what(), answer(point.answer()), point.reference(), point.note()))
                        .toList());
        return new TextForm(values, sections);
    }

    private static String answer(@Nullable Boolean answer) {
        if (answer == null) {
            return "";
        }
        return answer ? "ja" : "nee";
    }

    static Map<String, String> row(String section, String... texts) {
        return ProjectForm.row(SHAPE.sections().getOrDefault(section, List.of()), texts);
    }

    private static String text(@Nullable DatePart part) {
        return part == null ? "" : part.format();
    }
}
