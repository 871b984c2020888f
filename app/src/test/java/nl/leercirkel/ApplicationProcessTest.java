package nl.leercirkel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.leercirkel.database.DatabaseSettings;
import nl.leercirkel.database.ExternalPostgresForTests;
import nl.leercirkel.database.RunningDatabase;
import nl.leercirkel.database.UnpackedPrograms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application as its administrator meets it: a process that starts, stops, dies and is started again. */
class ApplicationProcessTest {

    // Above 128: ended by that signal, as the shell has it.
    private static final int BY_INT = 130;
    private static final int BY_KILL = 137;
    private static final int BY_TERM = 143;

    @TempDir
    Path temporary;

    @Test
    void stoppingAndKillingLeaveNothingBehindAndLoseNothing() throws Exception {
        Path data = temporary.resolve("data");
        try (RunningApplication first = start(data).awaitReady()) {
            assertThat(first.health().orElseThrow()).isEqualTo(200);
            addAuthority(data, "Gemeente van de eerste start");
            assertStops(first, data, "TERM", BY_TERM);
        }
        try (RunningApplication second = start(data).awaitReady()) {
            assertThat(authorities(data)).containsExactly("Gemeente van de eerste start");
            addAuthority(data, "Gemeente voor de klap");
            second.signal("KILL");
            assertThat(second.awaitExit()).isEqualTo(BY_KILL);
            assertThat(RunningApplication.serverProcesses(data))
                    .as("the database outlives a killed application")
                    .isNotEmpty();
        }
        try (RunningApplication third = start(data).awaitReady()) {
            assertThat(authorities(data)).containsExactly("Gemeente van de eerste start", "Gemeente voor de klap");
            assertStops(third, data, "INT", BY_INT);
        }
    }

    private static void assertStops(RunningApplication application, Path data, String signal, int exitCode)
            throws Exception {
        assertThat(RunningApplication.serverProcesses(data)).isNotEmpty();
        application.signal(signal);
        assertThat(application.awaitExit()).isEqualTo(exitCode);
        assertThat(RunningApplication.serverProcesses(data)).isEmpty();
        assertThat(data.resolve("database/postmaster.pid")).doesNotExist();
        assertThat(application.output()).doesNotContain("\tat ");
    }

    @Test
    void whatStandsInTheWayOfAStartIsSaidInDutchAndABackupIsMadeMeanwhile() throws Exception {
        Path data = UnpackedPrograms.in(temporary.resolve("data"));
        int port = freePort();
        try (RunningApplication running =
                RunningApplication.start(temporary, port, settings(data)).awaitReady()) {
            addAuthority(data, "Gemeente in de reservekopie");

            try (RunningApplication second = start(data)) {
                assertThat(second.awaitExit()).isEqualTo(1);
                assertThat(second.output())
                        .contains("Leercirkel start niet: De gegevensmap " + data.toRealPath() + " wordt al gebruikt")
                        .doesNotContain("\tat ", "Exception");
            }
            Path elsewhere = UnpackedPrograms.in(temporary.resolve("elders"));
            try (RunningApplication samePort = RunningApplication.start(temporary, port, settings(elsewhere))) {
                assertThat(samePort.awaitExit()).isEqualTo(1);
                assertThat(samePort.output())
                        .contains("Leercirkel start niet: poort " + port + " is al in gebruik", "LEERCIRKEL_PORT")
                        .doesNotContain("\tat ", "Exception");
                assertThat(RunningApplication.serverProcesses(elsewhere)).isEmpty();
            }

            String file = temporary.resolve("kopie.zip").toString();
            try (RunningApplication backup = command(data, "backup", file)) {
                assertThat(backup.awaitExit()).as(backup.output()).isZero();
                assertThat(backup.output())
                        .contains("organisation.authority", "Klaar")
                        .doesNotContain(" DEBUG ", " INFO ");
            }
            Path restored = UnpackedPrograms.in(temporary.resolve("teruggezet"));
            try (RunningApplication restore = command(restored, "restore", file)) {
                assertThat(restore.awaitExit()).as(restore.output()).isZero();
                assertThat(restore.output()).contains("Klaar").doesNotContain(" DEBUG ", " INFO ");
                assertThat(RunningApplication.serverProcesses(restored)).isEmpty();
            }
            try (RunningApplication again = start(restored).awaitReady()) {
                assertThat(authorities(restored)).containsExactly("Gemeente in de reservekopie");
            }
            // The whole of it happened beside an application that served on.
            assertThat(running.health().orElseThrow()).isEqualTo(200);

            try (RunningApplication refused = command(data, "restore", file)) {
                assertThat(refused.awaitExit()).isEqualTo(1);
                assertThat(refused.output()).contains("staan al gegevens").doesNotContain("\tat ");
            }
            try (RunningApplication replaced = command(data, "restore", file, "--vervang")) {
                assertThat(replaced.awaitExit()).as(replaced.output()).isZero();
            }
            assertThat(authorities(data)).containsExactly("Gemeente in de reservekopie");
            assertThat(running.health().orElseThrow())
                    .as("after its database was replaced")
                    .isEqualTo(200);
        }
    }

    @Test
    void anExternalDatabaseServesWithoutADataFolder() throws Exception {
        Path work = Files.createDirectory(temporary.resolve("werkmap"));
        try (ExternalPostgresForTests server = ExternalPostgresForTests.start(temporary.resolve("server"))) {
            DatabaseSettings.External database = server.createDatabase("extern", "wachtwoord-extern", true);
            Map<String, String> settings = Map.of(
                    DatabaseSettings.DATA, work.resolve("nooit").toString(),
                    DatabaseSettings.URL, database.url(),
                    DatabaseSettings.USER, database.user(),
                    DatabaseSettings.PASSWORD, database.password());
            try (RunningApplication application =
                    RunningApplication.start(work, freePort(), settings).awaitReady()) {
                assertThat(application.health().orElseThrow()).isEqualTo(200);
                assertThat(query(
                                server.url("extern"),
                                server.superuser().user(),
                                server.superuser().password(),
                                "select count(*) from public.flyway_schema_history where not success"))
                        .containsExactly("0");
                assertThat(
                                query(
                                        server.url("extern"),
                                        server.superuser().user(),
                                        server.superuser().password(),
                                        "select distinct usename from pg_stat_activity where application_name = 'PostgreSQL JDBC Driver' and datname = 'extern' and pid <> pg_backend_pid() and usename <> 'leercirkel_super'"))
                        .containsExactly("leercirkel_app");
                application.signal("TERM");
                assertThat(application.awaitExit()).isEqualTo(BY_TERM);
            }
            try (var files = Files.list(work)) {
                assertThat(files).isEmpty();
            }
        }
    }

    private static RunningApplication start(Path data) throws IOException {
        return RunningApplication.start(data.getParent(), freePort(), settings(data));
    }

    private static RunningApplication command(Path data, String... arguments) throws IOException {
        return RunningApplication.run(data.getParent(), 1, settings(data), arguments);
    }

    private static Map<String, String> settings(Path data) {
        return Map.of(DatabaseSettings.DATA, data.toString());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private static void addAuthority(Path data, String name) throws SQLException {
        RunningDatabase database = RunningDatabase.find(data).orElseThrow();
        query(
                database.jdbcUrl(),
                database.superuser().user(),
                database.superuser().password(),
                "insert into organisation.authority (kind, code, name) values ('MUNICIPALITY', '%s', '%s') returning name"
                        .formatted(name, name));
    }

    private static List<String> authorities(Path data) throws SQLException {
        RunningDatabase database = RunningDatabase.find(data).orElseThrow();
        return query(
                database.jdbcUrl(),
                database.superuser().user(),
                database.superuser().password(),
                "select name from organisation.authority order by name");
    }

    private static List<String> query(String url, String user, String password, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
