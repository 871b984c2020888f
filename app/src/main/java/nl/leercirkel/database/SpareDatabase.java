package nl.leercirkel.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A second database on the embedded server, filled in peace and then put in the place of the application's own in one
 * step. Until that step the application's database is not touched; closing without it throws the spare one away. What a
 * killed process leaves is removed by the next spare database or the next start.
 */
public final class SpareDatabase implements AutoCloseable {

    static final String NAME = "leercirkel_new";
    static final String REPLACED = "leercirkel_replaced";

    private static final Logger LOG = LoggerFactory.getLogger(SpareDatabase.class);
    // Any number will do, as long as each process uses the same one.
    private static final long LOCK = 0x1EE4C142CE2L;
    private static final long PAUSE_MILLISECONDS = 20;

    private final EmbeddedDatabase embedded;
    private final Connection server;
    private boolean closed;

    private SpareDatabase(EmbeddedDatabase embedded, Connection server) {
        this.embedded = embedded;
        this.server = server;
    }

    /** Makes an empty spare database; empty when another process is busy with one. */
    public static Optional<SpareDatabase> create(EmbeddedDatabase embedded) throws SQLException {
        Connection server = embedded.connectAsSuperuser("postgres");
        try {
            if (!lock(server)) {
                server.close();
                return Optional.empty();
            }
            removeLeftovers(server);
            OwnDatabase.create(server, NAME);
            try (Connection inside = embedded.connectAsSuperuser(NAME)) {
                OwnDatabase.closePublicSchema(inside);
            }
            return Optional.of(new SpareDatabase(embedded, server));
        } catch (SQLException failure) {
            server.close();
            throw failure;
        }
    }

    static void removeLeftovers(Connection server) throws SQLException {
        OwnDatabase.execute(
                server,
                "drop database if exists " + NAME + " with (force)",
                "drop database if exists " + REPLACED + " with (force)");
    }

    private static boolean lock(Connection server) throws SQLException {
        try (PreparedStatement statement = server.prepareStatement("select pg_try_advisory_lock(?)")) {
            statement.setLong(1, LOCK);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    public String url() {
        return embedded.url(NAME);
    }

    public Connection connectAsSuperuser() throws SQLException {
        return embedded.connectAsSuperuser(NAME);
    }

    /**
     * Puts this database in the place of the application's own and removes that one. Whoever is connected is
     * disconnected; the application's pool connects anew and finds the new content.
     */
    public synchronized void takeOver() throws SQLException {
        try (Connection other = embedded.connectAsSuperuser("postgres")) {
            // While PostgreSQL renames a database it lets nobody in, and waits a few seconds for those inside to leave.
            AtomicBoolean renamed = new AtomicBoolean();
            Thread doorkeeper = Thread.ofVirtual().start(() -> sendAway(other, renamed));
            try {
                rename();
            } finally {
                renamed.set(true);
                join(doorkeeper);
            }
        }
        removeQuietly(REPLACED);
    }

    private void rename() throws SQLException {
        server.setAutoCommit(false);
        try {
            OwnDatabase.execute(
                    server,
                    "alter database " + OwnDatabase.NAME + " rename to " + REPLACED,
                    "alter database " + NAME + " rename to " + OwnDatabase.NAME);
            server.commit();
        } catch (SQLException failure) {
            server.rollback();
            throw failure;
        } finally {
            server.setAutoCommit(true);
        }
    }

    private static void sendAway(Connection other, AtomicBoolean renamed) {
        String sql = "select pg_terminate_backend(pid) from pg_stat_activity where datname in ('%s', '%s')"
                .formatted(OwnDatabase.NAME, NAME);
        try (Statement statement = other.createStatement()) {
            while (!renamed.get()) {
                statement.execute(sql);
                Thread.sleep(PAUSE_MILLISECONDS);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (SQLException failure) {
            LOG.warn("Connections to the database could not be ended", failure);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        removeQuietly(NAME);
        try {
            server.close();
        } catch (SQLException failure) {
            LOG.warn("The connection for the spare database did not close", failure);
        }
    }

    private void removeQuietly(String database) {
        try {
            OwnDatabase.execute(server, "drop database if exists " + database + " with (force)");
        } catch (SQLException failure) {
            LOG.warn("The database {} could not be removed; the next start will do it", database, failure);
        }
    }
}
