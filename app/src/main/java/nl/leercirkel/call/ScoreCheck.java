package nl.leercirkel.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.leercirkel.portfolio.FieldError;

/** What must be right before scores can be saved, and before they can be handed in. */
final class ScoreCheck {
    private ScoreCheck() {}

    static List<FieldError> of(
            List<Criterion> criteria, Map<UUID, Assessment.Score> scores, String advice, boolean handIn) {
        List<FieldError> errors = new ArrayList<>();
        for (Criterion criterion : criteria) {
            Assessment.Score score = scores.getOrDefault(criterion.id(), Assessment.Score.NONE);
            Integer value = score.value();
            if (value == null && handIn) {
                errors.add(new FieldError(
                        "score." + criterion.id(),
                        (criterion.isYesNo() ? "Kies ja of nee: " : "Geef een score: ") + criterion.name() + "."));
            }
            if (value != null && !criterion.allows(value)) {
                errors.add(new FieldError("score." + criterion.id(), "Kies een score uit de lijst."));
            }
            if (handIn && score.argument().isBlank()) {
                errors.add(new FieldError(
                        "argument." + criterion.id(), "Schrijf waarom u dit vindt: " + criterion.name() + "."));
            }
            if (handIn
                    && criterion.isYesNo()
                    && value != null
                    && value == 1
                    && score.reference().isBlank()) {
                errors.add(new FieldError(
                        "verwijzing." + criterion.id(), "Zeg waar u dit leest: " + criterion.name() + "."));
            }
            if (score.argument().length() > AnswerCheck.TEXT) {
                errors.add(new FieldError(
                        "argument." + criterion.id(), "Deze tekst is te lang: ten hoogste 4.000 tekens."));
            }
            if (score.reference().length() > AnswerCheck.LINE) {
                errors.add(new FieldError(
                        "verwijzing." + criterion.id(), "Deze tekst is te lang: ten hoogste 300 tekens."));
            }
        }
        if (advice.length() > AnswerCheck.TEXT) {
            errors.add(new FieldError("advies", "Deze tekst is te lang: ten hoogste 4.000 tekens."));
        }
        return errors;
    }
}
