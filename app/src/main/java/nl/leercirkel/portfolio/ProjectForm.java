package nl.leercirkel.portfolio;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A project in texts and back. One grammar for the page, the demo files and the history; the Dutch names of the fields
 * are those of the demo files.
 */
public final class ProjectForm {
    public static final String PARTNERS = "partners";
    public static final String MONEY = "geld";
    public static final String RESULTS = "resultaten";
    public static final String DECISIONS = "besluiten";
    public static final String DISRUPTIONS = "verstoringen";

    public static final TextForm.Shape SHAPE = shape();

    private ProjectForm() {}

    private static TextForm.Shape shape() {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        sections.put(PARTNERS, List.of("naam", "rol"));
        sections.put(PlanForm.AREAS, PlanForm.AREA_COLUMNS);
        sections.put(
                MONEY,
                List.of("bron", "soort", "jaar", "maat", "bedrag", "uit-programma", "deel", "van", "toelichting"));
        sections.put(PlanForm.EFFECTS, PlanForm.EFFECT_COLUMNS);
        sections.put(
                RESULTS,
                List.of(
                        "indicator",
                        "soort",
                        "waarde",
                        "eenheid",
                        "periode",
                        "peilmoment",
                        "was",
                        "was-op",
                        "van",
                        "n",
                        "streefwaarde",
                        "referentie",
                        "uitsplitsing",
                        "bron",
                        "toelichting"));
        sections.put(PlanForm.CRITERION_LESSONS, PlanForm.LESSON_COLUMNS);
        sections.put(
                DECISIONS,
                List.of(
                        "soort",
                        "moment",
                        "reden",
                        "hoe",
                        "bestemming-soort",
                        "bestemming",
                        "vervolgdatum",
                        "vervolg",
                        "afgehandeld"));
        sections.put(PlanForm.RELATIONS, PlanForm.RELATION_COLUMNS);
        sections.put(DISRUPTIONS, List.of("wat", "periode", "gevolg"));
        return new TextForm.Shape(
                List.of(
                        "nummer",
                        "naam",
                        "lijn",
                        PlanForm.ACTION_LINES,
                        "domein",
                        "fase",
                        "periode",
                        "doel",
                        "doelgroep",
                        "omschrijving",
                        "onderbouwing",
                        "keten",
                        "leercirkel",
                        "eindproduct",
                        "monitoring",
                        "stand",
                        "borging",
                        "lessen",
                        "opmerking"),
                sections);
    }

    /** Reads a project of a programme that has lines only. */
    public static Parsed<ProjectData> parse(TextForm form, List<String> lines) {
        return parse(form, ProgrammeFrame.of(lines));
    }

    /** Reads a project; all errors at once. Rows in which nothing is filled in do not count, so drop them before. */
    public static Parsed<ProjectData> parse(TextForm form, ProgrammeFrame frame) {
        FieldReader reader = new FieldReader(form.values());
        String line = reader.line("lijn");
        Optional<String> known =
                frame.lines().stream().filter(line::equalsIgnoreCase).findFirst();
        if (!line.isEmpty() && known.isEmpty()) {
            reader.error("lijn", "Deze lijn hoort niet bij het programma. Kies een lijn uit de lijst.");
        }
        Integer number = reader.count("nummer");
        if (number != null && number == 0) {
            reader.error("nummer", "Nummers beginnen bij 1.");
        }
        return reader.outcome(new ProjectData(
                number,
                reader.required("naam", "de naam van het project"),
                known.orElse(""),
                reader.line("domein"),
                reader.term("fase", ProjectState.class, ProjectState.NOT_GIVEN),
                reader.period("periode"),
                reader.text("doel"),
                reader.text("doelgroep"),
                reader.text("omschrijving"),
                reader.text("stand"),
                reader.text("borging"),
                reader.text("lessen"),
                reader.text("opmerking"),
                reader.rows(form, PARTNERS, ProjectForm::partner),
                reader.rows(form, MONEY, ProjectForm::funding),
                reader.rows(form, RESULTS, ProjectForm::result),
                reader.rows(form, DECISIONS, ProjectForm::decision),
                reader.rows(form, DISRUPTIONS, ProjectForm::disruption),
                PlanForm.plan(reader, form, frame),
                reader.rows(form, PlanForm.EFFECTS, PlanForm::effect),
                reader.rows(form, PlanForm.CRITERION_LESSONS, PlanForm::lesson),
                reader.rows(form, PlanForm.RELATIONS, PlanForm::relation)));
    }

    private static Partnership partner(FieldReader row) {
        return new Partnership(
                null,
                row.required("naam", "de naam van de partner"),
                row.term("rol", PartnerRole.class, PartnerRole.PARTNER));
    }

    private static Funding funding(FieldReader row) {
        BigDecimal factor = row.number("deel");
        BigDecimal base = row.number("van");
        if ((factor == null) != (base == null)) {
            row.error(factor == null ? "deel" : "van", "Vul zowel het deel (of aantal) in als het bedrag waarvan.");
        }
        boolean fromProgramme = row.yes("uit-programma");
        return new Funding(
                row.required("bron", "de bron van het geld"),
                row.term("soort", FundingKind.class, fromProgramme ? FundingKind.PROGRAMME : FundingKind.OTHER),
                row.period("jaar"),
                row.term("maat", FundingMeasure.class, FundingMeasure.PLANNED),
                row.amount("bedrag"),
                fromProgramme,
                factor == null || base == null ? null : new Funding.Basis(factor, base),
                row.text("toelichting"));
    }

    private static Result result(FieldReader row) {
        ResultValue value = row.value("waarde");
        return new Result(
                row.required("indicator", "in wat er gemeten of gezien is: de indicator"),
                row.term("soort", Statistic.class, value.isNumeric() ? Statistic.COUNT : Statistic.STATEMENT),
                value,
                row.line("eenheid"),
                row.period("periode"),
                row.moment("peilmoment"),
                row.number("was"),
                row.moment("was-op"),
                row.number("van"),
                row.count("n"),
                row.value("streefwaarde"),
                row.value("referentie"),
                row.line("uitsplitsing"),
                row.line("bron"),
                row.text("toelichting"));
    }

    private static Decision decision(FieldReader row) {
        DecisionKind kind = row.term("soort", DecisionKind.class);
        if (kind == null) {
            row.error("soort", "Kies wat er besloten is.");
        }
        return new Decision(
                kind == null ? DecisionKind.STOPPED : kind,
                row.moment("moment"),
                row.text("reden"),
                row.text("hoe"),
                row.term("bestemming-soort", Destination.class),
                row.line("bestemming"),
                null,
                row.day("vervolgdatum"),
                row.line("vervolg"),
                row.day("afgehandeld"));
    }

    private static Disruption disruption(FieldReader row) {
        return new Disruption(row.required("wat", "in wat er gebeurde"), row.period("periode"), row.text("gevolg"));
    }

    /** The texts of a project; {@link #parse} gives the same project back. */
    public static TextForm of(ProjectData data) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("nummer", data.number() == null ? "" : data.number().toString());
        values.put("naam", data.name());
        values.put("lijn", data.line());
        Map<String, String> plan = PlanForm.values(data.plan());
        values.put(PlanForm.ACTION_LINES, plan.getOrDefault(PlanForm.ACTION_LINES, ""));
        values.put("domein", data.domain());
        values.put("fase", data.state().term());
        values.put("periode", text(data.period()));
        values.put("doel", data.goal());
        values.put("doelgroep", data.targetGroup());
        values.put("omschrijving", data.description());
        plan.forEach(values::putIfAbsent);
        values.put("stand", data.currentState());
        values.put("borging", data.embedding());
        values.put("lessen", data.lessons());
        values.put("opmerking", data.note());
        Map<String, List<Map<String, String>>> sections = new LinkedHashMap<>();
        sections.put(
                PARTNERS,
                data.partners().stream()
                        .map(p -> row(PARTNERS, p.name(), p.role().term()))
                        .toList());
        sections.put(PlanForm.AREAS, PlanForm.areas(data.plan()));
        sections.put(MONEY, data.funding().stream().map(ProjectForm::row).toList());
        sections.put(PlanForm.EFFECTS, PlanForm.effects(data.effects()));
        sections.put(RESULTS, data.results().stream().map(ProjectForm::row).toList());
        sections.put(PlanForm.CRITERION_LESSONS, PlanForm.lessons(data.criterionLessons()));
        sections.put(DECISIONS, data.decisions().stream().map(ProjectForm::row).toList());
        sections.put(PlanForm.RELATIONS, PlanForm.relations(data.relations()));
        sections.put(
                DISRUPTIONS,
                data.disruptions().stream()
                        .map(d -> row(DISRUPTIONS, d.what(), text(d.period()), d.effect()))
                        .toList());
        return new TextForm(values, sections);
    }

    private static Map<String, String> row(Funding money) {
        Funding.Basis basis = money.basis();
        return row(
                MONEY,
                money.sourceName(),
                money.kind().term(),
                text(money.period()),
                money.measure().term(),
                money.amount().text(),
                money.fromProgrammeBudget() ? "ja" : "nee",
                basis == null ? "" : DutchNumbers.format(basis.factor()),
                basis == null ? "" : DutchNumbers.amountText(basis.base()),
                money.note());
    }

    private static Map<String, String> row(Result result) {
        return row(
                RESULTS,
                result.indicator(),
                result.statistic().term(),
                result.value().text(),
                result.unit(),
                text(result.period()),
                text(result.at()),
                text(result.was()),
                text(result.wasAt()),
                text(result.whole()),
                result.n() == null ? "" : DutchNumbers.format(BigDecimal.valueOf(result.n())),
                result.target().text(),
                result.reference().text(),
                result.breakdown(),
                result.source(),
                result.note());
    }

    private static Map<String, String> row(Decision decision) {
        return row(
                DECISIONS,
                decision.kind().term(),
                text(decision.decidedAt()),
                decision.reason(),
                decision.how(),
                decision.destinationKind() == null
                        ? ""
                        : decision.destinationKind().term(),
                decision.destination(),
                decision.followUpOn() == null ? "" : decision.followUpOn().toString(),
                decision.followUp(),
                decision.followUpDoneOn() == null
                        ? ""
                        : decision.followUpDoneOn().toString());
    }

    private static Map<String, String> row(String section, String... texts) {
        return row(SHAPE.sections().getOrDefault(section, List.of()), texts);
    }

    static Map<String, String> row(List<String> columns, String... texts) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < texts.length; i++) {
            row.put(columns.get(i), texts[i]);
        }
        return row;
    }

    static String text(@Nullable Period period) {
        return period == null ? "" : period.format();
    }

    static String text(@Nullable DatePart part) {
        return part == null ? "" : part.format();
    }

    private static String text(@Nullable BigDecimal number) {
        return number == null ? "" : DutchNumbers.format(number);
    }
}
