package nl.leercirkel.database;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** File work that leaves either the old or the new state behind, also when the power fails halfway. */
public final class Durable {

    private static final FileAttribute<Set<PosixFilePermission>> OWNER_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private Durable() {}

    /** Writes a file that only its owner can read, in one step. */
    static void writePrivately(Path file, String text) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        Files.createFile(draft, OWNER_FILE);
        Files.writeString(draft, text, StandardCharsets.UTF_8);
        rename(draft, file);
    }

    public static void writePrivately(Path file, Properties values, String comment) throws IOException {
        StringWriter text = new StringWriter();
        values.store(text, comment);
        writePrivately(file, text.toString());
    }

    public static Properties readProperties(Path file) throws IOException {
        Properties values = new Properties();
        try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            values.load(reader);
        } catch (IllegalArgumentException malformed) {
            throw new IOException("malformed: " + file, malformed);
        }
        return values;
    }

    static Path createPrivateFolder(Path folder) throws IOException {
        return Files.createDirectory(folder, OWNER_FOLDER);
    }

    public static Path createPrivateFolders(Path folder) throws IOException {
        return Files.createDirectories(folder, OWNER_FOLDER);
    }

    static void createPrivateFileIfMissing(Path file) throws IOException {
        if (!Files.exists(file)) {
            Files.createFile(file, OWNER_FILE);
        }
    }

    /** Renames after the content has reached the disk, and makes the new name reach it too. */
    static void rename(Path from, Path to) throws IOException {
        force(from);
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        Path parent = to.getParent();
        if (parent != null) {
            force(parent);
        }
    }

    static void force(Path fileOrFolder) throws IOException {
        try (FileChannel channel = FileChannel.open(fileOrFolder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
