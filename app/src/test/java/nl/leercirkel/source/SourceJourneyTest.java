package nl.leercirkel.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.leercirkel.care.TestMessages;
import nl.leercirkel.security.Role;
import nl.leercirkel.support.Chromium;
import nl.leercirkel.support.IntegrationTest;
import nl.leercirkel.support.PageCheck;
import nl.leercirkel.support.TestPeople;
import nl.leercirkel.support.TestPeople.TestPerson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The way of an analyst, in a real browser: a table of CBS and a spreadsheet become figures with their origin. */
@IntegrationTest
class SourceJourneyTest {
    /** As StatLine exports it: a semicolon, quotes, a source below. The numbers are invented. */
    private static final String CBS = """
            "Regio's";"Perioden";"Jongeren met jeugdhulp"
            "GM0505";"2022JJ00";"2410"
            "GM0505";"2023JJ00";"2525"
            "GM0344";"2022JJ00";"5110"
            "GM0344";"2023JJ00";"5230"
            "GM9999";"2023JJ00";"12"
            "GM0236";"2023JJ00";"7"
            "Bron: CBS"
            """;

    @LocalServerPort
    private int port;

    @Autowired
    private TestPeople people;

    private final List<BrowserContext> windows = new ArrayList<>();
    private final List<String> console = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private UUID authority;

    @BeforeEach
    void authority() {
        authority = people.authority().authorityId();
    }

    @AfterEach
    void close() {
        windows.forEach(BrowserContext::close);
    }

    private Page window(TestPerson person, int width, ColorScheme scheme) {
        BrowserContext window = Chromium.window(width, 900, scheme);
        windows.add(window);
        Page page = window.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                console.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> console.add(page.url() + ": " + error));
        page.navigate("http://127.0.0.1:" + port + "/inloggen");
        page.locator("input[name=email]").fill(person.email());
        page.locator("input[name=password]").fill(TestPeople.PASSWORD);
        page.locator("main form button").first().click();
        page.waitForURL("http://127.0.0.1:" + port + "/");
        return page;
    }

    private void look(Page page, String name) {
        PageCheck.problems(page, "bron-" + name).forEach(problem -> problems.add(name + ": " + problem));
    }

    private static void press(Page page, String button) {
        page.locator("main")
                .locator("button, a.utrecht-button")
                .filter(new Locator.FilterOptions().setHasText(button))
                .first()
                .click();
    }

    private void bring(Page page, String name, byte[] content) {
        page.locator("input[name=bestand]").setInputFiles(new FilePayload(name, "application/octet-stream", content));
        press(page, "Bekijk het bestand");
        page.waitForURL("**/inlezen/*");
    }

    private void check(Page page) {
        press(page, "Controleer alle rijen");
        page.waitForURL("**/werk/*");
        // the page hears of the end by itself
        page.locator("a:has-text('Resultaat'), a:has-text('resultaat')").first().click();
        page.waitForURL("**/inlezen/*");
    }

    @Test
    void anAnalystBringsFilesMendsRowsAndFindsWhereAFigureComesFrom() {
        TestPerson analyst = people.person(authority, Role.ANALYST);
        Page page = window(analyst, 1280, ColorScheme.LIGHT);
        page.navigate("http://127.0.0.1:" + port + "/bronnen");
        look(page, "leeg");
        press(page, "Nieuwe bron");
        press(page, "Opslaan");
        assertThat(page.locator("main").innerText())
                .contains("Vul de naam van de bron in.", "Vul in waarvoor u deze gegevens gebruikt.");
        look(page, "nieuw-fout");
        page.locator("[name=naam]").fill("Jeugdhulp per gemeente");
        page.locator("[name=doel]").fill("Zien waar het knelt");
        page.locator("[name=eigenaar]").fill("Team data");
        page.locator("[name=leverancier]").fill("CBS");
        page.locator("[name=licentie]").fill("CC BY 4.0");
        page.locator("[name=bronvermelding]").fill("CBS, Jeugdhulp");
        press(page, "Opslaan");
        page.waitForURL("**/bronnen/*");
        String dataset = page.url();
        look(page, "bron-leeg");

        press(page, "Bestand inlezen");
        look(page, "inlezen");
        bring(page, "export.csv", TestFiles.text(CBS));
        look(page, "voorstel");
        press(page, "Neem deze velden over");
        page.locator("select[name=kolom0]").waitFor();
        assertThat(page.locator("select[name=kolom2]").inputValue()).isEqualTo("Jongeren met jeugdhulp");
        look(page, "koppelen");
        check(page);
        assertThat(page.locator("main").innerText())
                .contains(
                        "4 rijen zijn goed, 2 geweigerd",
                        "Gemeentecode 9999 bestaat niet",
                        "regel 6, kolom 1",
                        "West Betuwe (1960)");
        look(page, "besluit");

        press(page, "Herstel de geweigerde rijen");
        look(page, "geweigerd");
        page.locator("input[name='r7-0']").fill("1960");
        press(page, "Controleer opnieuw");
        page.waitForURL("**/geweigerd?pagina=1");
        assertThat(page.locator("main").innerText()).contains("1 rij is geweigerd");
        press(page, "Terug naar het besluit");
        press(page, "goede rijen op");
        page.waitForURL(dataset);
        assertThat(page.locator("main").innerText()).contains("versie 1: 5 rijen uit export.csv, 1 rij geweigerd");

        // a spreadsheet with another year, of which one number jumped
        press(page, "Bestand inlezen");
        bring(
                page,
                "eigen.xlsx",
                TestFiles.xlsx(book -> TestFiles.fill(
                        book.createSheet("Cijfers"),
                        new Object[] {"Regio's", "Perioden", "Jongeren met jeugdhulp"},
                        new Object[] {"0505", "2022", 2410},
                        new Object[] {"0505", "2023", 2525},
                        new Object[] {"0505", "2024", 2600},
                        new Object[] {"0344", "2022", 5110},
                        new Object[] {"0344", "2023", 5230},
                        new Object[] {"0344", "2024", "=5230+1"})));
        check(page);
        assertThat(page.locator("main").innerText())
                .contains("blad Cijfers, rij 7, cel C7", "formule", "Met versie 1: 4 rijen gelijk");
        press(page, "goede rijen op");
        page.waitForURL(dataset);

        press(page, "Nieuw cijfer");
        look(page, "cijfer-nieuw");
        page.locator("[name=titel]").fill("Jongeren met jeugdhulp in Dordrecht en Utrecht");
        page.locator("[name=veld]").selectOption("Jongeren met jeugdhulp");
        page.locator("[name=gemeenten]").fill("Dordrecht, Utrecht");
        press(page, "Maak het cijfer");
        page.waitForURL("**/cijfers/*");
        assertThat(page.locator("main").innerText())
                .contains(
                        "Bron: CBS, Jeugdhulp, versie 2",
                        "licentie CC BY 4.0",
                        "Utrecht, 2024: het cijfer van Utrecht ontbreekt");
        look(page, "cijfer");

        // a colleague looks, on a phone in the dark; the analyst sees that
        TestPerson colleague = people.person(authority, Role.RESEARCHER);
        Page narrow = window(colleague, 320, ColorScheme.DARK);
        narrow.navigate(page.url());
        look(narrow, "cijfer-smal");
        narrow.navigate(dataset);
        look(narrow, "bron-smal");
        assertThat(narrow.locator("main").innerText()).doesNotContain("Wie keek ernaar");
        narrow.locator("a:has-text('Versie 2')").first().click();
        look(narrow, "versie-smal");

        page.navigate(dataset);
        look(page, "bron");
        assertThat(page.locator("#herkomst ~ div").innerText())
                .contains("Jongeren met jeugdhulp in Dordrecht en Utrecht", "Versie 2");
        assertThat(page.locator("#gezien ~ div").innerText())
                .contains("Gelezen", "cijfer van een bron", "versie van een bron");
        press(page, "Wijzigen");
        look(page, "wijzigen");

        messagesStandAmongTheSources(page);
        assertThat(problems).isEmpty();
        assertThat(console).isEmpty();
    }

    /** The same analyst brings messages, and finds from the use of care which ones it rests on, and who looked. */
    private void messagesStandAmongTheSources(Page page) {
        page.navigate("http://127.0.0.1:" + port + "/berichten");
        page.locator("input[type=file]").setInputFiles(new FilePayload[] {
            new FilePayload("JW301.xml", "text/xml", TestMessages.example("JW301")),
            new FilePayload("JW305.xml", "text/xml", TestMessages.example("JW305"))
        });
        page.locator("main form button").first().click();
        page.waitForURL("**/werk/*");
        page.locator("main:has-text('Ingelezen: 2 berichten.')").waitFor();
        page.navigate("http://127.0.0.1:" + port + "/zorggebruik");
        assertThat(page.locator("main").innerText()).contains("Berichten die meetellen: 2", "Bekijk de berichten");
        look(page, "zorggebruik");
        page.reload();
        assertThat(page.locator("main").innerText()).contains("Jo Test");
        page.navigate("http://127.0.0.1:" + port + "/bronnen");
        assertThat(page.locator("main").innerText()).contains("Berichtenverkeer", "Jeugdhulp per gemeente");
        look(page, "bronnen-met-berichten");
    }

    /** The folder of the server is not set here, which is what the page of the dataset has to say. */
    @Test
    void fetchingIsSetOnThePageOfTheDatasetWhichSaysWhatCameOfIt() {
        TestPerson manager = people.person(authority, Role.PROGRAMME_MANAGER);
        Page page = window(manager, 320, ColorScheme.DARK);
        page.navigate("http://127.0.0.1:" + port + "/bronnen/nieuw");
        type(page, "naam", "Kosten");
        type(page, "doel", "Volgen");
        type(page, "eigenaar", "Financiën");
        page.keyboard().press("Enter");
        page.waitForURL("**/bronnen/*-*");
        String dataset = page.url();
        press(page, "Haal dit zelf op");
        look(page, "ophalen");
        press(page, "Opslaan en ophalen");
        assertThat(page.locator("main").innerText()).contains("Vul de code van de tabel in");
        look(page, "ophalen-fout");
        page.locator("select[name=soort]").selectOption("AS_IS");
        page.locator("select[name=plaats]").selectOption("FOLDER");
        press(page, "Opslaan en ophalen");
        page.waitForURL(dataset);
        for (int turn = 0;
                turn < 50 && !page.locator("#ophalen ~ p").innerText().contains("niet gelukt");
                turn++) {
            page.waitForTimeout(200);
            page.reload();
        }
        assertThat(page.locator("main").innerText())
                .contains("Op deze server is geen map voor bronnen ingesteld. Vraag de beheerder");
        look(page, "ophalen-mislukt");
        page.navigate("http://127.0.0.1:" + port + "/");
        assertThat(page.locator("main").innerText()).contains("Het ophalen voor Kosten lukt niet");
        page.navigate(dataset);
        press(page, "Stop met ophalen");
        page.waitForURL(dataset);
        assertThat(page.locator("main").innerText()).contains("Gestopt door Jo Test.");
        assertThat(problems).isEmpty();
        assertThat(console).isEmpty();
    }

    /** From the list to the check with the keyboard alone. */
    @Test
    void theKeyboardBringsAFileToItsDecision() {
        TestPerson manager = people.person(authority, Role.PROGRAMME_MANAGER);
        Page page = window(manager, 320, ColorScheme.LIGHT);
        page.navigate("http://127.0.0.1:" + port + "/bronnen/nieuw");
        type(page, "naam", "Wachttijd");
        type(page, "doel", "Volgen");
        type(page, "eigenaar", "Toegang");
        page.keyboard().press("Enter");
        page.waitForURL("**/bronnen/*-*");
        look(page, "toetsen-bron");
        page.navigate(page.url() + "/inlezen");
        page.locator("input[name=bestand]")
                .setInputFiles(new FilePayload("w.csv", "text/csv", TestFiles.text("Jaar;Dagen\n2022;10\n2023;12\n")));
        page.locator("main form button").first().focus();
        page.keyboard().press("Enter");
        page.waitForURL("**/inlezen/*");
        look(page, "toetsen-voorstel");
        page.locator("button:has-text('Neem deze velden over')").focus();
        page.keyboard().press("Enter");
        page.locator("select[name=kolom0]").waitFor();
        look(page, "toetsen-koppelen");
        page.locator("button[value=controleer]").focus();
        page.keyboard().press("Enter");
        page.waitForURL("**/werk/*");
        page.locator("a:has-text('Resultaat'), a:has-text('resultaat')").first().focus();
        page.keyboard().press("Enter");
        page.waitForURL("**/inlezen/*");
        look(page, "toetsen-besluit");
        assertThat(page.locator("main").innerText()).contains("2 rijen zijn goed.");
        assertThat(problems).isEmpty();
        assertThat(console).isEmpty();
    }

    private static void type(Page page, String name, String text) {
        page.locator("[name=" + name + "]").focus();
        page.keyboard().type(text);
    }
}
