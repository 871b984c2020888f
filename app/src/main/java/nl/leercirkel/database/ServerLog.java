package nl.leercirkel.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The log of PostgreSQL, kept within twice its limit: when full, it becomes {@code postgres.log.1} and starts anew. */
final class ServerLog implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ServerLog.class);
    private static final long LIMIT = 10L * 1024 * 1024;
    private static final int TAIL = 16 * 1024;

    private final Path file;
    private final long limit;
    private final ScheduledExecutorService guard = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("postgres-log").factory());

    ServerLog(Path file) {
        this(file, LIMIT);
    }

    ServerLog(Path file, long limit) {
        this.file = file;
        this.limit = limit;
    }

    void open() throws IOException {
        Durable.createPrivateFileIfMissing(file);
        limitSize();
        guard.scheduleWithFixedDelay(this::limitSizeQuietly, 5, 5, TimeUnit.MINUTES);
    }

    Path file() {
        return file;
    }

    long size() throws IOException {
        return Files.size(file);
    }

    /** The last lines written after a position, or that they cannot be read; for a message to the administrator. */
    String linesSince(long position, int lines) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long start = Math.max(Math.min(position, channel.size()), channel.size() - TAIL);
            ByteBuffer buffer = ByteBuffer.allocate((int) (channel.size() - start));
            while (buffer.hasRemaining() && channel.read(buffer, start + buffer.position()) >= 0) {
                // read on until the buffer is full
            }
            List<String> all = new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
        } catch (IOException failure) {
            return "(het logboek %s is niet te lezen: %s)".formatted(file, failure.getMessage());
        }
    }

    void limitSize() throws IOException {
        if (Files.size(file) > limit) {
            // Copied and emptied, not renamed: the server keeps appending to the file it has open.
            Files.copy(
                    file,
                    file.resolveSibling(file.getFileName() + ".1"),
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.COPY_ATTRIBUTES);
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(0);
            }
        }
    }

    private void limitSizeQuietly() {
        try {
            limitSize();
        } catch (IOException failure) {
            LOG.warn("The log of PostgreSQL could not be limited", failure);
        }
    }

    @Override
    public void close() {
        guard.shutdownNow();
    }
}
