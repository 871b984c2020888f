package nl.leercirkel.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Files as people bring them, good and bad. */
public final class TestFiles {
    private static final String ODS_HEAD = """
            <?xml version="1.0" encoding="UTF-8"?><office:document-content
             xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
             xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
             xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3"><office:body><office:spreadsheet>""";

    private TestFiles() {}

    public static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A workbook of which the sheets are filled by the test. */
    public static byte[] xlsx(Consumer<XSSFWorkbook> filling) {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            filling.accept(book);
            book.write(bytes);
            return bytes.toByteArray();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Rows of texts and numbers from the first row of a sheet. */
    public static void fill(Sheet sheet, Object[]... rows) {
        for (int at = 0; at < rows.length; at++) {
            Row row = sheet.createRow(at);
            for (int column = 0; column < rows[at].length; column++) {
                if (rows[at][column] instanceof Number number) {
                    row.createCell(column).setCellValue(number.doubleValue());
                } else if (rows[at][column] != null) {
                    row.createCell(column).setCellValue(String.valueOf(rows[at][column]));
                }
            }
        }
    }

    /** An ODS with the given XML of its tables. */
    public static byte[] ods(String tables) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("mimetype", text("application/vnd.oasis.opendocument.spreadsheet"));
        parts.put(
                "content.xml",
                text(ODS_HEAD + tables + "</office:spreadsheet></office:body></office:document-content>"));
        return zip(parts);
    }

    public static byte[] zip(Map<String, byte[]> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return bytes.toByteArray();
    }

    /** A good workbook in which one part is added or replaced. */
    public static byte[] with(byte[] workbook, String name, byte[] content) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (var zip = new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        parts.put(name, content);
        return zip(parts);
    }
}
