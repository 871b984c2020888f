package nl.leercirkel.organisation;

import static nl.leercirkel.support.TestPeople.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.leercirkel.security.Role;
import nl.leercirkel.support.Browser;
import nl.leercirkel.support.IntegrationTest;
import nl.leercirkel.support.TestDatabase;
import nl.leercirkel.support.TestPeople;
import nl.leercirkel.support.TestPeople.TestPerson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@IntegrationTest
class BoundaryPagesTest {
    private static final String PATH = "/beheer/grenzen";
    private static final Pattern USE = Pattern.compile("action=\"(/beheer/grenzen/[0-9a-f-]{36}/gebruiken)\"");
    private static final Pattern REMOVE = Pattern.compile("action=\"(/beheer/grenzen/[0-9a-f-]{36}/verwijderen)\"");

    /** Dordrecht and Zwijndrecht as squares of one kilometre that touch; invented shapes. */
    private static final String SQUARES = """
            {"type": "FeatureCollection", "features": [
              {"type": "Feature", "properties": {"statcode": "GM0505"}, "geometry": {"type": "Polygon",
                "coordinates": [[[100000, 400000], [101000, 400000], [101000, 401000], [100000, 401000], [100000, 400000]]]}},
              {"type": "Feature", "properties": {"statcode": "GM0642"}, "geometry": {"type": "Polygon",
                "coordinates": [[[101000, 400000], [102000, 400000], [102000, 401000], [101000, 401000], [101000, 400000]]]}}]}
            """;

    @LocalServerPort
    private int port;

    @Autowired
    private TestPeople people;

    private UUID authority;
    private Browser browser;

    @BeforeEach
    void signIn() {
        authority = people.authority().authorityId();
        browser = as(people.person(authority, Role.ADMINISTRATOR));
        browser.get(PATH);
    }

    private Browser as(TestPerson person) {
        Browser other = new Browser(port);
        other.signIn(person.email(), PASSWORD);
        return other;
    }

    @Test
    void aFileIsLookedAtThenUsedThenReplacedThenRemoved() throws SQLException {
        HttpResponse<String> read = upload(SQUARES.getBytes(StandardCharsets.UTF_8), "Eigen tekening", "CC0");
        assertThat(read.statusCode()).isEqualTo(302);
        String preview = page(PATH);
        assertThat(preview)
                .contains("Het bestand is gelezen.", "Klaar om te gebruiken", "2 van de 342", "grenzen.json", "Jo Test")
                .contains("Niet in het bestand, dus niet op de kaart: ")
                .contains("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"map\"", "Eigen tekening. Licentie: CC0.");
        assertThat(page("/regio")).as("not used yet").doesNotContain("class=\"map");

        assertThat(submit(action(USE, preview)).statusCode()).isEqualTo(302);
        assertThat(page(PATH)).contains("De regiopagina’s tonen nu deze kaart.", "In gebruik");
        assertThat(page("/regio"))
                .contains("class=\"map\"", "Eigen tekening. Licentie: CC0.")
                .contains("aria-label=\"Zuid-Holland Zuid, 10 gemeenten\"");
        assertThat(page("/regio/JZ31")).contains("map map-has-chosen", "<title>Dordrecht (Zuid-Holland Zuid)</title>");
        assertThat(page("/regio/JZ01"))
                .as("none of its municipalities is in the file")
                .doesNotContain("class=\"map");
        assertThat(page("/gemeente/0505")).contains("Grenst op de kaart aan", "/gemeente/0642");

        browser.get(PATH);
        upload(SQUARES.replace("GM0642", "GM0590").getBytes(StandardCharsets.UTF_8), "Tweede tekening", "CC0");
        assertThat(page("/regio")).contains("Eigen tekening").doesNotContain("Tweede tekening");
        submit(action(USE, page(PATH)));
        assertThat(page("/regio")).contains("Tweede tekening").doesNotContain("Eigen tekening");
        assertThat(page("/gemeente/0505")).contains("/gemeente/0590").contains("Grenst op de kaart aan");
        assertThat(stored()).isEqualTo(1);

        submit(action(REMOVE, page(PATH)));
        assertThat(page(PATH)).contains("De kaart is verwijderd.");
        assertThat(page("/regio")).doesNotContain("class=\"map");
        assertThat(stored()).isZero();
    }

    @Test
    void aFileThatWasLookedAtCanBeThrownAway() throws SQLException {
        upload(SQUARES.getBytes(StandardCharsets.UTF_8), "Eigen tekening", "CC0");
        submit(action(REMOVE, page(PATH)));
        assertThat(stored()).isZero();
    }

    @Test
    void theWholeCountryIsDrawnSmallEnoughForAPage() throws IOException {
        byte[] country = Files.readAllBytes(SharedFiles.path("standards/geo/nl-vr-gm.topo.json"));
        assertThat(upload(country, "CBS/Kadaster 2023", "CC BY 4.0").statusCode())
                .isEqualTo(302);
        String preview = page(PATH);
        assertThat(preview).contains("342 van de 342", "Overgeslagen omdat het geen gemeente is: VR01");
        submit(action(USE, preview));
        String overview = page("/regio");
        assertThat(overview.length()).isLessThan(500_000);
        assertThat(Pattern.compile("<a class=\"map-region").matcher(overview).results())
                .hasSize(42);
        assertThat(page("/regio/JZ31")).contains("aria-current", "href=\"/gemeente/0505\" aria-label=\"Dordrecht\"");
    }

    @Test
    void sourceAndLicenceAreRequiredAndWhatWasTypedStays() throws SQLException {
        HttpResponse<String> refused = upload(SQUARES.getBytes(StandardCharsets.UTF_8), " ", "CC BY 4.0");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Vul in van wie de grenzen zijn", "value=\"CC BY 4.0\"");
        assertThat(upload(SQUARES.getBytes(StandardCharsets.UTF_8), "x".repeat(301), "CC0")
                        .body())
                .contains("Houd het bij 300 tekens.");
        assertThat(browser.upload(PATH, "file", "", new byte[0], "source", "CBS", "licence", "CC0")
                        .body())
                .contains("Kies een bestand met gemeentegrenzen.", "value=\"CBS\"");
        assertThat(browser.submit(PATH, "source", "CBS", "licence", "CC0").body())
                .contains("Kies een bestand met gemeentegrenzen.");
        assertThat(stored()).isZero();
    }

    @Test
    void hostileFilesAreRefusedInDutchAndNothingIsStored() throws SQLException {
        refused(new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0}, "Dit is een zip-bestand. Pak het uit");
        refused(
                ("{\"type\":\"FeatureCollection\",\"features\":[" + "[".repeat(200_000))
                        .getBytes(StandardCharsets.UTF_8),
                "verwacht een object tussen accolades");
        refused(
                ("{\"type\":\"FeatureCollection\",\"features\":[{\"geometry\":{\"coordinates\":" + "[".repeat(200_000))
                        .getBytes(StandardCharsets.UTF_8),
                "dieper genest dan 64");
        refused("<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8), "Dit is XML");
        refused(
                "{\"type\":\"<script>alert(1)</script>\"}".getBytes(StandardCharsets.UTF_8),
                "&lt;script&gt;alert(1)&lt;/script&gt;");
        refused(new byte[0], "Het bestand is leeg.");
        byte[] spaces = new byte[60_000_000];
        Arrays.fill(spaces, (byte) ' ');
        spaces[0] = '{';
        refused(spaces, "Het bestand is groter dan 50 MB.");
    }

    @Test
    void aFileThatIsFarTooLargeIsRefusedAsThat() throws SQLException {
        HttpResponse<String> response = upload(new byte[66_000_000], "CBS", "CC BY 4.0");
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.body()).contains("Wat u instuurde is te groot. Er is niets opgeslagen.");
        assertThat(stored()).isZero();
    }

    private void refused(byte[] content, String why) throws SQLException {
        HttpResponse<String> response = upload(content, "CBS", "CC BY 4.0");
        assertThat(response.statusCode()).as(why).isEqualTo(422);
        assertThat(response.body()).contains(why, "value=\"CBS\"").doesNotContain("<script>alert");
        assertThat(stored()).as(why).isZero();
    }

    @Test
    void theNamesThatComeWithTheFileAreText() {
        HttpResponse<String> read = browser.upload(
                PATH,
                "file",
                "C:\\map\\<b>x.json",
                SQUARES.getBytes(StandardCharsets.UTF_8),
                "source",
                "<script>alert(1)</script>",
                "licence",
                "<img src=x>");
        assertThat(read.statusCode()).isEqualTo(302);
        String preview = page(PATH);
        assertThat(preview)
                .contains("&lt;b&gt;x.json", "&lt;script&gt;alert(1)", "&lt;img src=x&gt;")
                .doesNotContain("<script>alert", "<img", "<b>x", "C:\\");
        submit(action(USE, preview));
        assertThat(page("/regio")).contains("&lt;script&gt;alert(1)").doesNotContain("<script>alert", "<img");
    }

    @Test
    void anotherAuthoritysMapIsNotSeenAndCannotBeUsedOrRemoved() throws SQLException {
        upload(SQUARES.getBytes(StandardCharsets.UTF_8), "Eigen tekening", "CC0");
        String preview = page(PATH);
        Browser elsewhere = as(people.person(people.authority().authorityId(), Role.ADMINISTRATOR));
        assertThat(elsewhere.get(PATH).body()).doesNotContain("Eigen tekening");
        assertThat(elsewhere.submit(action(USE, preview)).statusCode()).isEqualTo(404);
        assertThat(elsewhere.submit(action(REMOVE, preview)).statusCode()).isEqualTo(404);
        submit(action(USE, preview));
        assertThat(elsewhere.get("/regio").body()).doesNotContain("class=\"map");
        assertThat(elsewhere.get("/regio/JZ31").body()).doesNotContain("class=\"map");
        assertThat(stored()).isEqualTo(1);
        assertThat(submit(action(USE, preview)).statusCode())
                .as("what is in use can no longer be put to use")
                .isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "ADMINISTRATOR")
    void onlyTheAdministratorLoadsBorders(Role role) throws SQLException {
        Browser someone = as(people.person(authority, role));
        assertThat(someone.get(PATH).statusCode()).isEqualTo(403);
        someone.get("/regio");
        assertThat(someone.upload(
                                PATH,
                                "file",
                                "x.json",
                                SQUARES.getBytes(StandardCharsets.UTF_8),
                                "source",
                                "CBS",
                                "licence",
                                "CC0")
                        .statusCode())
                .isEqualTo(403);
        assertThat(stored()).isZero();
    }

    @Test
    void aFileWithoutTheTokenOfItsFormIsRefused() throws SQLException {
        Browser forger = as(people.person(authority, Role.ADMINISTRATOR));
        forger.setToken("");
        assertThat(forger.upload(
                                PATH,
                                "file",
                                "x.json",
                                SQUARES.getBytes(StandardCharsets.UTF_8),
                                "source",
                                "CBS",
                                "licence",
                                "CC0")
                        .statusCode())
                .isEqualTo(403);
        assertThat(stored()).isZero();
    }

    private HttpResponse<String> upload(byte[] content, String source, String licence) {
        return browser.upload(PATH, "file", "grenzen.json", content, "source", source, "licence", licence);
    }

    private HttpResponse<String> submit(String path) {
        return browser.submit(path);
    }

    private static String action(Pattern pattern, String page) {
        Matcher matcher = pattern.matcher(page);
        assertThat(matcher.find()).as(pattern.pattern()).isTrue();
        return matcher.group(1);
    }

    private String page(String path) {
        HttpResponse<String> response = browser.get(path);
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        assertThat(response.body()).doesNotContain("??organisation");
        return response.body();
    }

    /** What is really in the table, whoever may see it. */
    private int stored() throws SQLException {
        try (Connection connection = TestDatabase.asSuperuser();
                PreparedStatement statement = connection.prepareStatement(
                        "select count(*) from organisation.boundary where authority_id = ?")) {
            statement.setObject(1, authority);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }
}
