package nl.leercirkel.identity;

import static nl.leercirkel.support.TestPeople.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.net.http.HttpResponse;
import nl.leercirkel.security.Role;
import nl.leercirkel.support.Browser;
import nl.leercirkel.support.IntegrationTest;
import nl.leercirkel.support.TestPeople;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.MockMvc;

@IntegrationTest
class SecurityHeadersTest {
    @LocalServerPort
    private int port;

    @Autowired
    private TestPeople people;

    @Autowired
    private MockMvc mvc;

    @Test
    void pagesFilesAndErrorsAllHaveThem() {
        Browser browser = new Browser(port);
        var person = people.person(people.authority().authorityId(), Role.ANALYST);
        assertHeaders(browser.get("/inloggen"), 200);
        assertHeaders(browser.get("/account"), 302);
        assertHeaders(browser.get("/css/bestaat-niet.css"), 404);
        assertHeaders(browser.submitWithoutToken("/voorkeuren", "thema", "donker"), 403);
        browser.signIn(person.email(), PASSWORD);
        assertHeaders(browser.get("/account"), 200);
        assertHeaders(browser.get("/bestaat/niet"), 404);
        assertHeaders(browser.get("/beheer/accounts"), 403);
        assertHeaders(browser.get("/uitloggen"), 405);
    }

    @Test
    void pagesAreNotKeptByTheBrowser() {
        Browser browser = new Browser(port);
        assertThat(browser.get("/inloggen")
                        .headers()
                        .firstValue("Cache-Control")
                        .orElse(""))
                .contains("no-store");
    }

    @Test
    void filesAndHealthNeedNoSession() {
        Browser browser = new Browser(port);
        assertThat(browser.get("/gezondheid").statusCode()).isEqualTo(200);
        browser.get("/css/bestaat-niet.css");
        browser.get("/account");
        assertThat(browser.cookie("leercirkel")).isEmpty();
    }

    @Test
    void theCookieIsClosed() {
        Browser browser = new Browser(port);
        String cookie =
                browser.get("/inloggen").headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie)
                .contains("leercirkel=")
                .contains("HttpOnly")
                .contains("SameSite=Lax")
                .doesNotContain("Secure");
    }

    @Test
    void overHttpsTheCookieIsSecureAndTheBrowserIsToldToStay() throws Exception {
        var response = mvc.perform(get("https://leercirkel.example/inloggen").secure(true))
                .andReturn()
                .getResponse();
        assertThat(response.getHeader("Set-Cookie")).contains("Secure");
        assertThat(response.getHeader("Strict-Transport-Security")).isEqualTo("max-age=31536000");
    }

    @Test
    void headersOfAProxyAreNotBelievedUnlessToldSo() {
        Browser browser = new Browser(port);
        HttpResponse<String> response = browser.get("/inloggen", "X-Forwarded-Proto", "https");
        assertThat(response.headers().firstValue("Strict-Transport-Security")).isEmpty();
    }

    private static void assertHeaders(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).as(response.uri().getPath()).isEqualTo(status);
        String where = response.uri().getPath() + " " + status;
        assertHeader(
                response,
                where,
                "Content-Security-Policy",
                "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
                        + "frame-ancestors 'none'; form-action 'self'");
        assertHeader(response, where, "X-Content-Type-Options", "nosniff");
        assertHeader(response, where, "Referrer-Policy", "same-origin");
        assertHeader(response, where, "Cross-Origin-Opener-Policy", "same-origin");
        assertHeader(response, where, "Cross-Origin-Resource-Policy", "same-origin");
        assertHeader(response, where, "X-Frame-Options", "DENY");
        assertThat(response.headers().firstValue("Permissions-Policy").orElse(""))
                .as(where)
                .contains("camera=()");
        assertThat(response.headers().firstValue("Server")).as(where).isEmpty();
        assertThat(response.body()).as(where).doesNotContain("Exception").doesNotContain("at nl.leercirkel");
    }

    private static void assertHeader(HttpResponse<String> response, String where, String name, String value) {
        assertThat(response.headers().allValues(name)).as(where + " " + name).containsExactly(value);
    }
}
