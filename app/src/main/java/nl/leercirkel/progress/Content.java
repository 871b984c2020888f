package nl.leercirkel.progress;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.leercirkel.portfolio.Light;
import org.jspecify.annotations.Nullable;

/**
 * What partners write about a project in a round: a light with its reason, figures in words, and an answer per question.
 * Texts are without spaces around them; a question without an answer has an empty text.
 */
public record Content(@Nullable Light light, String reason, String figures, Map<UUID, String> answers) {
    static final int LONGEST = 20_000;
    static final Content EMPTY = new Content(null, "", "", Map.of());

    public Content {
        answers = Map.copyOf(answers);
    }

    public String answer(UUID questionId) {
        return answers.getOrDefault(questionId, "");
    }

    Content withAnswer(UUID questionId, String text) {
        Map<UUID, String> changed = new LinkedHashMap<>(answers);
        changed.put(questionId, text);
        return new Content(light, reason, figures, changed);
    }

    /** What keeps a draft from being stored: only a text without end. */
    Map<String, String> tooLong(List<Question> questions) {
        Map<String, String> errors = new LinkedHashMap<>();
        questions.forEach(question -> check(errors, field(question.id()), answer(question.id())));
        check(errors, "reden", reason);
        check(errors, "cijfers", figures);
        return errors;
    }

    private static void check(Map<String, String> errors, String field, String text) {
        if (text.length() > LONGEST) {
            errors.put(field, "Deze tekst is te lang: ten hoogste 20.000 tekens, dit zijn er " + text.length() + ".");
        }
    }

    /** What is missing before it can be handed in, per field in the order of the form. */
    Map<String, String> missing(List<Question> questions) {
        Map<String, String> errors = new LinkedHashMap<>();
        if (light == null) {
            errors.put("licht", "Kies hoe het met het project gaat.");
        } else if (light != Light.ON_COURSE && reason.isEmpty()) {
            errors.put("reden", "Vul in waarom het project niet op koers is.");
        }
        for (Question question : questions) {
            if (answer(question.id()).isEmpty()) {
                errors.put(
                        field(question.id()),
                        "Beantwoord vraag " + question.position() + ", of schrijf waarom dat nu niet kan.");
            }
        }
        return errors;
    }

    /** The name of a question's field in the form. */
    static String field(UUID questionId) {
        return "antwoord." + questionId;
    }
}
