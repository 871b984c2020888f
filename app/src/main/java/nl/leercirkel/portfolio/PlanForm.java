package nl.leercirkel.portfolio;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The part of a project's form that says what it set out to do and how it stands to other projects. */
final class PlanForm {
    static final String ACTION_LINES = "actielijnen";
    static final String AREAS = "gebieden";
    static final String EFFECTS = "effecten";
    static final String CRITERION_LESSONS = "criterialessen";
    static final String RELATIONS = "relaties";

    static final List<String> AREA_COLUMNS = List.of("naam", "periode", "toelichting");
    static final List<String> EFFECT_COLUMNS =
            List.of("effect", "streefwaarde", "eenheid", "streefmoment", "beginwaarde", "beginmoment", "toelichting");
    static final List<String> LESSON_COLUMNS = List.of("criterium", "les");
    static final List<String> RELATION_COLUMNS = List.of("soort", "project", "toelichting");

    private PlanForm() {}

    static ProjectPlan plan(FieldReader reader, TextForm form, ProgrammeFrame frame) {
        List<Integer> known =
                frame.actionLines().stream().map(ActionLine::number).toList();
        return new ProjectPlan(
                reader.numbers(
                        ACTION_LINES,
                        known,
                        known.isEmpty()
                                ? "Dit programma heeft geen actielijnen. Zet ze eerst bij het programma."
                                : "Kies uit de actielijnen van het programma: "
                                        + known.stream().map(String::valueOf).collect(Collectors.joining(", ")) + "."),
                reader.text("onderbouwing"),
                reader.rows(form, AREAS, PlanForm::area),
                reader.list("monitoring"),
                reader.text("eindproduct"),
                reader.term("leercirkel", LearningStep.class),
                reader.line("keten"));
    }

    private static Area area(FieldReader row) {
        return new Area(
                row.required("naam", "de naam van de gemeente, de wijk of het gebied"),
                null,
                row.period("periode"),
                row.text("toelichting"));
    }

    static IntendedEffect effect(FieldReader row) {
        return new IntendedEffect(
                row.required("effect", "in wat het project wil bereiken"),
                row.value("streefwaarde"),
                row.line("eenheid"),
                row.moment("streefmoment"),
                row.value("beginwaarde"),
                row.moment("beginmoment"),
                row.text("toelichting"));
    }

    static CriterionLesson lesson(FieldReader row) {
        String lesson = row.text("les");
        if (lesson.isEmpty()) {
            row.error("les", "Vul in wat u op dit criterium geleerd hebt.");
        }
        return new CriterionLesson(row.required("criterium", "het criterium"), lesson);
    }

    static Relation relation(FieldReader row) {
        RelationKind kind = row.term("soort", RelationKind.class);
        if (kind == null) {
            row.error("soort", "Kies hoe de projecten bij elkaar horen.");
        }
        return new Relation(
                kind == null ? RelationKind.OVERLAPS : kind,
                null,
                row.required("project", "de naam van het andere project"),
                row.text("toelichting"));
    }

    static Map<String, String> values(ProjectPlan plan) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(
                ACTION_LINES, plan.actionLines().stream().map(String::valueOf).collect(Collectors.joining(", ")));
        values.put("onderbouwing", plan.theoreticalBasis());
        values.put("keten", plan.chainPlace());
        values.put("leercirkel", plan.step() == null ? "" : plan.step().term());
        values.put("eindproduct", plan.endProduct());
        values.put("monitoring", String.join("\n", plan.monitoring()));
        return values;
    }

    static List<Map<String, String>> areas(ProjectPlan plan) {
        return plan.areas().stream()
                .map(area -> ProjectForm.row(AREA_COLUMNS, area.name(), ProjectForm.text(area.period()), area.note()))
                .toList();
    }

    static List<Map<String, String>> effects(List<IntendedEffect> effects) {
        return effects.stream()
                .map(effect -> ProjectForm.row(
                        EFFECT_COLUMNS,
                        effect.what(),
                        effect.target().text(),
                        effect.unit(),
                        ProjectForm.text(effect.targetAt()),
                        effect.baseline().text(),
                        ProjectForm.text(effect.baselineAt()),
                        effect.note()))
                .toList();
    }

    static List<Map<String, String>> lessons(List<CriterionLesson> lessons) {
        return lessons.stream()
                .map(lesson -> ProjectForm.row(LESSON_COLUMNS, lesson.criterion(), lesson.lesson()))
                .toList();
    }

    static List<Map<String, String>> relations(List<Relation> relations) {
        return relations.stream()
                .map(relation ->
                        ProjectForm.row(RELATION_COLUMNS, relation.kind().term(), relation.name(), relation.note()))
                .toList();
    }
}
