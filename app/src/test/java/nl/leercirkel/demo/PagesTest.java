package nl.leercirkel.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import nl.leercirkel.support.IntegrationTest;
import org.junit.jupiter.api.Test;

/** The pages that are not of one role, and the way through them by keyboard. */
@IntegrationTest
class PagesTest extends DemoPages {
    @Test
    void pagesForWhoHasNotSignedIn() {
        check(window(1280, ColorScheme.LIGHT), List.of("/inloggen", "/toegankelijkheid"), "open");
        check(window(320, ColorScheme.DARK), List.of("/inloggen", "/toegankelijkheid"), "open");
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
}
