package nl.leercirkel.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.leercirkel.security.Role;
import nl.leercirkel.support.Browser;
import nl.leercirkel.support.IntegrationTest;
import nl.leercirkel.support.TestDatabase;
import nl.leercirkel.support.TestPeople;
import nl.leercirkel.support.TestPeople.TestPerson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** One entry per request, with who, what and how it ended. */
@IntegrationTest
class AuditTest {
    @LocalServerPort
    private int port;

    @Autowired
    private TestPeople people;

    private Browser browser;
    private TestPerson person;

    @BeforeEach
    void signedIn() {
        browser = new Browser(port);
        person = people.person(people.authority().authorityId(), Role.ADMINISTRATOR);
        browser.signIn(person.email(), TestPeople.PASSWORD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ home READ SUCCEEDED 200",
                "/zoeken?q=flits search SEARCH SUCCEEDED 200",
                "/beheer/logboek audit_log SEARCH SUCCEEDED 200",
                "/beheer/logboek.csv audit_log EXPORT SUCCEEDED 200",
                "/bestaat-niet page READ NOT_FOUND 404"
            })
    void eachRequestWritesExactlyOneEntry(String row) throws SQLException {
        String[] expected = row.split(" ");
        long before = newest();
        HttpResponse<String> answer = browser.get(expected[0]);
        assertThat(answer.statusCode()).isEqualTo(Integer.parseInt(expected[4]));
        List<Entry> entries = since(before);
        assertThat(entries).hasSize(1);
        Entry entry = entries.getFirst();
        assertThat(entry.subject()).isEqualTo(expected[1].replace('_', ' '));
        assertThat(entry.action()).isEqualTo(expected[2]);
        assertThat(entry.outcome()).isEqualTo(expected[3]);
        assertThat(entry.accountId()).isEqualTo(person.accountId());
        assertThat(entry.authorityId()).isEqualTo(person.authorityId());
        assertThat(entry.path()).isEqualTo(expected[0].replaceFirst("\\?.*", ""));
    }

    @Test
    void aSearchKeepsWhatWasSearchedFor() throws SQLException {
        long before = newest();
        browser.get("/zoeken?q=Jansen%20%26%20zonen");
        assertThat(since(before)).singleElement().extracting(Entry::detail).isEqualTo("Jansen & zonen");
    }

    @Test
    void filesOfTheSiteAreNotLogged() throws SQLException {
        long before = newest();
        assertThat(browser.get("/css/layout.css").statusCode()).isEqualTo(200);
        assertThat(browser.get("/gezondheid").statusCode()).isEqualTo(200);
        assertThat(since(before)).isEmpty();
    }

    @Test
    void aRefusalIsLoggedWithWhoTried() throws SQLException {
        TestPerson reader = people.person(person.authorityId(), Role.COUNCIL_MEMBER);
        Browser other = new Browser(port);
        other.signIn(reader.email(), TestPeople.PASSWORD);
        long before = newest();
        assertThat(other.get("/beheer/logboek").statusCode()).isEqualTo(403);
        assertThat(since(before)).singleElement().satisfies(entry -> {
            assertThat(entry.outcome()).isEqualTo("REFUSED");
            assertThat(entry.accountId()).isEqualTo(reader.accountId());
        });
    }

    @Test
    void aFormWithoutItsTokenIsLoggedAsRefused() throws SQLException {
        long before = newest();
        assertThat(browser.submitWithoutToken("/uitloggen").statusCode()).isEqualTo(403);
        assertThat(since(before)).singleElement().extracting(Entry::outcome).isEqualTo("REFUSED");
    }

    @Test
    void aForgedSessionIsLoggedAsRefused() throws SQLException {
        Browser forger = new Browser(port);
        forger.setCookie("leercirkel", "Zm9yZ2VkLXNlc3Npb24tMTIzNDU2Nzg5MA");
        long before = newest();
        assertThat(forger.get("/").statusCode()).isEqualTo(302);
        assertThat(since(before)).singleElement().satisfies(entry -> {
            assertThat(entry.outcome()).isEqualTo("REFUSED");
            assertThat(entry.accountId()).isNull();
        });
    }

    @Test
    void theLogShowsOneAuthorityAndEscapesWhatPeopleTyped() {
        browser.get("/zoeken?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E");
        TestPerson elsewhere = people.person(people.authority().authorityId(), Role.ADMINISTRATOR);
        Browser other = new Browser(port);
        other.signIn(elsewhere.email(), TestPeople.PASSWORD);
        assertThat(other.get("/beheer/logboek?q=alert").body()).doesNotContain("alert(1)");
        String own = browser.get("/beheer/logboek?q=alert").body();
        assertThat(own).contains("alert(1)").doesNotContain("<script>alert(1)");
    }

    @Test
    void theCsvHasNoCellThatASpreadsheetRuns() {
        browser.get("/zoeken?q=%3DHYPERLINK(1)");
        String csv = browser.get("/beheer/logboek.csv").body();
        assertThat(csv).startsWith("\ufeff").contains("\"'=HYPERLINK(1)\"").doesNotContain("\"=HYPERLINK");
    }

    private record Entry(
            UUID authorityId,
            UUID accountId,
            String subject,
            String action,
            String outcome,
            String path,
            String detail) {}

    private static long newest() throws SQLException {
        try (Connection connection = TestDatabase.asSuperuser();
                ResultSet result = connection
                        .createStatement()
                        .executeQuery("select coalesce(max(entry_id), 0) from audit.entry")) {
            result.next();
            return result.getLong(1);
        }
    }

    private static List<Entry> since(long before) throws SQLException {
        List<Entry> entries = new ArrayList<>();
        try (Connection connection = TestDatabase.asSuperuser();
                PreparedStatement statement =
                        connection.prepareStatement("select * from audit.entry where entry_id > ? order by entry_id")) {
            statement.setLong(1, before);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    entries.add(new Entry(
                            rows.getObject("authority_id", UUID.class),
                            rows.getObject("account_id", UUID.class),
                            rows.getString("subject"),
                            rows.getString("action"),
                            rows.getString("outcome"),
                            rows.getString("path"),
                            rows.getString("detail")));
                }
            }
        }
        return entries;
    }
}
