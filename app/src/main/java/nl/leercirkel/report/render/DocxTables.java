package nl.leercirkel.report.render;

import java.math.BigInteger;
import java.util.List;
import nl.leercirkel.report.document.DefinitionList;
import nl.leercirkel.report.document.Inline;
import nl.leercirkel.report.document.Language.Words;
import nl.leercirkel.report.document.Metadata;
import nl.leercirkel.report.document.Table;
import nl.leercirkel.report.document.Table.Alignment;
import nl.leercirkel.report.document.Table.Kind;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STShd;

/** Tables and project sheets. */
final class DocxTables {
    private static final int LABEL_WIDTH = 2900;

    private final XWPFDocument word;
    private final DocxInlines inlines;
    private final Words words;
    private final String tint;
    private int count;

    DocxTables(XWPFDocument word, DocxInlines inlines, Metadata metadata) {
        this.word = word;
        this.inlines = inlines;
        this.words = metadata.language().words();
        this.tint = metadata.colour().readable().tint().hex().substring(1);
    }

    void write(Table table) {
        caption(word.createParagraph(), words.table(), ++count, table.caption());
        var columns = table.columns();
        var grid = table(table.rows().size() + 1, ColumnWidths.of(table, DocxRenderer.TEXT_WIDTH), "ReportTable");
        var look = grid.getCTTbl().getTblPr().addNewTblLook();
        look.setFirstRow(true);
        look.setFirstColumn(table.headerColumn());
        var header = grid.getRow(0);
        header.setRepeatHeader(true);
        header.setCantSplitRow(true);
        for (int i = 0; i < columns.size(); i++) {
            var numeric = columns.get(i).alignment() == Alignment.NUMBER;
            write(
                    header.getCell(i),
                    numeric ? "TableHeadNumber" : "TableHead",
                    List.of(new Inline.Text(columns.get(i).header())));
        }
        for (int r = 0; r < table.rows().size(); r++) {
            var row = table.rows().get(r);
            var target = grid.getRow(r + 1);
            target.setCantSplitRow(true);
            for (int i = 0; i < columns.size(); i++) {
                var cell = target.getCell(i);
                boolean numeric = columns.get(i).alignment() == Alignment.NUMBER && !(table.headerColumn() && i == 0);
                write(cell, style(row.kind(), numeric), row.cells().get(i).inlines());
                if (row.kind() == Kind.TOTAL) {
                    shade(cell);
                }
            }
        }
        // Two tables without a paragraph between them would become one in Word.
        var after = word.createParagraph();
        after.setStyle("Source");
        if (table.source() != null) {
            after.createRun().setText(table.source().text());
        }
    }

    void write(DefinitionList list) {
        var sheet = table(
                list.entries().size(), new int[] {LABEL_WIDTH, DocxRenderer.TEXT_WIDTH - LABEL_WIDTH}, "SheetTable");
        sheet.getCTTbl().getTblPr().addNewTblLook().setFirstColumn(true);
        for (int r = 0; r < list.entries().size(); r++) {
            var entry = list.entries().get(r);
            var row = sheet.getRow(r);
            row.setCantSplitRow(true);
            write(row.getCell(0), "TableTotal", List.of(new Inline.Text(entry.label())));
            write(row.getCell(1), "TableText", entry.value());
        }
        word.createParagraph().setStyle("Source");
    }

    static void caption(XWPFParagraph paragraph, String label, int number, String title) {
        paragraph.setStyle("Caption");
        paragraph.createRun().setText(label + " ");
        DocxFields.simple(paragraph, "SEQ " + label + " \\* ARABIC", Integer.toString(number));
        paragraph.createRun().setText(". " + title);
    }

    private XWPFTable table(int rows, int[] widths, String style) {
        var table = word.createTable(rows, widths.length);
        var properties = table.getCTTbl().getTblPr();
        if (properties.isSetTblBorders()) {
            properties.unsetTblBorders();
        }
        table.setStyleID(style);
        table.setWidth(DocxRenderer.TEXT_WIDTH);
        var grid = table.getCTTbl().getTblGrid() == null
                ? table.getCTTbl().addNewTblGrid()
                : table.getCTTbl().getTblGrid();
        for (int i = 0; i < widths.length; i++) {
            int width = widths[i];
            var column = i < grid.sizeOfGridColArray() ? grid.getGridColArray(i) : grid.addNewGridCol();
            column.setW(BigInteger.valueOf(width));
            for (int r = 0; r < rows; r++) {
                table.getRow(r).getCell(i).setWidth(Integer.toString(width));
            }
        }
        return table;
    }

    private void write(XWPFTableCell cell, String style, List<Inline> content) {
        var paragraph = cell.getParagraphArray(0);
        paragraph.setStyle(style);
        inlines.write(paragraph, content);
    }

    private static String style(Kind kind, boolean numeric) {
        return switch (kind) {
            case NORMAL -> numeric ? "TableNumber" : "TableText";
            case SUBTOTAL, TOTAL -> numeric ? "TableTotalNumber" : "TableTotal";
        };
    }

    private void shade(XWPFTableCell cell) {
        var properties = cell.getCTTc().isSetTcPr()
                ? cell.getCTTc().getTcPr()
                : cell.getCTTc().addNewTcPr();
        var shade = properties.addNewShd();
        shade.setVal(STShd.CLEAR);
        shade.setFill(tint);
    }
}
