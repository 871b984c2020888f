package nl.leercirkel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.security.web.servlet.support.csrf.CsrfRequestDataValueProcessor;
import org.springframework.web.context.support.GenericWebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.thymeleaf.IEngineConfiguration;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.templateresolver.StringTemplateResolver;
import org.thymeleaf.templateresource.ITemplateResource;
import org.thymeleaf.templateresource.StringTemplateResource;

/** Renders the real layout and fragments around small pages, for the states that a browser test rarely meets. */
class LayoutTest {

    public record Frame(
            boolean signedIn,
            String language,
            @Nullable String theme,
            @Nullable String authorityName,
            @Nullable String personName,
            List<Object> authorities,
            List<Group> navigation,
            List<Message> notices,
            String version,
            String path) {
        public Frame frame() {
            return this;
        }

        public boolean home() {
            return path.equals("/");
        }
    }

    public record Group(String key, String labelKey, List<Entry> entries) {}

    public record Entry(String labelKey, String path, boolean current) {}

    public record Message(String kind, String text) {}

    public record Choice(String value, String label) {}

    /** Resolves "page" to the page of the running test; a page itself cannot be a view name, since it holds "::". */
    private static final class OnePage extends StringTemplateResolver {
        static String template = "";

        @Override
        protected ITemplateResource computeTemplateResource(
                IEngineConfiguration configuration,
                String ownerTemplate,
                String name,
                Map<String, Object> resolutionAttributes) {
            return new StringTemplateResource(template);
        }
    }

    private static final GenericWebApplicationContext CONTEXT =
            new GenericWebApplicationContext(new MockServletContext());
    private static final ThymeleafViewResolver VIEWS = new ThymeleafViewResolver();

    @BeforeAll
    static void start() {
        var texts = new ReloadableResourceBundleMessageSource();
        texts.setBasename("classpath:messages/web");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
        CONTEXT.getBeanFactory().registerSingleton("messageSource", texts);
        CONTEXT.getBeanFactory().registerSingleton("requestDataValueProcessor", new CsrfRequestDataValueProcessor());
        CONTEXT.refresh();

        var files = new ClassLoaderTemplateResolver();
        files.setPrefix("templates/");
        files.setSuffix(".html");
        files.setTemplateMode(TemplateMode.HTML);
        files.setCharacterEncoding("UTF-8");
        files.setCheckExistence(true);
        files.setOrder(1);
        var pages = new OnePage();
        pages.setOrder(2);
        var engine = new SpringTemplateEngine();
        engine.setTemplateEngineMessageSource(texts);
        engine.addDialect(new KeptDialect());
        engine.addTemplateResolver(files);
        engine.addTemplateResolver(pages);
        VIEWS.setTemplateEngine(engine);
        VIEWS.setCharacterEncoding("UTF-8");
        VIEWS.setCache(false);
        VIEWS.setApplicationContext(CONTEXT);
    }

    @Test
    void aVisitorSeesThePageWithoutNavigation() throws Exception {
        String html = page("<p>Inhoud</p>", Map.of("shell", visitor()));

        assertThat(html)
                .contains("<html lang=\"nl\">", "<title>Titel</title>", "<p>Inhoud</p>", "action=\"/voorkeuren\"")
                .doesNotContain("data-theme", "hoofdmenu", "role=\"search\"", "/uitloggen", "th:");
    }

    @Test
    void theNavigationShowsTheWholeCircleAndWhereYouAre() throws Exception {
        String html = page(
                "<p>Inhoud</p>",
                Map.of(
                        "shell",
                        signedIn(List.of(
                                new Group("observe", "layout.search", List.of()),
                                new Group(
                                        "design",
                                        "layout.home",
                                        List.of(new Entry("layout.account", "/projecten", true))),
                                new Group(
                                        "administration",
                                        "layout.menu",
                                        List.of(new Entry("layout.language", "/beheer", false)))))));

        assertThat(html).contains("<html lang=\"nl\" data-theme=\"dark\">", "href=\"#hoofdmenu\"", "/uitloggen");
        String navigation = between(html, "id=\"hoofdmenu\"", "</nav>");
        assertThat(between(navigation, "class=\"circle-nav__step is-empty\"", "</li>"))
                .contains(">1<", "Nog niet in gebruik")
                .doesNotContain("<a");
        assertThat(between(navigation, "class=\"circle-nav__step is-current\"", "</li>"))
                .contains(">2<", "href=\"/projecten\" aria-current=\"page\"");
        assertThat(between(navigation, "class=\"circle-nav__admin\"", "</div>"))
                .contains("href=\"/beheer\"")
                .doesNotContain("aria-current");
    }

    /** The frame is rendered once per person and kept; what differs per request or person may not be kept with it. */
    @Test
    void aKeptFrameHasTheTokenOfThisRequestAndThePersonOfThisRequest() throws Exception {
        Map<String, Object> anna = Map.of("shell", signedIn(List.of()));
        Map<String, Object> bob = Map.of(
                "shell",
                new Frame(true, "nl", "dark", "Gemeente Venlo", "Bob", List.of(), List.of(), List.of(), "1", "/"));

        String first = page("<p>Een</p>", anna, "token-een");
        String second = page("<p>Twee</p>", anna, "token-twee");
        String third = page("<p>Drie</p>", bob, "token-drie");

        assertThat(first).contains("value=\"token-een\"", "<p>Een</p>", ">Anna<");
        assertThat(second)
                .contains("value=\"token-twee\"", "<p>Twee</p>", ">Anna<")
                .doesNotContain("token-een", "<p>Een");
        assertThat(second.replace("token-twee", "token-een").replace("Twee", "Een"))
                .isEqualTo(first);
        assertThat(third).contains("value=\"token-drie\"", ">Bob<").doesNotContain("Anna", "token-een", "token-twee");
    }

    /** A page that is refused before there was a token is not kept for the next, nor is a kept one shown on it. */
    @Test
    void aFrameWithoutTokenIsNeitherKeptNorTakenFromWhatWasKept() throws Exception {
        Map<String, Object> carla = Map.of(
                "shell",
                new Frame(true, "nl", "dark", "Gemeente Venlo", "Carla", List.of(), List.of(), List.of(), "1", "/"));

        String refused = page("<p>Nee</p>", carla, null);
        String first = page("<p>Een</p>", carla, "token-een");
        String refusedAgain = page("<p>Nee</p>", carla, null);

        assertThat(refused).contains(">Carla<").doesNotContain("_csrf");
        assertThat(first).contains("value=\"token-een\"");
        assertThat(refusedAgain).isEqualTo(refused);
    }

    @Test
    void noticesSayWhatKindTheyAreAndEscapeTheirText() throws Exception {
        Frame frame = new Frame(
                false,
                "nl",
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(new Message("success", "Opgeslagen"), new Message("error", "<b>fout</b>")),
                "1",
                "/");

        String html = page("<p>Inhoud</p>", Map.of("shell", frame));

        assertThat(html)
                .contains("class=\"utrecht-alert utrecht-alert--ok\" role=\"status\"", "Gelukt:")
                .contains("class=\"utrecht-alert utrecht-alert--error\" role=\"alert\"", "&lt;b&gt;fout&lt;/b&gt;")
                .doesNotContain("<b>fout");
    }

    @Test
    void aFieldIsTiedToItsLabelItsHintAndItsError() throws Exception {
        String html = page(
                "<div th:replace=\"~{web/fragments :: field('E-mail', 'email', 'email', 'a@b', 'Vul in', 'Uw werkadres', true, 'email')}\"></div>"
                        + "<div th:replace=\"~{web/fragments :: field('Geheim', 'secret', 'password', 'abc', null, null, false, null)}\"></div>",
                Map.of("shell", visitor()));

        assertThat(html)
                .contains("for=\"veld-email\"", "id=\"veld-email-uitleg\"", "id=\"veld-email-fout\"")
                .contains("aria-invalid=\"true\" aria-describedby=\"veld-email-uitleg veld-email-fout\"")
                .contains("(niet verplicht)")
                .doesNotContain("abc", "aria-describedby=\"\"");
        assertThat(between(html, "id=\"veld-secret\"", ">"))
                .contains("value=\"\"")
                .doesNotContain("aria-", "required");
    }

    @Test
    void theSummaryLinksToEachFieldInError() throws Exception {
        Map<String, String> errors = new LinkedHashMap<>();
        errors.put("name", "Vul een naam in");
        errors.put("budget", "Vul een bedrag in");
        String summary = "<div th:replace=\"~{web/fragments :: errorSummary(${errors})}\"></div>";

        assertThat(page(summary, Map.of("shell", visitor(), "errors", errors)))
                .containsSubsequence(
                        "Er zijn 2 dingen", "href=\"#veld-name\"", "Vul een naam in", "href=\"#veld-budget\"");
        assertThat(page(summary, Map.of("shell", visitor(), "errors", Map.of())))
                .doesNotContain("fouten");
    }

    @Test
    void choicesShowWhatWasChosen() throws Exception {
        String html = page(
                "<div th:replace=\"~{web/fragments :: selectField('Lijn', 'line', ${options}, 'b', null, null, true, 'Kies')}\"></div>"
                        + "<fieldset th:replace=\"~{web/fragments :: choices('Soort', 'kind', 'checkbox', ${options}, ${chosen}, null, null)}\"></fieldset>",
                Map.of(
                        "shell", visitor(),
                        "options", List.of(new Choice("a", "Eerste"), new Choice("b", "Tweede")),
                        "chosen", List.of("a")));

        assertThat(html)
                .contains("<option value=\"b\" selected=\"selected\">Tweede</option>", "<option value=\"a\">Eerste");
        assertThat(between(html, "id=\"veld-kind-a\"", ">")).contains("checked");
        assertThat(between(html, "id=\"veld-kind-b\"", ">")).doesNotContain("checked");
    }

    @Test
    void pagesKeepTheFilterAndLeaveOutTheMiddle() throws Exception {
        String pages = "<nav th:replace=\"~{web/fragments :: pagination(%d, %d, '/lijst?lijn=2')}\"></nav>";

        String html = page(pages.formatted(5, 9), Map.of("shell", visitor()));
        assertThat(html.split("utrecht-pagination__page-link[ \"]")).hasSize(1 + 5);
        assertThat(html)
                .contains("href=\"/lijst?lijn=2&amp;pagina=6\"", "aria-current=\"page\" aria-label=\"Bladzijde 5\"")
                .doesNotContain("pagina=3\"", "pagina=7\"");
        assertThat(page(pages.formatted(1, 1), Map.of("shell", visitor()))).doesNotContain("utrecht-pagination");
    }

    private static Frame visitor() {
        return new Frame(false, "nl", null, null, null, List.of(), List.of(), List.of(), "1", "/aanmelden");
    }

    private static Frame signedIn(List<Group> navigation) {
        return new Frame(
                true, "nl", "dark", "Gemeente Venlo", "Anna", List.of(), navigation, List.of(), "1", "/projecten");
    }

    private static String page(String main, Map<String, ?> model) throws Exception {
        return page(main, model, "token");
    }

    private static String page(String main, Map<String, ?> model, @Nullable String csrf) throws Exception {
        String template = """
                <!DOCTYPE html>
                <html lang="nl" xmlns:th="http://www.thymeleaf.org" th:replace="~{web/layout :: page(~{::title}, ~{::main})}">
                <head><title>Titel</title></head><body><main>%s</main></body></html>""".formatted(main);
        OnePage.template = template;
        var request = new MockHttpServletRequest(CONTEXT.getServletContext());
        request.addPreferredLocale(Locale.of("nl"));
        request.setAttribute(DispatcherServlet.WEB_APPLICATION_CONTEXT_ATTRIBUTE, CONTEXT);
        request.setAttribute(DispatcherServlet.LOCALE_RESOLVER_ATTRIBUTE, new AcceptHeaderLocaleResolver());
        if (csrf != null) {
            request.setAttribute(CsrfToken.class.getName(), new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", csrf));
        }
        var response = new MockHttpServletResponse();
        var view = VIEWS.resolveViewName("page", Locale.of("nl"));
        assertThat(view).isNotNull();
        view.render(new HashMap<>(model), request, response);
        return response.getContentAsString(StandardCharsets.UTF_8).replaceAll("\\s+", " ");
    }

    private static String between(String html, String start, String end) {
        int from = html.indexOf(start);
        assertThat(from).as("found: " + start).isNotNegative();
        return html.substring(from, html.indexOf(end, from));
    }
}
