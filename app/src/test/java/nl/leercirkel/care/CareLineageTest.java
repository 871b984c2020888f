package nl.leercirkel.care;

import static nl.leercirkel.support.TestDatabase.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import nl.leercirkel.privacy.SealedFiles;
import nl.leercirkel.security.Role;
import nl.leercirkel.support.Browser;
import nl.leercirkel.support.IntegrationTest;
import nl.leercirkel.support.TestPeople;
import nl.leercirkel.support.TestPeople.TestPerson;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.PlatformTransactionManager;

/** From a figure to the messages it rests on, back again, and who looked; and taking facts along under the right and the purpose. */
@IntegrationTest
class CareLineageTest {
    private static final String FIGURES = "/zorggebruik?keuze=ijw-2026";
    private static final String RESTS_ON =
            "Berichtenverkeer iJw. Berichten die meetellen: 4, gedagtekend 2 maart 2026 tot en met 12 mei 2026, laatst ingelezen";

    @LocalServerPort
    private int port;

    @Autowired
    private DSLContext sql;

    @Autowired
    private SealedFiles files;

    @Autowired
    private MessageImport messages;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private TestPeople people;

    private TestPerson analyst = new TestPerson(new UUID(0, 0), new UUID(0, 0), "");
    private UUID start = new UUID(0, 0);

    @BeforeEach
    void messages() {
        analyst = people.person(people.authority().authorityId(), Role.ANALYST);
        CareWorld world = new CareWorld(people.actor(analyst), sql, files, messages, transactions);
        world.accepted(TestMessages.example("JW301"));
        start = world.accepted(TestMessages.example("JW305")).messageId();
        world.accepted(TestMessages.example("JW323"));
        world.accepted(TestMessages.example("JW325"));
    }

    private Browser browser(TestPerson person) {
        Browser browser = new Browser(port);
        browser.signIn(person.email(), TestPeople.PASSWORD);
        return browser;
    }

    private List<String> logged(String subject) {
        return rows(
                "select action || ' ' || outcome || ' ' || coalesce(object_id, '') from audit.entry where subject = '"
                        + subject + "' and authority_id = '" + analyst.authorityId() + "' order by entry_id");
    }

    @Test
    void aFigureSaysOnWhichMessagesItRestsAndMessagesWhichFiguresRestOnThem() {
        Browser reader = browser(people.person(analyst.authorityId(), Role.RESEARCHER));
        String page = reader.get(FIGURES).body();
        assertThat(page).contains(RESTS_ON).doesNotContain("Bekijk de berichten", "Wie keek ernaar");
        String file = reader.get("/zorggebruik.csv?keuze=ijw-2026").body();
        assertThat(file)
                .startsWith("\ufeffJeugdwet 2026. " + RESTS_ON)
                .contains("niet getoond")
                .doesNotContain("760", "190;");
        assertThat(logged("care use"))
                .containsExactly("READ SUCCEEDED zorggebruik/ijw-2026", "EXPORT SUCCEEDED zorggebruik/ijw-2026");

        Browser browser = browser(analyst);
        assertThat(browser.get(FIGURES).body())
                .contains(RESTS_ON, "Bekijk de berichten", "Wie keek ernaar", "Jo Test", "Meegenomen");
        String figure = "href=\"/zorggebruik?keuze=ijw-2026\"";
        assertThat(browser.get("/berichten").body()).contains(RESTS_ON, figure, "Zorggebruik Jeugdwet 2026");
        assertThat(browser.get("/berichten/" + start).body()).contains(figure);
        assertThat(browser.get("/bronnen").body())
                .contains("Berichtenverkeer iJw (Jeugdwet)", "4 berichten", "href=\"/berichten#cijfers\"");
        assertThat(reader.get("/bronnen?q=berichtenverkeer").body())
                .contains("Berichtenverkeer iJw (Jeugdwet)")
                .doesNotContain("/berichten");
        Browser elsewhere = browser(people.person(people.authority().authorityId(), Role.ANALYST));
        assertThat(elsewhere.get("/bronnen").body()).doesNotContain("Berichtenverkeer");
        assertThat(elsewhere.get("/berichten").body()).doesNotContain("Zorggebruik Jeugdwet");
        assertThat(elsewhere.get("/zorggebruik.csv?keuze=ijw-2026").statusCode())
                .isEqualTo(404);
    }

    @Test
    void factsAreTakenAlongUnderAPurposeByWhoHasTheRight() {
        Browser browser = browser(analyst);
        browser.get("/berichten/ggm");
        var wrong = browser.submit("/berichten/ggm");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("Kies een wet.", "Kies een vorm.");
        String work = browser.location(browser.submit("/berichten/ggm", "wet", "ijw", "vorm", "json"))
                .orElseThrow();
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> browser.get(work).body(), page -> page.contains("Het bestand staat klaar."));
        assertThat(browser.download(work + "/bestand").statusCode()).isEqualTo(200);
        assertThat(logged("care export"))
                .containsExactly("READ SUCCEEDED ", "EXPORT INVALID ", "EXPORT SUCCEEDED jeugdhulp-berichten");
        assertThat(logged("job file")).hasSize(1);

        // Somebody who may see all work, and no data of single people.
        Browser manager = browser(people.person(analyst.authorityId(), Role.PROGRAMME_MANAGER));
        assertThat(manager.get(work).statusCode()).isEqualTo(200);
        assertThat(manager.get(work).body()).doesNotContain(work + "/bestand");
        assertThat(manager.get(work + "/bestand").statusCode()).isEqualTo(404);
        assertThat(manager.get("/berichten/ggm").statusCode()).isEqualTo(403);
    }
}
