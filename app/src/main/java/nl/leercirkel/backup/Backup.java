package nl.leercirkel.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import nl.leercirkel.database.EmbeddedDatabase;

/** The command {@code backup}: a copy of all rows in one file, also while people work. */
public final class Backup {

    static final String OVERWRITE = "--overschrijven";

    private Backup() {}

    /**
     * Carries out the command.
     *
     * @param arguments the file, and {@code --overschrijven} when it may replace an existing one
     * @param environment settings, as for the application
     * @return exit code: 0 done, 1 not succeeded, 2 the command or the settings are not right
     */
    public static int run(List<String> arguments, Map<String, String> environment, PrintStream out, PrintStream err) {
        return Failures.report(err, () -> {
            Order order = Order.read("backup", OVERWRITE, arguments, environment);
            Path folder = order.database().dataFolder();
            refuseBadTarget(order.file(), order.replace());
            if (!EmbeddedDatabase.existsIn(folder)) {
                throw Refusal.failed(
                        "in de gegevensmap %s staat geen Leercirkel. Kies de goede map met LEERCIRKEL_DATA.",
                        folder.toAbsolutePath());
            }
            try (Guard guard = new Guard()) {
                EmbeddedDatabase database = guard.add(EmbeddedDatabase.open(order.database()));
                out.printf(
                        "Reservekopie van %s%s%n",
                        folder.toAbsolutePath(), database.isInUse() ? " (werk gerust door)" : "");
                write(database, order.file(), order.replace(), guard, out);
            }
            return null;
        });
    }

    /** Writes beside the file and renames at the end: under its own name there is never half a backup. */
    static void write(EmbeddedDatabase database, Path file, boolean overwrite, Guard guard, PrintStream out)
            throws IOException, SQLException {
        Path draft = Files.createTempFile(
                file.getParent(),
                file.getFileName() + ".",
                ".tmp",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        guard.add(() -> Files.deleteIfExists(draft));
        Manifest manifest;
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE);
                OutputStream stream = Channels.newOutputStream(channel);
                Connection connection = database.connectAsSuperuser()) {
            manifest = new Snapshot(connection, content -> Progress.table(out, content)).write(stream);
            channel.force(true);
        }
        refuseBadTarget(file, overwrite);
        move(draft, file);
        out.printf(
                "Klaar: %s (%s, %s rijen uit %d tabellen).%n",
                file,
                Progress.size(Files.size(file)),
                Progress.count(manifest.totalRows()),
                manifest.tables().size());
        out.println("Dit bestand bevat persoonsgegevens en gegevens om aan te melden. Bewaar het veilig.");
    }

    private static void move(Path draft, Path file) throws IOException {
        try {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException odd) {
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        }
        Path folder = file.getParent();
        if (folder != null) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static void refuseBadTarget(Path file, boolean overwrite) {
        Path folder = file.getParent();
        if (folder == null || Files.isDirectory(file)) {
            throw Refusal.usage("%s is een map. Geef de naam van een bestand.", file);
        }
        if (!Files.isDirectory(folder)) {
            throw Refusal.usage("de map %s bestaat niet.", folder);
        }
        if (!Files.isWritable(folder)) {
            throw Refusal.failed("in de map %s mag niet worden geschreven. Kies een andere map.", folder);
        }
        if (Files.exists(file) && !overwrite) {
            throw Refusal.usage("%s bestaat al. Kies een andere naam, of vervang het met %s.", file, OVERWRITE);
        }
    }
}
