package nl.leercirkel.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.leercirkel.portfolio.DatePart;
import nl.leercirkel.portfolio.DutchMoments;
import nl.leercirkel.portfolio.ProjectDossier;
import nl.leercirkel.report.document.Block;
import nl.leercirkel.report.document.BulletList;
import nl.leercirkel.report.document.DefinitionList;
import nl.leercirkel.report.document.DefinitionList.Entry;
import nl.leercirkel.report.document.Inline;
import nl.leercirkel.report.document.ListItem;
import nl.leercirkel.report.document.Paragraph;
import nl.leercirkel.report.document.Section;
import nl.leercirkel.report.document.SourceList;
import org.jspecify.annotations.Nullable;

/** What stands around the projects: what the programme is, what was learned, and how this report was made. */
final class BackgroundChapter {
    private BackgroundChapter() {}

    static Section section(Story story) {
        var words = story.words();
        var data = story.data();
        List<Block> blocks = new ArrayList<>(Story.prose(data.description()));
        blocks.add(facts(story));
        if (!data.criteria().isEmpty()) {
            blocks.add(Section.numbered(story.ofKind("background.criteria"), bullets(data.criteria())));
        }
        if (!data.questions().isEmpty()) {
            blocks.add(Section.numbered(
                    words.get("background.questions"),
                    Paragraph.of(words.get("background.questions.intro")),
                    bullets(data.questions())));
        }
        return new Section(story.ofKind("background"), true, blocks);
    }

    private static DefinitionList facts(Story story) {
        var words = story.words();
        var data = story.data();
        List<Entry> entries = new ArrayList<>();
        entries.add(Entry.of(words.get("background.facts.programme"), data.name()));
        add(entries, words.get("background.facts.kind"), data.kind());
        add(
                entries,
                words.get("background.facts.period"),
                data.period() == null ? "" : data.period().format());
        add(entries, words.get("background.facts.called"), format(data.called()));
        add(entries, words.get("background.facts.awarded"), format(data.awarded()));
        add(entries, words.get("background.facts.evaluated"), format(data.evaluated()));
        add(entries, words.get("background.facts.reported"), format(data.reported()));
        entries.add(new Entry(
                words.get("background.facts.budget"),
                data.totalBudget().isGiven()
                        ? ReportSources.figure(
                                data.totalBudget().format(), story.sources().stated())
                        : List.of(new Inline.Text(words.missing()))));
        add(entries, words.get("background.facts.financing"), data.financing());
        return new DefinitionList(entries);
    }

    private static void add(List<Entry> entries, String label, String value) {
        if (!value.isBlank()) {
            entries.add(Entry.of(label, value));
        }
    }

    private static String format(@Nullable DatePart moment) {
        return moment == null ? "" : moment.format();
    }

    static Section lessons(Story story) {
        return Section.numbered(
                story.words().get("lessons"), bullets(story.data().lessons()));
    }

    /** How the report was made and from what. */
    static Section account(Story story) {
        var words = story.words();
        List<Block> blocks = new ArrayList<>();
        blocks.add(BulletList.of(
                words.get("sources.computed"),
                words.get("sources.missing", words.missing()),
                words.get("sources.state", day(lastChange(story), words), day(story.date(), words))));
        var sources = story.sources().list(story.projects());
        if (!sources.isEmpty()) {
            blocks.add(Section.numbered(words.get("sources.list"), new SourceList(sources)));
        }
        return new Section(words.get("sources"), true, blocks);
    }

    private static LocalDate lastChange(Story story) {
        Instant last = Stream.concat(
                        Stream.of(story.programme().changedAt()),
                        story.projects().stream().map(ProjectDossier::changedAt))
                .max(Instant::compareTo)
                .orElseThrow();
        return LocalDate.ofInstant(last, DutchMoments.ZONE);
    }

    static String day(LocalDate day, Wording words) {
        return day.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(words.language().locale()));
    }

    static BulletList bullets(List<String> points) {
        return new BulletList(points.stream()
                .map(point -> ListItem.of(Wording.capital(point)))
                .toList());
    }
}
