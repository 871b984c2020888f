package nl.leercirkel.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.leercirkel.portfolio.Amount;
import nl.leercirkel.portfolio.PortfolioOverview;
import nl.leercirkel.portfolio.ProjectDossier;
import nl.leercirkel.portfolio.ProjectState;
import nl.leercirkel.portfolio.Result;
import nl.leercirkel.report.document.Block;
import nl.leercirkel.report.document.BulletList;
import nl.leercirkel.report.document.Callout;
import nl.leercirkel.report.document.Inline;
import nl.leercirkel.report.document.ListItem;
import nl.leercirkel.report.document.Paragraph;
import nl.leercirkel.report.document.Section;

/** The first page: the answer in a sentence, what stands out, and how far the figures reach. All of it computed. */
final class SummaryChapter {
    private final Story story;
    private final Wording words;

    SummaryChapter(Story story) {
        this.story = story;
        this.words = story.words();
    }

    Section section() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Paragraph.of(
                new Inline.Strong(answer()),
                new Inline.Footnote((moneyFirst()
                                ? story.sources().computed()
                                : story.sources().counted())
                        .text())));
        if (story.hasMoney()) {
            blocks.addAll(MoneyChapter.contradictions(story));
        }
        if (!story.projects().isEmpty()) {
            blocks.add(new BulletList(points().stream().map(ListItem::of).toList()));
            blocks.add(evidence());
        }
        return Section.of(words.get("summary"), blocks.toArray(Block[]::new));
    }

    private boolean moneyFirst() {
        return story.hasMoney() || story.kind() == ReportKind.INTERIM;
    }

    /** What a reader takes along who reads one sentence. */
    String answer() {
        if (story.projects().isEmpty()) {
            return words.get("answer.none");
        }
        String count = words.projects(story.projects().size());
        if (story.kind() == ReportKind.FINAL) {
            return words.get("answer.decisions", count, story.decisionCounts());
        }
        PortfolioOverview overview = story.overview();
        if (overview.withoutAmount() == overview.projects()) {
            return words.get("answer.noAmounts", count);
        }
        String unknown = overview.withoutAmount() == 0
                ? ""
                : words.get("answer.unknown", String.valueOf(overview.withoutAmount()));
        return words.get("answer.total", count, words.euro(overview.total())) + unknown + againstBudget(overview);
    }

    private String againstBudget(PortfolioOverview overview) {
        if (!overview.budget().isGiven()) {
            return words.get("answer.noBudget");
        }
        String difference = words.euro(overview.difference().abs());
        String budget = MoneyChapter.format(overview.budget(), words);
        return switch (overview.difference().signum()) {
            case 0 -> words.get("answer.equal");
            case 1 -> words.get("answer.more", difference, budget);
            default -> words.get("answer.less", difference, budget);
        };
    }

    private List<String> points() {
        List<String> points = new ArrayList<>();
        if (story.hasMoney()) {
            money(points);
        }
        states(points);
        if (story.kind() == ReportKind.INTERIM) {
            points.add(decided());
        } else {
            points.add(words.get("summary.decided.all"));
        }
        int withResult = (int) story.projects().stream()
                .filter(project -> project.data().mainResult().isPresent())
                .count();
        points.add(Wording.capital(words.get(
                "summary.results",
                String.valueOf(withResult),
                words.projects(story.projects().size()))));
        int contradictions = OpenPoints.of(story).contradictions().size();
        if (contradictions > 0) {
            String count = contradictions == 1
                    ? words.get("summary.contradictions.one")
                    : words.get("summary.contradictions.some", String.valueOf(contradictions));
            points.add(words.get("summary.open", Wording.capital(count), words.get("open")));
        }
        return points;
    }

    private void money(List<String> points) {
        PortfolioOverview overview = story.overview();
        if (overview.lines().size() > 1) {
            points.add(words.get(
                    "summary.lines",
                    words.list(overview.lines().stream()
                            .map(line -> MoneyChapter.lineName(line, words) + " " + words.euro(line.total()))
                            .toList())));
        }
        BigDecimal total = overview.total();
        story.projects().stream()
                .filter(project -> amount(project).signum() > 0)
                .max(Comparator.comparing(SummaryChapter::amount))
                .filter(largest -> story.projects().size() > 1)
                .ifPresent(largest -> points.add(words.get(
                        "summary.largest",
                        largest.name(),
                        words.euro(amount(largest)),
                        words.percentage(amount(largest).divide(total, 6, RoundingMode.HALF_UP)))));
    }

    private static BigDecimal amount(ProjectDossier project) {
        Amount planned = project.data().plannedFromProgramme();
        return planned.inEuro().orElse(BigDecimal.ZERO);
    }

    private void states(List<String> points) {
        Map<ProjectState, Integer> counts = new LinkedHashMap<>();
        for (ProjectState state : ProjectState.values()) {
            int count = (int) story.projects().stream()
                    .filter(project -> project.data().state() == state)
                    .count();
            if (count > 0) {
                counts.put(state, count);
            }
        }
        if (counts.size() > 1 || !counts.containsKey(ProjectState.NOT_GIVEN)) {
            points.add(words.get(
                    "summary.states",
                    words.list(counts.entrySet().stream()
                            .map(entry -> words.term(entry.getKey()) + " (" + entry.getValue() + ")")
                            .toList())));
        }
    }

    private String decided() {
        int decided = story.byDecision().values().stream().mapToInt(List::size).sum();
        return decided == 0
                ? words.get("summary.decided.none")
                : words.get(
                        "summary.decided.some",
                        String.valueOf(decided),
                        words.projects(story.projects().size()),
                        story.decisionCounts());
    }

    /** How far the figures reach, counted: a reader must not take a count for an effect. */
    private Callout evidence() {
        List<Result> results = story.projects().stream()
                .flatMap(project -> project.data().results().stream())
                .toList();
        List<Result> given =
                results.stream().filter(result -> result.value().isGiven()).toList();
        if (given.isEmpty()) {
            return Callout.of(Callout.Kind.WARNING, words.get("evidence"), Paragraph.of(words.get("evidence.nothing")));
        }
        int compared = (int) given.stream().filter(ResultsTable::isCompared).count();
        List<ListItem> points = new ArrayList<>();
        points.add(ListItem.of(
                words.get("evidence.values", String.valueOf(results.size()), String.valueOf(given.size()))));
        points.add(ListItem.of(words.get(
                "evidence.compared",
                String.valueOf(compared),
                String.valueOf(given.size()),
                String.valueOf(given.size() - compared))));
        List<Result> resting = given.stream()
                .filter(result -> ResultsTable.needsObservations(result.statistic()))
                .toList();
        if (!resting.isEmpty()) {
            int known = (int) resting.stream()
                    .filter(result -> result.observations().isPresent())
                    .count();
            points.add(ListItem.of(
                    words.get("evidence.observations", String.valueOf(resting.size()), String.valueOf(known))));
        }
        points.add(ListItem.of(words.get("evidence.cause")));
        return Callout.of(Callout.Kind.WARNING, words.get("evidence"), new BulletList(points));
    }
}
