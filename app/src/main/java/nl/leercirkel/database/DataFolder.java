package nl.leercirkel.database;

import static nl.leercirkel.database.DatabaseStartException.Reason.DATA_FOLDER_IN_USE;
import static nl.leercirkel.database.DatabaseStartException.Reason.DATA_FOLDER_UNUSABLE;
import static nl.leercirkel.database.DatabaseStartException.Reason.DISK_FULL;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The data folder, held by this process alone until it is closed. Knows where everything in it lies. */
final class DataFolder implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DataFolder.class);

    // POSIX drops a process's lock as soon as the process closes any channel on the file, so a second attempt within
    // this
    // process must be refused before it opens one.
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    // pg_ctl hands these paths to a shell between double quotes.
    private static final String UNSAFE_IN_SHELL = "\"$`\\\n\r";

    private final Path root;
    private final FileChannel lockFile;

    private DataFolder(Path root, FileChannel lockFile) {
        this.root = root;
        this.lockFile = lockFile;
    }

    static DataFolder hold(Path requested) {
        Path root = create(requested);
        if (!HELD_HERE.add(root)) {
            throw inUse(root, Long.toString(ProcessHandle.current().pid()));
        }
        try {
            return new DataFolder(root, lock(root));
        } catch (RuntimeException refused) {
            HELD_HERE.remove(root);
            throw refused;
        }
    }

    private static Path create(Path requested) {
        Path absolute = requested.toAbsolutePath().normalize();
        if (absolute.toString().chars().anyMatch(character -> UNSAFE_IN_SHELL.indexOf(character) >= 0)) {
            throw new DatabaseStartException(
                    DATA_FOLDER_UNUSABLE,
                    "De naam van de gegevensmap %s bevat een teken dat niet kan (\" $ ` \\ of een regeleinde). Kies een andere map met LEERCIRKEL_DATA."
                            .formatted(absolute));
        }
        try {
            // createDirectories refuses a symbolic link to a folder, which is a fair way to put the data on another
            // disk.
            if (!Files.isDirectory(absolute)) {
                Durable.createPrivateFolders(absolute);
            }
            return absolute.toRealPath();
        } catch (IOException failure) {
            throw unusable(absolute, failure);
        }
    }

    private static FileChannel lock(Path root) {
        Path file = root.resolve("leercirkel.lock");
        FileChannel channel;
        try {
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } catch (IOException failure) {
            throw unusable(root, failure);
        }
        try {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                String holder = Files.readString(file).strip();
                channel.close();
                throw inUse(root, holder.isEmpty() ? "onbekend" : holder);
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            return channel;
        } catch (IOException failure) {
            closeQuietly(channel);
            throw unusable(root, failure);
        }
    }

    private static DatabaseStartException inUse(Path root, String process) {
        return new DatabaseStartException(
                DATA_FOLDER_IN_USE,
                "De gegevensmap %s wordt al gebruikt door een andere Leercirkel (proces %s). Stop die eerst of kies een andere map met LEERCIRKEL_DATA."
                        .formatted(root, process));
    }

    static DatabaseStartException unusable(Path folder, IOException failure) {
        if (String.valueOf(failure.getMessage()).contains("No space left")) {
            return full(folder, failure);
        }
        return new DatabaseStartException(
                DATA_FOLDER_UNUSABLE,
                "De gegevensmap %s is niet te gebruiken (%s). Controleer of de map bestaat en van de gebruiker %s is, of kies een andere map met LEERCIRKEL_DATA."
                        .formatted(folder, failure, System.getProperty("user.name")),
                failure);
    }

    static DatabaseStartException full(Path folder, @Nullable Exception cause) {
        return new DatabaseStartException(
                DISK_FULL,
                "De schijf met de gegevensmap %s is vol. Maak ruimte vrij en start opnieuw.".formatted(folder),
                cause);
    }

    Path root() {
        return root;
    }

    /** Unpacked PostgreSQL programs, a folder per version. */
    Path programs() {
        return root.resolve("postgres");
    }

    /** The files of the database itself (PGDATA). */
    Path database() {
        return root.resolve("database");
    }

    Path secrets() {
        return root.resolve("secrets.properties");
    }

    Path log() {
        return root.resolve("postgres.log");
    }

    Path runtime() {
        return runtime(root);
    }

    static Path runtime(Path root) {
        return root.resolve("runtime.properties");
    }

    @Override
    public void close() {
        // The file stays: deleting it would let a third process lock a new file of the same name beside a second one.
        closeQuietly(lockFile);
        HELD_HERE.remove(root);
    }

    private static void closeQuietly(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException failure) {
            LOG.warn("The lock file did not close", failure);
        }
    }
}
