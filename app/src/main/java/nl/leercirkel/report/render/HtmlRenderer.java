package nl.leercirkel.report.render;

import nl.leercirkel.report.document.Document;

/**
 * Draws a document as a fragment for a page: semantic HTML5 with classes that start with {@code report}, no inline style
 * and no script, everything escaped.
 */
public final class HtmlRenderer {
    /** The title may be h1 or h2: sections go four levels deeper, and h6 is the last. */
    private static final int LAST_START = 2;

    private final int startLevel;

    /**
     * @param startLevel level of the document's title; its sections start one lower
     */
    public HtmlRenderer(int startLevel) {
        if (startLevel < 1 || startLevel > LAST_START) {
            throw new IllegalArgumentException("Heading level " + startLevel + " is not 1 or " + LAST_START);
        }
        this.startLevel = startLevel;
    }

    public String render(Document document) {
        var metadata = document.metadata();
        var out = new MarkupWriter();
        out.start("article", "class", "report", "lang", metadata.language().tag())
                .line();
        out.start("header", "class", "report-header").line();
        out.start("p", "class", "report-authority").text(metadata.authority()).endLine();
        out.start("h" + startLevel).text(metadata.title()).endLine();
        if (!metadata.subtitle().isBlank()) {
            out.start("p", "class", "report-subtitle").text(metadata.subtitle()).endLine();
        }
        out.start("p", "class", "report-edition").text(metadata.edition()).endLine();
        if (!metadata.author().equals(metadata.authority())) {
            out.start("p", "class", "report-author").text(metadata.author()).endLine();
        }
        out.endLine();
        new Markup(document, Markup.Target.PAGE, startLevel + 1, out).write();
        out.endLine();
        return out.toString();
    }
}
