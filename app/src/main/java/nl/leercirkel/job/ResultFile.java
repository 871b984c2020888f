package nl.leercirkel.job;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that came of the work. Its content is written to the database while the job is being marked as done: both are
 * there or neither.
 *
 * @param name the name under which it is downloaded, with its extension
 */
public record ResultFile(String name, String mediaType, Content content) {
    /** Writes the bytes of the file. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream output) throws IOException;
    }

    public ResultFile {
        // Thrown out rather than mended: a name is made by our own code.
        if (name.isBlank() || name.chars().anyMatch(c -> c < ' ' || c == '/' || c == '\\' || c == 0x7f)) {
            throw new IllegalArgumentException("Not a file name: " + name);
        }
    }

    public static ResultFile of(String name, String mediaType, byte[] bytes) {
        byte[] copy = bytes.clone();
        return new ResultFile(name, mediaType, output -> output.write(copy));
    }

    public static ResultFile of(String name, String mediaType, Path path) {
        return new ResultFile(name, mediaType, output -> Files.copy(path, output));
    }
}
