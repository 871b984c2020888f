package nl.leercirkel.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.leercirkel.organisation.Authority;
import nl.leercirkel.portfolio.Check;
import nl.leercirkel.portfolio.Decision;
import nl.leercirkel.portfolio.FundingMeasure;
import nl.leercirkel.portfolio.PartnerRole;
import nl.leercirkel.portfolio.ProgrammeDossier;
import nl.leercirkel.portfolio.ProjectData;
import nl.leercirkel.portfolio.ProjectDossier;
import nl.leercirkel.portfolio.Prose;
import nl.leercirkel.portfolio.Result;
import nl.leercirkel.portfolio.Statistic;
import nl.leercirkel.portfolio.StatusReport;
import nl.leercirkel.report.document.Block;
import nl.leercirkel.report.document.BulletList;
import nl.leercirkel.report.document.Callout;
import nl.leercirkel.report.document.DefinitionList;
import nl.leercirkel.report.document.DefinitionList.Entry;
import nl.leercirkel.report.document.Document;
import nl.leercirkel.report.document.Inline;
import nl.leercirkel.report.document.Language;
import nl.leercirkel.report.document.ListItem;
import nl.leercirkel.report.document.PageBreak;
import nl.leercirkel.report.document.Paragraph;
import nl.leercirkel.report.document.Section;
import nl.leercirkel.report.document.SourceNote;

/**
 * One page per project for the council: the goal, what it yielded so far with how sure that is, the money, and the
 * decision. Each page stands on its own, so its sources are named in the text and not in notes elsewhere. Every text has
 * a length: together they fit on the page, however much a project has to tell.
 */
final class CouncilPages {
    /** More than these do not fit on a page; the evaluation has them all. */
    private static final int RESULTS = 4;

    private static final int WARNINGS = 2;
    private static final int PARTNERS = 6;
    /** What the results may take together. */
    private static final int LONGEST_RESULTS = 1_100;
    /** From so much text on a page its letters are smaller. */
    private static final int MUCH_TEXT = 1_500;
    /** What a paragraph may take. */
    private static final int LONGEST_TEXT = 320;
    /** What a name, a source or one of several sentences may take. */
    private static final int LONGEST_PART = 130;

    private static final int LONGEST_NAME = 45;

    private final Story story;
    private final Wording words;
    private final ProjectDossier project;
    private final ProjectData data;

    private CouncilPages(Story story, ProjectDossier project) {
        this.story = story;
        this.words = story.words();
        this.project = project;
        this.data = project.data();
    }

    /** The page of one project. */
    static Document of(
            ProgrammeDossier programme,
            ProjectDossier project,
            Authority authority,
            Language language,
            LocalDate date) {
        Story story = Story.of(programme, language, date);
        String title = story.words().get("council.title", project.name());
        Section page = new CouncilPages(story, project).section();
        return new Document(
                EvaluationReport.metadata(story, authority, title, story.words().get("council.of", programme.name()))
                        .withoutCover()
                        .withDenseText(Lengths.of(page) > MUCH_TEXT),
                List.of(page));
    }

    /** A page for each project of the programme. */
    static Document all(ProgrammeDossier programme, Authority authority, Language language, LocalDate date) {
        Story story = Story.of(programme, language, date);
        List<Block> blocks = new ArrayList<>();
        int most = 0;
        for (ProjectDossier project : programme.projects()) {
            if (!blocks.isEmpty()) {
                blocks.add(new PageBreak());
            }
            Section page = new CouncilPages(story, project).section();
            most = Math.max(most, Lengths.of(page));
            blocks.add(page);
        }
        if (blocks.isEmpty()) {
            blocks.add(Paragraph.of(story.words().get("answer.none")));
        }
        return new Document(
                EvaluationReport.metadata(
                                story,
                                authority,
                                story.words().get("council.all", programme.name()),
                                story.words().get("council.subtitle"))
                        .withDenseText(most > MUCH_TEXT),
                blocks);
    }

    private Section section() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(facts());
        blocks.add(Section.of(words.get("council.effect"), effect().toArray(Block[]::new)));
        blocks.add(Section.of(words.get("council.money"), money().toArray(Block[]::new)));
        blocks.add(Section.of(words.get("council.decision"), decision()));
        warnings().ifPresent(blocks::add);
        Integer number = data.number();
        String name = Prose.shortened(project.name(), LONGEST_PART);
        return new Section(
                number == null ? name : words.get("project.numbered", String.valueOf(number), name), false, blocks);
    }

    private DefinitionList facts() {
        List<Entry> entries = new ArrayList<>();
        entries.add(
                Entry.of(words.get("council.goal"), words.orMissing(Prose.shortened(data.essence(), LONGEST_TEXT))));
        if (!data.targetGroup().isBlank()) {
            entries.add(Entry.of(
                    words.get("project.targetGroup"),
                    Wording.capital(Prose.shortened(data.targetGroup(), LONGEST_PART))));
        }
        String lead = data.partners().stream()
                .filter(partner -> partner.role() != PartnerRole.PARTNER)
                .map(partner -> Prose.shortened(partner.name(), LONGEST_NAME) + " (" + words.term(partner.role()) + ")")
                .findFirst()
                .orElse("");
        long others = data.partners().size() - (lead.isEmpty() ? 0 : 1);
        if (!data.partners().isEmpty()) {
            entries.add(Entry.of(
                    words.get("project.partners"),
                    lead.isEmpty()
                            ? partners()
                            : others == 0 ? lead : words.get("council.partners", lead, String.valueOf(others))));
        }
        entries.add(Entry.of(
                words.get("project.period"),
                data.period() == null ? words.missing() : data.period().format()));
        StatusReport status = project.status();
        if (status != null) {
            entries.add(Entry.of(
                    words.get("council.status"),
                    words.light(status)
                            + (status.reason().isBlank()
                                    ? ""
                                    : ": " + Prose.shortened(status.reason(), LONGEST_PART))));
        }
        return new DefinitionList(entries);
    }

    private String partners() {
        List<String> names = data.partners().stream()
                .limit(PARTNERS)
                .map(partner -> Prose.shortened(partner.name(), LONGEST_NAME))
                .toList();
        int more = data.partners().size() - names.size();
        return more == 0
                ? words.list(names)
                : words.get("council.partners", String.join(", ", names), String.valueOf(more));
    }

    private List<Block> effect() {
        List<Result> given = data.results().stream()
                .filter(result -> result.value().isGiven())
                .toList();
        if (given.isEmpty()) {
            return List.of(Paragraph.of(words.get("council.effect.none")));
        }
        List<ListItem> shown = new ArrayList<>();
        int length = 0;
        for (Result result : given) {
            ListItem item = result(result);
            length += Lengths.of(item);
            if (shown.size() == RESULTS || (!shown.isEmpty() && length > LONGEST_RESULTS)) {
                break;
            }
            shown.add(item);
        }
        List<Block> blocks = new ArrayList<>(List.of(new BulletList(shown)));
        int more = given.size() - shown.size();
        if (more > 0) {
            blocks.add(Paragraph.of(
                    more == 1
                            ? words.get("council.effect.more.one")
                            : words.get("council.effect.more", String.valueOf(more))));
        }
        if (given.stream().limit(shown.size()).anyMatch(CouncilPages::isBareCount)) {
            blocks.add(Paragraph.of(words.get("council.effect.counts")));
        }
        boolean compared = given.stream().anyMatch(ResultsTable::isCompared);
        blocks.add(Paragraph.of(words.get(compared ? "council.effect.compared" : "council.effect.uncompared")));
        return blocks;
    }

    private ListItem result(Result result) {
        List<Inline> inlines = new ArrayList<>();
        inlines.add(new Inline.Text(Wording.capital(Prose.shortened(result.indicator(), LONGEST_PART)) + ": "));
        inlines.add(new Inline.Strong(Prose.shortened(result.formatValue(), LONGEST_PART)));
        List<String> about = new ArrayList<>();
        if (!result.moment().isBlank()) {
            about.add(result.moment());
        }
        result.observations().ifPresent(n -> about.add("n = " + n.toPlainString()));
        String comparison = ResultsTable.comparison(result, words);
        if (!comparison.isEmpty()) {
            about.add(Prose.shortened(comparison, LONGEST_PART));
        }
        if (!result.source().isBlank()) {
            about.add(words.get("note.source", Prose.shortened(result.source(), LONGEST_NAME)));
        }
        inlines.add(new Inline.Text((about.isEmpty() ? "" : " (" + String.join("; ", about) + ")") + ". "));
        if (!isBareCount(result)) {
            inlines.add(new Inline.Emphasis(Certainty.of(result, words)));
        }
        return new ListItem(inlines, List.of());
    }

    /** What counts say and do not say is the same for all of them, so it is said once. */
    private static boolean isBareCount(Result result) {
        return (result.statistic() == Statistic.COUNT || result.statistic() == Statistic.AMOUNT)
                && result.value().isNumeric()
                && result.whole() == null;
    }

    private List<Block> money() {
        List<String> sentences = new ArrayList<>();
        var planned = data.plannedFromProgramme();
        sentences.add(
                planned.isGiven()
                        ? words.get("council.money.planned", MoneyChapter.format(planned, words))
                        : words.get("council.money.unknown"));
        data.funding().stream()
                .filter(money -> money.measure() == FundingMeasure.SPENT
                        && money.amount().isGiven())
                .flatMap(money -> money.amount().inEuro().stream())
                .reduce(BigDecimal::add)
                .ifPresent(spent -> sentences.add(words.get("council.money.spent", words.euro(spent))));
        long other = data.funding().stream()
                .filter(money -> !money.fromProgrammeBudget() && money.amount().isGiven())
                .count();
        if (other > 0) {
            sentences.add(words.get("council.money.other", String.valueOf(other)));
        }
        SourceNote source = planned.isGiven() ? story.sources().stated() : null;
        return List.of(Paragraph.of(String.join(" ", sentences) + (source == null ? "" : " (" + source.text() + ")")));
    }

    private Block decision() {
        Optional<Decision> current = data.currentDecision();
        if (current.isEmpty()) {
            return Paragraph.of(words.get("council.decision.none"));
        }
        Decision decision = current.get();
        List<Inline> inlines = new ArrayList<>();
        inlines.add(new Inline.Strong(Wording.capital(words.term(decision.kind()))));
        StringBuilder text = new StringBuilder();
        var moment = decision.decidedAt();
        if (moment != null) {
            text.append(" (").append(moment.format()).append(')');
        }
        text.append(". ");
        for (String part : List.of(decision.reason(), decision.how(), decision.destination())) {
            if (!part.isBlank()) {
                String sentence = Wording.capital(Prose.shortened(part.strip(), LONGEST_PART));
                text.append(sentence).append(sentence.matches(".*[.!?…]$") ? " " : ". ");
            }
        }
        var again = decision.followUpOn();
        if (again != null && decision.followUpDoneOn() == null) {
            text.append(words.get("council.decision.again", BackgroundChapter.day(again, words)));
        }
        inlines.add(new Inline.Text(text.toString().stripTrailing()));
        return Paragraph.of(inlines.toArray(Inline[]::new));
    }

    private Optional<Block> warnings() {
        List<Check> contradictions =
                project.checks().stream().filter(Check::isContradiction).toList();
        if (contradictions.isEmpty()) {
            return Optional.empty();
        }
        List<ListItem> items = new ArrayList<>();
        contradictions.stream()
                .limit(WARNINGS)
                .forEach(check -> items.add(ListItem.of(Prose.shortened(check.message(), LONGEST_TEXT))));
        if (contradictions.size() > WARNINGS) {
            items.add(ListItem.of(words.get("council.more", String.valueOf(contradictions.size() - WARNINGS))));
        }
        return Optional.of(
                Callout.of(Callout.Kind.CONTRADICTION, words.get("open.contradictions"), new BulletList(items)));
    }
}
