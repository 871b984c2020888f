package nl.leercirkel.report.render;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import nl.leercirkel.report.document.Block;
import nl.leercirkel.report.document.BulletList;
import nl.leercirkel.report.document.Callout;
import nl.leercirkel.report.document.ChartBlock;
import nl.leercirkel.report.document.DefinitionList;
import nl.leercirkel.report.document.Document;
import nl.leercirkel.report.document.Inline;
import nl.leercirkel.report.document.Language.Words;
import nl.leercirkel.report.document.ListItem;
import nl.leercirkel.report.document.NumberedList;
import nl.leercirkel.report.document.PageBreak;
import nl.leercirkel.report.document.Paragraph;
import nl.leercirkel.report.document.Section;
import nl.leercirkel.report.document.SourceList;
import nl.leercirkel.report.document.SourceNote;
import nl.leercirkel.report.document.Table;
import nl.leercirkel.report.document.TableOfContents;
import nl.leercirkel.report.render.Outline.Heading;

/** The content of a document as markup, for the page and, with small differences, for print. */
final class Markup {

    /** Where the markup is read. */
    enum Target {
        PAGE,
        PRINT
    }

    private final Document document;
    private final Target target;
    private final int topLevel;
    private final MarkupWriter out;
    private final Words words;
    private final Outline outline;
    private final Iterator<Heading> headings;
    private final Notes notes = new Notes();
    private final MarkupTable tables;
    private int figures;

    /**
     * @param topLevel heading level of the sections at the top
     */
    Markup(Document document, Target target, int topLevel, MarkupWriter out) {
        this.document = document;
        this.target = target;
        this.topLevel = topLevel;
        this.out = out;
        this.words = document.metadata().language().words();
        this.outline = Outline.of(document);
        this.headings = outline.headings().iterator();
        this.tables = new MarkupTable(out, words, target, this::inlines);
    }

    void write() {
        document.blocks().forEach(this::block);
        notesSection();
    }

    private void block(Block block) {
        switch (block) {
            case Section section -> section(section);
            case TableOfContents contents -> contents(contents);
            case SourceList list -> sources(list);
            case PageBreak ignored ->
                out.start("div", "class", "report-page-break").endLine();
            case Paragraph paragraph -> paragraph(paragraph);
            case BulletList list -> list("ul", list.items());
            case NumberedList list -> list("ol", list.items());
            case Table table -> tables.write(table);
            case DefinitionList list -> definitions(list);
            case Callout callout -> callout(callout);
            case ChartBlock chart -> chart(chart);
        }
    }

    private void section(Section section) {
        var heading = headings.next();
        out.start("section", "class", "report-section").line();
        out.start("h" + (topLevel + heading.level() - 1), "id", heading.anchor());
        heading(heading);
        out.endLine();
        section.blocks().forEach(this::block);
        out.endLine();
    }

    private void contents(TableOfContents contents) {
        out.start("nav", "class", "report-contents", "aria-label", words.contents())
                .line();
        out.start("p", "class", "report-contents-title").text(words.contents()).endLine();
        out.start("ul").line();
        for (var heading : outline.downTo(contents.depth())) {
            out.start("li", "class", "report-contents-" + heading.level())
                    .start("a", "href", "#" + heading.anchor(), "title", heading.line());
            heading(heading);
            out.end().endLine();
        }
        out.endLine().endLine();
    }

    private void heading(Heading heading) {
        switch (target) {
            case PAGE -> {
                if (!heading.number().isEmpty()) {
                    out.start("span", "class", "report-number")
                            .text(heading.number())
                            .end()
                            .text(" ");
                }
                out.text(heading.text());
            }
            // As one run: the PDF would otherwise put the number behind the text for who reads it aloud.
            case PRINT -> out.text(heading.line());
        }
    }

    private void sources(SourceList list) {
        out.start("ul", "class", "report-sources").line();
        for (var source : list.sources()) {
            out.start("li").start("strong").text(source.key()).end().text(": ").text(source.description());
            if (source.address() != null) {
                out.text(" ");
                link(source.address(), source.address());
            }
            out.endLine();
        }
        out.endLine();
    }

    private void paragraph(Paragraph paragraph) {
        out.start("p");
        inlines(paragraph.inlines());
        out.endLine();
    }

    private void list(String element, List<ListItem> items) {
        out.start(element).line();
        for (var item : items) {
            out.start("li");
            inlines(item.inlines());
            if (!item.children().isEmpty()) {
                list(element, item.children());
            }
            out.endLine();
        }
        out.endLine();
    }

    private void definitions(DefinitionList list) {
        // In print a table: tagged PDF has no other way to tie a value to its label.
        boolean print = target == Target.PRINT;
        out.start(print ? "table" : "dl", "class", "report-definitions");
        if (print) {
            out.start("tbody");
        }
        out.line();
        for (var entry : list.entries()) {
            if (print) {
                out.start("tr").start("th", "scope", "row").text(entry.label()).end();
            } else {
                out.start("div").start("dt").text(entry.label()).end();
            }
            out.start(print ? "td" : "dd");
            inlines(entry.value());
            out.end().endLine();
        }
        if (print) {
            out.end();
        }
        out.endLine();
    }

    private void callout(Callout callout) {
        var kind = switch (callout.kind()) {
            case NOTE -> "report-note";
            case WARNING -> "report-warning";
            case CONTRADICTION -> "report-contradiction";
        };
        out.start("div", "class", "report-callout " + kind, "role", "note").line();
        out.start("p", "class", "report-callout-title")
                .start("span", "class", "report-callout-kind")
                .text(callout.kind().in(document.metadata().language()))
                .text(":")
                .end()
                .text(" ")
                .text(callout.title())
                .endLine();
        callout.blocks().forEach(this::block);
        out.endLine();
    }

    private void chart(ChartBlock chart) {
        var title = words.figure() + " " + ++figures + ". ";
        if (target == Target.PRINT) {
            // A drawing outside a paragraph would be tagged before the text around it.
            out.start("div", "class", "report-chart").line();
            out.start("p", "class", "report-chart-title")
                    .start("span", "class", "report-label")
                    .text(title)
                    .end()
                    .text(chart.title())
                    .endLine();
            var data = Base64.getEncoder().encodeToString(chart.svg().getBytes(StandardCharsets.UTF_8));
            out.start("p", "class", "report-drawing")
                    .empty("img", "alt", chart.alternative(), "src", "data:image/svg+xml;base64," + data)
                    .endLine();
            source(chart.source());
            out.endLine();
            tables.write(chart.table());
            return;
        }
        out.start("figure", "class", "report-chart").line();
        out.start("figcaption")
                .start("span", "class", "report-label")
                .text(title)
                .end()
                .text(chart.title())
                .endLine();
        out.start("div", "class", "report-drawing", "role", "img", "aria-label", chart.alternative())
                .raw(chart.screens().isEmpty() ? chart.svg() : String.join("", chart.screens()))
                .endLine();
        source(chart.source());
        out.start("details").start("summary").text(words.figures()).endLine();
        tables.write(chart.table());
        out.endLine().endLine();
    }

    private void source(@org.jspecify.annotations.Nullable SourceNote source) {
        if (source != null) {
            out.start("p", "class", "report-source").text(source.text()).endLine();
        }
    }

    private void inlines(List<Inline> inlines) {
        for (var inline : inlines) {
            switch (inline) {
                case Inline.Text text -> out.text(text.text());
                case Inline.Strong strong ->
                    out.start("strong").text(strong.text()).end();
                case Inline.Emphasis emphasis ->
                    out.start("em").text(emphasis.text()).end();
                case Inline.Link link -> link(link.text(), link.target());
                case Inline.Footnote footnote -> reference(footnote.text());
                case Inline.Amount amount -> {
                    out.start("span", "class", "report-amount")
                            .text(amount.text())
                            .end();
                    if (amount.source() != null) {
                        reference(amount.source().text());
                    }
                }
            }
        }
    }

    private void link(String text, String target) {
        out.start("a", "href", target, "title", text).text(text).end();
    }

    private void reference(String note) {
        var reference = notes.refer(note);
        var number = Integer.toString(reference.number());
        out.start("sup", "class", "report-reference");
        if (reference.first()) {
            out.start("a", "href", "#noot-" + number, "id", "verwijzing-" + number, "title", note);
        } else {
            out.start("a", "href", "#noot-" + number, "title", note);
        }
        out.text(number).end().end();
    }

    private void notesSection() {
        if (notes.texts().isEmpty()) {
            return;
        }
        out.start("section", "class", "report-notes").line();
        out.start("h" + topLevel, "id", "noten").text(words.notes()).endLine();
        out.start("ol").line();
        int number = 0;
        for (var note : notes.texts()) {
            number++;
            out.start("li", "id", "noot-" + number)
                    .text(note)
                    .text(" ")
                    .start(
                            "a",
                            "href",
                            "#verwijzing-" + number,
                            "class",
                            "report-back",
                            "title",
                            words.note() + " " + number + ": " + words.back(),
                            "aria-label",
                            words.note() + " " + number + ": " + words.back())
                    .text("↑")
                    .end()
                    .endLine();
        }
        out.endLine().endLine();
    }
}
