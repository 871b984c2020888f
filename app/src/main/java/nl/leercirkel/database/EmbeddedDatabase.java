package nl.leercirkel.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The embedded database of a data folder for work besides the application, such as a backup: that of the application
 * that runs on it now, or else a server started for the occasion and stopped when this is closed.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private final Path dataFolder;
    private final String url;
    private final Credentials superuser;
    private final Credentials owner;
    private final @Nullable PostgresServer startedHere;

    private EmbeddedDatabase(
            Path dataFolder,
            String url,
            Credentials superuser,
            Credentials owner,
            @Nullable PostgresServer startedHere) {
        this.dataFolder = dataFolder;
        this.url = url;
        this.superuser = superuser;
        this.owner = owner;
        this.startedHere = startedHere;
    }

    /** Whether there is a database in a data folder; opening would make one. */
    public static boolean existsIn(Path dataFolder) {
        return Files.exists(dataFolder.resolve("database").resolve("PG_VERSION"));
    }

    /**
     * Connects to the running server or starts one, making the data folder when it is not there.
     *
     * @throws DatabaseStartException with what is wrong and how to mend it
     */
    public static EmbeddedDatabase open(DatabaseSettings.Embedded settings) {
        Path folder = settings.dataFolder();
        Optional<RunningDatabase> running = RunningDatabase.find(folder);
        if (running.isPresent()) {
            RunningDatabase found = running.get();
            return new EmbeddedDatabase(folder, found.jdbcUrl(), found.superuser(), found.owner(), null);
        }
        PostgresServer server = PostgresServer.start(folder, settings.port());
        return new EmbeddedDatabase(folder, server.jdbcUrl(), server.superuser(), server.owner(), server);
    }

    /** Whether another process, normally the application, works on this database. */
    public boolean isInUse() {
        return startedHere == null;
    }

    public Path dataFolder() {
        return dataFolder;
    }

    public String url() {
        return url;
    }

    /** Owner of the tables, for migrations. */
    public Credentials owner() {
        return owner;
    }

    /** A connection past row-level security, as a copy of everything needs. */
    public Connection connectAsSuperuser() throws SQLException {
        return connectAsSuperuser(OwnDatabase.NAME);
    }

    Connection connectAsSuperuser(String database) throws SQLException {
        return DriverManager.getConnection(url(database), superuser.user(), superuser.password());
    }

    String url(String database) {
        return url.substring(0, url.lastIndexOf('/') + 1) + database;
    }

    @Override
    public void close() {
        if (startedHere != null) {
            startedHere.close();
        }
    }
}
