package nl.leercirkel.database;

import static nl.leercirkel.database.DatabaseStartException.Reason.SECRETS_UNUSABLE;
import static nl.leercirkel.database.DatabaseStartException.Reason.SERVER_FAILED;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The database and the roles inside our own server. Checked at every start, each step only when it is missing: an
 * application that died between two steps completes them the next time.
 */
final class OwnDatabase {

    static final String NAME = "leercirkel";

    private static final String DISK_FULL = "53100";

    private OwnDatabase() {}

    /** Prepares the server and returns its version. */
    static String prepare(Postmaster postmaster) {
        Secrets secrets = postmaster.secrets();
        try {
            try (Connection server = connect(postmaster, "postgres")) {
                Roles.ensure(server, secrets.owner());
                Roles.ensure(server, secrets.application());
                if (!Roles.exists(server, "select 1 from pg_database where datname = ?", NAME)) {
                    execute(server, "create database " + NAME + " owner " + Secrets.OWNER);
                }
                limitAccess(server, NAME);
                execute(server, "revoke all on database postgres, template1 from public");
                SpareDatabase.removeLeftovers(server);
            }
            try (Connection database = connect(postmaster, NAME)) {
                closePublicSchema(database);
                return database.getMetaData().getDatabaseProductVersion();
            }
        } catch (SQLException failure) {
            if (ApplicationRole.WRONG_PASSWORD.equals(failure.getSQLState())) {
                throw new DatabaseStartException(
                        SECRETS_UNUSABLE,
                        "De wachtwoorden in %s horen niet bij de database in %s. Zet het bestand terug uit een reservekopie van de gegevensmap."
                                .formatted(
                                        postmaster.folder().secrets(),
                                        postmaster.folder().database()),
                        failure);
            }
            if (DISK_FULL.equals(failure.getSQLState())) {
                throw DataFolder.full(postmaster.folder().root(), failure);
            }
            throw new DatabaseStartException(
                    SERVER_FAILED,
                    "De database in %s is gestart maar niet in te richten: %s"
                            .formatted(postmaster.folder().root(), failure.getMessage()),
                    failure);
        }
    }

    /** Makes an empty database that is open to whom it should be. */
    static void create(Connection server, String name) throws SQLException {
        execute(server, "create database " + name + " owner " + Secrets.OWNER);
        limitAccess(server, name);
    }

    private static void limitAccess(Connection server, String name) throws SQLException {
        execute(
                server,
                "revoke all on database " + name + " from public",
                "grant connect, temporary on database " + name + " to " + ApplicationRole.NAME);
    }

    static void closePublicSchema(Connection database) throws SQLException {
        execute(database, "revoke create on schema public from public");
    }

    private static Connection connect(Postmaster postmaster, String database) throws SQLException {
        Credentials superuser = postmaster.secrets().superuser();
        return DriverManager.getConnection(postmaster.jdbcUrl(database), superuser.user(), superuser.password());
    }

    static void execute(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
