package nl.leercirkel.backup;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Which tables and sequences there are, from PostgreSQL's catalog: a module's new table is in the backup without
 * anybody remembering to add it.
 */
record Catalog(List<Table> tables, List<Name> sequences) {

    /** The sessions of browsers: whoever was signed in on the day of the copy is not by its restoring. */
    private static final Set<Name> LEFT_OUT =
            Set.of(new Name("identity", "http_session"), new Name("identity", "http_session_attributes"));

    // Partitions are read and filled through the table they belong to. A generated column follows from the others.
    private static final String TABLES = """
            select n.nspname, c.relname,
                   array_agg(a.attname::text order by a.attnum) filter (where a.attgenerated = '')
            from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            where c.relkind in ('r', 'p') and not c.relispartition and c.relpersistence <> 't'
              and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
            group by 1, 2 order by 1, 2
            """;

    private static final String SEQUENCES = """
            select n.nspname, c.relname
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind = 'S' and c.relpersistence <> 't' and n.nspname !~ '^pg_'
            order by 1, 2
            """;

    /** A table or sequence with its schema. */
    record Name(String schema, String name) implements Comparable<Name> {

        /** For in SQL. */
        String quoted() {
            return quote(schema) + "." + quote(name);
        }

        @Override
        public int compareTo(Name other) {
            int bySchema = schema.compareTo(other.schema);
            return bySchema == 0 ? name.compareTo(other.name) : bySchema;
        }

        @Override
        public String toString() {
            return schema + "." + name;
        }
    }

    /** A table with the columns that are stored. */
    record Table(Name name, List<String> columns) {

        boolean isLeftOut() {
            return LEFT_OUT.contains(name);
        }
    }

    static Catalog read(Connection connection) throws SQLException {
        List<Table> tables = new ArrayList<>();
        List<Name> sequences = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet rows = statement.executeQuery(TABLES)) {
                while (rows.next()) {
                    tables.add(new Table(new Name(rows.getString(1), rows.getString(2)), strings(rows.getArray(3))));
                }
            }
            try (ResultSet rows = statement.executeQuery(SEQUENCES)) {
                while (rows.next()) {
                    sequences.add(new Name(rows.getString(1), rows.getString(2)));
                }
            }
        }
        return new Catalog(List.copyOf(tables), List.copyOf(sequences));
    }

    private static List<String> strings(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    /** The tables whose rows go into a backup. */
    List<Table> copied() {
        return tables.stream().filter(table -> !table.isLeftOut()).toList();
    }

    List<Name> leftOut() {
        return tables.stream().filter(Table::isLeftOut).map(Table::name).toList();
    }

    static String quote(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }
}
