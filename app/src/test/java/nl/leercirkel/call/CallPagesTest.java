package nl.leercirkel.call;

import static nl.leercirkel.call.CallWorld.as;
import static nl.leercirkel.call.CallWorld.done;
import static nl.leercirkel.call.Filled.standard;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.leercirkel.identity.Accounts;
import nl.leercirkel.organisation.Partners;
import nl.leercirkel.portfolio.ProgrammeEditor;
import nl.leercirkel.security.Actor;
import nl.leercirkel.support.Browser;
import nl.leercirkel.support.IntegrationTest;
import nl.leercirkel.support.TestClock;
import nl.leercirkel.support.TestDatabase;
import nl.leercirkel.support.TestPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the pages say when something does not go as planned. */
@IntegrationTest
class CallPagesTest {
    @LocalServerPort
    private int port;

    @Autowired
    Calls calls;

    @Autowired
    CallEditor editor;

    @Autowired
    Applications applications;

    @Autowired
    Assessments assessments;

    @Autowired
    Decisions decisions;

    @Autowired
    TestPeople people;

    @Autowired
    Accounts accounts;

    @Autowired
    Partners partners;

    @Autowired
    ProgrammeEditor programmes;

    @Autowired
    TestClock clock;

    CallWorld world;
    Call call;

    @BeforeEach
    void open() {
        world = world();
        call = world.openCall("Uitvraag 2027");
    }

    private CallWorld world() {
        return new CallWorld(new CallWorld.Services(
                people, accounts, partners, programmes, calls, editor, applications, assessments, decisions, clock));
    }

    private Browser browser(CallWorld of, Actor actor) {
        Browser browser = new Browser(port);
        browser.signIn(of.email(actor), TestPeople.PASSWORD);
        return browser;
    }

    private static String page(Browser browser, String path) {
        HttpResponse<String> response = browser.get(path);
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        assertThat(response.body()).doesNotContain("??");
        return text(response);
    }

    private static String text(HttpResponse<String> response) {
        return response.body().replace("&#39;", "'").replace("&quot;", "\"");
    }

    @Test
    void anothersIdsAreNotFoundAnywhere() {
        UUID id = world.handIn(world.applicant, call.id(), standard("JIM-aanpak", "Rubicon", "1.000"));
        CallWorld elsewhere = world();
        Browser stranger = browser(elsewhere, elsewhere.manager);
        List<String> paths = new ArrayList<>();
        for (String last : List.of("", "/wijzigen", "/vragen", "/criteria", "/beoordelaars", "/vergelijken")) {
            paths.add(call.path() + last);
        }
        for (String last : List.of("", "/versies/1", "/brief", "/besluit")) {
            paths.add("/aanvragen/" + id + last);
        }
        for (String path : paths) {
            assertThat(stranger.get(path).statusCode()).as(path).isEqualTo(404);
        }
        Browser competitor = browser(world, world.other);
        for (String last : List.of("", "/versies/1", "/invullen", "/beoordelen")) {
            assertThat(competitor.get("/aanvragen/" + id + last).statusCode())
                    .as(last)
                    .isEqualTo(404);
        }
        competitor.get("/uitvragen");
        assertThat(competitor.submit("/aanvragen/" + id + "/intrekken").statusCode())
                .isEqualTo(404);
        assertThat(world.application(world.applicant, id).state()).isEqualTo(ApplicationState.HANDED_IN);
    }

    @Test
    void theSecondToSaveSeesBothAnswersAndLosesNothing() {
        UUID id = world.start(world.applicant, call.id());
        Browser slow = browser(world, world.applicant);
        page(slow, "/aanvragen/" + id + "/invullen");
        as(world.applicant, () -> done(applications.save(id, 1, Answers.NONE.withValue("doel", "Van de ander"))));
        HttpResponse<String> overtaken =
                slow.submit("/aanvragen/" + id + "/invullen", "versie", "1", "actie", "opslaan", "doel", "Van mij");
        assertThat(text(overtaken))
                .contains(
                        "Intussen gewijzigd door Lea Aanvrager",
                        "Van de ander",
                        "Van mij",
                        "name=\"versie\" value=\"2\"");
        assertThat(world.application(world.applicant, id).answers().value("doel"))
                .isEqualTo("Van de ander");
        slow.submit("/aanvragen/" + id + "/invullen", "versie", "2", "actie", "opslaan", "doel", "Van mij");
        assertThat(world.application(world.applicant, id).answers().value("doel"))
                .isEqualTo("Van mij");
    }

    @Test
    void anErrorStandsAtItsFieldAndTheRestIsKept() {
        UUID id = world.start(world.applicant, call.id());
        Browser browser = browser(world, world.applicant);
        page(browser, "/aanvragen/" + id + "/invullen");
        HttpResponse<String> refused = browser.submit(
                "/aanvragen/" + id + "/invullen",
                "versie",
                "1",
                "actie",
                "indienen",
                "naam",
                "JIM <aanpak>",
                "periode",
                "ooit",
                "partners.0.naam",
                "Rubicon",
                "partners.0.rol",
                "penvoerder");
        assertThat(text(refused))
                .contains(
                        "id=\"veld-periode-fout\"",
                        "Schrijf een periode",
                        "JIM &lt;aanpak&gt;",
                        "name=\"versie\" value=\"2\"")
                .doesNotContain("JIM <aanpak>");
        assertThat(world.application(world.applicant, id).name()).isEqualTo("JIM <aanpak>");
        HttpResponse<String> withRow = browser.submit(
                "/aanvragen/" + id + "/invullen",
                "versie",
                "2",
                "actie",
                "rij-toevoegen:geld",
                "naam",
                "Nog niet bewaard");
        assertThat(text(withRow)).contains("name=\"geld.0.bedrag\"", "Nog niet bewaard");
        assertThat(world.application(world.applicant, id).name()).isEqualTo("JIM <aanpak>");
    }

    @Test
    void tooLateIsSaidInClearWords() {
        UUID id = world.start(world.applicant, call.id());
        Browser browser = browser(world, world.applicant);
        page(browser, "/aanvragen/" + id + "/invullen");
        world.close(call.id());
        HttpResponse<String> refused =
                browser.submit("/aanvragen/" + id + "/invullen", "versie", "1", "actie", "indienen", "naam", "Te laat");
        String shown = page(browser, browser.location(refused).orElseThrow());
        assertThat(shown).contains("De uitvraag sloot op", "uw antwoorden zijn als concept bewaard", "Te laat");
        assertThat(page(browser, "/aanvragen/" + id + "/invullen")).contains("maar niet indienen");
    }

    @Test
    void aManagerWhoAssessesDoesNotSeeOthersScoresInTheComparison() {
        UUID id = world.handIn(world.applicant, call.id(), standard("JIM-aanpak", "Rubicon", "1.000"));
        as(
                world.manager,
                () -> done(editor.nameAssessors(
                        call.id(), Set.of(world.manager.accountId(), world.assessor.accountId()))));
        world.close(call.id());
        done(world.score(world.assessor, call, id, true, 5, 1, 1));
        Browser manager = browser(world, world.manager);
        assertThat(page(manager, call.path() + "/vergelijken"))
                .contains("Nog niet te zien", "JIM-aanpak")
                .doesNotContain("Omdat het klopt", "Totaal (0");
        done(world.score(world.manager, call, id, true, 1, 1, 1));
        // passender 5 and 1, the others 1: points 50, 0 and 0 with equal weights
        String compared = page(manager, call.path() + "/vergelijken");
        assertThat(compared).contains("16,7", "Omdat het klopt", "2 van 2");
        assertThat(compared)
                .containsOnlyOnce("<td class=\"numeric contradiction\"")
                .containsOnlyOnce(">lopen uiteen<");
        assertThat(page(browser(world, world.second), call.path() + "/vergelijken"))
                .contains("16,7");
    }

    @Test
    void theApplicantReadsTheReasonAndTheLetter() {
        UUID id = world.handIn(world.applicant, call.id(), standard("JIM-aanpak", "Rubicon", "1.000"));
        world.close(call.id());
        world.closeAssessment(call.id());
        Browser manager = browser(world, world.manager);
        page(manager, "/aanvragen/" + id + "/besluit");
        HttpResponse<String> withoutReason =
                manager.submit("/aanvragen/" + id + "/besluit", "uitkomst", "REFUSED", "reden", " ");
        assertThat(text(withoutReason)).contains("id=\"veld-reden-fout\"");
        manager.submit("/aanvragen/" + id + "/besluit", "uitkomst", "REFUSED", "reden", "Past niet bij de doelen.");
        Browser applicant = browser(world, world.applicant);
        assertThat(page(applicant, "/aanvragen/" + id)).contains("Afgewezen op", "Past niet bij de doelen.");
        assertThat(page(applicant, "/aanvragen/" + id + "/brief"))
                .contains("Wij wijzen uw aanvraag af.", "Past niet bij de doelen.");
    }

    @Test
    void eachChangeIsInTheLogWithItsSubject() throws SQLException {
        Browser applicant = browser(world, world.applicant);
        page(applicant, call.path());
        HttpResponse<String> started = applicant.submit(call.path() + "/aanvragen");
        String path = applicant.location(started).orElseThrow();
        applicant.submit(path, "versie", "1", "actie", "opslaan", "naam", "JIM-aanpak");
        try (Connection connection = TestDatabase.asSuperuser();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select string_agg(action || ' ' || subject, ', ' order by occurred_at) from audit.entry"
                                + " where authority_id = '" + world.authority
                                + "' and action in ('CREATE', 'CHANGE')")) {
            rows.next();
            assertThat(rows.getString(1)).isEqualTo("CREATE application, CHANGE application");
        }
    }
}
