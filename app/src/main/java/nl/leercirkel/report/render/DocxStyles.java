package nl.leercirkel.report.render;

import java.util.Locale;
import nl.leercirkel.report.document.Colour;
import nl.leercirkel.report.document.Metadata;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFNum;
import org.apache.xmlbeans.XmlException;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.NumberingDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;

/** Puts the styles and list definitions into a Word document. */
final class DocxStyles {
    private DocxStyles() {}

    static void apply(XWPFDocument word, Metadata metadata) {
        var colour = metadata.colour().readable();
        var styles = Resources.text("styles.xml")
                .replace("{colour}", digits(colour))
                .replace("{tint}", digits(colour.tint()))
                .replace("{language}", metadata.language().tag())
                .replace("{width}", Integer.toString(DocxRenderer.TEXT_WIDTH));
        try {
            word.createStyles().setStyles(StylesDocument.Factory.parse(styles).getStyles());
            var lists = NumberingDocument.Factory.parse(Resources.text("numbering.xml"))
                    .getNumbering();
            var numbering = word.createNumbering();
            for (var list : lists.getAbstractNumArray()) {
                numbering.addAbstractNum(new XWPFAbstractNum(list));
            }
            for (var number : lists.getNumArray()) {
                numbering.addNum(new XWPFNum(number, numbering));
            }
        } catch (XmlException e) {
            throw new IllegalStateException("The styles of the Word document cannot be read", e);
        }
    }

    private static String digits(Colour colour) {
        return colour.hex().substring(1).toUpperCase(Locale.ROOT);
    }
}
