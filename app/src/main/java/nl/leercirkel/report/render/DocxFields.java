package nl.leercirkel.report.render;

import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;

/** Fields and bookmarks, which the library leaves to its caller. */
final class DocxFields {
    private DocxFields() {}

    /** A field with the value it shows until Word computes it. */
    static void simple(XWPFParagraph paragraph, String instruction, String shown) {
        var field = paragraph.getCTP().addNewFldSimple();
        field.setInstr(" " + instruction + " ");
        field.addNewR().addNewT().setStringValue(shown);
    }

    static void begin(XWPFRun run, String instruction) {
        run.getCTR().addNewFldChar().setFldCharType(STFldCharType.BEGIN);
        var code = run.getCTR().addNewInstrText();
        code.setStringValue(" " + instruction + " ");
        run.getCTR().addNewFldChar().setFldCharType(STFldCharType.SEPARATE);
    }

    static void end(XWPFRun run) {
        run.getCTR().addNewFldChar().setFldCharType(STFldCharType.END);
    }

    static void bookmark(XWPFParagraph paragraph, int id, String name, Runnable content) {
        var start = paragraph.getCTP().addNewBookmarkStart();
        start.setId(BigInteger.valueOf(id));
        start.setName(name);
        content.run();
        paragraph.getCTP().addNewBookmarkEnd().setId(BigInteger.valueOf(id));
    }
}
