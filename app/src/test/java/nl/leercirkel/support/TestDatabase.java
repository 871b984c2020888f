package nl.leercirkel.support;

import com.zaxxer.hikari.HikariConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import nl.leercirkel.database.DatabaseSettings;
import nl.leercirkel.database.Migrations;
import nl.leercirkel.database.PostgresServer;
import nl.leercirkel.database.UnpackedPrograms;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** The product's own PostgreSQL, one server for all tests, started when first needed and stopped with the JVM. */
public final class TestDatabase {
    private static final PostgresServer SERVER = start();
    private static final String SHARED = "leercirkel";
    /** The master key of all tests. */
    public static final String KEYS = "1:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    private TestDatabase() {}

    private static PostgresServer start() {
        try {
            Path target = Files.createDirectories(Path.of("target"));
            Path folder = Files.createTempDirectory(target, "test-database-");
            PostgresServer server = PostgresServer.start(UnpackedPrograms.in(folder));
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop test database"));
            hurry(server);
            return server;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Nobody needs these data after a power failure; what a killed process leaves is whole without it. */
    private static void hurry(PostgresServer server) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        server.jdbcUrl(),
                        server.superuser().user(),
                        server.superuser().password());
                Statement statement = connection.createStatement()) {
            statement.execute("alter system set fsync = off");
            statement.execute("select pg_reload_conf()");
        }
    }

    /** A new, empty database; the properties that point the application to it. */
    public static String[] emptyDatabase(String name) {
        execute("create database " + name + " owner " + SERVER.owner().user());
        return properties(name);
    }

    public static String[] properties(String database) {
        return new String[] {
            DatabaseSettings.URL + "=" + url(database),
            DatabaseSettings.USER + "=" + SERVER.owner().user(),
            DatabaseSettings.PASSWORD + "=" + SERVER.owner().password(),
            DatabaseSettings.APPLICATION_PASSWORD + "=" + SERVER.application().password(),
            // Keys of no installation: their bytes are counted.
            "LEERCIRKEL_KEYS=" + KEYS,
            // Several applications share this server; each takes the connections it uses and no more.
            "spring.datasource.hikari.minimum-idle=2"
        };
    }

    /** A new database with all tables; how to connect to it as the application. */
    public static HikariConfig migratedDatabase(String name) {
        execute("create database " + name + " owner " + SERVER.owner().user());
        Migrations.of(url(name), SERVER.owner()).migrate();
        return application(name);
    }

    /** How to connect as the application to the database that all tests share. */
    public static HikariConfig application() {
        return application(SHARED);
    }

    private static HikariConfig application(String database) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url(database));
        config.setUsername(SERVER.application().user());
        config.setPassword(SERVER.application().password());
        return config;
    }

    /** A connection to a database as the superuser, who sees all. */
    public static Connection superuserOf(String database) throws SQLException {
        return DriverManager.getConnection(
                url(database), SERVER.superuser().user(), SERVER.superuser().password());
    }

    /** Properties for the database that all tests share. */
    public static String[] properties() {
        return properties(SHARED);
    }

    /** A connection to the shared database as the superuser, who sees all: to check what is really stored. */
    public static Connection asSuperuser() throws SQLException {
        return superuserOf(SHARED);
    }

    /** The same for a database of {@link #emptyDatabase}. */
    public static Connection asSuperuser(String database) throws SQLException {
        return DriverManager.getConnection(
                url(database), SERVER.superuser().user(), SERVER.superuser().password());
    }

    /** A connection to the shared database as the application's own role, as a pool would open it. */
    public static Connection asApplication() throws SQLException {
        return DriverManager.getConnection(
                url(SHARED), SERVER.application().user(), SERVER.application().password());
    }

    /** The first column of what a query gives, in the shared database, where the superuser sees all; none of a change. */
    public static List<String> rows(String query) {
        try (Connection connection = asSuperuser();
                Statement statement = connection.createStatement()) {
            List<String> rows = new ArrayList<>();
            if (statement.execute(query)) {
                try (ResultSet found = statement.getResultSet()) {
                    while (found.next()) {
                        rows.add(found.getString(1));
                    }
                }
            }
            return rows;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Changes something in the shared database that the application itself would not. */
    public static void updateAsSuperuser(String statement) {
        execute(statement);
    }

    private static String url(String database) {
        return SERVER.jdbcUrl().replaceFirst("/[^/?]+(\\?|$)", "/" + database + "$1");
    }

    private static void execute(String sql) {
        try (Connection connection = asSuperuser();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Points a test's application to the database that all tests share. */
    static final class Initializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of(properties()).applyTo(context);
        }
    }
}
