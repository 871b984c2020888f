package nl.leercirkel.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a running embedded server is, and how it restarts; recovery after violence is in {@link RecoveryTest}. */
class PostgresServerTest {

    @TempDir
    static Path temporary;

    static Path data;

    @BeforeAll
    static void firstStart() throws SQLException {
        data = temporary.resolve("een map met spaties").resolve("data");
        try (PostgresServer server = PostgresServer.start(data)) {
            execute(server, server.owner(), "create table note (text text)", "insert into note values ('eerste')");
        }
    }

    @Test
    void aRestartKeepsTheData() throws SQLException {
        try (PostgresServer server = PostgresServer.start(data)) {
            assertThat(query(server, server.owner(), "select text from note")).containsExactly("eerste");
            assertThat(server.version()).startsWith("18.");
        }
    }

    @Test
    void theServerIsDurableLocalAndNeverWithoutPassword() throws SQLException {
        try (PostgresServer server = PostgresServer.start(data)) {
            assertThat(query(server, server.superuser(), """
                            select name || '=' || setting from pg_settings where name in ('fsync', 'full_page_writes',
                              'synchronous_commit', 'data_checksums', 'listen_addresses', 'unix_socket_directories',
                              'password_encryption', 'max_connections') order by lower(name)
                            """))
                    .containsExactly(
                            "data_checksums=on",
                            "fsync=on",
                            "full_page_writes=on",
                            "listen_addresses=127.0.0.1",
                            "max_connections=100",
                            "password_encryption=scram-sha-256",
                            "synchronous_commit=on",
                            "unix_socket_directories=");
            // The driver gives each session the zone of the JVM, so ask what the server was told.
            assertThat(
                            query(
                                    server,
                                    server.superuser(),
                                    "select name || '=' || setting from pg_file_settings where applied and lower(name) = 'timezone'"))
                    .containsExactly("timezone=UTC");
            assertThat(query(
                            server,
                            server.superuser(),
                            "select type || ' ' || address || ' ' || auth_method from pg_hba_file_rules"))
                    .containsExactly("host 127.0.0.1 scram-sha-256");
            assertThat(
                            query(
                                    server,
                                    server.superuser(),
                                    "select datlocprovider::text || ' ' || datlocale || ' ' || pg_encoding_to_char(encoding) from pg_database where datname = 'leercirkel'"))
                    .containsExactly("b C.UTF-8 UTF8");
        }
    }

    @Test
    void ownerAndApplicationCannotPassRowLevelSecurity() throws SQLException {
        try (PostgresServer server = PostgresServer.start(data)) {
            String rights =
                    "select rolname || ' ' || (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication) from pg_roles where rolname like 'leercirkel%' order by 1";
            assertThat(query(server, server.superuser(), rights))
                    .containsExactly("leercirkel_app false", "leercirkel_owner false", "leercirkel_super true");
            assertThat(query(
                            server,
                            server.owner(),
                            "select pg_has_role('leercirkel_app', 'leercirkel_owner', 'member')::text"))
                    .containsExactly("false");
            assertThatThrownBy(() -> execute(server, server.application(), "create table public.mine (x int)"))
                    .hasMessageContaining("permission denied for schema public");
            assertThatThrownBy(() -> execute(server, server.application(), "create schema mine"))
                    .hasMessageContaining("permission denied for database");
            assertThatThrownBy(() -> query(server, server.application(), "select * from note"))
                    .hasMessageContaining("permission denied for table");
            execute(server, server.application(), "create temporary table scratch (x int)");
        }
    }

    @Test
    void theApplicationReachesNoOtherDatabase() {
        try (PostgresServer server = PostgresServer.start(data)) {
            assertThatThrownBy(() -> DriverManager.getConnection(
                            "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(server.port()),
                            server.application().user(),
                            server.application().password()))
                    .hasMessageContaining("permission denied for database");
        }
    }

    @Test
    void aWrongPasswordIsRefused() {
        try (PostgresServer server = PostgresServer.start(data)) {
            for (Credentials right : List.of(server.superuser(), server.owner(), server.application())) {
                assertThatThrownBy(() -> query(server, new Credentials(right.user(), "fout"), "select 1"))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("password authentication failed");
            }
        }
    }

    @Test
    void passwordsStayInTheirPrivateFile() throws Exception {
        try (PostgresServer server = PostgresServer.start(data)) {
            assertThatThrownBy(
                            () -> query(server, new Credentials(server.owner().user(), "geheim-fout"), "select 1"))
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> execute(
                            server,
                            server.owner(),
                            "alter role leercirkel_super password '%s'"
                                    .formatted(server.superuser().password())))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> execute(
                            server,
                            server.owner(),
                            "create table person (name text primary key)",
                            "insert into person values ('Jansen'), ('Jansen')"))
                    .hasMessageContaining("duplicate key");

            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("secrets.properties"))))
                    .isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("database"))))
                    .isEqualTo("rwx------");
            assertThat(data.resolve("database.password")).doesNotExist();
            assertThat(data.resolve("postgres.log"))
                    .content()
                    .contains("password authentication failed", "duplicate key")
                    .doesNotContain(
                            server.superuser().password(),
                            server.owner().password(),
                            server.application().password(),
                            "geheim-fout",
                            "Jansen");
            assertThat(server.owner().toString()).doesNotContain(server.owner().password());
        }
    }

    @Test
    void aSecondStartInThisProcessIsRefusedAndLeavesTheFirstAlone() throws Exception {
        try (PostgresServer server = PostgresServer.start(data)) {
            for (int attempt = 0; attempt < 2; attempt++) {
                assertThatThrownBy(() -> PostgresServer.start(data))
                        .isInstanceOfSatisfying(
                                DatabaseStartException.class,
                                refused -> assertThat(refused.reason())
                                        .isEqualTo(DatabaseStartException.Reason.DATA_FOLDER_IN_USE))
                        .hasMessageContaining(data.toRealPath().toString())
                        .hasMessageContaining(
                                "proces " + ProcessHandle.current().pid())
                        .hasMessageContaining("LEERCIRKEL_DATA");
            }
            // Refusing must not have dropped this process's lock: another process is refused too.
            Process second = HoldServer.run(data);
            assertThat(HoldServer.answer(second))
                    .startsWith("DATA_FOLDER_IN_USE")
                    .contains("proces " + ProcessHandle.current().pid());
            assertThat(second.waitFor()).isZero();
            assertThat(query(server, server.owner(), "select text from note")).containsExactly("eerste");
        }
    }

    @Test
    void anotherProcessFindsTheRunningDatabase() throws Exception {
        try (PostgresServer server = PostgresServer.start(data)) {
            RunningDatabase running = RunningDatabase.find(data).orElseThrow();
            assertThat(running.process()).isEqualTo(ProcessHandle.current().pid());
            try (Connection connection = DriverManager.getConnection(
                    running.jdbcUrl(), running.owner().user(), running.owner().password())) {
                assertThat(connection.getCatalog()).isEqualTo("leercirkel");
            }
            server.close();
            server.close();
            assertThat(RunningDatabase.find(data)).isEmpty();
            assertThat(data.resolve("runtime.properties")).doesNotExist();
            assertThatThrownBy(() -> query(server, server.owner(), "select 1")).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void aChosenPortIsUsedAndATakenOneIsNamed() throws Exception {
        int port;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            port = taken.getLocalPort();
            OptionalInt wanted = OptionalInt.of(port);
            assertThatThrownBy(() -> PostgresServer.start(data, wanted))
                    .isInstanceOfSatisfying(
                            DatabaseStartException.class,
                            refused ->
                                    assertThat(refused.reason()).isEqualTo(DatabaseStartException.Reason.PORT_IN_USE))
                    .hasMessageContaining("Poort " + taken.getLocalPort());
        }
        try (PostgresServer server = PostgresServer.start(data, OptionalInt.of(port))) {
            assertThat(server.port()).isEqualTo(port);
        }
    }

    @Test
    void theServerHasASessionOfItsOwnSoThatCtrlCReachesOnlyTheApplication() throws Exception {
        try (PostgresServer server = PostgresServer.start(data)) {
            assertThat(server.port()).isPositive();
            long postmaster = postmaster(data);
            assertThat(session(postmaster))
                    .isEqualTo(postmaster)
                    .isNotEqualTo(session(ProcessHandle.current().pid()));
        }
    }

    static long postmaster(Path data) throws Exception {
        return Long.parseLong(Files.readAllLines(data.resolve("database/postmaster.pid"))
                .getFirst()
                .strip());
    }

    private static long session(long process) throws Exception {
        String line = Files.readString(Path.of("/proc/" + process + "/stat"));
        return Long.parseLong(line.substring(line.lastIndexOf(')') + 2).split(" ")[3]);
    }

    static void execute(PostgresServer server, Credentials user, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl(), user.user(), user.password());
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    static List<String> query(PostgresServer server, Credentials user, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl(), user.user(), user.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
