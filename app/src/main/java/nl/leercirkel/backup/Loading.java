package nl.leercirkel.backup;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** Fills a migrated database with the rows of a backup, in one transaction and as they were: no trigger fires. */
final class Loading {

    private static final int BUFFER = 64 * 1024;

    // References are not checked while rows come in any order, so afterwards each is looked up.
    private static final String BROKEN_REFERENCES = """
            select k.conrelid::regclass::text || ' (' || k.conname || ')',
                   format('select exists (select from %s c where %s and not exists (select from %s p where %s))',
                     k.conrelid::regclass,
                     string_agg(format('c.%I is not null', c.attname), ' and ' order by n),
                     k.confrelid::regclass,
                     string_agg(format('p.%I = c.%I', p.attname, c.attname), ' and ' order by n))
            from pg_constraint k
            cross join unnest(k.conkey, k.confkey) with ordinality as pair (child, parent, n)
            join pg_attribute c on c.attrelid = k.conrelid and c.attnum = child
            join pg_attribute p on p.attrelid = k.confrelid and p.attnum = parent
            where k.contype = 'f' and k.conparentid = 0
            group by k.oid, k.conrelid, k.confrelid, k.conname
            """;

    private final Connection connection;
    private final Archive archive;
    private final Consumer<Manifest.Content> progress;

    /** For a connection as superuser. */
    Loading(Connection connection, Archive archive, Consumer<Manifest.Content> progress) {
        this.connection = connection;
        this.archive = archive;
        this.progress = progress;
    }

    /**
     * Replaces all rows.
     *
     * @param toRepeat scripts to take out of Flyway's history, so that they run again
     */
    void load(List<String> toRepeat) throws SQLException, IOException {
        connection.setAutoCommit(false);
        try {
            execute("set local session_replication_role = replica");
            execute("set local search_path = ''");
            execute("set local timezone = 'UTC'");
            execute("set local intervalstyle = 'postgres'");
            Catalog catalog = Catalog.read(connection);
            checkSameTables(catalog);
            execute("truncate "
                    + catalog.tables().stream()
                            .map(table -> table.name().quoted())
                            .collect(Collectors.joining(", ")));
            for (Manifest.Content content : archive.manifest().tables()) {
                load(content);
                progress.accept(content);
            }
            setSequences(catalog);
            checkReferences();
            repeat(toRepeat);
            connection.commit();
        } catch (SQLException | IOException | RuntimeException failure) {
            connection.rollback();
            throw failure;
        }
        connection.setAutoCommit(true);
        execute("analyze");
    }

    // The names in the file are used in SQL only after they are found in the catalog.
    private void checkSameTables(Catalog catalog) {
        Map<Catalog.Name, List<String>> here = new HashMap<>();
        catalog.copied().forEach(table -> here.put(table.name(), table.columns()));
        for (Manifest.Content content : archive.manifest().tables()) {
            List<String> columns = here.remove(content.table());
            if (columns == null) {
                throw Refusal.failed("de reservekopie heeft een tabel die hier niet hoort: %s.", content.table());
            }
            if (columns.size() != content.columns().size()
                    || !new HashSet<>(columns).equals(new HashSet<>(content.columns()))) {
                throw Refusal.failed("de kolommen van %s in de reservekopie horen hier niet.", content.table());
            }
        }
        if (!here.isEmpty()) {
            throw Refusal.failed(
                    "de reservekopie mist een tabel: %s.",
                    here.keySet().iterator().next());
        }
    }

    private void load(Manifest.Content content) throws SQLException, IOException {
        CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
        String sql = "copy %s (%s) from stdin".formatted(content.table().quoted(), Snapshot.columns(content.columns()));
        try (InputStream rows = new BufferedInputStream(archive.read(content), BUFFER)) {
            long loaded = copy.copyIn(sql, rows, BUFFER);
            if (loaded != content.rows()) {
                throw Refusal.failed(
                        "van %s zijn %d rijen geladen in plaats van %d.", content.table(), loaded, content.rows());
            }
        }
    }

    private void setSequences(Catalog catalog) throws SQLException {
        Set<Catalog.Name> here = Set.copyOf(catalog.sequences());
        for (Manifest.Position position : archive.manifest().sequences()) {
            if (!here.contains(position.sequence())) {
                throw Refusal.failed("de reservekopie heeft een teller die hier niet hoort: %s.", position.sequence());
            }
            try (PreparedStatement statement = connection.prepareStatement("select setval(?::regclass, ?, ?)")) {
                statement.setString(1, position.sequence().quoted());
                statement.setLong(2, position.lastValue());
                statement.setBoolean(3, position.called());
                statement.execute();
            }
        }
    }

    private void checkReferences() throws SQLException {
        Map<String, String> checks = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(BROKEN_REFERENCES)) {
            while (rows.next()) {
                checks.put(rows.getString(1), rows.getString(2));
            }
        }
        for (Map.Entry<String, String> check : checks.entrySet()) {
            try (Statement statement = connection.createStatement();
                    ResultSet broken = statement.executeQuery(check.getValue())) {
                if (broken.next() && broken.getBoolean(1)) {
                    throw Refusal.failed(
                            "de reservekopie klopt niet: %s verwijst naar rijen die er niet in staan.", check.getKey());
                }
            }
        }
    }

    private void repeat(List<String> scripts) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "delete from " + Snapshot.HISTORY + " where version is null and script = ?")) {
            for (String script : scripts) {
                statement.setString(1, script);
                statement.execute();
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
