package nl.leercirkel.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A PostgreSQL 17, the oldest version we support, as a municipality would have it: a server we do not manage, with a
 * superuser and nothing of ours in it.
 */
public final class ExternalPostgresForTests implements AutoCloseable {

    private final Postmaster postmaster;

    private ExternalPostgresForTests(Postmaster postmaster) {
        this.postmaster = postmaster;
    }

    /** Starts a server with its files in a folder, such as a {@code @TempDir}. */
    public static ExternalPostgresForTests start(Path folder) {
        return new ExternalPostgresForTests(Postmaster.start(folder, OptionalInt.empty(), Binaries.fromJar(jar())));
    }

    private static Path jar() {
        Path folder = Path.of("target", "postgres-17");
        try (var jars = Files.list(folder)) {
            return jars.filter(file -> file.toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow()
                    .toAbsolutePath();
        } catch (IOException absent) {
            throw new IllegalStateException(
                    folder.toAbsolutePath() + " is made by Maven in the phase generate-test-resources", absent);
        }
    }

    /** Makes a database owned by a new role without special rights; with {@code createrole} when asked for. */
    public DatabaseSettings.External createDatabase(String name, String password, boolean mayCreateRoles) {
        execute(
                "create role %s login %s password '%s'"
                        .formatted(name, mayCreateRoles ? "createrole" : "nocreaterole", password),
                "create database %s owner %s".formatted(name, name));
        return new DatabaseSettings.External(url(name), name, password, Optional.empty());
    }

    /** Runs statements as superuser in the database postgres. */
    public void execute(String... statements) {
        executeIn("postgres", statements);
    }

    /** Runs statements as superuser. */
    public void executeIn(String database, String... statements) {
        try (Connection connection = DriverManager.getConnection(
                        url(database), superuser().user(), superuser().password());
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public String url(String database) {
        return postmaster.jdbcUrl(database);
    }

    public Credentials superuser() {
        return postmaster.secrets().superuser();
    }

    @Override
    public void close() {
        postmaster.close();
    }
}
