package nl.leercirkel.database;

import static nl.leercirkel.database.DatabaseStartException.Reason.DISK_FULL;
import static nl.leercirkel.database.DatabaseStartException.Reason.PORT_IN_USE;
import static nl.leercirkel.database.DatabaseStartException.Reason.SERVER_FAILED;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;
import nl.leercirkel.database.Programs.Result;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running database server on a data folder, with its superuser and nothing in it yet: from taking the folder's lock to
 * giving it back.
 */
final class Postmaster implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);
    private static final int ATTEMPTS_FOR_A_PORT = 5;
    private static final int LINES_IN_MESSAGE = 15;
    // Recovery after a power failure reads back what was not yet in the tables; on a slow disk that takes minutes.
    private static final Duration START_LIMIT = Duration.ofMinutes(10);

    private final DataFolder folder;
    private final Programs programs;
    private final ServerLog log;
    private final Secrets secrets;
    private final int port;
    private boolean closed;

    private Postmaster(DataFolder folder, Programs programs, ServerLog log, Secrets secrets, int port) {
        this.folder = folder;
        this.programs = programs;
        this.log = log;
        this.secrets = secrets;
        this.port = port;
    }

    static Postmaster start(Path dataFolder, OptionalInt wantedPort, Binaries binaries) {
        DataFolder folder = DataFolder.hold(dataFolder);
        ServerLog log = new ServerLog(folder.log());
        try {
            Programs programs = Programs.in(binaries.unpackInto(folder.programs()));
            int majorVersion = programs.majorVersion();
            new Leftovers(folder, programs).clear();
            binaries.deleteOthers(folder.programs());
            Cluster cluster = new Cluster(folder, programs);
            Secrets secrets = Secrets.readOrCreate(folder.secrets(), cluster.exists());
            if (!cluster.exists()) {
                cluster.create(secrets.superuser());
            }
            cluster.checkVersion(majorVersion);
            log.open();
            int port = start(folder, programs, cluster, log, wantedPort);
            return new Postmaster(folder, programs, log, secrets, port);
        } catch (IOException failure) {
            log.close();
            folder.close();
            throw DataFolder.unusable(folder.root(), failure);
        } catch (RuntimeException | Error failure) {
            log.close();
            folder.close();
            throw failure;
        }
    }

    private static int start(
            DataFolder folder, Programs programs, Cluster cluster, ServerLog log, OptionalInt wantedPort)
            throws IOException {
        for (int attempt = 1; ; attempt++) {
            int port = wantedPort.isPresent() ? wantedPort.getAsInt() : freePort();
            cluster.configure(port);
            long logBefore = log.size();
            Result result = programs.run(
                    START_LIMIT.plusSeconds(30),
                    "pg_ctl",
                    "start",
                    "--wait",
                    "--timeout=" + START_LIMIT.toSeconds(),
                    // pg_ctl gives the server a session of its own, so Ctrl-C reaches only the application.
                    "--pgdata=" + folder.database(),
                    "--log=" + log.file());
            if (result.succeeded()) {
                return port;
            }
            String lines = log.linesSince(logBefore, LINES_IN_MESSAGE);
            boolean portTaken = lines.contains("Address already in use");
            if (portTaken && wantedPort.isEmpty() && attempt < ATTEMPTS_FOR_A_PORT) {
                continue;
            }
            stop(programs, folder.database());
            throw failure(folder, port, portTaken, lines.isBlank() ? result.output() : lines);
        }
    }

    private static DatabaseStartException failure(DataFolder folder, int port, boolean portTaken, String lines) {
        if (portTaken) {
            return new DatabaseStartException(
                    PORT_IN_USE,
                    "Poort %d is al in gebruik door een ander programma. Kies een andere met LEERCIRKEL_DB_PORT, of laat die weg."
                            .formatted(port));
        }
        if (lines.contains("No space left on device")) {
            return new DatabaseStartException(
                    DISK_FULL,
                    "De schijf met de gegevensmap %s is vol. Maak ruimte vrij en start opnieuw. De laatste regels van %s:\n%s"
                            .formatted(folder.root(), folder.log(), lines));
        }
        return new DatabaseStartException(
                SERVER_FAILED,
                "De database in %s start niet. De laatste regels van %s:\n%s"
                        .formatted(folder.root(), folder.log(), lines));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    /** Stops the server of a data folder: at once for its clients, and without ceremony when that does not help. */
    static boolean stop(Programs programs, Path database) {
        for (String mode : new String[] {"fast", "immediate"}) {
            Result result = programs.run(
                    Duration.ofSeconds(90),
                    "pg_ctl",
                    "stop",
                    "--wait",
                    "--timeout=60",
                    "--mode=" + mode,
                    "--pgdata=" + database);
            if (result.succeeded() || isAbsent(programs, database)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAbsent(Programs programs, Path database) {
        // pg_ctl's own exit code for "no server running"
        return programs.run(Duration.ofSeconds(30), "pg_ctl", "status", "--pgdata=" + database)
                        .exitCode()
                == 3;
    }

    DataFolder folder() {
        return folder;
    }

    Secrets secrets() {
        return secrets;
    }

    int port() {
        return port;
    }

    String jdbcUrl(String database) {
        return jdbcUrl(port, database);
    }

    static String jdbcUrl(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        // An interrupted thread would not wait for the server, and leave it behind.
        boolean interrupted = Thread.interrupted();
        try {
            if (!stop(programs, folder.database())) {
                LOG.error("The database server on {} does not stop; the next start will try again", folder.root());
            }
        } finally {
            log.close();
            folder.close();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
