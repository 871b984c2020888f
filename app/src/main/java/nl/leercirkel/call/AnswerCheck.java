package nl.leercirkel.call;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.leercirkel.portfolio.Amount;
import nl.leercirkel.portfolio.DutchNumbers;
import nl.leercirkel.portfolio.FieldError;
import nl.leercirkel.portfolio.FundingKind;
import nl.leercirkel.portfolio.PartnerRole;
import nl.leercirkel.portfolio.Period;
import nl.leercirkel.portfolio.Term;
import org.jspecify.annotations.Nullable;

/** What must be right before an application can be handed in; each error stands at its field, in Dutch. */
final class AnswerCheck {
    /** An answer of one line, also in a row. */
    static final int LINE = 300;

    static final int TEXT = 4_000;
    /** All answers together; a project must be able to hold them all. */
    static final int TOTAL = 28_000;

    private final CallForm form;
    private final Answers answers;
    private final List<FieldError> errors = new ArrayList<>();

    private AnswerCheck(CallForm form, Answers answers) {
        this.form = form;
        this.answers = answers;
    }

    /** What keeps an unfinished application from being saved: only what is too long to keep. */
    static List<FieldError> ofDraft(CallForm form, Answers answers) {
        AnswerCheck check = new AnswerCheck(form, answers);
        form.fields().forEach(check::lengths);
        if (answers.length() > TOTAL) {
            check.error(
                    StandardField.NAME.key(),
                    "De antwoorden zijn samen te lang: %s tekens, ten hoogste %s. Kort de langste teksten in."
                            .formatted(count(answers.length()), count(TOTAL)));
        }
        return check.errors;
    }

    /** What keeps an application from being handed in by an organisation. */
    static List<FieldError> ofSubmission(CallForm form, Answers answers, String organisation) {
        List<FieldError> tooLong = ofDraft(form, answers);
        AnswerCheck check = new AnswerCheck(form, answers);
        check.errors.addAll(tooLong);
        form.fields().forEach(field -> check.answer(field, organisation));
        return check.errors;
    }

    private void lengths(FormField field) {
        String key = field.key();
        if (field.kind().hasRows()) {
            List<Map<String, String>> rows = answers.rows(key);
            for (int i = 0; i < rows.size(); i++) {
                int index = i;
                rows.get(i).forEach((column, text) -> limit(key + "." + index + "." + column, text, LINE));
            }
            return;
        }
        boolean longText = field.kind() == FieldKind.TEXT || field.kind() == FieldKind.CHOICES;
        limit(key, answers.value(key), longText ? TEXT : LINE);
        limit(key + FormField.REFERENCE, answers.value(key + FormField.REFERENCE), LINE);
    }

    private void limit(String path, String text, int length) {
        if (text.length() > length) {
            error(
                    path,
                    "Deze tekst is te lang: %s tekens, ten hoogste %s.".formatted(count(text.length()), count(length)));
        }
    }

    private void answer(FormField field, String organisation) {
        switch (field.kind()) {
            case PARTNERS -> partners(field, organisation);
            case MONEY -> money(field);
            case EFFECTS -> effects(field);
            case LINE, TEXT -> present(field, "Vul in: %s.");
            case NUMBER -> {
                if (present(field, "Vul een getal in: %s.")
                        && DutchNumbers.parse(answers.value(field.key())).isEmpty()) {
                    error(field.key(), "Schrijf een getal, bijvoorbeeld 1.250 of 7,5.");
                }
            }
            case AMOUNT -> {
                if (present(field, "Vul een bedrag in: %s.")
                        && Money.parse(answers.value(field.key())).isEmpty()) {
                    error(field.key(), Money.HELP);
                }
            }
            case PERIOD -> {
                if (present(field, "Vul een periode in: %s.")
                        && Period.parse(answers.value(field.key())).isEmpty()) {
                    error(
                            field.key(),
                            "Schrijf een periode, bijvoorbeeld 2019 t/m 2021, vanaf juli 2020 of 1e helft 2021.");
                }
            }
            case YES_NO -> yesNo(field);
            case YES_NO_REFERENCE -> {
                if (yesNo(field)
                        && answers.value(field.key()).equals("ja")
                        && answers.value(field.key() + FormField.REFERENCE).isEmpty()) {
                    error(
                            field.key() + FormField.REFERENCE,
                            "Zeg waar het staat, bijvoorbeeld hoofdstuk 3 van het plan.");
                }
            }
            case CHOICE -> {
                if (present(field, "Maak een keuze: %s.") && !field.options().contains(answers.value(field.key()))) {
                    error(field.key(), "Kies uit de lijst.");
                }
            }
            case CHOICES -> present(field, "Kies er ten minste één: %s.");
        }
    }

    /** Whether there is something to look at; an error when something required is not there. */
    private boolean present(FormField field, String message) {
        if (!answers.value(field.key()).isBlank()) {
            return true;
        }
        if (field.required()) {
            error(field.key(), message.formatted(field.label()));
        }
        return false;
    }

    private boolean yesNo(FormField field) {
        if (!present(field, "Kies ja of nee: %s.")) {
            return false;
        }
        String text = answers.value(field.key());
        if (text.equals("ja") || text.equals("nee")) {
            return true;
        }
        error(field.key(), "Kies ja of nee.");
        return false;
    }

    private void partners(FormField field, String organisation) {
        List<Map<String, String>> rows = answers.rows(field.key());
        int leads = 0;
        boolean own = false;
        for (int i = 0; i < rows.size(); i++) {
            String name = text(rows.get(i), "naam");
            if (name.isEmpty()) {
                error(field.key() + "." + i + ".naam", "Vul de naam van de partner in.");
            }
            String role = text(rows.get(i), "rol");
            Optional<PartnerRole> known = Term.parse(PartnerRole.class, role);
            if (known.isEmpty()) {
                error(field.key() + "." + i + ".rol", "Kies wat deze partner doet.");
            }
            leads += known.filter(PartnerRole.LEAD::equals).isPresent() ? 1 : 0;
            own |= name.equalsIgnoreCase(organisation);
        }
        if (rows.isEmpty() && !field.required()) {
            return;
        }
        if (leads != 1) {
            error(
                    field.key(),
                    leads == 0
                            ? "Wijs één partner aan als penvoerder."
                            : "Er staan %d penvoerders. Kies er één; de anderen zijn partner.".formatted(leads));
        } else if (!own) {
            error(field.key(), "Uw eigen organisatie, %s, hoort erbij.".formatted(organisation));
        }
    }

    private void money(FormField field) {
        List<Map<String, String>> rows = answers.rows(field.key());
        boolean asked = false;
        for (int i = 0; i < rows.size(); i++) {
            String path = field.key() + "." + i + ".";
            if (text(rows.get(i), "bron").isEmpty()) {
                error(path + "bron", "Vul in waar het geld vandaan komt.");
            }
            Optional<FundingKind> kind = Term.parse(FundingKind.class, text(rows.get(i), "soort"))
                    .filter(found -> found != FundingKind.TOTAL);
            if (kind.isEmpty()) {
                error(path + "soort", "Kies wat voor geld het is.");
            }
            asked |= kind.filter(FundingKind.PROGRAMME::equals).isPresent();
            String year = text(rows.get(i), "jaar");
            if (year.isEmpty() || Period.parse(year).isEmpty()) {
                error(path + "jaar", "Schrijf het jaar, bijvoorbeeld 2027, of 2027 t/m 2028.");
            }
            if (Money.parse(text(rows.get(i), "bedrag")).isEmpty()) {
                error(path + "bedrag", Money.HELP);
            }
        }
        BigDecimal requested = requested(form, answers);
        if (requested != null && requested.compareTo(Amount.LIMIT) >= 0) {
            error(field.key(), "De bedragen zijn samen te groot om te bewaren. Kijk ze na.");
        }
        if (field.required() && !asked) {
            error(field.key(), "Zeg wat u bij deze uitvraag vraagt: een regel met de soort programmabudget.");
        }
    }

    private void effects(FormField field) {
        List<Map<String, String>> rows = answers.rows(field.key());
        for (int i = 0; i < rows.size(); i++) {
            String path = field.key() + "." + i + ".";
            if (text(rows.get(i), "indicator").isEmpty()) {
                error(path + "indicator", "Vul in wat er verandert.");
            }
            if (text(rows.get(i), "streefwaarde").isEmpty()) {
                error(path + "streefwaarde", "Vul in wat u wilt bereiken, bijvoorbeeld 50 of ten minste 20.");
            }
            String when = text(rows.get(i), "wanneer");
            if (!when.isEmpty() && Period.parse(when).isEmpty()) {
                error(path + "wanneer", "Schrijf een periode, bijvoorbeeld 2027 of 1e helft 2027.");
            }
        }
        if (field.required() && rows.isEmpty()) {
            error(field.key(), "Noem ten minste één effect met een streefwaarde.");
        }
    }

    /** What is asked from the budget of the call; null when the form does not ask for money. */
    static @Nullable BigDecimal requested(CallForm form, Answers answers) {
        if (!form.asks(StandardField.MONEY)) {
            return null;
        }
        return answers.rows(StandardField.MONEY.key()).stream()
                .filter(row -> text(row, "soort").toLowerCase(Locale.ROOT).equals(FundingKind.PROGRAMME.term()))
                .flatMap(row -> Money.parse(text(row, "bedrag")).stream())
                .reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
    }

    private static String text(Map<String, String> row, String column) {
        return row.getOrDefault(column, "").strip();
    }

    private static String count(int number) {
        return DutchNumbers.format(BigDecimal.valueOf(number));
    }

    private void error(String path, String message) {
        errors.add(new FieldError(path, message));
    }
}
