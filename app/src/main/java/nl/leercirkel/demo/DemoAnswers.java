package nl.leercirkel.demo;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.leercirkel.portfolio.CriterionLesson;
import nl.leercirkel.portfolio.Funding;
import nl.leercirkel.portfolio.Light;
import nl.leercirkel.portfolio.Partnership;
import nl.leercirkel.portfolio.ProjectData;
import nl.leercirkel.portfolio.ProjectDossier;
import nl.leercirkel.progress.Content;
import nl.leercirkel.progress.Question;

/** What Dordrecht's interim evaluation says of a project, as answers to the questions that it asked. */
final class DemoAnswers {
    private static final String NOTHING = "De tussenevaluatie zegt hier niets over.";

    /** Per question of the programme where its answer stands. */
    private static final Map<String, Function<ProjectData, String>> ANSWERS = answers();

    /** What the evaluation itself calls a worry; the light is ours, the reason is the source's. */
    private static final Map<String, String> WORRIES = Map.of(
            "Verbinding onderwijs-jeugdhulp",
            "Individuele besluiten waren niet aan een school gekoppeld; het gebruik van jeugdhulp op school is daardoor niet"
                    + " uit de gegevens te halen.",
            "Doorontwikkeling sociaal wijkteam",
            "De doorlooptijden en de inzet van professionals zijn niet afgenomen.",
            "Verbinding medische verwijzers",
            "Minder verwijzingen verlagen de kosten niet vanzelf: aanbieders kunnen duurdere producten inzetten of vaker"
                    + " verlengen.",
            "Sociaal recept",
            "De periode spreekt zichzelf tegen: de uitloop eindigt vóór de einddatum.",
            "Junior Life Skills op school",
            "Na de sluiting van de scholen opnieuw gestart; er zijn nog geen resultaten.",
            "Jongerenwerk op school",
            "Er zijn nog geen resultaten in cijfers. Wat het bespaart, is pas te zien met gegevens van de eerste lijn en per"
                    + " school.",
            "Bestrijding eenzaamheid en sociaal isolement",
            "Het project inventariseert nog.");

    private DemoAnswers() {}

    private static Map<String, Function<ProjectData, String>> answers() {
        Map<String, Function<ProjectData, String>> answers = new LinkedHashMap<>();
        answers.put("Wat is het project?", ProjectData::description);
        answers.put("Wat is het doel?", ProjectData::goal);
        answers.put(
                "Over welke periode loopt het?",
                data -> data.period() == null ? "" : data.period().format());
        answers.put(
                "Wie zijn de partners?", data -> lines(data.partners().stream().map(Partnership::name)));
        answers.put(
                "Hoe wordt het betaald?", data -> lines(data.funding().stream().map(DemoAnswers::money)));
        answers.put("Hoe staat het ervoor?", ProjectData::currentState);
        answers.put(
                "Wat zijn de resultaten en lessen: passender, sneller, betaalbaarder?",
                data -> Stream.concat(
                                Stream.of(data.lessons()),
                                data.criterionLessons().stream().map(DemoAnswers::lesson))
                        .filter(text -> !text.isBlank())
                        .collect(Collectors.joining("\n\n")));
        answers.put("Wat zijn de resultaten in cijfers: trajecten, cliënten, tevredenheid?", DemoAnswers::figures);
        answers.put("Hoe krijgt de eenmalige investering een blijvend effect (borging)?", ProjectData::embedding);
        return answers;
    }

    static Content of(ProjectDossier project, List<Question> questions) {
        Map<UUID, String> answers = new HashMap<>();
        questions.forEach(question -> {
            String answer = ANSWERS.getOrDefault(question.text(), data -> "").apply(project.data());
            answers.put(question.id(), answer.isBlank() ? NOTHING : answer);
        });
        String worry = WORRIES.getOrDefault(project.name(), "");
        return new Content(
                worry.isEmpty() ? Light.ON_COURSE : Light.ATTENTION, worry, figures(project.data()), answers);
    }

    private static String figures(ProjectData data) {
        return lines(data.results().stream()
                .map(result -> result.summary() + (result.moment().isEmpty() ? "" : ", " + result.moment()))
                .map(String::strip));
    }

    private static String money(Funding money) {
        return money.sourceName()
                + (money.amount().isGiven() ? ": " + money.amount().format() : "")
                + (money.period() == null ? "" : ", " + money.period().format());
    }

    private static String lesson(CriterionLesson lesson) {
        return lesson.criterion() + ": " + lesson.lesson();
    }

    private static String lines(Stream<String> lines) {
        return lines.map(line -> "- " + line).collect(Collectors.joining("\n"));
    }
}
