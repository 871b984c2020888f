package nl.leercirkel.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nl.leercirkel.exchange.RawSheet.RawCell;
import nl.leercirkel.spreadsheet.RefusedFileException;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a file may hold, and the files that are turned away at the door. */
class WorkbookReaderTest {
    @TempDir
    Path folder;

    private List<RawSheet> read(byte[] content) throws IOException, RefusedFileException {
        return WorkbookReader.read(Files.write(folder.resolve("bestand.xlsx"), content), Set.of(Layout.PROJECTS));
    }

    private void refused(byte[] content, String message) {
        assertThatThrownBy(() -> read(content))
                .isInstanceOf(RefusedFileException.class)
                .hasMessageContaining(message);
    }

    private interface Filling {
        void fill(XSSFWorkbook book, Row row);
    }

    private static byte[] workbook(Filling filling) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            filling.fill(book, book.createSheet(Layout.PROJECTS).createRow(4));
            book.write(bytes);
            return bytes.toByteArray();
        }
    }

    private static CellStyle format(XSSFWorkbook book, String format) {
        CellStyle style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat(format));
        return style;
    }

    @Test
    void cellsAreReadAsAPersonWritesThem() throws Exception {
        byte[] content = workbook((book, row) -> {
            row.createCell(0).setCellValue("tekst\nmet regels ");
            row.createCell(1).setCellValue(1250000.5);
            row.createCell(2).setCellValue(LocalDate.of(2022, 3, 1));
            row.getCell(2).setCellStyle(format(book, "d-m-yyyy"));
            row.createCell(3).setCellValue(true);
            row.createCell(4).setCellFormula("1+1");
            row.createCell(5).setCellValue(0.9);
            row.getCell(5).setCellStyle(format(book, "0%"));
            row.createCell(6).setCellValue("=1+1");
            row.createCell(8).setCellValue("   ");
            row.createCell(27).setCellValue(0.1 + 0.2);
        });
        RawSheet sheet = read(content).getFirst();
        assertThat(sheet.rows()).hasSize(1);
        assertThat(sheet.rows().getFirst().number()).isEqualTo(5);
        Map<Integer, RawCell> cells = sheet.rows().getFirst().cells();
        assertThat(cells.get(0)).isEqualTo(new RawCell("tekst\nmet regels", ""));
        assertThat(cells.get(1)).isEqualTo(new RawCell("1250000,5", ""));
        assertThat(cells.get(2)).isEqualTo(new RawCell("2022-03-01", ""));
        assertThat(cells.get(3)).isEqualTo(new RawCell("ja", ""));
        assertThat(cells.get(4).problem()).contains("formule");
        assertThat(cells.get(5).problem()).contains("percentage");
        assertThat(cells.get(6)).isEqualTo(new RawCell("=1+1", ""));
        assertThat(cells).doesNotContainKey(8).containsKey(27);
    }

    @Test
    void whatIsNoWorkbookIsRefused() throws Exception {
        refused(new byte[0], "geen Excelbestand");
        refused("naam;budget\nA;1".getBytes(StandardCharsets.UTF_8), "geen Excelbestand");
        refused(zip(Map.of("leesmij.txt", "hallo".getBytes(StandardCharsets.UTF_8))), "geen Excelbestand");
        byte[] good = workbook((book, row) -> row.createCell(0).setCellValue("x"));
        refused(Arrays.copyOf(good, good.length / 2), "beschadigd");
        refused(new byte[(int) WorkbookReader.LIMITS.file() + 1], "ten hoogste 10 MB");
    }

    @Test
    void anEncryptedFileIsRefused() throws Exception {
        byte[] good = workbook((book, row) -> row.createCell(0).setCellValue("x"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (POIFSFileSystem system = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("geheim");
            try (OutputStream target = encryptor.getDataStream(system)) {
                target.write(good);
            }
            system.writeFilesystem(bytes);
        }
        refused(bytes.toByteArray(), "wachtwoord");
    }

    @Test
    void macrosAndLinksToElsewhereAreRefused() throws Exception {
        refused(with("xl/vbaProject.bin", "x"), "macro's");
        refused(with("xl/macrosheets/sheet1.xml", "<x/>"), "macro's");
        refused(with("xl/externalLinks/externalLink1.xml", "<x/>"), "verwijst naar andere bestanden");
        refused(with("xl/connections.xml", "<x/>"), "verwijst naar andere bestanden");
    }

    @Test
    void aZipBombIsNotUnpacked() throws Exception {
        byte[] zeros = new byte[(int) WorkbookReader.LIMITS.unpacked() + 1];
        refused(with("xl/worksheets/sheet9.xml", zeros), "uitgepakt te groot");
        refused(with("xl/theme/theme9.xml", new byte[5 << 20]), "uitgepakt te groot");
        Map<String, byte[]> many = new LinkedHashMap<>();
        for (int i = 0; i < 600; i++) {
            many.put("xl/media/" + i, new byte[0]);
        }
        refused(zip(many), "te veel onderdelen");
    }

    @Test
    void aMillionRowsAreNotRead() throws Exception {
        StringBuilder rows = new StringBuilder();
        for (int i = 1; i <= 1_000_000; i++) {
            rows.append("<row r=\"").append(i).append("\"/>");
        }
        refused(sheet(rows.toString()), "meer dan 20.000 rijen");
    }

    @Test
    void entitiesAndBrokenMarkupAreRefused() throws Exception {
        refused(
                with(
                        "xl/worksheets/sheet1.xml",
                        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><worksheet><sheetData><row r=\"1\"><c r=\"A1\""
                                + " t=\"inlineStr\"><is><t>&e;</t></is></c></row></sheetData></worksheet>"),
                "beschadigd");
        refused(sheet("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>99</v></c></row>"), "beschadigd");
        refused(sheet("<row r=\"1\"><c r=\"A1\"><v>veel</v></c></row>"), "beschadigd");
        refused(sheet("<row r=\"een\">"), "beschadigd");
    }

    private static byte[] sheet(String rows) throws IOException {
        return with(
                "xl/worksheets/sheet1.xml",
                "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>" + rows
                        + "</sheetData></worksheet>");
    }

    private static byte[] with(String name, String content) throws IOException {
        return with(name, content.getBytes(StandardCharsets.UTF_8));
    }

    /** A good workbook in which one part is added or replaced. */
    private static byte[] with(String name, byte[] content) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (var zip = new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(
                workbook((book, row) -> row.createCell(0).setCellValue("x"))))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        parts.put(name, content);
        return zip(parts);
    }

    private static byte[] zip(Map<String, byte[]> parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }
        return bytes.toByteArray();
    }
}
