package nl.leercirkel.source;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Puts the file of an import on disk while it is read, since spreadsheets can only be read from there. */
@Component
class ImportFiles {
    private static final Logger LOG = LoggerFactory.getLogger(ImportFiles.class);
    private static final String PREFIX = "leercirkel-import-";

    private final ImportStore imports;

    private final Clock clock;

    ImportFiles(ImportStore imports, Clock clock) {
        this.imports = imports;
        this.clock = clock;
    }

    /** Needs a transaction around it. What a run that was killed left of the same import goes first. */
    Path open(UUID importId) throws IOException {
        String name = PREFIX + importId + "-";
        Path folder = Path.of(System.getProperty("java.io.tmpdir"));
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, name + "*")) {
            for (Path file : left) {
                Files.deleteIfExists(file);
            }
        }
        return write(importId, name);
    }

    /** The same beside other copies, for a look at the beginning. */
    Path look(UUID importId) throws IOException {
        return write(importId, PREFIX + "look-");
    }

    private Path write(UUID importId, String name) throws IOException {
        Path file = Files.createTempFile(name, ".tmp");
        try (OutputStream target = Files.newOutputStream(file)) {
            imports.copy(importId, target);
        } catch (IOException | RuntimeException failed) {
            close(file);
            throw failed;
        }
        return file;
    }

    /** Removes what programs that were killed left longer ago than any run takes. */
    void clean() {
        Instant limit = clock.instant().minus(Duration.ofDays(1));
        Path folder = Path.of(System.getProperty("java.io.tmpdir"));
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, PREFIX + "*")) {
            for (Path file : left) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(limit)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException busy) {
            LOG.warn("Files that were read earlier could not be removed", busy);
        }
    }

    /** Does not fail: the work is done. */
    void close(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException busy) {
            LOG.warn("A file that was read could not be removed: {}", file, busy);
        }
    }
}
