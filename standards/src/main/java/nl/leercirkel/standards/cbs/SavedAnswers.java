package nl.leercirkel.standards.cbs;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Answers that were saved as files, in the shapes of the service. Of part {@code P} of table {@code T} the first page is
 * {@code T/P.json}, or {@code T_P.odata3.json} ({@code odata4} for version 4); the second page is {@code T/P.2.json}, and so
 * on. A filter of a request does nothing here; {@link CbsClient} applies it to what it reads.
 */
public final class SavedAnswers implements CbsTransport {

    private final Path folder;

    public SavedAnswers(Path folder) {
        this.folder = folder;
    }

    @Override
    public CbsAnswer get(CbsRequest request) throws IOException {
        Path file = file(request, request.page());
        if (file == null) {
            throw new CbsUnavailable(
                    "In de map staat geen bestand voor tabel " + request.table() + ", onderdeel " + request.part()
                            + ".",
                    false,
                    Duration.ZERO);
        }
        return new CbsAnswer(
                new BufferedInputStream(Files.newInputStream(file)), file(request, request.page() + 1) != null);
    }

    /** The file of a page below the folder, by the first of the two names. */
    static String path(CbsRequest request) {
        return path(request, number(request.page()));
    }

    private static String path(CbsRequest request, String number) {
        return request.table() + "/" + request.part() + number + ".json";
    }

    private static String number(int page) {
        return page == 0 ? "" : "." + (page + 1);
    }

    private @Nullable Path file(CbsRequest request, int page) {
        String number = number(page);
        String version = request.version().name().toLowerCase(Locale.ROOT).substring(1);
        for (String name : List.of(
                path(request, number),
                request.table() + "_" + request.part() + number + ".odata" + version + ".json")) {
            Path file = folder.resolve(name);
            if (Files.isRegularFile(file)) {
                return file;
            }
        }
        return null;
    }
}
