package nl.leercirkel.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/** Making roles without the password ever passing through a statement, where a log could keep it. */
final class Roles {

    private static final String HARMLESS = " login nosuperuser nocreatedb nocreaterole noreplication nobypassrls";

    private Roles() {}

    static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    static boolean exists(Connection connection, String role) throws SQLException {
        return exists(connection, "select 1 from pg_roles where rolname = ?", role);
    }

    /** Makes the role with its password, unless it is there. */
    static void ensure(Connection connection, Credentials role) throws SQLException {
        if (exists(connection, role.user())) {
            return;
        }
        boolean wasAutoCommit = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try {
            create(connection, role);
            connection.commit();
        } catch (SQLException failure) {
            connection.rollback();
            throw failure;
        } finally {
            connection.setAutoCommit(wasAutoCommit);
        }
    }

    static void create(Connection connection, Credentials role) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create role " + statement.enquoteIdentifier(role.user(), true) + HARMLESS);
        }
        setPassword(connection, role);
    }

    /** Takes away every right that would let the role pass row-level security; only a superuser may. */
    static void makeHarmless(Connection connection, String role) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("alter role " + statement.enquoteIdentifier(role, true) + HARMLESS);
        }
    }

    /** The driver computes the SCRAM verifier; the server does not see the password. */
    static void setPassword(Connection connection, Credentials role) throws SQLException {
        connection
                .unwrap(PGConnection.class)
                .alterUserPassword(role.user(), role.password().toCharArray(), "scram-sha-256");
    }
}
