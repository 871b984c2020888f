package nl.leercirkel.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.leercirkel.support.Chromium;
import nl.leercirkel.support.IntegrationTest;
import nl.leercirkel.support.PageCheck;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Every page of the demo in a real Chromium: accessible according to axe, in light and dark, without sideways scrolling at
 * 320 px (which is also 200% zoom of a 640 px window), usable by keyboard, and without an error on the console. With
 * -Dleercirkel.screenshots=FOLDER it keeps pictures to look at.
 */
@IntegrationTest
class PagesTest {
    @LocalServerPort
    private int port;

    @Autowired
    private DemoContent content;

    private final List<BrowserContext> windows = new ArrayList<>();
    private final List<String> console = new ArrayList<>();

    @BeforeEach
    void demo() {
        content.load();
    }

    @AfterEach
    void close() {
        windows.forEach(BrowserContext::close);
    }

    @Test
    void pagesForWhoHasNotSignedIn() {
        check(window(1280, ColorScheme.LIGHT), List.of("/inloggen", "/toegankelijkheid"), "open");
        check(window(320, ColorScheme.DARK), List.of("/inloggen", "/toegankelijkheid"), "open");
    }

    @Test
    void pagesOfTheProgrammeManagerWide() {
        Page page = signIn(window(1280, ColorScheme.LIGHT), "programmamanager@dordrecht.example");
        walk(page, "manager");
    }

    @Test
    void pagesOfTheProgrammeManagerNarrowAndDark() {
        Page page = signIn(window(320, ColorScheme.DARK), "programmamanager@dordrecht.example");
        walk(page, "manager");
    }

    /** A plan with funds, action lines and requirements, and projects with areas and intended effects. */
    @Test
    void pagesOfAPlanOfAYouthRegion() {
        for (int width : new int[] {1280, 320}) {
            Page page = signIn(
                    window(width, width == 320 ? ColorScheme.DARK : ColorScheme.LIGHT), "programmamanager@mlo.example");
            page.navigate(address("/portfolio/overzicht"));
            String project = String.valueOf(
                    page.locator("a:has-text('JIM-aanpak')").first().getAttribute("href"));
            page.navigate(address("/portfolio"));
            String programme = String.valueOf(
                    page.locator("a:has-text('Transformatieplan')").first().getAttribute("href"));
            check(
                    page,
                    List.of(
                            "/portfolio/overzicht",
                            programme,
                            programme + "/wijzigen",
                            project,
                            project + "/stand",
                            project + "/wijzigen",
                            "/besluiten"),
                    "plan");
        }
    }

    @Test
    void pagesOfTheAdministrator() {
        Page page = signIn(window(1280, ColorScheme.DARK), "beheerder@venlo.example");
        walk(page, "administrator");
        Page narrow = signIn(window(320, ColorScheme.LIGHT), "beheerder@venlo.example");
        walk(narrow, "administrator");
    }

    @Test
    void pagesOfTheCouncilMemberInEnglish() {
        Page page = signIn(window(1280, ColorScheme.LIGHT), "raadslid@venlo.example");
        page.locator("summary").first().click();
        page.locator("button[name=taal][value=en]").first().click();
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
        walk(page, "council-en");
    }

    @Test
    void errorPagesAreAccessible() {
        Page page = signIn(window(1280, ColorScheme.LIGHT), "raadslid@dordrecht.example");
        check(page, List.of("/beheer/logboek", "/projecten/00000000-0000-0000-0000-000000000000"), "error");
    }

    /** From the address bar to a project with the keyboard alone, with the focus always to be seen. */
    @Test
    void theKeyboardReachesAProject() {
        Page page = signIn(window(1280, ColorScheme.LIGHT), "raadslid@dordrecht.example");
        page.keyboard().press("Tab");
        assertThat(focused(page)).contains("Naar de inhoud");
        tabTo(page, "Portfolio");
        page.keyboard().press("Enter");
        page.waitForURL("**/portfolio");
        tabTo(page, "Zorgzame Stad");
        page.keyboard().press("Enter");
        page.waitForURL("**/portfolio/*");
        tabTo(page, "FLITS");
        page.keyboard().press("Enter");
        page.waitForURL("**/projecten/*");
        assertThat(page.locator("h1").innerText()).contains("FLITS");
    }

    private void tabTo(Page page, String text) {
        for (int i = 0; i < 150; i++) {
            page.keyboard().press("Tab");
            Locator focus = page.locator(":focus");
            if (focus.count() == 0) {
                continue;
            }
            Object outline = focus.evaluate("e => { const s = getComputedStyle(e);"
                    + " return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0"
                    + " || s.boxShadow !== 'none'; }");
            assertThat(outline).as("focus can be seen on: " + focused(page)).isEqualTo(true);
            if (focused(page).contains(text)) {
                return;
            }
        }
        throw new AssertionError("The keyboard does not reach: " + text);
    }

    private static String focused(Page page) {
        // Only links: a table that can be scrolled with the keyboard takes the focus too, and holds the text of all its
        // rows.
        Locator focus = page.locator("a:focus");
        return focus.count() == 0 ? "" : String.valueOf(focus.textContent()).strip();
    }

    /** Looks at every page that links lead to from the home page, one page of each kind. */
    private void walk(Page page, String who) {
        Set<String> kinds = new LinkedHashSet<>(Set.of("/"));
        List<String> toVisit = new ArrayList<>(List.of("/"));
        Map<String, List<String>> wrong = new LinkedHashMap<>();
        for (int i = 0; i < toVisit.size(); i++) {
            lookAt(page, who, toVisit.get(i), wrong);
            for (Object link : (List<?>) page.evaluate(
                    "() => [...document.querySelectorAll(\"a[href^='/']\")].map(a => a.getAttribute('href'))")) {
                String target = String.valueOf(link).replaceFirst("[?#].*", "");
                String kind =
                        target.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "*").replaceAll("/(JZ\\d\\d|\\d{4})$", "/*");
                boolean file = target.matches(".*\\.(csv|json|pdf|docx|xlsx)$") || target.startsWith("/vendor");
                if (!file && kinds.add(kind)) {
                    toVisit.add(target);
                }
            }
        }
        assertThat(toVisit).hasSizeGreaterThan(5);
        assertNothingWrong(wrong, who + " (" + toVisit.size() + " pages)");
    }

    private void check(Page page, List<String> paths, String who) {
        Map<String, List<String>> wrong = new LinkedHashMap<>();
        paths.forEach(path -> lookAt(page, who, path, wrong));
        assertNothingWrong(wrong, who);
    }

    private void assertNothingWrong(Map<String, List<String>> wrong, String who) {
        assertThat(wrong).as("pages of " + who).isEmpty();
        assertThat(console).as("errors on the console").isEmpty();
    }

    private void lookAt(Page page, String who, String path, Map<String, List<String>> wrong) {
        page.navigate(address(path));
        List<String> found = PageCheck.problems(
                page, who + path.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "id").replace('/', '_'));
        if (!found.isEmpty()) {
            wrong.put(path, found);
        }
    }

    private Page window(int width, ColorScheme scheme) {
        BrowserContext window = Chromium.window(width, 900, scheme);
        windows.add(window);
        Page page = window.newPage();
        page.onConsoleMessage(message -> {
            // A page that answers 403 or 404 on purpose is reported by the browser as well.
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                console.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> console.add(page.url() + ": " + error));
        return page;
    }

    private Page signIn(Page page, String email) {
        page.navigate(address("/inloggen"));
        page.locator("input[name=email]").fill(email);
        page.locator("input[name=password]").fill(DemoAccounts.PASSWORD);
        page.locator("main button[type=submit], main form button").first().click();
        page.waitForURL(address("/"));
        return page;
    }

    private String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }
}
