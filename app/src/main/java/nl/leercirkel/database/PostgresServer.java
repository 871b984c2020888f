package nl.leercirkel.database;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL that Leercirkel brings along, running on a data folder until closed. Durable (fsync on, checksums),
 * reachable from this computer only, always with a password. Starting recovers from an application or server that was
 * killed.
 *
 * <p>Installs no shutdown hook: the caller closes it after everything that uses it.
 */
public final class PostgresServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);

    private final Postmaster postmaster;
    private final String version;
    private boolean closed;

    private PostgresServer(Postmaster postmaster, String version) {
        this.postmaster = postmaster;
        this.version = version;
    }

    /** Starts on a free port. */
    public static PostgresServer start(Path dataFolder) {
        return start(dataFolder, OptionalInt.empty());
    }

    /**
     * Starts the server, making the data folder and the database when they are not there.
     *
     * @param port the port to listen on; a free one when empty
     * @throws DatabaseStartException with what is wrong and how to mend it
     */
    public static PostgresServer start(Path dataFolder, OptionalInt port) {
        return start(dataFolder, port, Binaries.bundled());
    }

    static PostgresServer start(Path dataFolder, OptionalInt port, Binaries binaries) {
        long begin = System.nanoTime();
        Postmaster postmaster = Postmaster.start(dataFolder, port, binaries);
        try {
            String version = OwnDatabase.prepare(postmaster);
            RunningDatabase.announce(postmaster.folder(), postmaster.port());
            LOG.info(
                    "PostgreSQL {} runs on port {} with the data in {} ({} ms)",
                    version,
                    postmaster.port(),
                    postmaster.folder().root(),
                    Duration.ofNanos(System.nanoTime() - begin).toMillis());
            return new PostgresServer(postmaster, version);
        } catch (IOException failure) {
            postmaster.close();
            throw DataFolder.unusable(dataFolder, failure);
        } catch (RuntimeException | Error failure) {
            postmaster.close();
            throw failure;
        }
    }

    /** Address of the database {@code leercirkel}, without credentials. */
    public String jdbcUrl() {
        return postmaster.jdbcUrl(OwnDatabase.NAME);
    }

    public int port() {
        return postmaster.port();
    }

    /** For preparing and recovering only: row-level security does not hold for it. */
    public Credentials superuser() {
        return postmaster.secrets().superuser();
    }

    /** Owns the database: for migrations and backups. */
    public Credentials owner() {
        return postmaster.secrets().owner();
    }

    /** For the work of the application: owns nothing, so row-level security holds for it. */
    public Credentials application() {
        return postmaster.secrets().application();
    }

    /** Version of the running server, such as 18.6. */
    public String version() {
        return version;
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            RunningDatabase.withdraw(postmaster.folder());
        } catch (IOException failure) {
            LOG.warn("The file {} could not be removed", postmaster.folder().runtime(), failure);
        } finally {
            postmaster.close();
        }
    }
}
