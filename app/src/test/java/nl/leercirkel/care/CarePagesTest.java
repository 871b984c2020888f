package nl.leercirkel.care;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import nl.leercirkel.security.Role;
import nl.leercirkel.support.Chromium;
import nl.leercirkel.support.IntegrationTest;
import nl.leercirkel.support.PageCheck;
import nl.leercirkel.support.TestPeople;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages of messages, use of care, linkings and keys as people use them, wide and narrow. */
@IntegrationTest
class CarePagesTest {
    @LocalServerPort
    private int port;

    @Autowired
    private TestPeople people;

    private final List<BrowserContext> windows = new ArrayList<>();

    @AfterEach
    void close() {
        windows.forEach(BrowserContext::close);
    }

    @Test
    void anAnalystReadsMessagesSeesWhatIsWrongAndFetchesTheReturnMessage() throws Exception {
        TestPeople.TestPerson analyst = people.person(people.authority().authorityId(), Role.ANALYST);
        Page page = signIn(window(1280, ColorScheme.LIGHT), analyst);
        page.locator("nav a:has-text('Berichten')").first().click();
        assertThat(page.locator("h1").innerText()).isEqualTo("Berichten");
        noProblems(page, "berichten-leeg");

        page.locator("main form button").click();
        assertThat(page.locator(".utrecht-alert--error, .error-summary, [role=alert]")
                        .first()
                        .innerText())
                .contains("Kies een of meer bestanden");
        noProblems(page, "berichten-fout");

        String wrong = new String(TestMessages.example("JW305"), StandardCharsets.UTF_8)
                .replace("<jw305:StatusAanlevering>1", "<jw305:StatusAanlevering>2");
        page.locator("input[type=file]").setInputFiles(new FilePayload[] {
            file("JW301.xml", TestMessages.example("JW301")),
            file("JW305.xml", TestMessages.example("JW305")),
            file("fout.xml", wrong.getBytes(StandardCharsets.UTF_8)),
            file("los.xml", "geen bericht".getBytes(StandardCharsets.UTF_8))
        });
        page.locator("main form button").click();
        page.waitForURL("**/werk/*");
        PlaywrightAssertions.assertThat(page.locator("main")).containsText("Ingelezen: 2 berichten; niet goed: 2.");

        page.navigate(address("/berichten"));
        assertThat(page.locator("tbody tr").count()).isEqualTo(4);
        for (int width : new int[] {1280, 320}) {
            Page again = width == 1280 ? page : signIn(window(320, ColorScheme.DARK), analyst);
            again.navigate(address("/berichten"));
            noProblems(again, "berichten");
            again.locator("a:has-text('fout.xml')").click();
            PlaywrightAssertions.assertThat(again.locator("main"))
                    .containsText("Dit bericht is afgekeurd: 1 bevinding.");
            PlaywrightAssertions.assertThat(again.locator("tbody")).containsText("CS058");
            noProblems(again, "bericht-afgekeurd");
            again.navigate(address("/berichten"));
            again.locator("a:has-text('los.xml')").click();
            noProblems(again, "bericht-geen");
            again.navigate(address("/berichten"));
            again.locator("a:has-text('JW305.xml')").click();
            noProblems(again, "bericht-goed");
        }
        for (String path : new String[] {"/zorggebruik", "/berichten", "/berichten/ggm", "/bronnen"}) {
            page.navigate(address(path));
            noProblems(page, "herkomst" + path.replace('/', '-'));
        }
        page.navigate(address("/berichten"));
        page.locator("a:has-text('JW305.xml')").click();
        var download = page.waitForDownload(
                () -> page.locator("a:has-text('Haal het retourbericht op')").click());
        assertThat(Files.readString(download.path())).contains("jw306:Bericht", "<jw306:Afzender>");
        assertThat(download.suggestedFilename()).isEqualTo("JW306.xml");
    }

    @Test
    void theKeyboardReadsAMessage() {
        TestPeople.TestPerson analyst = people.person(people.authority().authorityId(), Role.CONTRACT_MANAGER);
        Page page = signIn(window(1280, ColorScheme.LIGHT), analyst);
        page.navigate(address("/berichten"));
        page.locator("input[type=file]").setInputFiles(file("JW323.xml", TestMessages.example("JW323")));
        page.locator("input[type=file]").focus();
        for (int i = 0; i < 4 && page.locator("main form button:focus").count() == 0; i++) {
            page.keyboard().press("Tab");
        }
        assertThat(page.locator("main form button:focus").count()).isEqualTo(1);
        page.keyboard().press("Enter");
        page.waitForURL("**/werk/*");
        PlaywrightAssertions.assertThat(page.locator("main")).containsText("Ingelezen: 1 bericht.");
    }

    /** Few people: a council member sees that there is something, and no number that tells of somebody. */
    @Test
    void totalsShowNoSmallNumbers() throws Exception {
        TestPeople.TestPerson analyst = people.person(people.authority().authorityId(), Role.ANALYST);
        TestPeople.TestPerson council = people.person(analyst.authorityId(), Role.COUNCIL_MEMBER);
        Page empty = signIn(window(1280, ColorScheme.LIGHT), council);
        empty.navigate(address("/zorggebruik"));
        assertThat(empty.locator(".lead").innerText()).startsWith("Er zijn nog geen trajecten");
        noProblems(empty, "zorggebruik-leeg");

        Page page = signIn(window(1280, ColorScheme.LIGHT), analyst);
        page.navigate(address("/berichten"));
        page.locator("input[type=file]").setInputFiles(new FilePayload[] {
            file("JW301.xml", TestMessages.example("JW301")),
            file("JW305.xml", TestMessages.example("JW305")),
            file("JW323.xml", TestMessages.example("JW323")),
            file("JW325.xml", TestMessages.example("JW325"))
        });
        page.locator("main form button").click();
        PlaywrightAssertions.assertThat(page.locator("main")).containsText("Ingelezen: 4 berichten.");
        for (int width : new int[] {1280, 320}) {
            Page reader = width == 1280 ? empty : signIn(window(320, ColorScheme.DARK), council);
            reader.navigate(address("/zorggebruik"));
            noProblems(reader, "zorggebruik");
            assertThat(reader.locator("main").innerText())
                    .contains("Jeugdwet 2026", "te weinig om te tonen")
                    .doesNotContain("760", "190", "570");
            List<String> cells = reader.locator("td.numeric").allInnerTexts();
            assertThat(cells).isNotEmpty().allMatch(cell -> cell.equals("niet getoond") || cell.equals("0"));
        }
    }

    @Test
    void anAdministratorLinksPurposesOnAGround() {
        TestPeople.TestPerson administrator = people.person(people.authority().authorityId(), Role.ADMINISTRATOR);
        for (int width : new int[] {1280, 320}) {
            Page page = signIn(window(width, ColorScheme.LIGHT), administrator);
            page.navigate(address("/beheer/koppelingen"));
            noProblems(page, "koppelingen-leeg");
            page.locator("main form:has(textarea) button").click();
            assertThat(page.locator("main").innerText()).contains("Schrijf op waarom deze koppeling nodig is");
            noProblems(page, "koppelingen-fout");
            page.locator("select[name=one]").selectOption("jeugdhulp-berichten");
            page.locator("select[name=other]").selectOption("wmo-berichten");
            page.locator("textarea[name=ground]")
                    .fill("Wie van jeugdhulp naar Wmo gaat: de vraag van de raad over 18-/18+.");
            page.locator("input[name=basis]").fill("Wmo 2015, artikel 5.1.1");
            page.locator("input[name=until]")
                    .fill(java.time.LocalDate.now().plusMonths(6).toString());
            page.locator("main form:has(textarea) button").click();
            assertThat(page.locator("main").innerText())
                    .contains("Er is nu 1 koppeling", "de vraag van de raad over 18-/18+", "minder dan 10");
            noProblems(page, "koppelingen");
            page.onDialog(dialog -> dialog.accept());
            page.locator("main button.utrecht-button--danger").click();
            PlaywrightAssertions.assertThat(page.locator("main")).containsText("Er zijn nu geen koppelingen");
            noProblems(page, "koppelingen-vroeger");
        }
    }

    @Test
    void theManagerOfTheInstallationSeesTheKeys() {
        TestPeople.TestPerson manager = people.person(people.authority().authorityId(), true, Role.ADMINISTRATOR);
        for (int width : new int[] {1280, 320}) {
            Page page = signIn(window(width, ColorScheme.LIGHT), manager);
            page.navigate(address("/beheer/sleutels"));
            assertThat(page.locator(".lead").innerText()).isEqualTo("Sleutel 1 is in gebruik en past bij de gegevens.");
            noProblems(page, "sleutels");
        }
    }

    private static FilePayload file(String name, byte[] content) {
        return new FilePayload(name, "application/xml", content);
    }

    private static void noProblems(Page page, String name) {
        assertThat(PageCheck.problems(page, name)).as(name).isEmpty();
    }

    private Page window(int width, ColorScheme scheme) {
        BrowserContext window = Chromium.window(width, 900, scheme);
        windows.add(window);
        return window.newPage();
    }

    private Page signIn(Page page, TestPeople.TestPerson person) {
        page.navigate(address("/inloggen"));
        page.locator("input[name=email]").fill(person.email());
        page.locator("input[name=password]").fill(TestPeople.PASSWORD);
        Locator button =
                page.locator("main button[type=submit], main form button").first();
        button.click();
        page.waitForURL(address("/"));
        return page;
    }

    private String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }
}
