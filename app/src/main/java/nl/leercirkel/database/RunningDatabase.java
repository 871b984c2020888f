package nl.leercirkel.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/**
 * The embedded database of an application that runs now, seen from another process of the same user, such as a backup.
 *
 * @param jdbcUrl address of the database
 * @param process number of the application's process
 * @param superuser role that may everything; bypasses row-level security
 * @param owner role that owns the database and its tables; row-level security holds for it
 * @param application role the application works with
 */
public record RunningDatabase(
        String jdbcUrl, long process, Credentials superuser, Credentials owner, Credentials application) {

    /** The running database of a data folder; empty when no application runs on it. */
    public static Optional<RunningDatabase> find(Path dataFolder) {
        Path file = DataFolder.runtime(dataFolder);
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            Properties values = Durable.readProperties(file);
            long process = Long.parseLong(values.getProperty("process", ""));
            if (!isSameProcess(process, values.getProperty("started", ""))) {
                return Optional.empty();
            }
            int port = Integer.parseInt(values.getProperty("port", ""));
            Secrets secrets = Secrets.read(dataFolder.resolve("secrets.properties"));
            return Optional.of(new RunningDatabase(
                    Postmaster.jdbcUrl(port, OwnDatabase.NAME),
                    process,
                    secrets.superuser(),
                    secrets.owner(),
                    secrets.application()));
        } catch (NumberFormatException damaged) {
            return Optional.empty();
        } catch (IOException failure) {
            throw DataFolder.unusable(dataFolder, failure);
        }
    }

    static void announce(DataFolder folder, int port) throws IOException {
        ProcessHandle self = ProcessHandle.current();
        Properties values = new Properties();
        values.setProperty("port", Integer.toString(port));
        values.setProperty("process", Long.toString(self.pid()));
        values.setProperty("started", startOf(self));
        Durable.writePrivately(folder.runtime(), values, "De draaiende Leercirkel op deze gegevensmap");
    }

    static void withdraw(DataFolder folder) throws IOException {
        Files.deleteIfExists(folder.runtime());
    }

    // A killed application leaves its file behind, and its number may since belong to another program.
    private static boolean isSameProcess(long number, String started) {
        return ProcessHandle.of(number)
                .filter(ProcessHandle::isAlive)
                .filter(process -> startOf(process).equals(started))
                .isPresent();
    }

    private static String startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("");
    }
}
