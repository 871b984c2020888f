package nl.leercirkel.source.open;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import nl.leercirkel.source.table.TableFile;
import nl.leercirkel.spreadsheet.RefusedFileException;

/**
 * The folder that the administrator gave for files. Nothing outside it is read: names that lead elsewhere are refused, and a
 * link is not followed, wherever it stands.
 */
public final class FileFolder {
    /** A file that is still being copied changes; one that was left alone this long is whole. */
    private static final Duration REST = Duration.ofMinutes(1);

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,99}");
    private static final int MOST_FILES = 10_000;

    private final Path root;

    /** @param root of one authority */
    public FileFolder(Path root) {
        this.root = root;
    }

    private record Candidate(Path path, Instant changed) {}

    /** Whether this can name a folder below the root; a person is told at once. */
    public static boolean isFolder(String folder) {
        return folder.isEmpty()
                || List.of(folder.split("/", -1)).stream()
                        .allMatch(part -> NAME.matcher(part).matches());
    }

    public static boolean isPattern(String files) {
        return !files.isBlank() && files.length() <= 200 && files.matches("[\\p{L}\\p{N} ._*-]+");
    }

    /**
     * Copies the newest file.
     *
     * @return its name
     */
    public String takeNewest(String folder, String files, Instant now, Path target)
            throws IOException, RefusedFileException {
        if (!isFolder(folder) || !isPattern(files)) {
            throw new RefusedFileException(
                    "Map of bestandsnaam klopt niet: alleen wat in de map van uw organisatie staat"
                            + " kan worden gelezen, zonder .. of schuine streep aan het begin.");
        }
        try {
            Candidate newest = newest(inside(folder), Filter.pattern(files), now, shown(folder), files);
            copy(newest.path(), target);
            return String.valueOf(newest.path().getFileName());
        } catch (NoSuchFileException | NotDirectoryException gone) {
            throw new RefusedFileException(
                    "Map " + shown(folder) + " is er niet (meer). Vraag de beheerder van de server om haar te maken.");
        }
    }

    private String shown(String folder) {
        return root.getFileName() + (folder.isEmpty() ? "" : "/" + folder);
    }

    private Path inside(String folder) throws IOException, RefusedFileException {
        Path at = root;
        requireNoLink(at);
        for (String part : folder.isEmpty() ? new String[0] : folder.split("/")) {
            at = at.resolve(part);
            requireNoLink(at);
        }
        if (!at.toRealPath().startsWith(root.toRealPath())) {
            throw link(at);
        }
        return at;
    }

    private static void requireNoLink(Path path) throws RefusedFileException {
        if (Files.isSymbolicLink(path)) {
            throw link(path);
        }
    }

    private static RefusedFileException link(Path path) {
        return new RefusedFileException(
                path.getFileName()
                        + " is een verwijzing (link) naar een andere plaats. Die wordt niet gevolgd: zet het bestand zelf in de map.");
    }

    private static Candidate newest(Path folder, Pattern names, Instant now, String shown, String files)
            throws IOException, RefusedFileException {
        List<Candidate> found = new ArrayList<>();
        boolean busy = false;
        Path linked = null;
        int seen = 0;
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                if (++seen > MOST_FILES) {
                    throw new RefusedFileException(
                            "In map " + shown + " staan meer dan 10.000 bestanden. Ruim haar op.");
                }
                if (!names.matcher(String.valueOf(entry.getFileName())).matches()) {
                    continue;
                }
                BasicFileAttributes about =
                        Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                if (about.isSymbolicLink()) {
                    linked = entry;
                } else if (about.isRegularFile()) {
                    Instant changed = about.lastModifiedTime().toInstant();
                    if (changed.isAfter(now.minus(REST))) {
                        busy = true;
                    } else {
                        found.add(new Candidate(entry, changed));
                    }
                }
            }
        }
        if (found.isEmpty() && linked != null) {
            throw link(linked);
        }
        return found.stream()
                .max(java.util.Comparator.comparing(Candidate::changed).thenComparing(Candidate::path))
                .orElseThrow(nothing(shown, files, busy));
    }

    private static java.util.function.Supplier<RefusedFileException> nothing(String shown, String files, boolean busy) {
        return () -> new RefusedFileException(
                busy
                        ? "Het bestand in map " + shown
                                + " is een minuut geleden nog veranderd. Het wordt later gelezen."
                        : "In map " + shown + " staat geen bestand met een naam zoals " + files + ".");
    }

    private static void copy(Path file, Path target) throws IOException, RefusedFileException {
        if (Files.size(file) > TableFile.LIMITS.file()) {
            throw new RefusedFileException("Bestand " + file.getFileName() + " is te groot: ten hoogste "
                    + (TableFile.LIMITS.file() >> 20) + " MB.");
        }
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
                OutputStream out = Files.newOutputStream(target)) {
            in.transferTo(out);
        }
    }
}
