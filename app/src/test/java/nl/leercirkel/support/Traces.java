package nl.leercirkel.support;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/** Looks for texts that may have been left nowhere: not in a table, a log or a temporary file, not even for a moment. */
public final class Traces {
    private final List<String> secrets;

    public Traces(List<String> secrets) {
        this.secrets = List.copyOf(secrets);
    }

    /** What is done while the temporary files and the log are watched. */
    @FunctionalInterface
    public interface Work {
        void run() throws Exception;
    }

    /** Does the work and fails where any of it left a trace. */
    public void assertNone(Work work) throws Exception {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        log.start();
        root.addAppender(log);
        AtomicBoolean watching = new AtomicBoolean(true);
        TreeSet<String> seen = new TreeSet<>();
        Thread watcher = Thread.ofPlatform().start(() -> {
            while (watching.get()) {
                seen.addAll(temporaryFiles());
            }
        });
        try {
            work.run();
        } finally {
            watching.set(false);
            watcher.join();
            root.detachAppender(log);
        }
        assertThat(seen).as("temporary files that told while they were there").isEmpty();
        assertThat(temporaryFiles()).isEmpty();
        assertThat(rows()).isEmpty();
        assertThat(log.list.stream().map(ILoggingEvent::getFormattedMessage))
                .noneMatch(line -> secrets.stream().anyMatch(line::contains));
        assertThat(serverLogs()).isEmpty();
    }

    /** Every table, each row as text; bytes also as the characters they may be. */
    private List<String> rows() throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = TestDatabase.asSuperuser();
                Statement statement = connection.createStatement()) {
            List<String> columns = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery("""
                    select format('%I.%I|%I|%s', c.table_schema, c.table_name, c.column_name, c.udt_name)
                    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
                    where t.table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
                    """)) {
                while (rows.next()) {
                    columns.add(rows.getString(1));
                }
            }
            assertThat(columns).hasSizeGreaterThan(300);
            for (String column : columns) {
                String[] parts = column.split("\\|");
                String text = parts[2].equals("bytea") ? "encode(" + parts[1] + ", 'escape')" : parts[1] + "::text";
                for (String secret : secrets) {
                    try (ResultSet rows = statement.executeQuery("select 1 from " + parts[0] + " where position('"
                            + secret + "' in " + text + ") > 0 limit 1")) {
                        if (rows.next()) {
                            found.add(parts[0] + "." + parts[1] + " holds " + secret);
                        }
                    }
                }
            }
        }
        return found;
    }

    /** Where Java and the web server put what they cannot keep in memory. */
    private List<String> temporaryFiles() {
        List<String> found = new ArrayList<>();
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        try (Stream<Path> roots = Files.list(temporary)) {
            List<Path> ours = roots.filter(
                            path -> path.getFileName().toString().matches("(leercirkel|tomcat|upload|poi).*"))
                    .toList();
            for (Path root : ours) {
                try (Stream<Path> files = Files.walk(root)) {
                    files.filter(Files::isRegularFile).filter(this::tells).forEach(file -> found.add(file.toString()));
                } catch (IOException | UncheckedIOException gone) {
                    // it was taken away while we looked
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return found;
    }

    private boolean tells(Path file) {
        try {
            String content = Files.readString(file, StandardCharsets.ISO_8859_1);
            return secrets.stream().anyMatch(content::contains);
        } catch (IOException gone) {
            return false;
        }
    }

    private List<String> serverLogs() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("target"))) {
            return folders.filter(path -> path.getFileName().toString().startsWith("test-database-"))
                    .map(path -> path.resolve("postgres.log"))
                    .filter(Files::exists)
                    .filter(this::tells)
                    .map(Path::toString)
                    .toList();
        }
    }
}
