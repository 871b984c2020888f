package nl.leercirkel.source.table;

import java.io.IOException;
import java.util.List;
import nl.leercirkel.privacy.SealedUpload;
import nl.leercirkel.spreadsheet.FileContent;
import nl.leercirkel.spreadsheet.OdsFile;
import nl.leercirkel.spreadsheet.RefusedFileException;
import nl.leercirkel.spreadsheet.SheetLimits;
import nl.leercirkel.spreadsheet.XlsxFile;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** A file with a table, whatever its kind. */
public final class TableFile {
    public static final SheetLimits LIMITS = SheetLimits.LARGE;

    private TableFile() {}

    /** Reads all rows, one at a time. What is wrong with the file as a whole refuses it, possibly after some rows. */
    public static void read(FileContent file, TableOptions options, TableHandler handler)
            throws IOException, RefusedFileException {
        switch (options.kind()) {
            case CSV -> CsvRows.read(file, options, handler);
            case XLSX -> {
                SheetRows rows = new SheetRows(options, handler);
                XlsxFile.read(file, LIMITS, rows);
                rows.end();
            }
            case ODS -> {
                SheetRows rows = new SheetRows(options, handler);
                OdsFile.read(file, LIMITS, rows);
                rows.end();
            }
            case JSON -> JsonRows.read(file, handler);
        }
    }

    /** What somebody sent, in memory. */
    public static FileContent of(SealedUpload upload) throws IOException, RefusedFileException {
        if (upload.size() > LIMITS.file()) {
            throw tooLarge();
        }
        return FileContent.of(upload.content());
    }

    private static RefusedFileException tooLarge() {
        return new RefusedFileException("Het bestand is te groot: ten hoogste 60 MB.");
    }

    /** The kind of a file by what is in it, not by its name. */
    public static TableKind kind(FileContent file) throws IOException, RefusedFileException {
        if (file.size() > LIMITS.file()) {
            throw tooLarge();
        }
        byte[] start = new byte[1 << 12];
        int length;
        try (var in = file.open()) {
            length = in.readNBytes(start, 0, start.length);
        }
        if (length == 0) {
            throw new RefusedFileException("Het bestand is leeg.");
        }
        if (length > 4 && start[0] == 'P' && start[1] == 'K') {
            return zipped(file);
        }
        if (begins(start, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new RefusedFileException(
                    "Dit is een oud Excelbestand (.xls) of een bestand met een wachtwoord. Haal het wachtwoord eraf en sla"
                            + " het op als .xlsx.");
        }
        if (begins(start, '%', 'P', 'D', 'F')) {
            throw new RefusedFileException(
                    "Dit is een pdf. Vraag de tabel op als Excel, CSV of JSON; uit een pdf worden geen cijfers gelezen.");
        }
        if (begins(start, 0x1F, 0x8B)) {
            throw new RefusedFileException("Dit is een ingepakt bestand (gzip). Pak het eerst uit.");
        }
        return text(start, length);
    }

    private static TableKind zipped(FileContent file) throws IOException, RefusedFileException {
        try (ZipFile zip = file.zip()) {
            if (zip.getEntry("xl/workbook.xml") != null) {
                return TableKind.XLSX;
            }
            if (zip.getEntry("content.xml") != null) {
                return TableKind.ODS;
            }
            if (zip.getEntry("xl/workbook.bin") != null) {
                throw new RefusedFileException("Dit is een binair Excelbestand (.xlsb). Sla het op als .xlsx.");
            }
            if (zip.getEntry("word/document.xml") != null) {
                throw new RefusedFileException(
                        "Dit is een Worddocument, geen rekenblad. Zet de tabel in Excel of LibreOffice en sla haar op als .xlsx.");
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw new RefusedFileException(
                    "Het bestand is beschadigd en kan niet worden gelezen. Haal het opnieuw op.");
        }
        throw new RefusedFileException(
                "Dit is een zip-bestand zonder rekenblad. Pak het uit en kies het bestand met de tabel.");
    }

    private static TableKind text(byte[] start, int length) throws RefusedFileException {
        int at = begins(start, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        while (at < length && start[at] <= ' ' && start[at] >= 0) {
            at++;
        }
        if (at == length && length < start.length) {
            throw new RefusedFileException("Het bestand is leeg: er staan alleen spaties of lege regels in.");
        }
        if (at < length && (start[at] == '{' || start[at] == '[')) {
            return TableKind.JSON;
        }
        if (at < length && start[at] == '<') {
            throw new RefusedFileException(
                    "Dit is een webpagina of XML-bestand, geen tabel. Sla de tabel op als CSV, Excel of JSON.");
        }
        return TableKind.CSV;
    }

    private static boolean begins(byte[] start, int... expected) {
        for (int i = 0; i < expected.length; i++) {
            if ((start[i] & 0xFF) != expected[i]) {
                return false;
            }
        }
        return true;
    }

    /** The sheets of a spreadsheet; none of another kind. */
    public static List<String> sheets(FileContent file, TableKind kind) throws IOException, RefusedFileException {
        return switch (kind) {
            case XLSX -> XlsxFile.sheets(file, LIMITS);
            case ODS -> OdsFile.sheets(file, LIMITS);
            case CSV, JSON -> List.of();
        };
    }
}
