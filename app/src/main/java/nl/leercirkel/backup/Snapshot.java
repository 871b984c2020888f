package nl.leercirkel.backup;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nl.leercirkel.security.Sha256;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Writes all rows as they are at one moment, however long it takes and whatever others write meanwhile. Memory does not
 * grow with the tables.
 */
final class Snapshot {

    static final String HISTORY = "public.flyway_schema_history";

    private static final int BUFFER = 64 * 1024;

    private final Connection connection;
    private final Consumer<Manifest.Content> progress;

    Snapshot(Connection connection, Consumer<Manifest.Content> progress) {
        this.connection = connection;
        this.progress = progress;
    }

    /** Writes the ZIP; the stream stays open. */
    Manifest write(OutputStream out) throws SQLException, IOException {
        connection.setAutoCommit(false);
        try {
            begin();
            Catalog catalog = Catalog.read(connection);
            if (catalog.tables().stream()
                    .noneMatch(table -> table.name().toString().equals(HISTORY))) {
                throw Refusal.failed("er is nog niets om te bewaren: Leercirkel is hier nog niet gestart.");
            }
            lock(catalog);
            ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(out, BUFFER));
            Manifest manifest = write(catalog, zip);
            zip.finish();
            zip.flush();
            return manifest;
        } finally {
            connection.rollback();
        }
    }

    private void begin() throws SQLException {
        execute(
                "set transaction isolation level repeatable read, read only",
                "set local search_path = ''",
                "set local timezone = 'UTC'",
                "set local intervalstyle = 'postgres'",
                "set local bytea_output = 'hex'",
                // Reading everything is the work; it must not be cut off.
                "set local statement_timeout = 0",
                "set local idle_in_transaction_session_timeout = 0");
    }

    // Emptying or changing a table is not bound to snapshots: it waits until we are done.
    private void lock(Catalog catalog) throws SQLException {
        execute("lock table "
                + catalog.copied().stream().map(table -> table.name().quoted()).collect(Collectors.joining(", "))
                + " in access share mode");
    }

    private Manifest write(Catalog catalog, ZipOutputStream zip) throws SQLException, IOException {
        List<Manifest.Content> contents = new ArrayList<>();
        for (Catalog.Table table : catalog.copied()) {
            Manifest.Content content = write(table, zip);
            contents.add(content);
            progress.accept(content);
        }
        Manifest manifest = new Manifest(
                Manifest.PRODUCT,
                Manifest.FORMAT,
                ProductVersion.current(),
                connection.getMetaData().getDatabaseProductVersion(),
                Instant.now(),
                migrations(),
                contents,
                // After the rows: a sequence only goes up, so no number in the rows is beyond it.
                positions(catalog),
                catalog.leftOut());
        zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
        zip.write(manifest.toJson());
        zip.closeEntry();
        return manifest;
    }

    private Manifest.Content write(Catalog.Table table, ZipOutputStream zip) throws SQLException, IOException {
        zip.putNextEntry(new ZipEntry(Manifest.Content.entry(table.name())));
        CountingStream counted = new CountingStream(zip);
        DigestOutputStream digested = new DigestOutputStream(counted, Sha256.digest());
        // The rows of PostgreSQL come one by one; the ZIP likes them by the block.
        BufferedOutputStream buffered = new BufferedOutputStream(digested, BUFFER);
        CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
        long rows = copy.copyOut(
                "copy (select %s from %s) to stdout"
                        .formatted(columns(table.columns()), table.name().quoted()),
                buffered);
        buffered.flush();
        zip.closeEntry();
        String sha256 = HexFormat.of().formatHex(digested.getMessageDigest().digest());
        return new Manifest.Content(table.name(), table.columns(), rows, counted.count, sha256);
    }

    static String columns(List<String> names) {
        return names.stream().map(Catalog::quote).collect(Collectors.joining(", "));
    }

    private List<Manifest.Migration> migrations() throws SQLException {
        List<Manifest.Migration> migrations = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select version, script, checksum from " + HISTORY
                        + " where success order by installed_rank")) {
            while (rows.next()) {
                Integer checksum = rows.getObject(3, Integer.class);
                migrations.add(new Manifest.Migration(rows.getString(1), rows.getString(2), checksum));
            }
        }
        return migrations;
    }

    private List<Manifest.Position> positions(Catalog catalog) throws SQLException {
        List<Manifest.Position> positions = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            for (Catalog.Name sequence : catalog.sequences()) {
                try (ResultSet row = statement.executeQuery("select last_value, is_called from " + sequence.quoted())) {
                    row.next();
                    positions.add(new Manifest.Position(sequence, row.getLong(1), row.getBoolean(2)));
                }
            }
        }
        return positions;
    }

    private void execute(String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static final class CountingStream extends FilterOutputStream {

        private long count;

        CountingStream(OutputStream out) {
            super(Objects.requireNonNull(out));
        }

        @Override
        public void write(int value) throws IOException {
            out.write(value);
            count++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            count += length;
        }
    }
}
