package nl.leercirkel.database;

import static nl.leercirkel.database.PostgresServerTest.execute;
import static nl.leercirkel.database.PostgresServerTest.postmaster;
import static nl.leercirkel.database.PostgresServerTest.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import nl.leercirkel.database.DatabaseStartException.Reason;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The next start after the application, the server or the machine died, and after damage that it cannot mend. */
class RecoveryTest {

    @TempDir
    static Path temporary;

    static Path data;

    @BeforeAll
    static void firstStart() throws Exception {
        data = UnpackedPrograms.in(temporary.resolve("data"));
        try (PostgresServer server = PostgresServer.start(data)) {
            execute(server, server.owner(), "create table note (text text)", "insert into note values ('eerste')");
        }
    }

    @Test
    void theServerOfAKilledApplicationIsStoppedFirst() throws Exception {
        Process application = HoldServer.run(data);
        assertThat(HoldServer.answer(application)).startsWith("READY");
        RunningDatabase running = RunningDatabase.find(data).orElseThrow();
        assertThat(running.process()).isEqualTo(application.pid());
        long orphan = postmaster(data);
        try (Connection open = DriverManager.getConnection(
                        running.jdbcUrl(),
                        running.owner().user(),
                        running.owner().password());
                Statement statement = open.createStatement()) {
            statement.execute("create table before_the_kill as select 'bewaard' as text");
            application.destroyForcibly().waitFor();
            assertThat(isPostgres(orphan))
                    .as("the server outlives the application")
                    .isTrue();
            assertThat(RunningDatabase.find(data)).isEmpty();

            try (PostgresServer server = PostgresServer.start(data)) {
                assertThat(isPostgres(orphan)).isFalse();
                assertThat(query(server, server.owner(), "select text from before_the_kill"))
                        .containsExactly("bewaard");
                execute(server, server.owner(), "drop table before_the_kill");
            }
        }
    }

    @Test
    void committedRowsSurviveKillingTheServer() throws Exception {
        try (PostgresServer server = PostgresServer.start(data)) {
            execute(server, server.owner(), "create table committed as select generate_series(1, 5000) as n");
            ProcessHandle.of(postmaster(data)).orElseThrow().destroyForcibly();
        }
        try (PostgresServer server = PostgresServer.start(data)) {
            assertThat(query(server, server.owner(), "select count(*) from committed"))
                    .containsExactly("5000");
            execute(server, server.owner(), "drop table committed");
        }
    }

    @Test
    void aLeftOverServerNumberThatNowBelongsToAnotherProgramDoesNotStopTheStart() throws Exception {
        Process other = new ProcessBuilder("sleep", "600").start();
        try {
            Files.write(
                    data.resolve("database/postmaster.pid"),
                    List.of(
                            Long.toString(other.pid()),
                            data.resolve("database").toString(),
                            "1700000000",
                            "5432",
                            "",
                            "127.0.0.1",
                            "  5432001    131072",
                            "ready   "));
            try (PostgresServer server = PostgresServer.start(data)) {
                assertThat(query(server, server.owner(), "select text from note"))
                        .containsExactly("eerste");
            }
            assertThat(other.isAlive()).as("the other program is left alone").isTrue();
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void aHalfWrittenServerNumberDoesNotStopTheStart() throws Exception {
        Files.writeString(data.resolve("database/postmaster.pid"), "");
        try (PostgresServer server = PostgresServer.start(data)) {
            assertThat(query(server, server.owner(), "select text from note")).containsExactly("eerste");
        }
    }

    @Test
    void anApplicationKilledWhileMakingTheDatabaseStartsAfresh(@TempDir Path fresh) throws Exception {
        Process application = HoldServer.run(fresh);
        // PG_VERSION is among the first files initdb writes, long before it is done.
        while (!Files.exists(fresh.resolve("database.new/PG_VERSION"))) {
            assertThat(application.isAlive()).isTrue();
            Thread.onSpinWait();
        }
        application.destroyForcibly().waitFor();
        assertThat(fresh.resolve("database")).doesNotExist();
        Files.createDirectories(fresh.resolve("postgres/17.0.0.new/bin"));

        try (PostgresServer server = PostgresServer.start(fresh)) {
            assertThat(query(server, server.application(), "select current_user::text"))
                    .containsExactly("leercirkel_app");
        }
        try (var files = Files.list(fresh)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "database", "leercirkel.lock", "postgres", "postgres.log", "secrets.properties");
        }
        try (var versions = Files.list(fresh.resolve("postgres"))) {
            assertThat(versions).hasSize(1);
        }
    }

    @Test
    void rolesThatAreMissingAreMadeAtTheNextStart() throws Exception {
        try (PostgresServer server = PostgresServer.start(data)) {
            execute(
                    server,
                    server.superuser(),
                    "drop owned by leercirkel_app",
                    "revoke all on database leercirkel from leercirkel_app",
                    "drop role leercirkel_app");
        }
        try (PostgresServer server = PostgresServer.start(data)) {
            assertThat(query(server, server.application(), "select 1")).containsExactly("1");
        }
    }

    @Test
    void filesOfAnotherMajorVersionAreRefused() throws Exception {
        Path version = data.resolve("database/PG_VERSION");
        String right = Files.readString(version);
        try {
            Files.writeString(version, "16\n");
            assertRefused(Reason.OTHER_MAJOR_VERSION, "PostgreSQL 16", "PostgreSQL 18", "leercirkel backup");
        } finally {
            Files.writeString(version, right);
        }
    }

    @Test
    void missingOrForeignSecretsAreNamed() throws Exception {
        Path secrets = data.resolve("secrets.properties");
        Path kept = Files.move(secrets, data.resolve("kept"));
        try {
            assertRefused(Reason.SECRETS_UNUSABLE, "secrets.properties", "ontbreekt");
            Files.writeString(secrets, Files.readString(kept).replaceAll("(?m)^(leercirkel_super=).*", "$1anders"));
            assertRefused(Reason.SECRETS_UNUSABLE, "secrets.properties", "horen niet bij de database");
        } finally {
            Files.move(kept, secrets, StandardCopyOption.REPLACE_EXISTING);
        }
        try (PostgresServer server = PostgresServer.start(data)) {
            assertThat(query(server, server.owner(), "select text from note")).containsExactly("eerste");
        }
    }

    @Test
    void aServerThatDoesNotStartShowsItsLastLogLines() throws Exception {
        Path settings = data.resolve("database/postgresql.conf");
        String right = Files.readString(settings);
        try {
            Files.writeString(settings, "\nshared_preload_libraries = 'bestaat_niet'\n", StandardOpenOption.APPEND);
            assertRefused(Reason.SERVER_FAILED, "postgres.log", "could not access file \"bestaat_niet\"");
        } finally {
            Files.writeString(settings, right);
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws Exception {
        Path file = Files.createFile(temporary.resolve("bestand"));
        assertThatThrownBy(() -> PostgresServer.start(file.resolve("data")))
                .isInstanceOfSatisfying(
                        DatabaseStartException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.DATA_FOLDER_UNUSABLE))
                .hasMessageContaining("LEERCIRKEL_DATA");
        assertThatThrownBy(() -> PostgresServer.start(temporary.resolve("$(touch x)")))
                .isInstanceOf(DatabaseStartException.class)
                .hasMessageContaining("teken");
    }

    private static void assertRefused(Reason reason, String... parts) {
        assertThatThrownBy(() -> PostgresServer.start(data))
                .isInstanceOfSatisfying(
                        DatabaseStartException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason))
                .message()
                .contains(parts);
    }

    private static boolean isPostgres(long process) {
        try {
            return Files.readSymbolicLink(Path.of("/proc/" + process + "/exe")).endsWith("postgres");
        } catch (java.io.IOException gone) {
            return false;
        }
    }
}
