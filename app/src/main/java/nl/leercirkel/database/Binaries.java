package nl.leercirkel.database;

import static nl.leercirkel.database.DatabaseStartException.Reason.NO_BINARIES;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The PostgreSQL programs as they are delivered: a compressed archive inside a jar, unpacked once per data folder. */
record Binaries(String version, URL archive) {

    private static final Pattern VERSION_IN_JAR = Pattern.compile("-(\\d+(?:\\.\\d+)+)\\.jar");

    /** The programs on the classpath of this application. */
    static Binaries bundled() {
        String name = archiveName();
        URL archive = Binaries.class.getResource("/" + name);
        if (archive == null) {
            throw new DatabaseStartException(
                    NO_BINARIES,
                    "Deze versie van Leercirkel bevat geen PostgreSQL voor dit soort computer (%s, %s). Gebruik een eigen PostgreSQL (17 of nieuwer) met LEERCIRKEL_DB_URL."
                            .formatted(System.getProperty("os.name"), System.getProperty("os.arch")));
        }
        return new Binaries(versionIn(archive.toString()), archive);
    }

    /** The programs in a jar that is not on the classpath. */
    static Binaries fromJar(Path jar) {
        try {
            URL archive =
                    URI.create("jar:" + jar.toUri() + "!/" + archiveName()).toURL();
            return new Binaries(versionIn(archive.toString()), archive);
        } catch (IOException failure) {
            throw new IllegalArgumentException("Not a jar: " + jar, failure);
        }
    }

    private static String archiveName() {
        String processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return "postgres-linux-%s.txz".formatted(processor.equals("aarch64") ? "arm_64" : "x86_64");
    }

    private static String versionIn(String location) {
        Matcher matcher = VERSION_IN_JAR.matcher(location);
        String version = null;
        // The last match: in an executable jar the outer jar has a version of its own.
        while (matcher.find()) {
            version = matcher.group(1);
        }
        if (version == null) {
            throw new DatabaseStartException(NO_BINARIES, "Geen versie te vinden in de naam van " + location);
        }
        return version;
    }

    /** Unpacks unless that was done before, and returns the folder with {@code bin}. */
    Path unpackInto(Path programs) throws IOException {
        Path home = programs.resolve(version);
        if (Files.isDirectory(home)) {
            return home;
        }
        Durable.createPrivateFolders(programs);
        Path draft = programs.resolve(version + ".new");
        Durable.deleteTree(draft);
        Durable.createPrivateFolder(draft);
        extract(draft);
        Durable.rename(draft, home);
        return home;
    }

    /** Removes the programs of versions that no longer run here, and half unpacked ones. */
    void deleteOthers(Path programs) throws IOException {
        try (Stream<Path> versions = Files.list(programs)) {
            for (Path other :
                    versions.filter(folder -> !folder.endsWith(version)).toList()) {
                Durable.deleteTree(other);
            }
        }
    }

    private void extract(Path target) throws IOException {
        try (InputStream packed = archive.openStream();
                InputStream buffered = new BufferedInputStream(packed, 1 << 16);
                XZCompressorInputStream expanded = new XZCompressorInputStream(buffered);
                TarArchiveInputStream tar = new TarArchiveInputStream(expanded)) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                extract(entry, tar, target);
            }
        }
    }

    private static void extract(TarArchiveEntry entry, TarArchiveInputStream content, Path target) throws IOException {
        Path file = target.resolve(entry.getName()).normalize();
        if (!file.startsWith(target)) {
            throw new IOException("The archive points outside its folder: " + entry.getName());
        }
        Path parent = file.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
        } else if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(file, target.resolve(entry.getLinkName()));
        } else {
            Files.copy(content, file);
            boolean executable = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(
                    file, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
            // Otherwise a power failure after the rename could leave empty programs under the final name.
            Durable.force(file);
        }
    }
}
