package nl.leercirkel.identity;

import static nl.leercirkel.support.TestPeople.PASSWORD;
import static nl.leercirkeldb.audit.Tables.ENTRY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.leercirkel.database.InstallationTransactions;
import nl.leercirkel.security.Role;
import nl.leercirkel.support.Browser;
import nl.leercirkel.support.IntegrationTest;
import nl.leercirkel.support.TestPeople;
import nl.leercirkel.support.TestPeople.TestPerson;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Signing in and out leaves one entry each in the log, with who and what came of it. */
@IntegrationTest
class SignInAuditTest {
    @LocalServerPort
    private int port;

    @Autowired
    private TestPeople people;

    @Autowired
    private DSLContext database;

    @Autowired
    private InstallationTransactions installation;

    @Test
    void eachStepIsOneEntry() {
        TestPerson person = people.person(people.authority().authorityId(), Role.ANALYST);
        Browser browser = new Browser(port);
        browser.get("/inloggen");
        browser.submit("/inloggen", "email", person.email(), "password", "onjuist wachtwoord");
        browser.submit("/inloggen", "email", person.email(), "password", PASSWORD);
        browser.get("/account");
        browser.submit("/uitloggen");
        assertThat(entries(person))
                .containsExactly(
                        "SIGN_IN REFUSED /inloggen 401",
                        "SIGN_IN SUCCEEDED /inloggen 302",
                        "READ SUCCEEDED /account 200",
                        "SIGN_OUT SUCCEEDED /uitloggen 302");
    }

    private List<String> entries(TestPerson person) {
        return installation.call(
                "test",
                () -> database.selectFrom(ENTRY)
                        .where(ENTRY.ACCOUNT_ID.eq(person.accountId()))
                        .orderBy(ENTRY.ENTRY_ID)
                        .fetch(entry -> entry.getAction() + " " + entry.getOutcome() + " " + entry.getPath() + " "
                                + entry.getStatus()));
    }
}
