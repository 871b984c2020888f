package nl.leercirkel.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import nl.leercirkel.organisation.Authority;
import nl.leercirkel.portfolio.ActionLine;
import nl.leercirkel.portfolio.Amount;
import nl.leercirkel.portfolio.Area;
import nl.leercirkel.portfolio.Check;
import nl.leercirkel.portfolio.Fund;
import nl.leercirkel.portfolio.Period;
import nl.leercirkel.portfolio.ProgrammeDossier;
import nl.leercirkel.portfolio.ProjectData;
import nl.leercirkel.portfolio.ProjectDossier;
import nl.leercirkel.portfolio.ProjectPlan;
import nl.leercirkel.portfolio.Requirement;
import nl.leercirkel.report.document.Block;
import nl.leercirkel.report.document.Callout;
import nl.leercirkel.report.document.DefinitionList;
import nl.leercirkel.report.document.DefinitionList.Entry;
import nl.leercirkel.report.document.Document;
import nl.leercirkel.report.document.Inline;
import nl.leercirkel.report.document.Language;
import nl.leercirkel.report.document.PageBreak;
import nl.leercirkel.report.document.Paragraph;
import nl.leercirkel.report.document.Section;
import nl.leercirkel.report.document.Table;
import nl.leercirkel.report.document.TableOfContents;
import org.jspecify.annotations.Nullable;

/**
 * The plan of a programme, before or while it runs: what it must meet, which national action lines it serves, its funds, and
 * a sheet per pilot along the same headings. What is not filled in is said, not left out: a plan is read for its gaps.
 */
final class PlanReport {
    private final Story story;
    private final Wording words;

    private PlanReport(Story story) {
        this.story = story;
        this.words = story.words();
    }

    static Document of(ProgrammeDossier programme, Authority authority, Language language, LocalDate date) {
        Story story = Story.of(programme, language, date);
        return new Document(
                EvaluationReport.metadata(
                        story,
                        authority,
                        story.words().get("plan.title", programme.name()),
                        story.words().get("plan.subtitle")),
                new PlanReport(story).blocks());
    }

    private List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new TableOfContents(2));
        blocks.add(background());
        if (!story.data().funds().isEmpty()) {
            blocks.add(funds());
        }
        if (!story.data().requirements().isEmpty()) {
            blocks.add(requirements());
        }
        if (!story.data().actionLines().isEmpty()) {
            blocks.add(actionLines());
        }
        if (!story.projects().isEmpty()) {
            blocks.add(new PageBreak());
            List<Block> sheets = new ArrayList<>();
            for (ProjectDossier project : story.projects()) {
                if (!sheets.isEmpty()) {
                    sheets.add(new PageBreak());
                }
                sheets.add(sheet(project));
            }
            blocks.add(new Section(words.get("plan.sheets"), true, sheets));
        }
        blocks.add(OpenPoints.of(story).section());
        blocks.add(BackgroundChapter.account(story));
        return blocks;
    }

    private Section background() {
        List<Block> blocks = new ArrayList<>();
        var data = story.data();
        List<Entry> entries = new ArrayList<>();
        entries.add(Entry.of(
                words.get("background.facts.period"),
                data.period() == null ? words.missing() : data.period().format()));
        entries.add(Entry.of(words.get("background.facts.budget"), amount(data.totalBudget())));
        if (!data.financing().isBlank()) {
            entries.add(Entry.of(words.get("background.facts.financing"), data.financing()));
        }
        entries.add(Entry.of(
                words.get("plan.pilots"), words.projects(story.projects().size())));
        blocks.add(new DefinitionList(entries));
        blocks.addAll(Story.prose(data.description()));
        if (!data.criteria().isEmpty()) {
            blocks.add(Section.of(words.get("plan.criteria"), BackgroundChapter.bullets(data.criteria())));
        }
        if (!data.questions().isEmpty()) {
            blocks.add(Section.of(words.get("background.questions"), BackgroundChapter.bullets(data.questions())));
        }
        return new Section(words.get("plan.background"), true, blocks);
    }

    private Inline[] amount(Amount amount) {
        return ReportSources.figure(
                        MoneyChapter.format(amount, words), story.sources().stated())
                .toArray(Inline[]::new);
    }

    private Section funds() {
        var table = Table.titled(words.get("plan.funds"))
                .text(words.get("plan.fund"), 4)
                .text(words.get("plan.fund.part"), 4)
                .number(words.get("column.amount.any"), 3)
                .source(story.sources().stated());
        for (Fund fund : story.data().funds()) {
            for (Fund.Share share : fund.shares()) {
                table.row(
                        fund.name(),
                        share.giver().isBlank()
                                ? period(share.period())
                                : share.period() == null
                                        ? share.giver()
                                        : share.giver() + ", " + period(share.period()),
                        MoneyChapter.format(share.amount(), words));
            }
            table.row(new Table.Row(
                    Table.Kind.SUBTOTAL,
                    List.of(
                            Table.Cell.of(fund.name()),
                            Table.Cell.of(words.get(fund.inBudget() ? "plan.fund.total" : "plan.fund.outside")),
                            Table.Cell.of(MoneyChapter.format(fund.total(), words)))));
        }
        List<Block> blocks = new ArrayList<>(List.of(table.build()));
        story.data().funds().stream()
                .filter(fund -> !fund.note().isBlank())
                .forEach(fund -> blocks.add(Paragraph.of(fund.name() + ": " + fund.note())));
        return new Section(words.get("plan.funds"), true, blocks);
    }

    private String period(@Nullable Period period) {
        return period == null ? words.missing() : period.format();
    }

    private Section requirements() {
        var table = Table.titled(words.get("plan.requirements"))
                .text(words.get("plan.number"), 1)
                .text(words.get("plan.requirement"), 6)
                .text(words.get("plan.answer"), 2)
                .text(words.get("plan.reference"), 3)
                .source(story.sources().stated());
        int number = 0;
        for (Requirement requirement : story.data().requirements()) {
            number++;
            Boolean answer = requirement.answer();
            table.row(
                    String.valueOf(number),
                    Wording.capital(requirement.what())
                            + (requirement.note().isBlank() ? "" : " (" + requirement.note() + ")"),
                    answer == null ? words.get("plan.answer.open") : words.get(answer ? "plan.yes" : "plan.no"),
                    words.orMissing(requirement.reference()));
        }
        long yes = story.data().requirements().stream()
                .filter(requirement -> Boolean.TRUE.equals(requirement.answer()))
                .count();
        return Section.numbered(
                words.get("plan.requirements"),
                Paragraph.of(words.get(
                        "plan.requirements.met",
                        String.valueOf(yes),
                        String.valueOf(story.data().requirements().size()))),
                table.build());
    }

    private Section actionLines() {
        var table = Table.titled(words.get("plan.actionLines"))
                .text(words.get("plan.actionLine"), 5)
                .text(words.get("plan.pilots"), 5)
                .number(words.get("column.count"), 1)
                .source(story.sources().counted());
        for (ActionLine line : story.data().actionLines()) {
            List<String> serving = story.projects().stream()
                    .filter(project -> project.data().plan().actionLines().contains(line.number()))
                    .map(ProjectDossier::name)
                    .toList();
            table.row(
                    line.format(),
                    serving.isEmpty() ? words.get("none") : String.join("; ", serving),
                    String.valueOf(serving.size()));
        }
        return Section.numbered(words.get("plan.actionLines"), table.build());
    }

    private Section sheet(ProjectDossier project) {
        ProjectData data = project.data();
        ProjectPlan plan = data.plan();
        List<Block> blocks = new ArrayList<>();
        List<Entry> entries = new ArrayList<>();
        if (!story.data().actionLines().isEmpty()) {
            entries.add(Entry.of(words.get("plan.actionLines"), words.orMissing(lines(plan))));
        }
        entries.add(Entry.of(words.get("project.state"), words.term(data.state())));
        entries.add(Entry.of(words.get("project.period"), period(data.period())));
        entries.add(Entry.of(words.get("plan.area"), words.orMissing(areas(plan))));
        entries.add(Entry.of(
                words.get("plan.parties"),
                data.partners().isEmpty()
                        ? words.missing()
                        : words.list(data.partners().stream()
                                .map(partner -> partner.name())
                                .toList())));
        var step = plan.step();
        if (step != null || !plan.chainPlace().isBlank()) {
            entries.add(Entry.of(
                    words.get("plan.place"),
                    step == null
                            ? plan.chainPlace()
                            : Wording.capital(words.term(step))
                                    + (plan.chainPlace().isBlank() ? "" : ": " + plan.chainPlace())));
        }
        var planned = data.plannedFromProgramme();
        if (planned.isGiven()) {
            entries.add(Entry.of(words.get("project.planned"), amount(planned)));
        }
        blocks.add(new DefinitionList(entries));
        project.checks().stream()
                .filter(Check::isContradiction)
                .forEach(check -> blocks.add(
                        Callout.of(Callout.Kind.CONTRADICTION, check.where(), Paragraph.of(check.message()))));
        text(blocks, "plan.goal", data.goal());
        text(blocks, "plan.targetGroup", data.targetGroup());
        if (!data.description().isBlank()) {
            text(blocks, "project.description", data.description());
        }
        text(blocks, "plan.basis", plan.theoreticalBasis());
        blocks.add(Section.of(
                words.get("plan.monitoring"),
                plan.monitoring().isEmpty()
                        ? Paragraph.of(words.missing())
                        : BackgroundChapter.bullets(plan.monitoring())));
        if (!data.effects().isEmpty()) {
            blocks.add(Section.of(words.get("effects"), EffectsTable.of(story, project)));
        }
        if (MoneyChapter.hasMoreToSay(project)) {
            blocks.add(Section.of(words.get("project.money"), MoneyChapter.ofProject(story, project)));
        }
        text(blocks, "plan.endProduct", plan.endProduct());
        return new Section(project.name(), true, blocks);
    }

    private void text(List<Block> blocks, String heading, String text) {
        List<? extends Block> prose = text.isBlank() ? List.of(Paragraph.of(words.missing())) : Story.prose(text);
        blocks.add(Section.of(words.get(heading), prose.toArray(Block[]::new)));
    }

    private String lines(ProjectPlan plan) {
        return plan.actionLines().stream()
                .map(number -> story.data().actionLines().stream()
                        .filter(line -> line.number() == number)
                        .map(ActionLine::format)
                        .findFirst()
                        .orElse(String.valueOf(number)))
                .collect(Collectors.joining("; "));
    }

    private String areas(ProjectPlan plan) {
        return plan.areas().stream().map(this::area).collect(Collectors.joining("; "));
    }

    private String area(Area area) {
        var period = area.period();
        String when = period == null ? "" : " (" + period.format() + ")";
        return area.name() + when + (area.note().isBlank() ? "" : ", " + area.note());
    }
}
