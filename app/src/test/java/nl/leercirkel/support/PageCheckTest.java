package nl.leercirkel.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;

/** The check of pages sees what is wrong with one, in whatever way the page came, and nothing in one that is right. */
class PageCheckTest {
    private static final String RIGHT = """
            <!doctype html><html lang="nl"><head><title>Proef</title></head>
            <body><main><h1>Proef</h1><p>Zwart op wit.</p></main></body></html>
            """;

    @Test
    void whatIsWrongIsFound() {
        try (BrowserContext window = Chromium.window(320, 900, ColorScheme.LIGHT)) {
            Page page = window.newPage();
            page.setContent(RIGHT);
            assertThat(PageCheck.problems(page, "goed")).isEmpty();
            page.navigate("data:text/html;charset=utf-8," + RIGHT.replace("\n", " "));
            assertThat(PageCheck.problems(page, "goed")).isEmpty();
            String pale =
                    "<p style='color: #999; background: #fff'>Lichtgrijs op wit.</p><p style='width: 600px'>Breed.</p>";
            page.navigate("data:text/html;charset=utf-8,"
                    + RIGHT.replace("\n", " ")
                            .replace("<p>Zwart op wit.</p>", "<img src='data:,'>" + pale.replace("#", "%23")));
            assertThat(PageCheck.problems(page, "fout"))
                    .anySatisfy(problem -> assertThat(problem).startsWith("image-alt: <img"))
                    .anySatisfy(problem -> assertThat(problem).startsWith("color-contrast: <p"))
                    .anySatisfy(problem -> assertThat(problem).startsWith("scrolls sideways by "))
                    .hasSize(3);
            page.setContent(RIGHT.replace("h1", "div"));
            assertThat(PageCheck.problems(page, "kop"))
                    .singleElement()
                    .asString()
                    .startsWith("page-has-heading-one: <html");
        }
    }
}
