package nl.leercirkel.call;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.leercirkel.identity.Accounts;
import nl.leercirkel.organisation.Partners;
import nl.leercirkel.portfolio.ProgrammeEditor;
import nl.leercirkel.support.Chromium;
import nl.leercirkel.support.IntegrationTest;
import nl.leercirkel.support.PageCheck;
import nl.leercirkel.support.TestClock;
import nl.leercirkel.support.TestPeople;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** From the manager's first click to the project, in a real Chromium; each page on the way is checked for accessibility. */
@IntegrationTest
class CallWalkTest {
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

    private final List<BrowserContext> windows = new ArrayList<>();
    private final List<String> console = new ArrayList<>();
    private final Map<String, List<String>> wrong = new LinkedHashMap<>();

    @AfterEach
    void close() {
        windows.forEach(BrowserContext::close);
    }

    @Test
    void fromCallToProject() {
        CallWorld world = new CallWorld(new CallWorld.Services(
                people, accounts, partners, programmes, calls, editor, applications, assessments, decisions, clock));

        Page manager = signIn(world.email(world.manager), 1280, ColorScheme.LIGHT);
        manager.navigate(address("/uitvragen"));
        manager.locator("main a:has-text('Nieuwe uitvraag')").click();
        manager.locator("select[name=programma]").selectOption(world.programmeId.toString());
        fill(manager, "titel", "Uitvraag 2027");
        fill(manager, "tekst", "Vraag aan wat kinderen helpt.\n\n- dicht bij huis\n- samen met het gezin");
        fill(manager, "opent", Moments.input(clock.instant().minus(Duration.ofHours(2))));
        fill(manager, "sluit", Moments.input(clock.instant().minus(Duration.ofHours(3))));
        check(manager, "nieuw");
        press(manager, "Opslaan");
        assertThat(manager.locator("#fouten")).containsText("sluit voordat zij opengaat");
        fill(manager, "sluit", Moments.input(clock.instant().plus(Duration.ofDays(20))));
        fill(manager, "budget", "250.000");
        press(manager, "Opslaan");
        assertThat(manager.locator("main .lead")).containsText("concept");
        String callPage = manager.url();

        manager.locator("main a:has-text('Vragen')").click();
        manager.locator("select[name=nieuw]").selectOption("YES_NO_REFERENCE");
        press(manager, "Toevoegen");
        manager.locator("[name='vraag.15.label']").fill("Is er een expertteam?");
        check(manager, "vragen");
        manager.locator("button.utrecht-button--primary-action:has-text('Opslaan')")
                .click();
        manager.locator("main a:has-text('Criteria')").click();
        check(manager, "criteria");
        manager.navigate(callPage + "/beoordelaars");
        manager.getByLabel("Anna Beoordelaar").check();
        manager.getByLabel("Bram Beoordelaar").check();
        check(manager, "beoordelaars");
        press(manager, "Opslaan");
        press(manager, "Publiceren");
        assertThat(manager.locator("main .lead")).containsText("is open tot");
        check(manager, "uitvraag");

        Page applicant = signIn(world.email(world.applicant), 1280, ColorScheme.DARK);
        applicant.navigate(callPage);
        press(applicant, "Aanvraag beginnen");
        apply(applicant);
        fill(applicant, "geld.0.bedrag", "honderdduizend");
        press(applicant, "Indienen");
        assertThat(applicant.locator("#veld-geld\\.0\\.bedrag-fout")).containsText("Schrijf een bedrag");
        assertThat(applicant.locator("[name='doel']")).hasValue("Kinderen groeien thuis op");
        check(applicant, "invullen-fout");
        fill(applicant, "geld.0.bedrag", "100.000");
        press(applicant, "Indienen");
        assertThat(applicant.locator("main .lead")).containsText("Ingediend als versie 1");
        check(applicant, "aanvraag");
        String application = applicant.url();

        manager.navigate(callPage);
        press(manager, "Nu sluiten");
        for (String name : List.of("Anna", "Bram")) {
            Page assessor =
                    signIn(world.email(name.equals("Anna") ? world.assessor : world.second), 1280, ColorScheme.LIGHT);
            assertThat(assessor.locator("main")).containsText("Beoordeel 1 aanvraag voor Uitvraag 2027");
            assessor.navigate(callPage);
            assessor.locator("main a:has-text('JIM-aanpak')").first().click();
            for (int i = 0; i < 3; i++) {
                assessor.locator("main fieldset")
                        .nth(i)
                        .locator("input[value='" + (name.equals("Anna") ? 5 : 2 + i) + "']")
                        .check();
                assessor.locator("textarea[name^='argument.']").nth(i).fill("Past bij de doelen");
            }
            check(assessor, "beoordelen-" + name);
            press(assessor, "Beoordeling indienen");
            assertThat(assessor.locator("main .lead")).containsText("staat vast");
            check(assessor, "beoordeeld-" + name);
        }

        manager.navigate(callPage);
        press(manager, "Beoordeling sluiten");
        manager.navigate(callPage + "/vergelijken");
        assertThat(manager.locator("main .lead")).containsText("gevraagd bij een budget van");
        // scores 5,5,5 and 2,3,4: means 3.5, 4 and 4.5, which are 62.5, 75 and 87.5 points: 75 together
        assertThat(manager.locator("main table").first()).containsText("75");
        assertThat(manager.locator("main table").first()).containsText("lopen uiteen");
        check(manager, "vergelijken");
        manager.locator("a[aria-label='Besluiten over JIM-aanpak']").click();
        check(manager, "besluit");
        manager.getByLabel("Toekennen", new Page.GetByLabelOptions().setExact(true))
                .check();
        fill(manager, "voorwaarden", "Meet elk half jaar.");
        press(manager, "Besluit vastleggen");
        assertThat(manager.locator("main .lead")).containsText("Toegekend op");
        check(manager, "toegekend");
        manager.locator("main a:has-text('Naar het project')").click();
        assertThat(manager.locator("h1")).containsText("JIM-aanpak");
        assertThat(manager.locator("main")).containsText("Is er een expertteam?");

        Page narrow = signIn(world.email(world.applicant), 320, ColorScheme.DARK);
        for (String path : List.of("/uitvragen", callPage, application, application + "/brief")) {
            narrow.navigate(path.startsWith("/") ? address(path) : path);
            check(narrow, "smal" + path.replaceAll(".*/", "-"));
        }
        assertThat(narrow.locator("main")).containsText("Wij kennen uw aanvraag toe");
        Page narrowManager = signIn(world.email(world.manager), 320, ColorScheme.LIGHT);
        for (String last : List.of("", "/vragen", "/criteria", "/vergelijken", "/wijzigen")) {
            narrowManager.navigate(callPage + last);
            check(narrowManager, "smal-manager" + last.replace('/', '-'));
        }
        assertThat(wrong).isEmpty();
        assertThat(console).isEmpty();
    }

    private static void apply(Page page) {
        fill(page, "naam", "JIM-aanpak");
        fill(page, "periode", "2027 t/m 2028");
        fill(page, "doel", "Kinderen groeien thuis op");
        for (String text :
                List.of("doelgroep", "onderbouwing", "gebied", "aanpak", "businesscase", "monitoring", "eindproduct")) {
            fill(page, text, "Tekst over " + text);
        }
        press(page, "Bron van geld toevoegen");
        fill(page, "geld.0.bron", "Transformatiefonds");
        page.locator("select[name='geld.0.soort']").selectOption("programmabudget");
        fill(page, "geld.0.jaar", "2027");
        press(page, "Effect toevoegen");
        fill(page, "effecten.0.indicator", "trajecten met een JIM");
        fill(page, "effecten.0.streefwaarde", "70");
        page.locator("input[name='actielijnen']").nth(1).check();
        page.locator("select[name='plaats-in-de-keten']").selectOption(StandardField.CHAIN_STEPS.get(2));
        page.locator("input[name='vraag-1'][value='ja']").check();
        fill(page, "vraag-1-verwijzing", "hoofdstuk 3");
    }

    private static void fill(Page page, String name, String text) {
        page.locator("[name='" + name + "']").fill(text);
    }

    private static void press(Page page, String button) {
        page.locator("main button:visible:has-text('" + button + "')").last().click();
    }

    private void check(Page page, String name) {
        List<String> found = PageCheck.problems(page, "uitvraag-" + name);
        if (!found.isEmpty()) {
            wrong.put(name, found);
        }
    }

    private Page signIn(String email, int width, ColorScheme scheme) {
        BrowserContext window = Chromium.window(width, 900, scheme);
        windows.add(window);
        Page page = window.newPage();
        page.onDialog(Dialog::accept);
        page.onPageError(error -> console.add(page.url() + ": " + error));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                console.add(page.url() + ": " + message.text());
            }
        });
        page.navigate(address("/inloggen"));
        fill(page, "email", email);
        fill(page, "password", TestPeople.PASSWORD);
        page.locator("main button[type=submit], main form button").first().click();
        page.waitForURL(address("/"));
        return page;
    }

    private String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }
}
