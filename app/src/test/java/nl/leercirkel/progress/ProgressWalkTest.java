package nl.leercirkel.progress;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import nl.leercirkel.support.Chromium;
import nl.leercirkel.support.IntegrationTest;
import nl.leercirkel.support.PageCheck;
import nl.leercirkel.support.TestPeople;
import nl.leercirkel.support.TestPeople.TestPerson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A round in a real Chromium: opened, drafted, handed in, sent back, handed in again, closed. Every page on the way is
 * accessible, also narrow and dark. With -Dleercirkel.screenshots=FOLDER it keeps pictures to look at.
 */
@IntegrationTest
class ProgressWalkTest {
    @LocalServerPort
    private int port;

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private Clock clock;

    private final List<BrowserContext> windows = new ArrayList<>();
    private final List<String> console = new ArrayList<>();

    @AfterEach
    void close() {
        windows.forEach(BrowserContext::close);
    }

    @Test
    void aRoundFromOpeningToClosing() {
        ProgressWorld world = new ProgressWorld(beans);
        Page manager = signIn(world.managerPerson, 1280, ColorScheme.LIGHT);
        Page partner = signIn(world.leadPerson, 1280, ColorScheme.LIGHT);

        manager.navigate(address("/portfolio/" + world.programmeId));
        link(manager, "Voortgangsrondes").click();
        check(manager, "list-empty");
        manager.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Ronde openen"))
                .first()
                .click();
        manager.getByLabel("Naam", new Page.GetByLabelOptions().setExact(true)).fill("Najaar 2026");
        manager.getByLabel("Inleveren uiterlijk op")
                .fill(DutchTime.today(clock).plusDays(14).toString());
        check(manager, "new");
        button(manager, "Ronde openen").last().click();
        assertThat(manager.locator("main")).containsText("0 van 2 projecten zijn ingeleverd; 2 nog niet");
        check(manager, "round");
        String round = manager.url();

        partner.navigate(address("/"));
        check(partner, "home-partner");
        link(partner, "Vul de voortgang in van Buurtcirkels (Najaar 2026)").click();
        partner.getByLabel("Antwoord op vraag 1").fill("Acht buurtcirkels gestart.");
        check(partner, "report-writing");
        button(partner, "Concept bewaren").last().click();
        assertThat(partner.locator(".utrecht-alert--ok")).containsText("Het is nog niet ingeleverd");
        String report = partner.url();

        // typed, not saved, the page left: the text comes back
        partner.getByLabel("Antwoord op vraag 2").fill("Vrijwilligers vinden kost tijd.");
        partner.onDialog(dialog -> dialog.accept());
        partner.navigate(address("/portfolio"));
        partner.navigate(report);
        assertThat(partner.getByLabel("Antwoord op vraag 2")).hasValue("Vrijwilligers vinden kost tijd.");
        assertThat(partner.locator("[data-kept]")).isVisible();
        partner.getByLabel("Aandacht").check();
        button(partner, "Inleveren").click();
        assertThat(partner.locator("#fouten")).containsText("waarom het project niet op koers is");
        partner.getByLabel("Waarom?").fill("Te weinig vrijwilligers.");
        button(partner, "Inleveren").click();
        assertThat(partner.locator("main")).containsText("De programmamanager leest het");
        check(partner, "report-handed-in");

        manager.navigate(address("/"));
        check(manager, "home-manager");
        link(manager, "Beoordeel de voortgang van 1 project (Najaar 2026)").click();
        link(manager, "1. Buurtcirkels").click();
        check(manager, "report-judging");
        manager.getByLabel("Wat is er nog nodig?").fill("In welke wijken?");
        button(manager, "Stuur terug").click();

        partner.navigate(address("/"));
        assertThat(partner.locator("main")).containsText("In welke wijken?");
        link(partner, "Vul de voortgang aan van Buurtcirkels (Najaar 2026)").click();
        check(partner, "report-sent-back");
        partner.getByLabel("Antwoord op vraag 1").fill("Acht buurtcirkels gestart, in Oost en West.");
        button(partner, "Inleveren").click();

        manager.navigate(report);
        assertThat(manager.locator("main")).containsText("in Oost en West");
        link(manager, "Versie 1").click();
        assertThat(manager.locator("main")).containsText("Acht buurtcirkels gestart.");
        assertThat(manager.locator("main")).not().containsText("in Oost en West");
        check(manager, "version");
        manager.goBack();
        button(manager, "Akkoord").click();
        manager.navigate(round);
        check(manager, "round-end");
        manager.onDialog(dialog -> dialog.accept());
        button(manager, "Ronde sluiten").click();
        assertThat(manager.locator("main")).containsText("1 van 2 projecten is ingeleverd; 1 niet.");
        check(manager, "round-closed");
        manager.navigate(address("/projecten/" + world.buurtcirkels + "/voortgang"));
        assertThat(manager.locator("main")).containsText("in Oost en West");
        check(manager, "project");
        manager.navigate(report);
        assertThat(manager.locator("main")).containsText("De ronde is gesloten");
        assertThat(manager.locator("textarea")).hasCount(0);

        // the next round, narrow and dark, with last time's answers beside the fields
        world.open("Voorjaar 2027", DutchTime.today(clock).minusDays(1), world.buurtcirkels, world.recept);
        Page narrow = signIn(world.leadPerson, 320, ColorScheme.DARK);
        link(narrow, "Vul de voortgang in van Buurtcirkels (Voorjaar 2027)").click();
        check(narrow, "report-writing-again");
        button(narrow, "Neem alle antwoorden over").click();
        assertThat(narrow.getByLabel("Antwoord op vraag 1")).hasValue("Acht buurtcirkels gestart, in Oost en West.");
        narrow.navigate(address("/voortgang"));
        check(narrow, "list-partner");
        Page narrowManager = signIn(world.managerPerson, 320, ColorScheme.DARK);
        for (String path : List.of("/voortgang", "/voortgang/nieuw?programma=" + world.programmeId)) {
            narrowManager.navigate(address(path));
            check(narrowManager, "narrow" + path.replaceAll("[/?].*$|[^a-z]", "") + path.length());
        }
        narrowManager.navigate(address("/"));
        link(narrowManager, "2 projecten zijn te laat met Voorjaar 2027").click();
        check(narrowManager, "round-late");
        narrowManager.navigate(address("/projecten/" + world.buurtcirkels + "/voortgang"));
        check(narrowManager, "project");
        assertThat(console).as("errors on the console").isEmpty();
    }

    private void check(Page page, String name) {
        assertThat(PageCheck.problems(page, "voortgang-" + name)).as(page.url()).isEmpty();
    }

    private static com.microsoft.playwright.Locator link(Page page, String name) {
        return page.locator("main")
                .getByRole(
                        AriaRole.LINK,
                        new com.microsoft.playwright.Locator.GetByRoleOptions()
                                .setName(name)
                                .setExact(true));
    }

    private static com.microsoft.playwright.Locator button(Page page, String name) {
        return page.locator("main button:visible:not([aria-hidden])")
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(name));
    }

    private Page signIn(TestPerson person, int width, ColorScheme scheme) {
        BrowserContext window = Chromium.window(width, 900, scheme);
        windows.add(window);
        Page page = window.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                console.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> console.add(page.url() + ": " + error));
        page.navigate(address("/inloggen"));
        page.locator("input[name=email]").fill(person.email());
        page.locator("input[name=password]").fill(TestPeople.PASSWORD);
        page.locator("main button[type=submit], main form button").first().click();
        page.waitForURL(address("/"));
        return page;
    }

    private String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }
}
