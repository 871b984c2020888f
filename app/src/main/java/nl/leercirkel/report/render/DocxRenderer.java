package nl.leercirkel.report.render;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import nl.leercirkel.report.document.Document;
import nl.leercirkel.report.document.Metadata;
import org.apache.poi.ooxml.POIXMLProperties.CoreProperties;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;

/**
 * Draws a document for Word: real heading styles, lists, captions, footnotes, fields and repeated table headers, so that
 * it can be edited further. The same document gives the same bytes.
 */
public final class DocxRenderer {
    /** Width of the text in twentieths of a point: A4 less its margins. */
    static final int TEXT_WIDTH = 8900;

    private static final int PAGE_WIDTH = 11906;
    private static final int PAGE_HEIGHT = 16838;

    public byte[] render(Document document) {
        try (var word = new XWPFDocument()) {
            DocxStyles.apply(word, document.metadata());
            page(word.getDocument().getBody().addNewSectPr());
            headerAndFooter(word, document.metadata());
            properties(word.getProperties().getCoreProperties(), document.metadata());
            new DocxBody(word, document).write();
            // Word fills in the page numbers of the table of contents when the file is opened.
            word.enforceUpdateFields();
            var out = new ByteArrayOutputStream();
            word.write(out);
            return withFixedTimes(out.toByteArray(), document.metadata());
        } catch (IOException e) {
            throw new UncheckedIOException("The Word document could not be made", e);
        } catch (InvalidFormatException e) {
            throw new IllegalStateException("The properties of the Word document could not be set", e);
        }
    }

    private static void page(CTSectPr section) {
        var size = section.addNewPgSz();
        size.setW(PAGE_WIDTH);
        size.setH(PAGE_HEIGHT);
        var margins = section.addNewPgMar();
        margins.setTop(1700);
        margins.setBottom(1500);
        margins.setLeft(1560);
        margins.setRight(PAGE_WIDTH - TEXT_WIDTH - 1560);
        margins.setHeader(850);
        margins.setFooter(750);
        margins.setGutter(0);
    }

    private static void headerAndFooter(XWPFDocument word, Metadata metadata) {
        var words = metadata.language().words();
        // The cover has neither.
        word.createHeader(HeaderFooterType.FIRST).createParagraph().setStyle("Header");
        word.createFooter(HeaderFooterType.FIRST).createParagraph().setStyle("Footer");

        var header = word.createHeader(HeaderFooterType.DEFAULT).createParagraph();
        header.setStyle("Header");
        header.createRun().setText(metadata.authority());
        header.createRun().addTab();
        header.createRun().setText(metadata.concept() ? metadata.title() + " · " + words.concept() : metadata.title());

        var footer = word.createFooter(HeaderFooterType.DEFAULT).createParagraph();
        footer.setStyle("Footer");
        footer.createRun().setText(words.page() + " ");
        DocxFields.simple(footer, "PAGE", "1");
        footer.createRun().setText(" " + words.of() + " ");
        DocxFields.simple(footer, "NUMPAGES", "1");
    }

    private static void properties(CoreProperties properties, Metadata metadata) throws InvalidFormatException {
        properties.setTitle(metadata.title());
        properties.setSubjectProperty(metadata.subtitle());
        properties.setCreator(metadata.author());
        properties.setLastModifiedByUser(metadata.author());
        properties.setKeywords(String.join(", ", metadata.keywords()));
        var underlying = properties.getUnderlyingProperties();
        underlying.setLanguageProperty(metadata.language().tag());
        if (!metadata.version().isBlank()) {
            underlying.setVersionProperty(metadata.version());
        }
        var moment = Date.from(moment(metadata).toInstant(ZoneOffset.UTC));
        underlying.setCreatedProperty(Optional.of(moment));
        underlying.setModifiedProperty(Optional.of(moment));
    }

    private static LocalDateTime moment(Metadata metadata) {
        return metadata.date().atTime(LocalTime.NOON);
    }

    /** The parts of the file carry the date of the document in place of the moment of making. */
    private static byte[] withFixedTimes(byte[] file, Metadata metadata) throws IOException {
        var out = new ByteArrayOutputStream(file.length);
        try (var from = new ZipInputStream(new ByteArrayInputStream(file));
                var to = new ZipOutputStream(out)) {
            for (var entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                var fixed = new ZipEntry(entry.getName());
                fixed.setTimeLocal(moment(metadata));
                to.putNextEntry(fixed);
                from.transferTo(to);
                to.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
