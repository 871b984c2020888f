package nl.leercirkel.backup;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.leercirkel.database.Credentials;
import nl.leercirkel.database.PostgresServer;

/** What the tests ask of a database, in other ways than the code under test. */
final class Databases {

    private Databases() {}

    static Connection connect(String url, Credentials role) throws SQLException {
        return DriverManager.getConnection(url, role.user(), role.password());
    }

    static Connection superuser(PostgresServer server) throws SQLException {
        return connect(server.jdbcUrl(), server.superuser());
    }

    static List<String> query(Connection connection, String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    static void execute(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** All rows of all tables, each row as PostgreSQL writes it. */
    static Map<String, List<String>> contents(Connection connection) throws SQLException {
        Map<String, List<String>> contents = new TreeMap<>();
        for (String table : query(connection, """
                select quote_ident(table_schema) || '.' || quote_ident(table_name) from information_schema.tables
                where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
                """)) {
            contents.put(
                    table, query(connection, "select t::text from " + table + " t order by t::text collate \"C\""));
        }
        return contents;
    }

    static Map<String, List<String>> contents(PostgresServer server) throws SQLException {
        try (Connection connection = superuser(server)) {
            return contents(connection);
        }
    }
}
