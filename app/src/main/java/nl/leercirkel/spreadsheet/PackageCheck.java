package nl.leercirkel.spreadsheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Looks at the outside of a file before anything in it is read: whether it is what it should be, how large it becomes when
 * unpacked, and whether it holds what an import has no use for. It unpacks to nowhere, so a zip bomb costs time only up to
 * the limit.
 */
final class PackageCheck {
    /** Styles and the like are read into memory as a whole, so they stay small. */
    private static final long LARGEST_PART = 4L << 20;

    private static final int MOST_ENTRIES = 500;
    private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    /** The two kinds of package. */
    enum Kind {
        XLSX("xl/workbook.xml", "Dit is geen Excelbestand (.xlsx). Sla het in Excel of LibreOffice op als .xlsx."),
        ODS("content.xml", "Dit is geen rekenblad van LibreOffice (.ods). Sla het op als .ods of .xlsx.");

        private final String heart;
        private final String refusal;

        Kind(String heart, String refusal) {
            this.heart = heart;
            this.refusal = refusal;
        }
    }

    private PackageCheck() {}

    static void check(FileContent file, Kind kind, SheetLimits limits) throws IOException, RefusedFileException {
        if (file.size() > limits.file()) {
            throw new RefusedFileException(
                    "Het bestand is te groot: ten hoogste " + SheetLimits.size(limits.file()) + ".");
        }
        byte[] start = new byte[4];
        try (InputStream stream = file.open()) {
            if (stream.readNBytes(start, 0, 4) == 4 && Arrays.equals(start, OLE2)) {
                throw new RefusedFileException(
                        "Het bestand is beveiligd met een wachtwoord, of in de oude vorm .xls. Haal het wachtwoord eraf en sla"
                                + " het op als .xlsx.");
            }
        }
        if (start[0] != 'P' || start[1] != 'K') {
            throw new RefusedFileException(kind.refusal);
        }
        if (!holds(file, kind, limits)) {
            throw new RefusedFileException(kind.refusal);
        }
    }

    /** Whether its heart is there. By the directory of the file; what the sizes in it claim is not believed but counted. */
    private static boolean holds(FileContent file, Kind kind, SheetLimits limits)
            throws IOException, RefusedFileException {
        boolean heart = false;
        long unpacked = 0;
        int entries = 0;
        byte[] buffer = new byte[1 << 16];
        try (ZipFile zip = file.zip()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                String name = entry.getName().toLowerCase(Locale.ROOT).replace('\\', '/');
                refuseContent(name);
                heart |= name.equals(kind.heart);
                if (++entries > MOST_ENTRIES) {
                    throw new RefusedFileException("Het bestand heeft te veel onderdelen en is niet gelezen.");
                }
                long largest = largest(name, limits);
                long part = 0;
                try (InputStream content = zip.getInputStream(entry)) {
                    for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                        unpacked += read;
                        part += read;
                        if (unpacked > limits.unpacked() || part > largest) {
                            throw new RefusedFileException("Het bestand is uitgepakt te groot (meer dan "
                                    + SheetLimits.size(limits.unpacked())
                                    + ") en is niet gelezen. Haal lege of overbodige rijen en bladen weg.");
                        }
                    }
                }
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw new RefusedFileException("Het bestand is beschadigd en kan niet worden gelezen.");
        }
        return heart;
    }

    private static long largest(String name, SheetLimits limits) {
        if (name.equals("xl/sharedstrings.xml")) {
            return limits.texts();
        }
        boolean streamed = name.startsWith("xl/worksheets/")
                || name.startsWith("xl/media/")
                || name.startsWith("pictures/")
                || name.startsWith("thumbnails/")
                || name.equals("content.xml");
        return streamed ? limits.unpacked() : LARGEST_PART;
    }

    private static void refuseContent(String name) throws RefusedFileException {
        if (name.endsWith("vbaproject.bin") || name.startsWith("xl/macrosheets/") || name.startsWith("basic/")) {
            throw new RefusedFileException(
                    "Het bestand bevat macro's en is niet gelezen. Sla het op als .xlsx zonder macro's.");
        }
        if (name.startsWith("xl/externallinks/") || name.equals("xl/connections.xml")) {
            throw new RefusedFileException(
                    "Het bestand verwijst naar andere bestanden of gegevensbronnen en is niet gelezen. Verbreek de koppelingen.");
        }
        if (name.equals("encryptedpackage") || name.equals("encryptioninfo")) {
            throw new RefusedFileException("Het bestand is beveiligd met een wachtwoord. Haal het wachtwoord eraf.");
        }
    }
}
