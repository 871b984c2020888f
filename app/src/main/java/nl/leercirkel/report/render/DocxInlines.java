package nl.leercirkel.report.render;

import java.util.List;
import nl.leercirkel.report.document.Inline;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;

/** Runs of text, links and footnotes. */
final class DocxInlines {
    private static final char NO_BREAK_SPACE = '\u00a0';

    /** Bookmarks of notes count from here, clear of those of headings. */
    private static final int FIRST_BOOKMARK = 100_000;

    private final XWPFDocument word;
    private final Notes notes = new Notes();

    DocxInlines(XWPFDocument word) {
        this.word = word;
        word.createFootnotes();
    }

    void write(XWPFParagraph paragraph, List<Inline> inlines) {
        for (var inline : inlines) {
            switch (inline) {
                case Inline.Text text -> paragraph.createRun().setText(text.text());
                case Inline.Strong strong -> styled(paragraph, "Strong").setText(strong.text());
                case Inline.Emphasis emphasis -> styled(paragraph, "Emphasis").setText(emphasis.text());
                case Inline.Link link -> link(paragraph, link.text(), link.target());
                case Inline.Footnote footnote -> note(paragraph, footnote.text());
                case Inline.Amount amount -> {
                    paragraph.createRun().setText(amount.text().replace(' ', NO_BREAK_SPACE));
                    if (amount.source() != null) {
                        note(paragraph, amount.source().text());
                    }
                }
            }
        }
    }

    void link(XWPFParagraph paragraph, String text, String target) {
        var run = paragraph.createHyperlinkRun(target);
        run.setStyle("Hyperlink");
        run.setText(text);
    }

    private static XWPFRun styled(XWPFParagraph paragraph, String style) {
        var run = paragraph.createRun();
        run.setStyle(style);
        return run;
    }

    /** The first time a real footnote; after that a cross-reference to it, so that Word keeps both numbers equal. */
    private void note(XWPFParagraph paragraph, String text) {
        var reference = notes.refer(text);
        var name = "_Noot" + reference.number();
        if (reference.first()) {
            DocxFields.bookmark(paragraph, FIRST_BOOKMARK + reference.number(), name, () -> footnote(paragraph, text));
            return;
        }
        var begin = styled(paragraph, "FootnoteReference");
        DocxFields.begin(begin, "NOTEREF " + name + " \\f \\h");
        styled(paragraph, "FootnoteReference").setText(Integer.toString(reference.number()));
        DocxFields.end(styled(paragraph, "FootnoteReference"));
    }

    private void footnote(XWPFParagraph paragraph, String text) {
        var footnote = word.createFootnote();
        var run = paragraph.createRun();
        run.setStyle("FootnoteReference");
        run.getCTR().addNewFootnoteReference().setId(footnote.getId());
        var content = footnote.createParagraph();
        content.setStyle("FootnoteText");
        styled(content, "FootnoteReference").getCTR().addNewFootnoteRef();
        content.createRun().setText(" " + text);
    }
}
