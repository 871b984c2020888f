package nl.leercirkel.progress;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.leercirkel.progress.RoundDraft.AskedQuestion;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** The form with which a round is opened, as texts, with what is wrong with them. */
record RoundForm(String name, String period, String deadline, List<AskedQuestion> questions, Set<String> projects) {
    static final int MOST_QUESTIONS = 40;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_QUESTION = 2_000;

    RoundForm {
        questions = List.copyOf(questions);
        projects = Set.copyOf(projects);
    }

    static RoundForm of(MultiValueMap<String, String> input) {
        List<AskedQuestion> questions = new ArrayList<>();
        for (int i = 0; i < MOST_QUESTIONS && input.containsKey("vraag." + i); i++) {
            questions.add(new AskedQuestion(
                    text(input, "vraag." + i), text(input, "uitleg." + i), text(input, "onderwerp." + i)));
        }
        return new RoundForm(
                text(input, "naam"),
                text(input, "periode"),
                text(input, "uiterlijk"),
                questions,
                new LinkedHashSet<>(Objects.requireNonNullElse(input.get("project"), List.of())));
    }

    private static String text(MultiValueMap<String, String> input, String field) {
        String found = input.getFirst(field);
        return found == null ? "" : found.replace("\r\n", "\n").strip();
    }

    RoundForm withEmptyQuestion() {
        List<AskedQuestion> more = new ArrayList<>(questions);
        if (more.size() < MOST_QUESTIONS) {
            more.add(new AskedQuestion("", "", ""));
        }
        return new RoundForm(name, period, deadline, more, projects);
    }

    /** Reads the form. Questions without a text are left out; projects that are not in the programme do not exist. */
    Optional<RoundDraft> read(UUID programmeId, Set<UUID> known, LocalDate today, Map<String, String> errors) {
        if (name.isEmpty()) {
            errors.put("naam", "Geef de ronde een naam, bijvoorbeeld Voorjaar 2027.");
        } else if (name.length() > LONGEST_NAME) {
            errors.put("naam", "Deze naam is te lang: ten hoogste 200 tekens.");
        }
        if (period.length() > LONGEST_NAME) {
            errors.put("periode", "Deze tekst is te lang: ten hoogste 200 tekens.");
        }
        LocalDate day = day(deadline, today, errors).orElse(null);
        List<AskedQuestion> asked = asked(errors);
        Set<UUID> chosen = new LinkedHashSet<>();
        known.stream().filter(id -> projects.contains(id.toString())).forEach(chosen::add);
        if (chosen.isEmpty()) {
            errors.put("project", "Kies welke projecten meedoen.");
        }
        return day == null || !errors.isEmpty()
                ? Optional.empty()
                : Optional.of(new RoundDraft(programmeId, name, period, day, asked, chosen));
    }

    private List<AskedQuestion> asked(Map<String, String> errors) {
        List<AskedQuestion> asked = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Set<String> topics = new HashSet<>();
        for (int i = 0; i < questions.size(); i++) {
            AskedQuestion question = questions.get(i);
            if (question.text().isEmpty()) {
                if (!question.explanation().isEmpty()) {
                    errors.put("vraag." + i, "Bij deze uitleg ontbreekt de vraag.");
                }
                continue;
            }
            if (question.text().length() > LONGEST_QUESTION
                    || question.explanation().length() > LONGEST_QUESTION) {
                errors.put("vraag." + i, "Deze vraag of uitleg is te lang: ten hoogste 2.000 tekens.");
            }
            if (!seen.add(Question.topicOf(question.text()))) {
                errors.put("vraag." + i, "Deze vraag staat er al. Maak er één vraag van.");
            }
            String topic = question.topic().isEmpty() ? Question.topicOf(question.text()) : question.topic();
            // A topic that comes twice would put two answers in one cell of the history.
            asked.add(new AskedQuestion(
                    question.text(),
                    question.explanation(),
                    topics.add(topic) ? topic : Question.topicOf(question.text())));
        }
        if (asked.isEmpty()) {
            errors.put("vraag.0", "Stel ten minste één vraag.");
        }
        return asked;
    }

    /** A day from today on, or why it is not. */
    static Optional<LocalDate> day(String text, LocalDate today, Map<String, String> errors) {
        @Nullable LocalDate day = null;
        try {
            day = LocalDate.parse(text);
        } catch (DateTimeParseException notADay) {
            errors.put("uiterlijk", "Kies de dag waarop de antwoorden uiterlijk binnen moeten zijn.");
        }
        if (day != null && (day.isBefore(today) || day.isAfter(today.plusYears(10)))) {
            errors.put("uiterlijk", "Kies een dag vanaf vandaag en binnen tien jaar.");
        }
        return Optional.ofNullable(day);
    }

    /** What the form starts with. */
    static RoundForm first(List<AskedQuestion> questions, Set<UUID> projects) {
        Set<String> ids = new LinkedHashSet<>();
        projects.forEach(id -> ids.add(id.toString()));
        return new RoundForm("", "", "", questions, ids).withEmptyQuestion();
    }

    /** The fields by name, as the page shows them. */
    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("naam", name);
        values.put("periode", period);
        values.put("uiterlijk", deadline);
        return values;
    }
}
