package nl.leercirkel.job;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Temporary files of programs that were killed, which nobody else takes away. */
public final class LeftFiles {
    private static final Logger LOG = LoggerFactory.getLogger(LeftFiles.class);

    private LeftFiles() {}

    /**
     * Removes those that were not written to since a moment longer ago than any work takes. Does not fail: what cannot go now
     * goes another time.
     *
     * @param names a pattern of file names, such as leercirkel-*.tmp
     */
    public static void remove(String names, Instant before) {
        Path folder = Path.of(System.getProperty("java.io.tmpdir"));
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, names)) {
            for (Path file : left) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException busy) {
            LOG.warn("Temporary files {} could not be removed", names, busy);
        }
    }
}
