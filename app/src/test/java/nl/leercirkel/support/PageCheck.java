package nl.leercirkel.support;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What holds for each page in each width and colour: accessible as far as a machine can judge, and no scrolling sideways. */
public final class PageCheck {
    private static final List<String> WCAG =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private PageCheck() {}

    /** What is wrong with the page as it is shown now; also keeps a picture of it when asked to (leercirkel.screenshots). */
    public static List<String> problems(Page page, String name) {
        keepPicture(page, name);
        List<String> found = new ArrayList<>();
        for (Rule violation : violations(page)) {
            found.add(violation.getId() + ": " + violation.getNodes().getFirst().getHtml());
        }
        Object overflow =
                page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (((Number) overflow).intValue() > 1) {
            found.add("scrolls sideways by " + overflow + " px");
        }
        return found;
    }

    // The other way opens a second page per look, to put frames together; our pages have none, and it doubles the time.
    @SuppressWarnings("deprecation")
    private static List<Rule> violations(Page page) {
        AxeRunOptions options = new AxeRunOptions();
        // every element that is as it should be would be listed as well
        options.setResultTypes(List.of("violations"));
        return new AxeBuilder(page)
                .options(options)
                .withTags(WCAG)
                .setLegacyMode(true)
                .analyze()
                .getViolations();
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
