package nl.leercirkel.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import nl.leercirkel.shell.Crumb;
import nl.leercirkel.spreadsheet.RefusedFileException;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.multipart.MultipartFile;

/** What the pages of an import share. */
final class ImportShell {
    private static final MediaType CSV = new MediaType("text", "csv", java.nio.charset.StandardCharsets.UTF_8);

    private ImportShell() {}

    interface OnFile<T> {
        T apply(Path file) throws IOException, RefusedFileException;
    }

    /** Works on an upload as a file, which is gone afterwards. */
    static <T> T onDisk(MultipartFile upload, OnFile<T> work) throws RefusedFileException {
        try {
            Path file = Files.createTempFile("leercirkel-import-brought-", ".tmp");
            try {
                try (InputStream content = upload.getInputStream()) {
                    Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
                }
                return work.apply(file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static String fileName(MultipartFile upload) {
        String given = upload.getOriginalFilename();
        return Typed.fileName(given == null ? "" : given);
    }

    static List<Crumb> crumbs(Dataset dataset, String page, String path) {
        return List.of(
                new Crumb("Bronnen", "/bronnen"), new Crumb(dataset.name(), dataset.path()), new Crumb(page, path));
    }

    static ResponseEntity<byte[]> csv(String name, byte[] content) {
        return file(name, CSV, content);
    }

    static ResponseEntity<byte[]> file(String name, MediaType type, byte[] content) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .contentType(type)
                .body(content);
    }
}
