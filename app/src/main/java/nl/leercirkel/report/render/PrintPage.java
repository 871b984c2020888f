package nl.leercirkel.report.render;

import nl.leercirkel.report.document.Document;
import nl.leercirkel.report.document.Metadata;

/** The whole page that becomes a PDF: cover, content, bookmarks and print stylesheet. */
final class PrintPage {
    private static final String NOTES_ANCHOR = "noten";

    private final Document document;
    private final Metadata metadata;
    private final MarkupWriter out = new MarkupWriter();

    PrintPage(Document document) {
        this.document = document;
        this.metadata = document.metadata();
    }

    String toXhtml() {
        var content = new MarkupWriter();
        new Markup(document, Markup.Target.PRINT, 1, content).write();
        var body = content.toString();

        var language = metadata.language().tag();
        out.start("html", "xmlns", "http://www.w3.org/1999/xhtml", "lang", language, "xml:lang", language);
        head(body.contains("id=\"" + NOTES_ANCHOR + "\""));
        if (metadata.dense()) {
            out.start("body", "class", "dense");
        } else {
            out.start("body");
        }
        if (metadata.cover()) {
            cover();
        }
        out.raw(body);
        out.end().end();
        return out.toString();
    }

    private void head(boolean withNotes) {
        out.start("head").start("title").text(metadata.title()).end();
        meta("author", metadata.author());
        meta("subject", metadata.subtitle());
        meta("description", metadata.subtitle().isBlank() ? metadata.title() : metadata.subtitle());
        meta("keywords", String.join(", ", metadata.keywords()));
        out.start("bookmarks");
        int level = 0;
        for (var heading : Outline.of(document).headings()) {
            for (; level >= heading.level(); level--) {
                out.end();
            }
            out.start("bookmark", "name", heading.line(), "href", "#" + heading.anchor());
            level++;
        }
        for (; level > 0; level--) {
            out.end();
        }
        if (withNotes) {
            out.start("bookmark", "name", metadata.language().words().notes(), "href", "#" + NOTES_ANCHOR)
                    .end();
        }
        out.end();
        out.start("style").raw(stylesheet()).end().end();
    }

    private void meta(String name, String content) {
        if (!content.isBlank()) {
            out.empty("meta", "name", name, "content", content);
        }
    }

    private void cover() {
        out.start("div", "class", "cover");
        out.start("div", "class", "cover-band")
                .start("p", "class", "cover-authority")
                .text(metadata.authority())
                .end()
                .end();
        out.start("div", "class", "cover-text");
        out.start("p", "class", "cover-title").text(metadata.title()).end();
        if (!metadata.subtitle().isBlank()) {
            out.start("p", "class", "cover-subtitle").text(metadata.subtitle()).end();
        }
        out.start("p", "class", "cover-edition").text(metadata.edition()).end();
        if (!metadata.author().equals(metadata.authority())) {
            out.start("p", "class", "cover-author").text(metadata.author()).end();
        }
        out.end().end();
    }

    private String stylesheet() {
        var words = metadata.language().words();
        var running = metadata.concept() ? metadata.title() + " · " + words.concept() : metadata.title();
        var colour = metadata.colour().readable();
        var css = Resources.text("print.css")
                .replace("{colour}", colour.hex())
                .replace("{tint}", colour.tint().hex())
                .replace("{authority}", quoted(metadata.authority()))
                .replace("{running}", quoted(running))
                .replace("{page}", quoted(words.page() + " "))
                .replace("{of}", quoted(" " + words.of() + " "));
        var widths = new StringBuilder(css);
        for (int percent = 1; percent <= 100; percent++) {
            widths.append("col.report-width-%1$d{width:%1$d%%}\n".formatted(percent));
        }
        return widths.toString();
    }

    /** As a CSS string that is also safe inside XML: every character outside letters and digits as a code. */
    private static String quoted(String text) {
        var result = new StringBuilder("\"");
        text.codePoints().forEach(point -> {
            if (Character.isLetterOrDigit(point) || point == ' ') {
                result.appendCodePoint(point);
            } else {
                // The space ends the code and is not shown.
                result.append("\\%06x ".formatted(point));
            }
        });
        return result.append('"').toString();
    }
}
