package nl.leercirkel.call;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.leercirkel.portfolio.DatePart;
import nl.leercirkel.portfolio.FundingKind;
import nl.leercirkel.portfolio.FundingMeasure;
import nl.leercirkel.portfolio.ProjectForm;
import nl.leercirkel.portfolio.ProjectState;
import nl.leercirkel.portfolio.ResultValue;
import nl.leercirkel.portfolio.Statistic;
import nl.leercirkel.portfolio.TextForm;
import org.jspecify.annotations.Nullable;

/**
 * Where each answer of an awarded application goes in the project: in the field that the portfolio has for it, and
 * otherwise, with its question before it, in the description. Nothing is left out.
 */
final class ApplicationProject {
    /** The field of the project that takes an answer, when the portfolio has that field. */
    private static final Map<StandardField, String> FIELDS = new EnumMap<>(Map.of(
            StandardField.PERIOD, "periode",
            StandardField.GOAL, "doel",
            StandardField.TARGET_GROUP, "doelgroep",
            StandardField.THEORY, "onderbouwing",
            StandardField.MONITORING, "monitoring",
            StandardField.END_PRODUCT, "eindproduct",
            StandardField.CHAIN, "keten"));

    /** The section of the project that takes intended effects, when the portfolio has it; results take them otherwise. */
    private static final String EFFECTS = "effecten";

    /** A description or remark of a project holds no more than this. */
    private static final int LONGEST = 19_900;

    private final Submission submission;
    private final Answers answers;
    private final Map<String, String> flat = new LinkedHashMap<>();
    private final List<String> other = new ArrayList<>();

    private ApplicationProject(Submission submission) {
        this.submission = submission;
        this.answers = submission.answers();
    }

    /** What is awarded, and under which name and line it comes into the portfolio. */
    record Award(String projectName, String line, BigDecimal amount, String conditions, String reason, String day) {}

    /** The project in the texts that the portfolio reads. */
    static TextForm of(Call call, CallForm form, Submission submission, Award award) {
        ApplicationProject mapping = new ApplicationProject(submission);
        form.fields().forEach(mapping::place);
        mapping.award(call, award);
        mapping.other();
        return TextForm.of(ProjectForm.SHAPE, mapping.flat);
    }

    private void place(FormField field) {
        switch (StandardField.of(field.key()).orElse(null)) {
            case null -> describe(field);
            case NAME -> {
                // the name of the project is chosen with the decision
            }
            case APPROACH -> {
                if (!answers.value(field.key()).isBlank()) {
                    other.add(answers.value(field.key()));
                }
            }
            case PARTNERS -> rows(field, "partners", Map.of("naam", "naam", "rol", "rol"));
            case MONEY -> {
                // with the award, which decides what counts
            }
            case EFFECTS -> effects(field);
            case PERIOD,
                    GOAL,
                    TARGET_GROUP,
                    THEORY,
                    MONITORING,
                    END_PRODUCT,
                    CHAIN,
                    AREA,
                    BUSINESS_CASE,
                    ACTION_LINES -> text(field);
        }
    }

    private void text(FormField field) {
        String target = StandardField.of(field.key()).map(FIELDS::get).orElse(null);
        if (target != null && ProjectForm.SHAPE.fields().contains(target)) {
            flat.put(target, answers.value(field.key()));
        } else {
            describe(field);
        }
    }

    /** A question and its answer in words. */
    private void describe(FormField field) {
        String text = answers.describe(field);
        if (!text.isBlank()) {
            boolean list = field.kind() == FieldKind.CHOICES;
            other.add(field.label() + ":\n" + (list ? "- " + text.replace("\n", "\n- ") : text));
        }
    }

    private void rows(FormField field, String section, Map<String, String> columns) {
        List<Map<String, String>> rows = answers.rows(field.key());
        for (int i = 0; i < rows.size(); i++) {
            Map<String, String> row = rows.get(i);
            int index = i;
            columns.forEach((from, to) -> put(section, index, to, row.get(from)));
        }
    }

    private void effects(FormField field) {
        List<Map<String, String>> rows = answers.rows(field.key());
        boolean own = ProjectForm.SHAPE.sections().containsKey(EFFECTS);
        for (int i = 0; i < rows.size(); i++) {
            Map<String, String> row = rows.get(i);
            String unit = row.getOrDefault("eenheid", "");
            String target = row.getOrDefault("streefwaarde", "");
            String baseline = row.getOrDefault("nulmeting", "");
            String when = row.getOrDefault("wanneer", "");
            List<String> notes = new ArrayList<>();
            if (own) {
                put(EFFECTS, i, "effect", row.get("indicator"));
                put(EFFECTS, i, "beginwaarde", baseline);
                boolean moment = DatePart.parse(when).isPresent();
                put(EFFECTS, i, "streefmoment", moment ? when : "");
                if (!moment && !when.isEmpty()) {
                    notes.add("Wanneer: " + when);
                }
            } else {
                put(ProjectForm.RESULTS, i, "indicator", row.get("indicator"));
                put(ProjectForm.RESULTS, i, "soort", statistic(target, unit).term());
                put(ProjectForm.RESULTS, i, "periode", when);
                put(ProjectForm.RESULTS, i, "bron", source());
                if (!baseline.isEmpty()) {
                    notes.add("Nulmeting: " + baseline);
                }
            }
            String section = own ? EFFECTS : ProjectForm.RESULTS;
            put(section, i, "streefwaarde", target);
            put(section, i, "eenheid", unit);
            put(section, i, "toelichting", String.join(". ", notes));
        }
    }

    private static Statistic statistic(String target, String unit) {
        if (!ResultValue.parse(target).isNumeric()) {
            return Statistic.STATEMENT;
        }
        return unit.startsWith("%") ? Statistic.SHARE : Statistic.COUNT;
    }

    /**
     * The plan of the applicant, and what is awarded. The requested amounts count in the programme's budget when they are
     * awarded in full; otherwise the award counts in their place and they stay as what was asked.
     */
    private void award(Call call, Award award) {
        flat.put("naam", award.projectName());
        flat.put("lijn", award.line());
        flat.put("fase", ProjectState.PREPARING.term());
        flat.put(
                "stand",
                "Toegekend op %s: %s.".formatted(award.day(), Money.format(award.amount(), ""))
                        + (award.conditions().isBlank() ? "" : "\n\nVoorwaarden:\n" + award.conditions())
                        + (award.reason().isBlank() ? "" : "\n\nMotivering:\n" + award.reason()));
        @Nullable BigDecimal requested = submission.requested();
        boolean inFull = requested != null && requested.compareTo(award.amount()) == 0 && requested.signum() > 0;
        int index = 0;
        for (Map<String, String> row : answers.rows(StandardField.MONEY.key())) {
            boolean asked = row.getOrDefault("soort", "").equalsIgnoreCase(FundingKind.PROGRAMME.term());
            String note = row.getOrDefault("toelichting", "");
            put(ProjectForm.MONEY, index, "bron", row.get("bron"));
            put(ProjectForm.MONEY, index, "soort", row.get("soort"));
            put(ProjectForm.MONEY, index, "jaar", row.get("jaar"));
            put(ProjectForm.MONEY, index, "bedrag", row.get("bedrag"));
            put(ProjectForm.MONEY, index, "maat", FundingMeasure.PLANNED.term());
            put(ProjectForm.MONEY, index, "uit-programma", asked && inFull ? "ja" : "nee");
            put(
                    ProjectForm.MONEY,
                    index,
                    "toelichting",
                    asked && !inFull
                            ? (note.isEmpty() ? "" : note + ". ") + "Gevraagd; toegekend is een ander bedrag"
                            : note);
            index++;
        }
        if (!inFull) {
            awarded(call, award, index++, FundingMeasure.PLANNED);
        }
        awarded(call, award, index, FundingMeasure.COMMITTED);
    }

    private void awarded(Call call, Award award, int index, FundingMeasure measure) {
        put(ProjectForm.MONEY, index, "bron", call.programmeName());
        put(ProjectForm.MONEY, index, "soort", FundingKind.PROGRAMME.term());
        put(ProjectForm.MONEY, index, "maat", measure.term());
        put(ProjectForm.MONEY, index, "bedrag", Money.input(award.amount()));
        put(ProjectForm.MONEY, index, "uit-programma", "ja");
        put(ProjectForm.MONEY, index, "toelichting", "Toegekend op " + award.day());
    }

    /** What has no field of its own: in the description as far as it fits, then in the remark. */
    private void other() {
        if (!submission.name().equalsIgnoreCase(flat.getOrDefault("naam", ""))) {
            other.addFirst("Naam in de aanvraag: " + submission.name());
        }
        StringBuilder description = new StringBuilder();
        StringBuilder remark = new StringBuilder(source() + ".");
        for (String text : other) {
            StringBuilder place = description.length() + text.length() + 2 <= LONGEST ? description : remark;
            place.append(place.isEmpty() ? "" : "\n\n").append(text);
        }
        flat.put("omschrijving", description.toString());
        flat.put("opmerking", remark.toString());
    }

    private String source() {
        return "Aanvraag, versie %d van %s".formatted(submission.number(), Moments.day(submission.handedInAt()));
    }

    private void put(String section, int index, String column, @Nullable String text) {
        flat.put(section + "." + index + "." + column, text == null ? "" : text);
    }
}
