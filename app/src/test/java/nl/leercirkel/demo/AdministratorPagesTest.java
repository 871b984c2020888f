package nl.leercirkel.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import nl.leercirkel.support.IntegrationTest;
import org.junit.jupiter.api.Test;

/** The pages of the administrator, and those of a council member who reads English. */
@IntegrationTest
class AdministratorPagesTest extends DemoPages {
    @Test
    void pagesOfTheAdministrator() {
        Page page = signIn(window(1280, ColorScheme.DARK), "beheerder@venlo.example");
        walk(page, "administrator");
        // The other pages are those of a manager too, who sees them narrow.
        Page narrow = signIn(window(320, ColorScheme.LIGHT), "beheerder@venlo.example");
        walk(narrow, "administrator", "/beheer");
    }

    @Test
    void pagesOfTheCouncilMemberInEnglish() {
        Page page = signIn(window(1280, ColorScheme.LIGHT), "raadslid@venlo.example");
        page.locator("summary").first().click();
        page.locator("button[name=taal][value=en]").first().click();
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
        walk(page, "council-en");
    }
}
