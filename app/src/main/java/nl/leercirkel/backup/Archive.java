package nl.leercirkel.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import nl.leercirkel.security.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * A backup file to restore from. Nothing in it is trusted: it may be cut off, damaged, or made to do harm. No entry is
 * ever written to disk, and none is read beyond the size that the manifest gives.
 */
final class Archive implements AutoCloseable {

    private static final int LARGEST_MANIFEST = 32 * 1024 * 1024;
    private static final int BUFFER = 64 * 1024;

    private final Path file;
    private final ZipFile zip;
    private final Manifest manifest;

    private Archive(Path file, ZipFile zip, Manifest manifest) {
        this.file = file;
        this.zip = zip;
        this.manifest = manifest;
    }

    /** Opens the file and checks every byte of it. */
    static Archive openChecked(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw Refusal.usage(Files.exists(file) ? "%s is geen bestand." : "%s bestaat niet.", file);
        }
        if (!Files.isReadable(file)) {
            throw Refusal.failed("geen toegang tot %s. Controleer de rechten.", file);
        }
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (IOException | IllegalArgumentException malformed) {
            throw damaged(file, malformed.getMessage());
        }
        try {
            Archive archive = new Archive(file, zip, manifest(file, zip));
            archive.checkEntries();
            archive.checkContents();
            return archive;
        } catch (IOException | IllegalArgumentException malformed) {
            zip.close();
            throw damaged(file, malformed.getMessage());
        } catch (RuntimeException refused) {
            zip.close();
            throw refused;
        }
    }

    private static Manifest manifest(Path file, ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(Manifest.ENTRY);
        if (entry == null) {
            throw Refusal.failed("%s is geen reservekopie van Leercirkel.", file);
        }
        byte[] json;
        try (InputStream in = zip.getInputStream(entry)) {
            json = in.readNBytes(LARGEST_MANIFEST);
            if (in.read() >= 0) {
                throw damaged(file, "the manifest is too large");
            }
        }
        // The hashes of the tables are in the manifest; its own check is the ZIP's.
        CRC32 check = new CRC32();
        check.update(json);
        if (check.getValue() != entry.getCrc()) {
            throw damaged(file, "checksum of the manifest");
        }
        return Manifest.fromJson(json);
    }

    private void checkEntries() {
        Set<String> expected = new HashSet<>();
        manifest.tables().forEach(content -> expected.add(content.entry()));
        expected.add(Manifest.ENTRY);
        for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
            String name = entries.nextElement().getName();
            if (!expected.remove(name)) {
                throw damaged(file, "unexpected entry " + name);
            }
        }
        if (!expected.isEmpty()) {
            throw damaged(file, "missing entry " + expected.iterator().next());
        }
    }

    private void checkContents() throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (Manifest.Content content : manifest.tables()) {
            MessageDigest digest = Sha256.digest();
            long bytes = 0;
            long rows = 0;
            try (InputStream in = read(content)) {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    bytes += read;
                    if (bytes > content.bytes()) {
                        throw damaged(file, content.table() + " is larger than the manifest says");
                    }
                    digest.update(buffer, 0, read);
                    rows += lines(buffer, read);
                }
            }
            boolean sameHash = HexFormat.of().formatHex(digest.digest()).equals(content.sha256());
            if (bytes != content.bytes() || rows != content.rows() || !sameHash) {
                throw damaged(file, "the rows of " + content.table());
            }
        }
    }

    // COPY writes a newline inside a value as \n, so each real one ends a row.
    private static long lines(byte[] buffer, int length) {
        long lines = 0;
        for (int i = 0; i < length; i++) {
            if (buffer[i] == '\n') {
                lines++;
            }
        }
        return lines;
    }

    Manifest manifest() {
        return manifest;
    }

    /** The rows of one table. */
    InputStream read(Manifest.Content content) throws IOException {
        ZipEntry entry = zip.getEntry(content.entry());
        if (entry == null) {
            throw new ZipException("missing entry " + content.entry());
        }
        return zip.getInputStream(entry);
    }

    private static Refusal damaged(Path file, @Nullable String detail) {
        return Refusal.failed(
                "%s is beschadigd of geen hele reservekopie (%s). Er is niets veranderd. Gebruik een andere kopie.",
                file, String.valueOf(detail));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
