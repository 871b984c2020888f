package nl.leercirkel.call;

import static nl.leercirkel.call.Filled.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.leercirkel.portfolio.FieldError;
import nl.leercirkel.portfolio.Parsed;
import org.junit.jupiter.api.Test;

/** What the manager types for questions and criteria. */
class RowsTest {

    private static List<String> errors(Parsed<?> parsed) {
        return parsed instanceof Parsed.Invalid<?>(List<FieldError> found)
                ? found.stream().map(FieldError::path).toList()
                : List.of();
    }

    @Test
    void theStandardQuestionsComeBackAsTheyWere() {
        assertThat(FormRows.parse(FormRows.of(CallForm.standard()))).isEqualTo(new Parsed.Valid<>(CallForm.standard()));
    }

    @Test
    void aQuestionOfOnesOwnGetsANumberThatNoOtherHas() {
        List<Map<String, String>> rows = FormRows.of(CallForm.standard());
        rows = FormRows.add(rows, "YES_NO_REFERENCE");
        rows = FormRows.add(rows, "CHOICE");
        assertThat(rows.get(rows.size() - 1))
                .containsEntry("sleutel", "vraag-2")
                .containsEntry("soort", "CHOICE");
        int last = rows.size() - 1;
        assertThat(errors(FormRows.parse(rows)))
                .containsExactly(
                        "vraag." + (last - 1) + ".label", "vraag." + last + ".label", "vraag." + last + ".opties");
        assertThat(FormRows.add(rows, "doel")).isEqualTo(rows);
        assertThat(FormRows.add(rows, "MONEY")).isEqualTo(rows);
    }

    @Test
    void theNameStaysFirstAndRequired() {
        List<Map<String, String>> rows = new ArrayList<>(FormRows.of(CallForm.standard()));
        assertThat(Rows.apply("omhoog:1", rows, 1)).isEqualTo(rows);
        assertThat(Rows.apply("verwijderen:0", rows, 1)).isEqualTo(rows);
        List<Map<String, String>> moved = Rows.apply("omlaag:1", rows, 1);
        assertThat(moved.get(1)).containsEntry("sleutel", "doel");
        assertThat(moved.get(2)).containsEntry("sleutel", "periode");
        assertThat(Rows.apply("verwijderen:2", moved, 1)).hasSize(rows.size() - 1);
        rows.removeFirst();
        assertThat(errors(FormRows.parse(rows))).containsExactly("vraag.0.label");
    }

    @Test
    void aQuestionThatDoesNotExistIsRefused() {
        List<Map<String, String>> rows = new ArrayList<>(FormRows.of(CallForm.standard()));
        rows.add(row("sleutel", "vraag-1", "soort", "PARTNERS", "label", "x"));
        rows.add(row("sleutel", "../../x", "soort", "TEXT", "label", "x"));
        rows.add(rows.get(3));
        int first = rows.size() - 3;
        assertThat(errors(FormRows.parse(rows)))
                .containsExactly(
                        "vraag." + first + ".label",
                        "vraag." + (first + 1) + ".label",
                        "vraag." + (first + 2) + ".label");
    }

    @Test
    void criteriaHaveANameAScaleAndAWeight() {
        assertThat(errors(CriterionRows.parse(List.of(
                        row("naam", "", "soort", "SCALE", "schaal", "11", "gewicht", "-1"),
                        row("naam", "Expertteam", "soort", "YES_NO", "schaal", "", "gewicht", "1,5")))))
                .containsExactly("criterium.0.naam", "criterium.0.schaal", "criterium.0.gewicht");
        assertThat(errors(CriterionRows.parse(List.of()))).containsExactly("criterium");
        Parsed<List<Criterion>> parsed = CriterionRows.parse(
                List.of(row("naam", "Expertteam", "soort", "YES_NO", "schaal", "", "gewicht", "1,5")));
        assertThat(parsed).isInstanceOfSatisfying(Parsed.Valid.class, valid -> {
            Criterion criterion = (Criterion) ((List<?>) valid.value()).getFirst();
            assertThat(criterion.isYesNo()).isTrue();
            assertThat(criterion.weight()).isEqualByComparingTo("1.5");
        });
    }
}
