package nl.leercirkel.report.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import nl.leercirkel.report.document.Document;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DocxRendererTest {
    private static final Document SAMPLE = SampleDocument.everyBlock();
    private static byte[] file = {};
    private static XWPFDocument word = new XWPFDocument();

    @BeforeAll
    static void render() throws Exception {
        file = new DocxRenderer().render(SAMPLE);
        Files.write(Path.of("target", "sample.docx"), file);
        word = new XWPFDocument(new ByteArrayInputStream(file));
    }

    @AfterAll
    static void close() throws Exception {
        word.close();
    }

    @Test
    void headingsAreRealAndInOrder() {
        var headings = word.getParagraphs().stream()
                .filter(paragraph -> style(paragraph).startsWith("Heading"))
                .map(paragraph -> style(paragraph).substring(7) + " " + paragraph.getText())
                .toList();
        assertThat(headings)
                .containsExactlyElementsOf(Outline.of(SAMPLE).headings().stream()
                        .map(heading -> heading.level() + " " + heading.text())
                        .toList());
        for (int level = 1; level <= 4; level++) {
            var style = word.getStyles().getStyle("Heading" + level);
            assertThat(style.getName()).isEqualTo("heading " + level);
            assertThat(style.getCTStyle().getPPr().getOutlineLvl().getVal().intValue())
                    .isEqualTo(level - 1);
        }
    }

    @Test
    void numberedHeadingsCountByThemselves() {
        var first = heading("Financieel overzicht");
        assertThat(first.getNumID()).isNotNull();
        assertThat(first.getNumIlvl().intValue()).isZero();
        assertThat(heading("Kosten per deelnemer").getNumIlvl().intValue()).isEqualTo(1);
        assertThat(heading("Kosten per deelnemer").getNumID()).isEqualTo(first.getNumID());
        assertThat(heading("Samenvatting").getNumID()).isNull();
    }

    @Test
    void everyStyleThatIsUsedExists() {
        for (var paragraph : word.getParagraphs()) {
            assertThat(word.getStyles().getStyle(style(paragraph)))
                    .as(style(paragraph))
                    .isNotNull();
        }
        for (var table : word.getTables()) {
            assertThat(word.getStyles().getStyle(table.getStyleID())).isNotNull();
            table.getRows()
                    .forEach(row -> row.getTableCells()
                            .forEach(cell -> assertThat(word.getStyles().getStyle(style(cell.getParagraphArray(0))))
                                    .isNotNull()));
        }
    }

    @Test
    void contentsAreAFieldThatIsAlreadyFilledIn() {
        var xml = word.getDocument().xmlText();
        assertThat(xml).contains("TOC \\o \"1-3\" \\h \\z \\u");
        var entries = word.getParagraphs().stream()
                .filter(paragraph -> style(paragraph).matches("TOC\\d"))
                .map(paragraph -> TextsOf.normalised(paragraph.getText()))
                .toList();
        assertThat(entries)
                .containsExactlyElementsOf(Outline.of(SAMPLE).downTo(3).stream()
                        .map(Outline.Heading::line)
                        .toList());
        for (var heading : Outline.of(SAMPLE).downTo(3)) {
            assertThat(xml).contains("w:name=\"" + DocxContents.anchor(heading) + "\"");
        }
        assertThat(word.isEnforcedUpdateFields()).isTrue();
    }

    @Test
    void tablesRepeatTheirHeaderAndKeepRowsWhole() {
        var budget = word.getTables().getFirst();
        assertThat(budget.getRow(0).isRepeatHeader()).isTrue();
        assertThat(budget.getRows()).hasSize(1 + 15 + 3 + 1).allMatch(row -> row.isCantSplitRow());
        assertThat(word.getTables().stream().filter(table -> "ReportTable".equals(table.getStyleID())))
                .hasSize(3)
                .allMatch(table -> table.getRow(0).isRepeatHeader());
    }

    @Test
    void numbersStandRightAndTotalsAreBold() {
        var total = word.getTables().getFirst().getRow(19);
        var style = word.getStyles()
                .getStyle(style(total.getCell(1).getParagraphArray(0)))
                .getCTStyle();
        assertThat(total.getCell(1).getText()).startsWith("€\u00a05.000.000");
        assertThat(style.getRPr().sizeOfBArray()).isEqualTo(1);
        assertThat(style.getPPr().getJc().getVal().toString()).isEqualTo("right");
        assertThat(word.getStyles()
                        .getStyle(style(
                                word.getTables().getFirst().getRow(1).getCell(1).getParagraphArray(0)))
                        .getCTStyle()
                        .getPPr()
                        .getJc()
                        .getVal()
                        .toString())
                .isEqualTo(ParagraphAlignment.RIGHT.toString().toLowerCase(java.util.Locale.ROOT));
    }

    @Test
    void captionsAreCountedByWord() {
        var captions = word.getParagraphs().stream()
                .filter(paragraph -> style(paragraph).equals("Caption"))
                .map(XWPFParagraph::getText)
                .toList();
        assertThat(captions)
                .containsExactly(
                        "Tabel 1. Budget per project en per lijn",
                        "Figuur 1. Budget per lijn, in euro",
                        "Tabel 2. Budget per lijn",
                        "Tabel 3. Werken aan mijn toekomst, 2021-09 tot en met 2022-09");
        assertThat(word.getDocument().xmlText())
                .contains("SEQ Tabel \\* ARABIC")
                .contains("SEQ Figuur \\* ARABIC");
    }

    @Test
    void aNoteUsedAgainPointsAtTheFirst() {
        var xml = word.getDocument().xmlText();
        int notes = TextsOf.document(SAMPLE).notes().size();
        assertThat(xml.split("<w:footnoteReference ", -1)).hasSize(notes + 1);
        assertThat(xml).contains("NOTEREF _Noot1 \\f \\h").contains("w:name=\"_Noot1\"");
        assertThat(word.getFootnotes().stream().filter(note -> note.getId().intValue() > 0))
                .hasSize(notes);
    }

    @Test
    void listsAreRealAndANumberedListStartsAnew() {
        var numbered = List.of(paragraph("Noem geen percentages."), paragraph("Inloopspreekuur of ouder-kindcoach"));
        assertThat(numbered).allMatch(paragraph -> paragraph.getNumFmt().equals("decimal"));
        assertThat(numbered.get(0).getNumID()).isNotEqualTo(numbered.get(1).getNumID());
        assertThat(paragraph("Sneller: minder overdrachten tussen organisaties.")
                        .getNumFmt())
                .isEqualTo("bullet");
        assertThat(paragraph("met een Wmo-consulent").getNumIlvl().intValue()).isEqualTo(1);
    }

    @Test
    void chartsHaveAnAlternative() {
        assertThat(word.getAllPictures()).hasSize(1);
        assertThat(word.getDocument().xmlText())
                .contains(
                        "descr=\"Staafdiagram: Basis op orde 462.500, Toegang 1.167.000 en Zorgvernieuwing 3.370.500 euro.\"");
    }

    @Test
    void propertiesHeaderAndFooter() throws Exception {
        var properties = word.getProperties().getCoreProperties();
        assertThat(properties.getTitle()).isEqualTo("Evaluatie Investeringsplan Sociaal Domein");
        assertThat(properties.getCreator()).isEqualTo("Opgave Zorgzame Stad");
        assertThat(properties.getUnderlyingProperties().getLanguageProperty()).hasValue("nl-NL");
        assertThat(properties.getCreated()).isEqualTo(Date.from(Instant.parse("2021-10-14T12:00:00Z")));
        try (var styles = word.getStyles().getPackagePart().getInputStream()) {
            assertThat(new String(styles.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                    .contains("<w:lang w:val=\"nl-NL\"");
        }
        assertThat(word.getHeaderFooterPolicy().getDefaultHeader().getText())
                .contains("Gemeente Dordrecht")
                .contains("Concept");
        var footer =
                word.getHeaderFooterPolicy().getDefaultFooter()._getHdrFtr().xmlText();
        assertThat(footer).contains("\" PAGE \"").contains("\" NUMPAGES \"").contains("Pagina ");
        assertThat(word.getHeaderFooterPolicy().getFirstPageFooter().getText()).isBlank();
    }

    @Test
    void theSameDocumentGivesTheSameBytes() {
        assertThat(new DocxRenderer().render(SampleDocument.everyBlock())).isEqualTo(file);
    }

    private static XWPFParagraph heading(String text) {
        return word.getParagraphs().stream()
                .filter(paragraph -> style(paragraph).startsWith("Heading")
                        && paragraph.getText().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private static XWPFParagraph paragraph(String text) {
        return word.getParagraphs().stream()
                .filter(paragraph -> paragraph.getText().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private static String style(XWPFParagraph paragraph) {
        return paragraph.getStyle() == null ? "Normal" : paragraph.getStyle();
    }
}
