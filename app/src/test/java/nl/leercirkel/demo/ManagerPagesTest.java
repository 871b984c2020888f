package nl.leercirkel.demo;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import nl.leercirkel.support.IntegrationTest;
import org.junit.jupiter.api.Test;

/** The pages of who leads a programme. */
@IntegrationTest
class ManagerPagesTest extends DemoPages {
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
}
