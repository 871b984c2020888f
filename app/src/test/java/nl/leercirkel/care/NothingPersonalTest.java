package nl.leercirkel.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import nl.leercirkel.security.Role;
import nl.leercirkel.support.Browser;
import nl.leercirkel.support.IntegrationTest;
import nl.leercirkel.support.TestDatabase;
import nl.leercirkel.support.TestPeople;
import nl.leercirkel.support.Traces;
import org.junit.jupiter.api.Test;
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
        new Traces(SECRETS).assertNone(() -> {
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
        });
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
}
