package nl.leercirkel.report.render;

import java.util.List;
import nl.leercirkel.report.document.Language.Words;
import nl.leercirkel.report.document.TableOfContents;
import nl.leercirkel.report.render.Outline.Heading;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;

/** The table of contents: a field that Word can update, filled in beforehand so that it also shows without. */
final class DocxContents {
    private DocxContents() {}

    static void write(XWPFDocument word, TableOfContents contents, List<Heading> headings, Words words) {
        var title = word.createParagraph();
        title.setStyle("TOCHeading");
        title.createRun().setText(words.contents());

        XWPFParagraph paragraph = null;
        for (var heading : headings) {
            var first = paragraph == null;
            paragraph = word.createParagraph();
            paragraph.setStyle("TOC" + heading.level());
            if (first) {
                DocxFields.begin(paragraph.createRun(), "TOC \\o \"1-" + contents.depth() + "\" \\h \\z \\u");
            }
            entry(paragraph, heading);
        }
        if (paragraph != null) {
            DocxFields.end(paragraph.createRun());
        }
    }

    /** The page is a field of its own: unknown here, computed on opening. */
    private static void entry(XWPFParagraph paragraph, Heading heading) {
        var link = paragraph.getCTP().addNewHyperlink();
        link.setAnchor(anchor(heading));
        link.setHistory(true);
        link.addNewR().addNewT().setStringValue(heading.line());
        link.addNewR().addNewTab();
        var page = link.addNewR();
        page.addNewFldChar().setFldCharType(STFldCharType.BEGIN);
        page.addNewInstrText().setStringValue(" PAGEREF " + anchor(heading) + " \\h ");
        page.addNewFldChar().setFldCharType(STFldCharType.SEPARATE);
        link.addNewR().addNewFldChar().setFldCharType(STFldCharType.END);
    }

    /** Word recognises the headings of a table of contents by names that start with _Toc. */
    static String anchor(Heading heading) {
        return "_Toc" + heading.anchor().replace("-", "");
    }
}
