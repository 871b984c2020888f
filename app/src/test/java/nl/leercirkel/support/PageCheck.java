package nl.leercirkel.support;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.WeakHashMap;

/** What holds for each page in each width and colour: accessible as far as a machine can judge, and no scrolling sideways. */
public final class PageCheck {
    private static final List<String> WCAG =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    // Our pages have no frames. Every element that is as it should be would be listed as well, hence the kind of
    // results.
    private static final String RUN = """
            async tags => {
              const found = await axe.run(document,
                { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] });
              return {
                rules: found.passes.length + found.violations.length,
                wrong: found.violations.map(rule => rule.id + ': ' + rule.nodes[0].html)
              };
            }
            """;

    private static final String AXE = axe();
    private static final Set<BrowserContext> PREPARED =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    private PageCheck() {}

    /** What is wrong with the page as it is shown now; also keeps a picture of it when asked to (leercirkel.screenshots). */
    public static List<String> problems(Page page, String name) {
        keepPicture(page, name);
        List<String> found = new ArrayList<>(violations(page));
        Object overflow =
                page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (((Number) overflow).intValue() > 1) {
            found.add("scrolls sideways by " + overflow + " px");
        }
        return found;
    }

    /** By axe; each page that this window opens from now on brings it along, which is much faster than sending it for each look. */
    private static List<String> violations(Page page) {
        if (PREPARED.add(page.context())) {
            page.context().addInitScript(AXE);
        }
        if (!Boolean.TRUE.equals(page.evaluate("() => 'axe' in window"))) {
            page.evaluate(AXE + ";");
        }
        Map<?, ?> result = (Map<?, ?>) page.evaluate(RUN, WCAG);
        if (((Number) Objects.requireNonNull(result.get("rules"))).intValue() == 0) {
            throw new IllegalStateException("axe judged nothing on " + page.url());
        }
        return ((List<?>) Objects.requireNonNull(result.get("wrong")))
                .stream().map(String::valueOf).toList();
    }

    private static String axe() {
        try (InputStream script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(script, "axe.min.js").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void keepPicture(Page page, String name) {
        String folder = System.getProperty("leercirkel.screenshots");
        if (folder != null) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of(folder, name + "-" + page.viewportSize().width + ".png"))
                    .setFullPage(true));
        }
    }
}
