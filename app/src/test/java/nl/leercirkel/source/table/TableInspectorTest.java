package nl.leercirkel.source.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import nl.leercirkel.source.TestFiles;
import nl.leercirkel.source.check.BsnWatch;
import nl.leercirkel.spreadsheet.FileContent;
import nl.leercirkel.spreadsheet.RefusedFileException;
import nl.leercirkel.spreadsheet.SheetCell;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How files of each kind are recognised and read, and which are turned away with what words. */
class TableInspectorTest {
    @TempDir
    Path folder;

    private FileContent file(byte[] content) throws IOException {
        return FileContent.of(Files.write(folder.resolve("bestand"), content));
    }

    private Preview preview(byte[] content) throws IOException, RefusedFileException {
        FileContent file = file(content);
        return TableInspector.preview(file, TableInspector.guess(file), TableInspector.ROWS);
    }

    private Preview preview(String text) throws IOException, RefusedFileException {
        return preview(TestFiles.text(text));
    }

    private void refused(byte[] content, String... words) {
        assertThatThrownBy(() -> preview(content))
                .isInstanceOf(RefusedFileException.class)
                .hasMessageContainingAll(words);
    }

    private static List<String> texts(Preview preview, int row) {
        return preview.rows().get(row).cells().stream().map(SheetCell::text).toList();
    }

    @Test
    void eachSeparatorIsFoundByTheLinesThemselves() throws Exception {
        for (String separator : List.of(";", ",", "\t", "|")) {
            Preview found = preview(String.join("\n", "gemeente;jaar;aantal", "0505;2023;1", "0505;2024;2", "")
                    .replace(";", separator));
            assertThat(found.options().separator()).isEqualTo(separator);
            assertThat(found.columns()).containsExactly("gemeente", "jaar", "aantal");
            assertThat(texts(found, 1)).containsExactly("0505", "2024", "2");
            assertThat(found.rows().get(1).number()).isEqualTo(3);
        }
    }

    @Test
    void decimalCommasDoNotMakeColumns() throws Exception {
        Preview found = preview("naam;prijs;aantal\na;1,5;2,25\nb;2,5;3,75\n");
        assertThat(found.options().separator()).isEqualTo(";");
        assertThat(found.options().decimal()).isEqualTo(DecimalMark.COMMA);
        assertThat(preview("naam;prijs\na;1.5\nb;12.25\n").options().decimal()).isEqualTo(DecimalMark.POINT);
    }

    @Test
    void titleLinesAboveAndASourceBelowAreNoRows() throws Exception {
        Preview found = preview(
                "\"Jeugdzorg in natura\"\n\"Onderwerp\";\"2023\"\n\"Regio\";\"Aantal\"\n\"Dordrecht\";\"5\"\n\"Bron: CBS\"\n");
        assertThat(found.options().headerRow()).isEqualTo(2);
        FileContent file = FileContent.of(folder.resolve("bestand"));
        Preview other =
                TableInspector.preview(file, new TableOptions(TableKind.CSV, "", 3, ";", DecimalMark.COMMA), 10);
        assertThat(other.columns()).containsExactly("Regio", "Aantal");
        assertThat(other.rows()).hasSize(1);
    }

    @Test
    void encodingsAreRecognisedAndMixturesRefused() throws Exception {
        String text = "gemeente;naam\n0060;Ameland é\n";
        for (Charset charset :
                List.of(StandardCharsets.UTF_8, Charset.forName("windows-1252"), StandardCharsets.UTF_16)) {
            assertThat(texts(preview(text.getBytes(charset)), 0)).containsExactly("0060", "Ameland é");
        }
        byte[] mixed = (text + "0061;").getBytes(StandardCharsets.UTF_8);
        byte[] both = java.util.Arrays.copyOf(mixed, mixed.length + 2);
        both[mixed.length] = (byte) 0xE9;
        both[mixed.length + 1] = '\n';
        refused(both, "tekenset", "Sla het opnieuw op als UTF-8");
    }

    @Test
    void whatIsNoTableIsTurnedAwayInPlainWords() throws Exception {
        refused(new byte[0], "leeg");
        refused(TestFiles.text("%PDF-1.7 ..."), "pdf");
        refused(TestFiles.text("<html><body>Storing</body></html>"), "webpagina");
        refused(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0}, ".xls", "wachtwoord");
        refused(new byte[] {0x1F, (byte) 0x8B, 8, 0, 0}, "gzip");
        refused(TestFiles.zip(Map.of("leesmij.txt", TestFiles.text("hallo"))), "zip-bestand zonder rekenblad");
        refused(TestFiles.zip(Map.of("word/document.xml", TestFiles.text("<x/>"))), "Worddocument");
        refused(new byte[] {'a', 0, 'b', 0, 0, 1, 2}, "geen tekst");
        refused(TestFiles.text("gemeente;jaar\n"), "geen rijen");
    }

    @Test
    void aSheetIsReadFromItsHeaderOn() throws Exception {
        byte[] book = TestFiles.xlsx(workbook -> {
            TestFiles.fill(workbook.createSheet("Toelichting"), new Object[] {"Over deze cijfers"});
            var sheet = workbook.createSheet("Cijfers");
            TestFiles.fill(
                    sheet,
                    new Object[] {"Jeugdhulp per gemeente"},
                    new Object[] {},
                    new Object[] {"Gemeente", "Jaar", "Aantal"},
                    new Object[] {"0505", 2023, 12.5},
                    new Object[] {"0344", 2023, 7});
            // a title over the whole table is no reason to refuse it
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 2));
        });
        FileContent file = file(book);
        TableOptions options = TableInspector.guess(file, TableKind.XLSX, "Cijfers");
        assertThat(options.headerRow()).isEqualTo(3);
        Preview found = TableInspector.preview(file, options, 10);
        assertThat(found.columns()).containsExactly("Gemeente", "Jaar", "Aantal");
        assertThat(texts(found, 0)).containsExactly("0505", "2023", "12.5");
        assertThat(found.rows().getFirst().number()).isEqualTo(4);
        assertThat(TableFile.sheets(file, TableKind.XLSX)).containsExactly("Toelichting", "Cijfers");
    }

    @Test
    void mergedCellsAreRefusedWithTheirPlace() {
        refused(
                TestFiles.xlsx(workbook -> {
                    var sheet = workbook.createSheet("Cijfers");
                    TestFiles.fill(
                            sheet,
                            new Object[] {"Gemeente", "Jaar", "Aantal"},
                            new Object[] {"0505", 2023, 1},
                            new Object[] {null, 2024, 2});
                    sheet.addMergedRegion(new CellRangeAddress(1, 2, 0, 0));
                }),
                "Blad Cijfers",
                "samengevoegde cellen: A2:A3",
                "vul elke cel");
        refused(TestFiles.ods("""
                        <table:table table:name="Cijfers"><table:table-row><table:table-cell office:value-type="string"><text:p>Gemeente</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>Jaar</text:p></table:table-cell></table:table-row>
                        <table:table-row><table:table-cell table:number-rows-spanned="2" office:value-type="string"><text:p>0505</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="2023"><text:p>2023</text:p></table:table-cell></table:table-row>
                        <table:table-row><table:covered-table-cell/><table:table-cell office:value-type="float" office:value="2024"><text:p>2024</text:p></table:table-cell></table:table-row></table:table>"""), "Blad Cijfers", "samengevoegde cellen: A2:A3");
    }

    @Test
    void hiddenColumnsAndRowsAreRefused() {
        refused(
                TestFiles.xlsx(workbook -> {
                    var sheet = workbook.createSheet("Cijfers");
                    TestFiles.fill(
                            sheet, new Object[] {"Gemeente", "Naam", "Aantal"}, new Object[] {"0505", "Jansen", 1});
                    sheet.setColumnHidden(1, true);
                }),
                "verborgen kolommen met inhoud: B (Naam)",
                "Maak ze zichtbaar");
        refused(
                TestFiles.xlsx(workbook -> {
                    var sheet = workbook.createSheet("Cijfers");
                    TestFiles.fill(sheet, new Object[] {"Gemeente", "Aantal"}, new Object[] {"0505", 1}, new Object[] {
                        "0344", 2
                    });
                    sheet.getRow(2).setZeroHeight(true);
                }),
                "verborgen rijen met inhoud (vanaf rij 3)",
                "filter");
        refused(TestFiles.ods("""
                        <table:table table:name="Cijfers"><table:table-column/><table:table-column table:visibility="collapse"/><table:table-row><table:table-cell office:value-type="string"><text:p>Gemeente</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>Naam</text:p></table:table-cell></table:table-row>
                        <table:table-row><table:table-cell office:value-type="string"><text:p>0505</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>Jansen</text:p></table:table-cell></table:table-row></table:table>"""), "verborgen kolommen met inhoud: B (Naam)");
    }

    @Test
    void anEmptyHiddenColumnDoesNoHarm() throws Exception {
        Preview found = preview(TestFiles.xlsx(workbook -> {
            var sheet = workbook.createSheet("Cijfers");
            TestFiles.fill(sheet, new Object[] {"Gemeente", "Aantal"}, new Object[] {"0505", 1});
            sheet.setColumnHidden(5, true);
        }));
        assertThat(found.rows()).hasSize(1);
    }

    @Test
    void aFormulaIsAProblemOfItsCell() throws Exception {
        Preview found = preview(TestFiles.xlsx(workbook -> {
            var sheet = workbook.createSheet("Cijfers");
            TestFiles.fill(sheet, new Object[] {"Gemeente", "Aantal"}, new Object[] {"0505"});
            sheet.getRow(1).createCell(1).setCellFormula("SUM(1,2)");
        }));
        assertThat(found.rows().getFirst().cells().get(1).problem()).contains("formule", "Zet de uitkomst zelf");
        Preview ods = preview(TestFiles.ods("""
                <table:table table:name="C"><table:table-row><table:table-cell office:value-type="string"><text:p>Gemeente</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>Aantal</text:p></table:table-cell></table:table-row>
                <table:table-row><table:table-cell office:value-type="string"><text:p>0505</text:p></table:table-cell><table:table-cell table:formula="of:=SUM(1;2)" office:value-type="float" office:value="3"><text:p>3</text:p></table:table-cell></table:table-row></table:table>"""));
        assertThat(ods.rows().getFirst().cells().get(1).problem()).contains("formule");
    }

    @Test
    void anOdsIsReadWithItsRepetitionsDatesAndPercentages() throws Exception {
        Preview found = preview(TestFiles.ods("""
                <table:table table:name="Leeg"/><table:table table:name="Cijfers">
                <table:table-column table:number-columns-repeated="5"/>
                <table:table-row><table:table-cell office:value-type="string"><text:p>Naam</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>Dag</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>Deel</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>Aan</text:p></table:table-cell></table:table-row>
                <table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
                <table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="string"><text:p>a<text:s text:c="2"/>b</text:p><text:p>c</text:p><office:annotation><text:p>let op</text:p></office:annotation></table:table-cell><table:table-cell office:value-type="date" office:date-value="2022-03-01T00:00:00"><text:p>1 mrt</text:p></table:table-cell><table:table-cell office:value-type="percentage" office:value="0.125"><text:p>12,5%</text:p></table:table-cell><table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>WAAR</text:p></table:table-cell></table:table-row>
                <table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
                </table:table>"""));
        assertThat(found.options().sheet()).isEqualTo("Cijfers");
        assertThat(found.rows()).hasSize(2);
        assertThat(found.rows().stream().map(Preview.Row::number)).containsExactly(5L, 6L);
        assertThat(texts(found, 1)).containsExactly("a  b\nc", "2022-03-01", "12.5", "ja");
    }

    @Test
    void jsonIsReadAsAListAsLinesAndInAnEnvelope() throws Exception {
        for (String text : List.of(
                "[{\"g\":\"0505\",\"n\":1.50},{\"g\":\"0344\",\"n\":null,\"x\":true}]",
                "{\"g\":\"0505\",\"n\":1.50}\n{\"g\":\"0344\",\"n\":null,\"x\":true}\n",
                "{\"@odata.context\":\"https://voorbeeld\",\"value\":[{\"g\":\"0505\",\"n\":1.50},{\"g\":\"0344\",\"n\":null,\"x\":true}]}")) {
            Preview found = preview(text);
            assertThat(found.columns()).containsExactly("g", "n", "x");
            assertThat(texts(found, 0)).containsExactly("0505", "1.5", "");
            assertThat(texts(found, 1)).containsExactly("0344", "", "ja");
        }
        assertThat(preview("[{\"g\":{\"a\":1}}]")
                        .rows()
                        .getFirst()
                        .cells()
                        .getFirst()
                        .problem())
                .contains("één waarde per cel");
        refused(TestFiles.text("[{\"g\":1},{\"g\":"), "afgebroken");
        refused(TestFiles.text("[{\"g\":1,\"g\":2}]"), "twee keer");
        refused(TestFiles.text("[1,2]"), "lijst van objecten");
        refused(TestFiles.text("[]"), "geen rijen");
    }

    @Test
    void tooManyColumnsAreRefusedWithAWayOut() {
        refused(
                TestFiles.text(
                        String.join(";", java.util.Collections.nCopies(501, "k")) + "\n" + ";".repeat(500) + "\n"),
                "501 kolommen",
                "ten hoogste 500",
                "een rij per gemeente");
        refused(
                TestFiles.xlsx(workbook -> TestFiles.fill(
                        workbook.createSheet("Breed"),
                        java.util.stream.IntStream.range(0, 600).boxed().toArray())),
                "meer dan 500 kolommen");
    }

    @Test
    void aMillionEmptyRowsAreReadAsNothing() {
        StringBuilder rows = new StringBuilder();
        for (int i = 1; i <= 1_000_000; i++) {
            rows.append("<row r=\"").append(i).append("\"><c r=\"A").append(i).append("\" s=\"0\"/></row>");
        }
        byte[] book = TestFiles.with(
                TestFiles.xlsx(workbook -> TestFiles.fill(workbook.createSheet("Cijfers"), new Object[] {"x"})),
                "xl/worksheets/sheet1.xml",
                TestFiles.text(
                        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                                + rows + "</sheetData></worksheet>"));
        refused(book, "Blad Cijfers is leeg");
    }

    @Test
    void aZipBombIsNotUnpacked() {
        byte[] book = TestFiles.xlsx(workbook -> TestFiles.fill(workbook.createSheet("Cijfers"), new Object[] {"x"}));
        refused(TestFiles.with(book, "xl/styles2.xml", new byte[5 << 20]), "uitgepakt te groot");
        Map<String, byte[]> many = new java.util.LinkedHashMap<>();
        many.put("xl/workbook.xml", TestFiles.text("<x/>"));
        for (int i = 0; i < 600; i++) {
            many.put("xl/media/" + i, new byte[0]);
        }
        refused(TestFiles.zip(many), "te veel onderdelen");
    }

    @Test
    void columnsWithoutANameAndTwiceTheSameNameCanBePointedAt() throws Exception {
        assertThat(preview("naam;;naam\na;b;c\n").columns()).containsExactly("naam", "kolom B", "naam (kolom C)");
    }

    @Test
    void bothDecimalMarksInOneColumnAreSaid() throws Exception {
        assertThat(preview("naam;prijs\na;1,5\nb;2.5\nc;3,5\n").notes())
                .anySatisfy(note -> assertThat(note).contains("kolom prijs", "komma", "punt", "door elkaar"));
    }

    /** Numbers from the test range of the Dutch authorities (9999xxxxx). */
    @Test
    void aColumnOfCitizenServiceNumbersIsRecognised() throws Exception {
        Preview found = preview("nummer;aantal\n999990019;1\n999990020;2\n999990032;3\n999990044;4\n");
        assertThat(BsnWatch.areNumbers(column(found, 0))).isTrue();
        assertThat(BsnWatch.areNumbers(column(found, 1))).isFalse();
        assertThat(BsnWatch.areNumbers(column(preview("nummer;aantal\n123456789;1\n100000000;2\n200000000;3\n"), 0)))
                .isFalse();
    }

    private static List<SheetCell> column(Preview preview, int at) {
        return preview.rows().stream().map(row -> row.cells().get(at)).toList();
    }

    @Test
    void cellsArePointedAtAsASpreadsheetDoes() {
        assertThat(TableOptions.letters(0)).isEqualTo("A");
        assertThat(TableOptions.letters(25)).isEqualTo("Z");
        assertThat(TableOptions.letters(26)).isEqualTo("AA");
        assertThat(TableOptions.letters(701)).isEqualTo("ZZ");
        assertThat(TableOptions.letters(702)).isEqualTo("AAA");
        assertThat(new TableOptions(TableKind.XLSX, "Cijfers", 1, "", DecimalMark.COMMA).place(12, 2))
                .isEqualTo("blad Cijfers, rij 12, cel C12");
    }
}
