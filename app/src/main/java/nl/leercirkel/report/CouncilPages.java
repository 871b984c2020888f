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
import nl.leercirkel.portfolio.Result;
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

/**
 * One page per project for the council: the goal, what it yielded so far with how sure that is, the money, and the
 * decision. Each page stands on its own, so its sources are named in the text and not in notes elsewhere.
 */
final class CouncilPages {
    /** More than these do not fit on a page; the evaluation has them all. */
    private static final int RESULTS = 4;

    private static final int WARNINGS = 2;
    private static final int LONGEST_TEXT = 420;

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
        return new Document(
                EvaluationReport.metadata(story, authority, title, story.words().get("council.of", programme.name()))
                        .withoutCover(),
                List.of(new CouncilPages(story, project).section()));
    }

    /** A page for each project of the programme. */
    static Document all(ProgrammeDossier programme, Authority authority, Language language, LocalDate date) {
        Story story = Story.of(programme, language, date);
        List<Block> blocks = new ArrayList<>();
        for (ProjectDossier project : programme.projects()) {
            if (!blocks.isEmpty()) {
                blocks.add(new PageBreak());
            }
            blocks.add(new CouncilPages(story, project).section());
        }
        if (blocks.isEmpty()) {
            blocks.add(Paragraph.of(story.words().get("answer.none")));
        }
        return new Document(
                EvaluationReport.metadata(
                        story,
                        authority,
                        story.words().get("council.all", programme.name()),
                        story.words().get("council.subtitle")),
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
        return new Section(
                number == null ? project.name() : words.get("project.numbered", String.valueOf(number), project.name()),
                false,
                blocks);
    }

    private DefinitionList facts() {
        List<Entry> entries = new ArrayList<>();
        entries.add(Entry.of(words.get("council.goal"), words.orMissing(shortened(data.essence()))));
        if (!data.targetGroup().isBlank()) {
            entries.add(Entry.of(words.get("project.targetGroup"), Wording.capital(shortened(data.targetGroup()))));
        }
        String lead = data.partners().stream()
                .filter(partner -> partner.role() != PartnerRole.PARTNER)
                .map(partner -> partner.name() + " (" + words.term(partner.role()) + ")")
                .findFirst()
                .orElse("");
        long others = data.partners().size() - (lead.isEmpty() ? 0 : 1);
        if (!data.partners().isEmpty()) {
            entries.add(Entry.of(
                    words.get("project.partners"),
                    lead.isEmpty()
                            ? words.list(data.partners().stream()
                                    .map(partner -> partner.name())
                                    .limit(6)
                                    .toList())
                            : others == 0 ? lead : words.get("council.partners", lead, String.valueOf(others))));
        }
        entries.add(Entry.of(
                words.get("project.period"),
                data.period() == null ? words.missing() : data.period().format()));
        StatusReport status = project.status();
        if (status != null) {
            String light = Wording.capital(words.term(status.light()));
            entries.add(Entry.of(
                    words.get("council.status"),
                    words.get("council.status.on", light, BackgroundChapter.day(status.on(), words))
                            + (status.reason().isBlank() ? "" : ": " + shortened(status.reason()))));
        }
        return new DefinitionList(entries);
    }

    private List<Block> effect() {
        List<Result> given = data.results().stream()
                .filter(result -> result.value().isGiven())
                .toList();
        if (given.isEmpty()) {
            return List.of(Paragraph.of(words.get("council.effect.none")));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                new BulletList(given.stream().limit(RESULTS).map(this::result).toList()));
        if (given.size() > RESULTS) {
            blocks.add(Paragraph.of(words.get("council.effect.more", String.valueOf(given.size() - RESULTS))));
        }
        boolean compared = given.stream().anyMatch(ResultsTable::isCompared);
        blocks.add(Paragraph.of(words.get(compared ? "council.effect.compared" : "council.effect.uncompared")));
        return blocks;
    }

    private ListItem result(Result result) {
        List<Inline> inlines = new ArrayList<>();
        inlines.add(new Inline.Text(Wording.capital(result.indicator()) + ": "));
        inlines.add(new Inline.Strong(result.formatValue()));
        List<String> about = new ArrayList<>();
        if (!result.moment().isBlank()) {
            about.add(result.moment());
        }
        result.observations().ifPresent(n -> about.add("n = " + n.toPlainString()));
        if (result.target().isGiven()) {
            about.add(words.get("comparison.target", result.target().format(result.unit())));
        }
        if (!result.source().isBlank()) {
            about.add(words.get("note.source", result.source()));
        }
        inlines.add(new Inline.Text((about.isEmpty() ? "" : " (" + String.join("; ", about) + ")") + ". "));
        inlines.add(new Inline.Emphasis(Certainty.of(result, words)));
        return new ListItem(inlines, List.of());
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
        return List.of(Paragraph.of(String.join(" ", sentences)));
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
                String sentence = Wording.capital(shortened(part.strip()));
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
        contradictions.stream().limit(WARNINGS).forEach(check -> items.add(ListItem.of(check.message())));
        if (contradictions.size() > WARNINGS) {
            items.add(ListItem.of(words.get("council.more", String.valueOf(contradictions.size() - WARNINGS))));
        }
        return Optional.of(
                Callout.of(Callout.Kind.CONTRADICTION, words.get("open.contradictions"), new BulletList(items)));
    }

    /** Whole sentences as long as they fit; the evaluation has the whole text. */
    private static String shortened(String text) {
        String bare = text.strip().replaceAll("\\s*\\n\\s*[-•]?\\s*", " ");
        if (bare.length() <= LONGEST_TEXT) {
            return bare;
        }
        int stop = bare.lastIndexOf(". ", LONGEST_TEXT);
        if (stop > LONGEST_TEXT / 3) {
            return bare.substring(0, stop + 1);
        }
        int space = bare.lastIndexOf(' ', LONGEST_TEXT);
        return bare.substring(0, space > 0 ? space : LONGEST_TEXT) + " …";
    }
}
