package nl.leercirkel.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** PostgreSQL's programs, unpacked once for all tests: unpacking them takes longer than making a database. */
public final class UnpackedPrograms {
    private static final Path TARGET = Path.of("target").toAbsolutePath();

    private UnpackedPrograms() {}

    /** Puts the programs in a data folder that is still to be made, as its first start would; returns the folder. */
    public static Path in(Path dataFolder) {
        try {
            Path shared = shared();
            Path programs = Durable.createPrivateFolders(dataFolder).resolve("postgres");
            Durable.createPrivateFolders(programs);
            link(shared, programs.resolve(shared.getFileName().toString()));
            return dataFolder;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Another JVM may do the same now; whoever is first has made it. */
    private static Path shared() throws IOException {
        Binaries binaries = Binaries.bundled();
        Path shared = TARGET.resolve("postgres-programs").resolve(binaries.version());
        if (!Files.isDirectory(shared)) {
            Path own = Files.createDirectories(TARGET.resolve("postgres-programs-" + UUID.randomUUID()));
            Path unpacked = binaries.unpackInto(own);
            Files.createDirectories(shared.getParent());
            try {
                Files.move(unpacked, shared, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileAlreadyExistsException | DirectoryNotEmptyException other) {
                // its own is deleted below
            }
            Durable.deleteTree(own);
        }
        return shared;
    }

    private static void link(Path from, Path to) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(from)) {
            all = walk.toList();
        }
        for (Path one : all) {
            Path other = to.resolve(from.relativize(one).toString());
            if (Files.isDirectory(one, LinkOption.NOFOLLOW_LINKS)) {
                Files.createDirectory(other);
            } else if (Files.isSymbolicLink(one)) {
                Files.createSymbolicLink(other, Files.readSymbolicLink(one));
            } else {
                name(one, other);
            }
        }
    }

    /** A second name for the same file where the file system allows it, else a copy. */
    private static void name(Path file, Path name) throws IOException {
        try {
            Files.createLink(name, file);
        } catch (UnsupportedOperationException | FileSystemException otherDisk) {
            Files.copy(file, name, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }
}
