package nl.leercirkel.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import nl.leercirkel.security.Role;
import nl.leercirkel.support.Browser;
import nl.leercirkel.support.IntegrationTest;
import nl.leercirkel.support.TestDatabase;
import nl.leercirkel.support.TestPeople;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Messages sent through the pages, as an analyst does, with numbers, names and addresses that occur nowhere else: afterwards none
 * of them is in any column of the database, in the log, or in a temporary file, nor was one in a temporary file meanwhile.
 */
@IntegrationTest
class NothingPersonalTest {
    /** Of the official test range, and not used by other tests. */
    private static final String NUMBER = "999991024";

    private static final String NAME = "Xyzzylantaarn";
    private static final String POSTCODE = "9876ZX";
    private static final String PHONE = "0784433221";
    private static final String BIRTH = "2010-02-27";
    private static final List<String> SECRETS = List.of(NUMBER, NAME, POSTCODE, PHONE, BIRTH);

    @LocalServerPort
    private int port;

    @Autowired
    private TestPeople people;

    @Test
    void noNumberNameOrAddressIsLeftAnywhere() throws Exception {
        assertThat(new nl.leercirkel.standards.ijw.message.Bsn(NUMBER).passesElevenTest())
                .isTrue();
        TestPeople.TestPerson analyst = people.person(people.authority().authorityId(), Role.ANALYST);
        Browser browser = new Browser(port);
        browser.signIn(analyst.email(), TestPeople.PASSWORD);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        log.start();
        root.addAppender(log);
        AtomicBoolean watching = new AtomicBoolean(true);
        TreeSet<String> seen = new TreeSet<>();
        Thread watcher = Thread.ofPlatform().start(() -> {
            while (watching.get()) {
                seen.addAll(temporaryFilesThatTell());
            }
        });
        try {
            // A message that is accepted, one with findings, one that breaks off, one that is no message: each with all
            // secrets.
            upload(browser, NUMBER + " " + "JW301.xml", message("JW301"));
            upload(browser, "JW305.xml", message("JW305"));
            upload(
                    browser,
                    "afgekeurd.xml",
                    message("JW305").replace("<jw305:Begindatum>2026-03-12", "<jw305:Begindatum>2029-03-12"));
            upload(browser, "kapot.xml", message("JW301").substring(0, 3_000));
            upload(browser, "los.txt", String.join(" ", SECRETS));
            upload(browser, "verkeerd.xml", message("JW301").replace("<jw301:Geslacht>2", "<jw301:Geslacht>" + NAME));
            upload(browser, "JW323.xml", message("JW323"));
            assertThat(count(analyst, "care.message")).isEqualTo(7);
            assertThat(count(analyst, "care.allocation")).isEqualTo(2);
            assertThat(count(analyst, "care.finding")).isGreaterThanOrEqualTo(4);
        } finally {
            watching.set(false);
            watcher.join();
            root.detachAppender(log);
        }
        assertThat(seen).as("temporary files that told while they were there").isEmpty();
        assertThat(temporaryFilesThatTell()).isEmpty();
        assertThat(rowsThatTell()).isEmpty();
        assertThat(log.list.stream().map(ILoggingEvent::getFormattedMessage))
                .noneMatch(line -> SECRETS.stream().anyMatch(line::contains));
        assertThat(serverLogThatTells()).isEmpty();
    }

    private static String message(String example) {
        return new String(TestMessages.example(example), StandardCharsets.UTF_8)
                .replace("999900006", NUMBER)
                .replace("Voorbeeld<", NAME + "<")
                .replace("Ouder<", NAME + "<")
                .replace("3311AA", POSTCODE)
                .replace("0781234567", PHONE)
                .replace("2012-05-17", BIRTH);
    }

    private void upload(Browser browser, String name, String content) throws Exception {
        browser.get("/berichten");
        var answer = browser.upload("/berichten", "files", name, content.getBytes(StandardCharsets.UTF_8));
        String job = browser.location(answer).orElseThrow(() -> new AssertionError(answer.body()));
        assertThat(job).contains("/werk/");
        String id = job.substring(job.lastIndexOf('/') + 1);
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> one("select status from job.job where job_id = '" + id + "'"), "SUCCEEDED"::equals);
    }

    private static long count(TestPeople.TestPerson person, String table) throws Exception {
        return Long.parseLong(
                one("select count(*) from " + table + " where authority_id = '" + person.authorityId() + "'"));
    }

    private static String one(String query) throws Exception {
        try (Connection connection = TestDatabase.asSuperuser();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    /** Every table, each row as text; bytes also as the characters they may be. */
    private static List<String> rowsThatTell() throws Exception {
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
                for (String secret : SECRETS) {
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
    private static List<String> temporaryFilesThatTell() {
        List<String> found = new ArrayList<>();
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        try (Stream<Path> roots = Files.list(temporary)) {
            List<Path> ours = roots.filter(
                            path -> path.getFileName().toString().matches("(leercirkel|tomcat|upload).*"))
                    .toList();
            for (Path root : ours) {
                try (Stream<Path> files = Files.walk(root)) {
                    files.filter(Files::isRegularFile)
                            .filter(NothingPersonalTest::tells)
                            .forEach(file -> found.add(file.toString()));
                } catch (IOException | java.io.UncheckedIOException gone) {
                    // it was taken away while we looked
                }
            }
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
        return found;
    }

    private static boolean tells(Path file) {
        try {
            String content = Files.readString(file, StandardCharsets.ISO_8859_1);
            return SECRETS.stream().anyMatch(content::contains);
        } catch (IOException gone) {
            return false;
        }
    }

    private static List<String> serverLogThatTells() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("target"))) {
            return folders.filter(path -> path.getFileName().toString().startsWith("test-database-"))
                    .map(path -> path.resolve("postgres.log"))
                    .filter(Files::exists)
                    .filter(NothingPersonalTest::tells)
                    .map(Path::toString)
                    .toList();
        }
    }
}
