package nl.leercirkel.progress;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.leercirkel.portfolio.Light;
import nl.leercirkel.portfolio.Prose;
import org.jspecify.annotations.Nullable;

/** The progress of a project over its rounds: a row per question, a column per round, the latest round first. */
record ProgressTable(List<Column> columns, List<Line> lines) {

    /** A round; without a light when nothing was handed in. */
    record Column(
            String name,
            String period,
            String path,
            String stateKey,
            String badge,
            String when,
            @Nullable Light light,
            List<Prose.Block> reason,
            List<Prose.Block> figures) {}

    /** A question as it was last worded, with a cell per round. */
    record Line(String question, List<Cell> cells) {}

    /** Not asked in that round, not answered, or an answer; and how the round worded the question when it differs. */
    record Cell(boolean asked, List<Prose.Block> answer, String wording) {}

    static ProgressTable of(ProjectReports.History history) {
        List<ProjectReports.History.Taking> takings = history.takings().reversed();
        Map<String, String> wordings = new LinkedHashMap<>();
        takings.forEach(taking -> questions(history, taking)
                .forEach(question -> wordings.putIfAbsent(question.topic(), question.text())));
        List<Line> lines = new ArrayList<>();
        wordings.forEach((topic, wording) -> lines.add(new Line(
                wording,
                takings.stream()
                        .map(taking -> cell(taking, questions(history, taking), topic, wording))
                        .toList())));
        return new ProgressTable(takings.stream().map(ProgressTable::column).toList(), lines);
    }

    private static List<Question> questions(ProjectReports.History history, ProjectReports.History.Taking taking) {
        UUID roundId = taking.round().id();
        return history.questions().getOrDefault(roundId, List.of());
    }

    private static Cell cell(
            ProjectReports.History.Taking taking, List<Question> questions, String topic, String wording) {
        Submission latest = taking.latest();
        return questions.stream()
                .filter(question -> question.topic().equals(topic))
                .findFirst()
                .map(question -> new Cell(
                        true,
                        latest == null
                                ? List.of()
                                : Prose.blocks(latest.content().answer(question.id())),
                        question.text().equals(wording) ? "" : question.text()))
                .orElse(new Cell(false, List.of(), ""));
    }

    private static Column column(ProjectReports.History.Taking taking) {
        Round round = taking.round();
        Submission latest = taking.latest();
        return new Column(
                round.name(),
                round.period(),
                round.reportPath(taking.projectId()),
                taking.state().labelKey(round.isClosed()),
                taking.state().badge(),
                latest == null ? "" : DutchTime.day(latest.handedInAt()),
                latest == null ? null : latest.content().light(),
                latest == null ? List.of() : Prose.blocks(latest.content().reason()),
                latest == null ? List.of() : Prose.blocks(latest.content().figures()));
    }
}
