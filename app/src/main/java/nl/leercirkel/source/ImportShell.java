package nl.leercirkel.source;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import nl.leercirkel.privacy.SealedUpload;
import nl.leercirkel.privacy.SealedUploadFilter;
import nl.leercirkel.shell.Crumb;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** What the pages of an import share. */
final class ImportShell {
    private static final MediaType CSV = new MediaType("text", "csv", java.nio.charset.StandardCharsets.UTF_8);

    private ImportShell() {}

    /** The one file of a form; null where none was chosen. */
    static @Nullable SealedUpload upload(HttpServletRequest request) {
        List<SealedUpload> uploads = SealedUploadFilter.uploads(request);
        return uploads.isEmpty() ? null : uploads.getFirst();
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
