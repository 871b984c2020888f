package nl.leercirkel.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.leercirkel.support.Chromium;
import nl.leercirkel.support.PageCheck;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Every page of the demo in a real Chromium: accessible according to axe, in light and dark, without sideways scrolling at
 * 320 px (which is also 200% zoom of a 640 px window), usable by keyboard, and without an error on the console. With
 * -Dleercirkel.screenshots=FOLDER it keeps pictures to look at. The roles are in classes of their own, so that they can run side by side.
 */
abstract class DemoPages {
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

    /** Looks at every page that links lead to from the home page, one page of each kind. */
    final void walk(Page page, String who) {
        walk(page, who, "/");
    }

    /** The same for the home page and those pages whose address begins so. */
    final void walk(Page page, String who, String below) {
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
                if (!file && target.startsWith(below) && kinds.add(kind)) {
                    toVisit.add(target);
                }
            }
        }
        assertThat(toVisit).hasSizeGreaterThan(5);
        assertNothingWrong(wrong, who + " (" + toVisit.size() + " pages)");
    }

    final void check(Page page, List<String> paths, String who) {
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

    final Page window(int width, ColorScheme scheme) {
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

    final Page signIn(Page page, String email) {
        page.navigate(address("/inloggen"));
        page.locator("input[name=email]").fill(email);
        page.locator("input[name=password]").fill(DemoAccounts.PASSWORD);
        page.locator("main button[type=submit], main form button").first().click();
        page.waitForURL(address("/"));
        return page;
    }

    final String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }
}
