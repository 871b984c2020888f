package nl.leercirkel.call;

import static nl.leercirkel.call.Filled.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nl.leercirkel.portfolio.FieldError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AnswerCheckTest {
    private static final CallForm FORM = CallForm.standard();
    private static final Answers COMPLETE = Filled.standard("JIM-aanpak", "Rubicon", "1.000");

    private static List<String> paths(CallForm form, Answers answers) {
        return AnswerCheck.ofSubmission(form, answers, "Rubicon").stream()
                .map(FieldError::path)
                .toList();
    }

    private static Answers with(StandardField field, List<Map<String, String>> rows) {
        Answers answers = COMPLETE;
        while (!answers.rows(field.key()).isEmpty()) {
            answers = answers.withoutRow(field.key(), 0);
        }
        for (Map<String, String> row : rows) {
            answers = answers.withRow(field.key(), row);
        }
        return answers;
    }

    @Test
    void completeAnswersCanBeHandedIn() {
        assertThat(AnswerCheck.ofSubmission(FORM, COMPLETE, "Rubicon")).isEmpty();
        assertThat(AnswerCheck.requested(FORM, COMPLETE)).isEqualByComparingTo("1000");
    }

    @ParameterizedTest
    @EnumSource(StandardField.class)
    void whatIsRequiredIsMissedAndWhatIsNotIsNot(StandardField field) {
        Answers without = field.kind().hasRows() ? with(field, List.of()) : COMPLETE.withValue(field.key(), "  ");
        assertThat(paths(FORM, without)).containsExactly(field.key());
        if (field != StandardField.NAME) {
            CallForm lenient = new CallForm(FORM.fields().stream()
                    .map(question -> question.key().equals(field.key()) ? field.question(false) : question)
                    .toList());
            assertThat(paths(lenient, without)).isEmpty();
        }
    }

    @Test
    void anUnfinishedApplicationIsADraftAllTheSame() {
        assertThat(AnswerCheck.ofDraft(FORM, Answers.NONE)).isEmpty();
        assertThat(paths(FORM, Answers.NONE)).hasSize(StandardField.values().length);
    }

    @Test
    void exactlyOneLeadAndTheApplicantItself() {
        assertThat(paths(FORM, with(StandardField.PARTNERS, List.of(row("naam", "Rubicon", "rol", "partner")))))
                .containsExactly("partners");
        assertThat(paths(
                        FORM,
                        with(
                                StandardField.PARTNERS,
                                List.of(
                                        row("naam", "Rubicon", "rol", "penvoerder"),
                                        row("naam", "PSW", "rol", "penvoerder")))))
                .containsExactly("partners");
        assertThat(AnswerCheck.ofSubmission(
                        FORM,
                        with(StandardField.PARTNERS, List.of(row("naam", "PSW", "rol", "penvoerder"))),
                        "Rubicon"))
                .extracting(FieldError::message)
                .containsExactly("Uw eigen organisatie, Rubicon, hoort erbij.");
    }

    @Test
    void errorsInRowsStandAtTheirField() {
        Map<String, String> wrong =
                row("bron", "", "soort", "goud", "jaar", "ooit", "bedrag", "1.25", "toelichting", "");
        assertThat(paths(FORM, COMPLETE.withRow("geld", wrong)))
                .containsExactly("geld.2.bron", "geld.2.soort", "geld.2.jaar", "geld.2.bedrag");
        assertThat(paths(FORM, COMPLETE.withRow("effecten", row("indicator", "", "wanneer", "ooit"))))
                .containsExactly("effecten.1.indicator", "effecten.1.streefwaarde", "effecten.1.wanneer");
    }

    @Test
    void moneyMustBeAskedOfTheCall() {
        List<Map<String, String>> onlyOwn = List.of(row(
                "bron", "Eigen", "soort", "eigen bijdrage partner", "jaar", "2027", "bedrag", "5", "toelichting", ""));
        assertThat(paths(FORM, with(StandardField.MONEY, onlyOwn))).containsExactly("geld");
        assertThat(AnswerCheck.requested(FORM, with(StandardField.MONEY, onlyOwn)))
                .isEqualByComparingTo("0");
        assertThat(AnswerCheck.requested(new CallForm(List.of(StandardField.NAME.question(true))), COMPLETE))
                .isNull();
    }

    @Test
    void yesAsksForAReferenceAndNoDoesNot() {
        CallForm form = new CallForm(List.of(
                StandardField.NAME.question(true),
                new FormField("vraag-1", FieldKind.YES_NO_REFERENCE, "Is er een expertteam?", "", true, List.of())));
        Answers named = Answers.NONE.withValue("naam", "Plan");
        assertThat(paths(form, named)).containsExactly("vraag-1");
        assertThat(paths(form, named.withValue("vraag-1", "misschien"))).containsExactly("vraag-1");
        assertThat(paths(form, named.withValue("vraag-1", "ja"))).containsExactly("vraag-1-verwijzing");
        assertThat(paths(form, named.withValue("vraag-1", "nee"))).isEmpty();
        assertThat(paths(form, named.withValue("vraag-1", "ja").withValue("vraag-1-verwijzing", "hoofdstuk 3")))
                .isEmpty();
    }

    @Test
    void whatIsTooLongToKeepIsRefusedAtItsField() {
        assertThat(AnswerCheck.ofDraft(FORM, COMPLETE.withValue("doel", "x".repeat(4_001))))
                .containsExactly(new FieldError("doel", "Deze tekst is te lang: 4.001 tekens, ten hoogste 4.000."));
        assertThat(AnswerCheck.ofDraft(FORM, COMPLETE.withValue("naam", "x".repeat(301))))
                .extracting(FieldError::path)
                .containsExactly("naam");
        Answers all = COMPLETE;
        for (FormField field : FORM.fields()) {
            all = field.kind() == FieldKind.TEXT ? all.withValue(field.key(), "x".repeat(4_000)) : all;
        }
        assertThat(AnswerCheck.ofDraft(FORM, all))
                .singleElement()
                .satisfies(error -> assertThat(error.message()).contains("samen te lang", "28.000"));
    }

    @Test
    void postedAnswersKeepOnlyWhatIsAskedAndTheOrderOfRows() {
        Answers answers = Answers.posted(
                FORM,
                Map.of(
                        "naam", List.of(" Plan\r\nB "),
                        "hacker", List.of("x"),
                        "partners.10.naam", List.of("Tien"),
                        "partners.2.naam", List.of("Twee"),
                        "partners.2.hacker", List.of("x"),
                        "actielijnen",
                                List.of(
                                        StandardField.NATIONAL_ACTION_LINES.get(5),
                                        StandardField.NATIONAL_ACTION_LINES.get(0),
                                        "verzonnen")));
        assertThat(answers.value("naam")).isEqualTo("Plan\nB");
        assertThat(answers.values()).doesNotContainKey("hacker");
        assertThat(answers.rows("partners"))
                .containsExactly(row("naam", "Twee", "rol", ""), row("naam", "Tien", "rol", ""));
        assertThat(answers.chosen("actielijnen"))
                .containsExactly(
                        StandardField.NATIONAL_ACTION_LINES.get(0), StandardField.NATIONAL_ACTION_LINES.get(5));
    }
}
