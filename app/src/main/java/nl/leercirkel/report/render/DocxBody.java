package nl.leercirkel.report.render;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.Iterator;
import java.util.List;
import nl.leercirkel.report.document.Block;
import nl.leercirkel.report.document.BulletList;
import nl.leercirkel.report.document.Callout;
import nl.leercirkel.report.document.ChartBlock;
import nl.leercirkel.report.document.DefinitionList;
import nl.leercirkel.report.document.Document;
import nl.leercirkel.report.document.Language.Words;
import nl.leercirkel.report.document.ListItem;
import nl.leercirkel.report.document.Metadata;
import nl.leercirkel.report.document.NumberedList;
import nl.leercirkel.report.document.PageBreak;
import nl.leercirkel.report.document.Paragraph;
import nl.leercirkel.report.document.Section;
import nl.leercirkel.report.document.SourceList;
import nl.leercirkel.report.document.Table;
import nl.leercirkel.report.document.TableOfContents;
import nl.leercirkel.report.render.Outline.Heading;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;

/** The content of a document as paragraphs, tables and pictures of Word. */
final class DocxBody {
    private static final BigInteger HEADINGS = BigInteger.ONE;
    private static final BigInteger BULLETS = BigInteger.TWO;
    private static final BigInteger NUMBERS_TEMPLATE = BigInteger.TWO;
    private static final int CALLOUT_INDENT = 284;
    private static final int LIST_INDENT = 357;
    private static final int PIXEL_IN_TEXT_WIDTH = DocxRenderer.TEXT_WIDTH / 15;

    private final XWPFDocument word;
    private final Document document;
    private final Words words;
    private final Outline outline;
    private final Iterator<Heading> headings;
    private final DocxInlines inlines;
    private final DocxTables tables;
    private int headingsSeen;
    private int figures;
    private boolean breakBeforeNext;

    DocxBody(XWPFDocument word, Document document) {
        this.word = word;
        this.document = document;
        this.words = document.metadata().language().words();
        this.outline = Outline.of(document);
        this.headings = outline.headings().iterator();
        this.inlines = new DocxInlines(word);
        this.tables = new DocxTables(word, inlines, document.metadata());
    }

    void write() {
        if (document.metadata().cover()) {
            cover(document.metadata());
        }
        document.blocks().forEach(block -> block(block, "Normal"));
    }

    private void cover(Metadata metadata) {
        paragraph("CoverAuthority").createRun().setText(metadata.authority());
        paragraph("Title").createRun().setText(metadata.title());
        if (!metadata.subtitle().isBlank()) {
            paragraph("Subtitle").createRun().setText(metadata.subtitle());
        }
        paragraph("CoverEdition").createRun().setText(metadata.edition());
        if (!metadata.author().equals(metadata.authority())) {
            paragraph("CoverEdition").createRun().setText(metadata.author());
        }
        breakBeforeNext = true;
    }

    /**
     * @param style of running text here; callouts have their own
     */
    private void block(Block block, String style) {
        switch (block) {
            case Section section -> section(section);
            case TableOfContents contents -> {
                breakHere();
                DocxContents.write(word, contents, outline.downTo(contents.depth()), words);
                breakBeforeNext = true;
            }
            case SourceList list -> sources(list);
            case PageBreak ignored -> breakBeforeNext = true;
            case Paragraph paragraph -> inlines.write(paragraph(style), paragraph.inlines());
            case BulletList list -> list(list.items(), BULLETS, 0, style);
            case NumberedList list -> list(list.items(), newNumbers(), 0, style);
            case Table table -> {
                breakHere();
                tables.write(table);
            }
            case DefinitionList list -> {
                breakHere();
                tables.write(list);
            }
            case Callout callout -> callout(callout);
            case ChartBlock chart -> chart(chart);
        }
    }

    private void section(Section section) {
        var heading = headings.next();
        var paragraph = paragraph("Heading" + heading.level());
        if (section.numbered()) {
            number(paragraph, HEADINGS, heading.level() - 1);
        }
        DocxFields.bookmark(
                paragraph,
                ++headingsSeen,
                DocxContents.anchor(heading),
                () -> paragraph.createRun().setText(heading.text()));
        section.blocks().forEach(block -> block(block, "Normal"));
    }

    private void sources(SourceList list) {
        for (var source : list.sources()) {
            var paragraph = paragraph("Normal");
            var key = paragraph.createRun();
            key.setStyle("Strong");
            key.setText(source.key());
            paragraph.createRun().setText(": " + source.description());
            if (source.address() != null) {
                paragraph.createRun().setText(" ");
                inlines.link(paragraph, source.address(), source.address());
            }
        }
    }

    private void list(List<ListItem> items, BigInteger list, int level, String style) {
        for (var item : items) {
            boolean plain = style.equals("Normal");
            var paragraph = paragraph(plain ? "ListParagraph" : style);
            number(paragraph, list, level);
            if (!plain) {
                // The bar beside a callout follows the indent: without this it would jump at each list.
                paragraph.setIndentationLeft(CALLOUT_INDENT + LIST_INDENT * (level + 1));
                paragraph.setIndentationHanging(LIST_INDENT);
            }
            inlines.write(paragraph, item.inlines());
            list(item.children(), list, level + 1, style);
        }
    }

    private void callout(Callout callout) {
        var style = switch (callout.kind()) {
            case NOTE -> "CalloutNote";
            case WARNING -> "CalloutWarning";
            case CONTRADICTION -> "CalloutContradiction";
        };
        paragraph(style + "Title")
                .createRun()
                .setText(callout.kind().in(document.metadata().language()) + ": " + callout.title());
        callout.blocks().forEach(block -> block(block, style));
        paragraph("Source");
    }

    private void chart(ChartBlock chart) {
        DocxTables.caption(paragraph("Caption"), words.figure(), ++figures, chart.title());
        int width = Math.min(chart.width(), PIXEL_IN_TEXT_WIDTH);
        int height = Math.round((float) chart.height() * width / chart.width());
        try {
            var run = paragraph("Drawing").createRun();
            run.addPicture(
                    new ByteArrayInputStream(chart.png().get()),
                    PictureType.PNG,
                    "figuur-" + figures + ".png",
                    Units.pixelToEMU(width),
                    Units.pixelToEMU(height));
            var properties = run.getCTR().getDrawingArray(0).getInlineArray(0).getDocPr();
            properties.setDescr(chart.alternative());
            properties.setTitle(chart.title());
        } catch (InvalidFormatException e) {
            throw new IllegalStateException("Chart '" + chart.title() + "' is no PNG", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (chart.source() != null) {
            paragraph("Source").createRun().setText(chart.source().text());
        }
        tables.write(chart.table());
    }

    /** A list that counts from one again. */
    private BigInteger newNumbers() {
        var id = word.getNumbering().addNum(NUMBERS_TEMPLATE);
        var start = word.getNumbering().getNum(id).getCTNum().addNewLvlOverride();
        start.setIlvl(BigInteger.ZERO);
        start.addNewStartOverride().setVal(BigInteger.ONE);
        return id;
    }

    private static void number(XWPFParagraph paragraph, BigInteger list, int level) {
        paragraph.setNumID(list);
        paragraph.setNumILvl(BigInteger.valueOf(level));
    }

    private XWPFParagraph paragraph(String style) {
        var paragraph = word.createParagraph();
        paragraph.setStyle(style);
        if (breakBeforeNext) {
            paragraph.setPageBreak(true);
            breakBeforeNext = false;
        }
        return paragraph;
    }

    /** For what does not start with a paragraph of ours. */
    private void breakHere() {
        if (breakBeforeNext) {
            paragraph("Source");
        }
    }
}
