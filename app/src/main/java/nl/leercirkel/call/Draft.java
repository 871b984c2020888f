package nl.leercirkel.call;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.leercirkel.portfolio.FieldError;
import nl.leercirkel.portfolio.Parsed;
import org.jspecify.annotations.Nullable;

/** Title, text, moments and budget of a call as somebody typed them. */
record Draft(String title, String text, String opens, String closes, String budget) {

    static Draft of(CallData data) {
        return new Draft(
                data.title(),
                data.text(),
                Moments.input(data.opensAt()),
                Moments.input(data.closesAt()),
                Money.input(data.budget()));
    }

    static Draft posted(Map<String, String> input) {
        return new Draft(
                input.getOrDefault("titel", "").strip(),
                input.getOrDefault("tekst", "").replace("\r\n", "\n").strip(),
                input.getOrDefault("opent", "").strip(),
                input.getOrDefault("sluit", "").strip(),
                input.getOrDefault("budget", "").strip());
    }

    Parsed<CallData> parse() {
        List<FieldError> errors = new ArrayList<>();
        if (title.isEmpty() || title.length() > AnswerCheck.LINE) {
            errors.add(new FieldError("titel", "Vul een titel in, ten hoogste 300 tekens."));
        }
        if (text.length() > 20_000) {
            errors.add(new FieldError("tekst", "Deze tekst is te lang: ten hoogste 20.000 tekens."));
        }
        Optional<Instant> opensAt = Moments.parse(opens);
        if (opensAt.isEmpty()) {
            errors.add(new FieldError("opent", "Kies een dag en een tijd, bijvoorbeeld 2027-03-01T09:00."));
        }
        Optional<Instant> closesAt = Moments.parse(closes);
        if (closesAt.isEmpty()) {
            errors.add(new FieldError("sluit", "Kies een dag en een tijd, bijvoorbeeld 2027-04-01T17:00."));
        }
        if (opensAt.isPresent() && closesAt.isPresent() && !closesAt.get().isAfter(opensAt.get())) {
            errors.add(new FieldError("sluit", "De uitvraag sluit voordat zij opengaat. Kies een later moment."));
        }
        Optional<BigDecimal> amount = budget.isEmpty() ? Optional.empty() : Money.parse(budget);
        if (!budget.isEmpty() && amount.isEmpty()) {
            errors.add(new FieldError("budget", Money.HELP));
        }
        if (!errors.isEmpty()) {
            return new Parsed.Invalid<>(errors);
        }
        @Nullable BigDecimal known = amount.orElse(null);
        return new Parsed.Valid<>(new CallData(title, text, opensAt.orElseThrow(), closesAt.orElseThrow(), known));
    }

    /** What differs from another draft, to choose from when two people changed the same call. */
    Map<String, String> differences(Draft stored) {
        Map<String, String> found = new LinkedHashMap<>();
        note(found, "Titel", stored.title, title);
        note(found, "Tekst", stored.text, text);
        note(found, "Opent", stored.opens, opens);
        note(found, "Sluit", stored.closes, closes);
        note(found, "Budget", stored.budget, budget);
        return found;
    }

    private static void note(Map<String, String> found, String label, String stored, String own) {
        if (!stored.equals(own)) {
            found.put(label, stored.isEmpty() ? "(leeg)" : stored);
        }
    }
}
