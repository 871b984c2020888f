package nl.leercirkel.organisation;

import static nl.leercirkel.support.TestPeople.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import nl.leercirkel.security.Role;
import nl.leercirkel.support.Browser;
import nl.leercirkel.support.IntegrationTest;
import nl.leercirkel.support.TestPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Names and merges below are facts of the public register (TOOI) and of the list of youth regions of 2026. */
@IntegrationTest
class RegionPagesTest {
    private static final Pattern ROW_OF_REGION = Pattern.compile("<a href=\"/regio/JZ[0-9]{2}\">");

    @LocalServerPort
    private int port;

    @Autowired
    private TestPeople people;

    private Browser browser;

    @BeforeEach
    void signIn() {
        browser = reader(Role.ACCESS_PROFESSIONAL);
    }

    private Browser reader(Role role) {
        Browser other = new Browser(port);
        other.signIn(people.person(people.authority().authorityId(), role).email(), PASSWORD);
        return other;
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void everyRoleSeesTheRegions(Role role) {
        Browser someone = reader(role);
        assertThat(someone.get("/regio").statusCode()).isEqualTo(200);
        assertThat(someone.get("/regio/JZ31").statusCode()).isEqualTo(200);
        assertThat(someone.get("/gemeente/0505").statusCode()).isEqualTo(200);
    }

    @Test
    void nobodySeesThemWithoutSigningIn() {
        assertThat(new Browser(port).get("/regio").statusCode()).isEqualTo(302);
    }

    @Test
    void theTableHasAllRegionsWithTheirSizeAndProvinces() {
        String page = page("/regio");
        assertThat(page).contains("Nederland heeft 342 gemeenten in 42 jeugdregio’s", "1 januari 2026");
        assertThat(ROW_OF_REGION.matcher(page).results()).hasSize(42);
        String row = page.substring(page.indexOf("/regio/JZ31"), page.indexOf("</tr>", page.indexOf("/regio/JZ31")));
        assertThat(row).contains("Zuid-Holland Zuid", ">10<", "Zuid-Holland");
        assertThat(page)
                .as("the doubts and the source stand with it")
                .contains("Grenscorrecties zonder herindeling", "TOOI", "i-Sociaal Domein");
        assertThat(page).contains("href=\"/css/map").contains("De beheerder kan gemeentegrenzen laden");
    }

    @Test
    void findsWithATypingMistakeAndSaysSo() {
        String page = page("/regio?q=Dordrehct");
        assertThat(results(page)).contains("/gemeente/0505", "Dordrecht", "De naam lijkt op “Dordrehct”.");
    }

    @Test
    void findsByAFormerMunicipalityAndSaysWhatBecameOfIt() {
        assertThat(results(page("/regio?q=leerdam")))
                .contains("/gemeente/1961", "Vijfheerenlanden", "De vroegere gemeente Leerdam hoort nu hierbij.");
        assertThat(results(page("/regio?q=Haaren")))
                .as("Haaren was divided over four municipalities on 1 January 2021")
                .contains("Een deel van de vroegere gemeente Haaren", "niet te verdelen", "Vught", "Boxtel");
    }

    @Test
    void findsByAnotherName() {
        assertThat(results(page("/regio?q=Winschoten"))).contains("Oldambt", "Ook bekend als Winschoten.");
    }

    @Test
    void saysSoWhenNothingIsFoundAndEscapesWhatWasTyped() {
        String page = page("/regio?q=%3Cscript%3Ealert(1)%3C/script%3E");
        assertThat(page).contains("Niets gevonden").contains("&lt;script&gt;").doesNotContain("<script>alert");
        assertThat(browser.get("/regio?q=%00%0D").statusCode()).isEqualTo(200);
        assertThat(browser.get("/regio?q=" + "x".repeat(5000)).statusCode()).isEqualTo(200);
    }

    @Test
    void aRegionShowsItsMunicipalitiesTheirPastAndWhatCannotBeCompared() {
        String region = page("/regio/JZ26");
        assertThat(region).contains("Jeugdregio Lekstroom", "Vijfheerenlanden", "Leerdam", "Zederik", "Vianen");
        assertThat(region)
                .as("Leerdam and Zederik belonged to another youth region")
                .contains("niet vergelijkbaar", "tot en met 31 december 2018");

        String divided = page("/regio/JZ35");
        assertThat(divided)
                .contains("Niet vergelijkbaar: Haaren is op 1 januari 2021 verdeeld over")
                .contains("Vergelijken kan vanaf 1 januari 2021.");
    }

    @Test
    void aRegionOfOneMunicipalitySaysSo() {
        assertThat(page("/regio/JZ22")).contains("Deze jeugdregio is één gemeente: Utrecht, in Utrecht.");
    }

    @Test
    void aMunicipalityShowsWhereItBelongsAndItsPast() {
        String page = page("/gemeente/1961");
        assertThat(page)
                .contains("Vijfheerenlanden is een gemeente in Utrecht en hoort bij jeugdregio Lekstroom.")
                .contains("Op 1 januari 2015 bestond dit gebied uit: ")
                .contains("/gemeente/0545", "Vianen", "bestond tot en met 31 december 2018", "/gemeente/0356");
        assertThat(page("/gemeente/0505"))
                .contains("hoort bij jeugdregio Zuid-Holland Zuid", "Sinds 1 januari 2015 is geen andere gemeente");
    }

    @Test
    void aFormerMunicipalitySaysWhatBecameOfIt() {
        assertThat(page("/gemeente/0545"))
                .contains("vroegere gemeente")
                .contains(
                        "Leerdam bestond tot en met 31 december 2018. Het hele grondgebied hoort nu bij Vijfheerenlanden.");
        assertThat(page("/gemeente/0788"))
                .contains(
                        "Haaren bestond tot en met 31 december 2020",
                        "verdeeld over",
                        "Welk deel van de cijfers van Haaren bij");
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        assertThat(browser.get("/regio/JZ40").statusCode()).isEqualTo(404);
        assertThat(browser.get("/regio/jz31").statusCode()).isEqualTo(404);
        assertThat(browser.get("/gemeente/9999").statusCode()).isEqualTo(404);
        assertThat(browser.get("/gemeente/'--").statusCode()).isEqualTo(404);
    }

    @Test
    void theSearchFieldOfEachPageFindsPlaces() {
        String found = page("/zoeken?q=Dordrecht");
        assertThat(found).contains("href=\"/gemeente/0505\"", "gemeente</span>");
        assertThat(page("/zoeken?q=Rijnmond")).contains("href=\"/regio/JZ29\"");
    }

    @Test
    void theNavigationLeadsThereAndOnlyAdministratorsToTheBorders() {
        String home = page("/");
        assertThat(home).contains("href=\"/regio\"", "href=\"/partners\"").doesNotContain("/beheer/grenzen");
        assertThat(reader(Role.ADMINISTRATOR).get("/").body()).contains("href=\"/beheer/grenzen\"");
    }

    private String page(String path) {
        HttpResponse<String> response = browser.get(path);
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        assertThat(response.body()).doesNotContain("??organisation");
        return response.body();
    }

    private static String results(String page) {
        int from = page.indexOf("class=\"search-results\"");
        assertThat(from).as("there are results").isPositive();
        return page.substring(from, page.indexOf("<table", from));
    }
}
