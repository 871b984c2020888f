package nl.leercirkel.backup;

import static nl.leercirkel.backup.Databases.contents;
import static nl.leercirkel.backup.Databases.execute;
import static nl.leercirkel.backup.Databases.query;
import static nl.leercirkel.backup.Databases.superuser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.leercirkel.database.Migrations;
import nl.leercirkel.database.PostgresServer;
import nl.leercirkel.database.UnpackedPrograms;
import org.flywaydb.core.api.MigrationInfo;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A copy of an installation with rows in each table, put back and compared. Finds the tables in the catalog: a module's
 * new table is covered by itself, and fails here when {@link SampleValues} knows no values for it.
 */
class BackupRestoreTest {

    private static final List<String> SESSIONS = List.of("identity.http_session", "identity.http_session_attributes");

    @TempDir
    static Path temporary;

    static Path sourceData;
    static PostgresServer source;
    static Connection sourceConnection;
    static GeneratedRows rows;

    @BeforeAll
    static void fillAnInstallation() throws Exception {
        sourceData = UnpackedPrograms.in(temporary.resolve("bron"));
        source = PostgresServer.start(sourceData);
        Migrations.of(source.jdbcUrl(), source.owner()).migrate();
        sourceConnection = superuser(source);
        rows = new GeneratedRows(sourceConnection, 20261122);
        rows.fill(8);
    }

    @AfterAll
    static void stop() throws Exception {
        sourceConnection.close();
        source.close();
    }

    @Test
    void eachTableHasRowsAndEachTypeOfColumnAValue() throws SQLException {
        assertThat(contents(sourceConnection))
                .allSatisfy((table, content) -> assertThat(content).as(table).isNotEmpty());
        assertThat(rows.typesWithValue()).isEqualTo(rows.types());
        assertThat(query(sourceConnection, """
                        select relname from pg_class join pg_namespace n on n.oid = relnamespace
                        where relkind not in ('r', 'p', 'i', 'I', 'S', 'v', 'c', 't')
                          and nspname not in ('pg_catalog', 'information_schema')
                        union all select 'large object ' || oid from pg_largeobject_metadata
                        """))
                .as("kinds of storage that a backup does not know")
                .isEmpty();
    }

    @Test
    void aBackupTakenWhileOthersWriteIsOfOneMoment() throws Exception {
        Path file = temporary.resolve("tijdens het werk.zip");
        Map<String, List<String>> before = contents(sourceConnection);

        // As soon as the first table is copied, and again after the second, each table gets new rows.
        int exitCode = Backup.run(
                List.of(file.toString()),
                Map.of("LEERCIRKEL_DATA", sourceData.toString()),
                writingAt(line -> line.contains(" rijen") && writes++ < 2),
                System.err);

        assertThat(exitCode).isZero();
        assertThat(writes).isGreaterThanOrEqualTo(2);
        assertThat(contents(sourceConnection)).allSatisfy((table, content) -> {
            if (!table.equals("public.flyway_schema_history")) {
                assertThat(content)
                        .as(table)
                        .hasSizeGreaterThan(before.get(table).size());
            }
        });
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");

        Path target = temporary.resolve("nieuw").resolve("map");
        assertThat(CommandLine.restore(target, file.toString()))
                .satisfies(result -> assertThat(result.err()).isEmpty())
                .satisfies(result -> assertThat(result.exitCode()).isZero());
        try (PostgresServer restored = PostgresServer.start(target);
                Connection connection = superuser(restored)) {
            assertSame(contents(connection), before);
            // The numbers go on where they were, and what is not a row came from the migrations.
            new GeneratedRows(connection, 7).fill(1);
            assertSchemasAreTheSame(connection);
            try (Connection application = Databases.connect(restored.jdbcUrl(), restored.application())) {
                assertThat(query(application, "select name from organisation.authority"))
                        .as("row-level security holds in the restored database")
                        .isEmpty();
                assertThatThrownBy(() -> execute(application, "delete from audit.entry"))
                        .hasMessageContaining("permission denied");
            }
        }
    }

    static int writes;

    @Test
    void aRunningInstallationIsFilledInOneStep() throws Exception {
        Path file = backupOfSource("voor-draaiend.zip");
        Path target = UnpackedPrograms.in(temporary.resolve("draait"));
        try (PostgresServer running = PostgresServer.start(target)) {
            Migrations.of(running.jdbcUrl(), running.owner()).migrate();
            try (Connection open = Databases.connect(running.jdbcUrl(), running.application())) {
                execute(open, """
                        insert into identity.http_session values ('a', 'a', 0, 0, 0, 0, 'iemand')
                        """);
                assertThat(CommandLine.restore(target, file.toString()).exitCode())
                        .isZero();
                assertThat(open.isValid(5)).isFalse();
            }
            assertSame(contents(running), contents(sourceConnection));
            assertThat(databases(running)).containsExactly("leercirkel", "postgres");
        }
    }

    @Test
    void anInstallationWithDataIsReplacedOnlyOnRequestAndIsKept() throws Exception {
        Path file = backupOfSource("voor-vervang.zip");
        Path folder = Files.createDirectory(temporary.resolve("vervang"));
        Path target = UnpackedPrograms.in(folder.resolve("data"));
        Map<String, List<String>> old;
        try (PostgresServer server = PostgresServer.start(target);
                Connection connection = superuser(server)) {
            Migrations.of(server.jdbcUrl(), server.owner()).migrate();
            new GeneratedRows(connection, 3).fill(2);
            old = contents(connection);
        }
        CommandLine refused = CommandLine.restore(target, file.toString());
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("staan al gegevens", "LEERCIRKEL_DATA", "--vervang");
        try (PostgresServer server = PostgresServer.start(target)) {
            assertThat(contents(server)).isEqualTo(old);
        }

        assertThat(CommandLine.restore(target, "--vervang", file.toString()).exitCode())
                .isZero();
        try (PostgresServer server = PostgresServer.start(target)) {
            assertSame(contents(server), contents(sourceConnection));
        }

        Path kept;
        try (var files = Files.list(folder)) {
            kept = files.filter(each -> each.toString().endsWith(".zip"))
                    .findFirst()
                    .orElseThrow();
        }
        assertThat(kept.getFileName().toString()).startsWith("data-voor-terugzetten-");
        assertThat(CommandLine.restore(target, "--vervang", kept.toString()).exitCode())
                .isZero();
        try (PostgresServer server = PostgresServer.start(target)) {
            assertSame(contents(server), old);
        }
    }

    @Test
    void aBackupOfAnOlderVersionIsBroughtUpToDate() throws Exception {
        Path older = UnpackedPrograms.in(temporary.resolve("ouder"));
        Path file = temporary.resolve("ouder.zip");
        try (PostgresServer server = PostgresServer.start(older);
                Connection connection = superuser(server)) {
            List<MigrationInfo> versions = Arrays.stream(Migrations.of(server.jdbcUrl(), server.owner())
                            .info()
                            .all())
                    .filter(MigrationInfo::isVersioned)
                    .toList();
            String last = versions.get(versions.size() - 2).getVersion().getVersion();
            Migrations.upTo(last, server.jdbcUrl(), server.owner()).migrate();
            new GeneratedRows(connection, 4).fill(3);
        }
        // Nobody runs on it: the command starts the database itself and stops it.
        assertThat(CommandLine.backup(older, file.toString()).exitCode()).isZero();

        Path target = UnpackedPrograms.in(temporary.resolve("bijgewerkt"));
        assertThat(CommandLine.restore(target, file.toString()))
                .satisfies(result -> assertThat(result.err()).isEmpty())
                .satisfies(result -> assertThat(result.out()).contains("oudere versie"));
        try (PostgresServer before = PostgresServer.start(older);
                PostgresServer restored = PostgresServer.start(target);
                Connection connection = superuser(restored)) {
            // The same rows, had that installation been upgraded where it was.
            Migrations.of(before.jdbcUrl(), before.owner()).migrate();
            assertSame(withoutHistory(contents(connection)), withoutHistory(contents(before)));
            assertThat(Migrations.of(restored.jdbcUrl(), restored.owner())
                            .info()
                            .pending())
                    .isEmpty();
            assertSchemasAreTheSame(connection);
        }
    }

    private static Map<String, List<String>> withoutHistory(Map<String, List<String>> contents) {
        Map<String, List<String>> rest = new TreeMap<>(contents);
        assertThat(rest.remove("public.flyway_schema_history")).isNotEmpty();
        return rest;
    }

    private static Path backupOfSource(String name) {
        Path file = temporary.resolve(name);
        assertThat(CommandLine.backup(sourceData, file.toString()).exitCode()).isZero();
        return file;
    }

    private static List<String> databases(PostgresServer server) throws SQLException {
        try (Connection connection = superuser(server)) {
            return query(connection, "select datname from pg_database where not datistemplate order by 1");
        }
    }

    /** Every table with the same rows; and of the browsers' sessions none. */
    static void assertSame(Map<String, List<String>> restored, Map<String, List<String>> expected) {
        assertThat(restored.keySet()).isEqualTo(expected.keySet());
        restored.forEach((table, content) ->
                assertThat(content).as(table).isEqualTo(SESSIONS.contains(table) ? List.of() : expected.get(table)));
    }

    /** Columns, constraints, indexes, policies, owners and rights as a fresh installation has them. */
    private static void assertSchemasAreTheSame(Connection restored) throws SQLException {
        for (String sql : List.of(
                "select table_schema || table_name || column_name || data_type || is_nullable || coalesce(column_default, '') from information_schema.columns where table_schema not in ('pg_catalog', 'information_schema') order by 1",
                "select conrelid::regclass || conname || pg_get_constraintdef(oid) || convalidated from pg_constraint order by 1",
                "select indexdef from pg_indexes where schemaname <> 'pg_catalog' order by 1",
                "select p::text from pg_policies p order by 1",
                "select c.oid::regclass || pg_get_userbyid(relowner) || coalesce(relacl::text, '') || relrowsecurity || relforcerowsecurity from pg_class c join pg_namespace n on n.oid = relnamespace where nspname !~ '^pg_' and nspname <> 'information_schema' order by 1",
                "select datname || pg_get_userbyid(datdba) || datacl::text from pg_database where datname = 'leercirkel'")) {
            assertThat(query(restored, sql)).isEqualTo(query(sourceConnection, sql));
        }
    }

    private interface Moment {
        boolean isHere(String line);
    }

    private static PrintStream writingAt(Moment moment) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        return new PrintStream(
                new OutputStream() {
                    @Override
                    public void write(int value) {
                        line.write(value);
                        if (value == '\n') {
                            String text = line.toString(StandardCharsets.UTF_8);
                            line.reset();
                            if (moment.isHere(text)) {
                                try {
                                    rows.fill(1);
                                } catch (SQLException failure) {
                                    throw new AssertionError(failure);
                                }
                            }
                        }
                    }
                },
                true,
                StandardCharsets.UTF_8);
    }
}
