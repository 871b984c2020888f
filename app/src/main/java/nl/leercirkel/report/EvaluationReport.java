package nl.leercirkel.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.leercirkel.organisation.Authority;
import nl.leercirkel.organisation.AuthorityKind;
import nl.leercirkel.portfolio.ProgrammeDossier;
import nl.leercirkel.report.document.Block;
import nl.leercirkel.report.document.Colour;
import nl.leercirkel.report.document.Document;
import nl.leercirkel.report.document.Language;
import nl.leercirkel.report.document.Metadata;
import nl.leercirkel.report.document.PageBreak;
import nl.leercirkel.report.document.TableOfContents;

/**
 * The evaluation report of a programme, as a document that each format shows the same. The sentences are ours or the
 * user's; every figure comes from the programme and carries its source note, and totals are computed here and held
 * against what the source says.
 */
public final class EvaluationReport {
    private EvaluationReport() {}

    /**
     * Writes the report that suits the programme: an interim evaluation, or a final report once every project has its
     * decision.
     *
     * @param language of headings and our own sentences; what people entered stays as they entered it
     * @param date of the report
     */
    public static Document of(ProgrammeDossier programme, Authority authority, Language language, LocalDate date) {
        var story = Story.of(programme, language, date);
        return new Document(metadata(story, authority), blocks(story));
    }

    private static Metadata metadata(Story story, Authority authority) {
        return metadata(
                story,
                authority,
                title(story.kind(), story.words(), story.programme().name()),
                story.ofKind("subtitle"));
    }

    /** What every document about a programme says of itself. */
    static Metadata metadata(Story story, Authority authority, String title, String subtitle) {
        return new Metadata(
                        title, name(authority, story.words()), new Colour(authority.colour()).readable(), story.date())
                .withSubtitle(subtitle)
                .withLanguage(story.words().language())
                .withKeywords(
                        story.data().criteria().isEmpty()
                                ? new String[] {story.programme().name()}
                                : story.data().criteria().toArray(String[]::new));
    }

    static String title(ReportKind kind, Wording words, String programme) {
        return words.get("title." + kind, programme);
    }

    /** A municipality is called so on its own report, also when its name alone is kept. */
    private static String name(Authority authority, Wording words) {
        boolean bare = authority.kind() == AuthorityKind.MUNICIPALITY
                && !authority.name().toLowerCase(Locale.ROOT).contains("gemeente");
        return bare ? words.get("municipality", authority.name()) : authority.name();
    }

    private static List<Block> blocks(Story story) {
        List<Block> blocks = new ArrayList<>();
        // The answer before the way to it: who reads one page reads this one.
        blocks.add(new SummaryChapter(story).section());
        blocks.add(new PageBreak());
        blocks.add(new TableOfContents(story.hasLines() ? 3 : 2));
        blocks.add(BackgroundChapter.section(story));
        if (!story.projects().isEmpty()) {
            blocks.add(new OverviewChapter(story).section());
            if (story.hasMoney()) {
                // The financial overview is meant to be seen as a whole.
                blocks.add(new PageBreak());
                blocks.add(new MoneyChapter(story).section());
            }
            blocks.add(ProjectsChapter.section(story));
        }
        if (!story.data().lessons().isEmpty()) {
            blocks.add(BackgroundChapter.lessons(story));
        }
        blocks.add(OpenPoints.of(story).section());
        blocks.add(BackgroundChapter.account(story));
        return blocks;
    }
}
