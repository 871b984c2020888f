package nl.leercirkel.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.leercirkel.Application;
import nl.leercirkel.organisation.Authorities;
import nl.leercirkel.support.Browser;
import nl.leercirkel.support.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** An empty installation from its first start to its second. */
@ExtendWith(OutputCaptureExtension.class)
class FirstAdministratorTest {
    private static final String PASSWORD = "koffie fiets regen";

    @Test
    void anEmptyInstallationGetsItsAdministratorAndKeepsTheSessionOverARestart(CapturedOutput output) {
        TestDatabase.emptyDatabase("first_administrator");
        String session;
        int port;
        try (ConfigurableApplicationContext application = start(0)) {
            port = portOf(application);
            Browser browser = new Browser(port);
            everythingLeadsToSetup(browser);
            refusesAWrongCode(browser, application);
            setUp(browser, codeOn(output));
            HttpResponse<String> installation = browser.get("/beheer/installatie");
            assertThat(installation.statusCode()).isEqualTo(200);
            assertThat(installation.body()).contains("Dordrecht").contains("GM0505");
            addAnAuthority(browser);
            nobodySetsUpAgain(new Browser(port), codeOn(output));
            session = browser.cookie("leercirkel").orElseThrow();
        }
        try (ConfigurableApplicationContext application = start(port)) {
            Browser browser = new Browser(portOf(application));
            browser.setCookie("leercirkel", session);
            assertThat(browser.get("/beheer/accounts").statusCode()).isEqualTo(200);
            assertThat(new Browser(portOf(application)).get("/inloggen").body()).contains("current-password");
        }
    }

    private static void everythingLeadsToSetup(Browser browser) {
        for (String path : new String[] {"/", "/inloggen", "/beheer/accounts", "/bestaat/niet"}) {
            assertThat(browser.location(browser.get(path))).as(path).hasValue("/inrichten");
        }
        assertThat(browser.get("/gezondheid").statusCode()).isEqualTo(200);
        assertThat(browser.get("/inrichten").body()).contains("Eenmalige code");
    }

    private static void refusesAWrongCode(Browser browser, ConfigurableApplicationContext application) {
        HttpResponse<String> refused = submit(browser, "AAAA-AAAA-AAAA-AAAA", "jo@voorbeeld.nl");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Deze code klopt niet").doesNotContain(PASSWORD);
        assertThat(application.getBean(Authorities.class).none()).isTrue();
    }

    private static void setUp(Browser browser, String code) {
        assertThat(submit(browser, code, "geen adres").statusCode()).isEqualTo(422);
        HttpResponse<String> done = submit(browser, code.toLowerCase(java.util.Locale.ROOT), "Jo@Voorbeeld.nl");
        assertThat(browser.location(done)).hasValue("/");
        assertThat(browser.get("/account").body()).contains("jo@voorbeeld.nl").contains("Beheerder van de installatie");
    }

    private static void addAnAuthority(Browser browser) {
        HttpResponse<String> twice = browser.submit(
                "/beheer/installatie",
                "kind",
                "MUNICIPALITY",
                "authorityCode",
                "GM0505",
                "authorityName",
                "Dordrecht",
                "name",
                "An",
                "email",
                "an@voorbeeld.nl");
        assertThat(twice.statusCode()).isEqualTo(422);
        HttpResponse<String> added = browser.submit(
                "/beheer/installatie",
                "kind",
                "MUNICIPALITY",
                "authorityCode",
                "GM0983",
                "authorityName",
                "Venlo",
                "name",
                "An",
                "email",
                "an@voorbeeld.nl");
        assertThat(added.statusCode()).isEqualTo(200);
        assertThat(added.body()).contains("/uitnodiging/");
        assertThat(browser.get("/beheer/accounts").body())
                .as("the other authority's administrator")
                .doesNotContain("an@voorbeeld.nl");
    }

    private static void nobodySetsUpAgain(Browser browser, String code) {
        assertThat(browser.location(browser.get("/inrichten"))).hasValue("/");
        browser.get("/inloggen");
        assertThat(browser.location(submit(browser, code, "dief@voorbeeld.nl"))).hasValue("/");
        assertThat(browser.get("/account").statusCode()).isEqualTo(302);
    }

    private static HttpResponse<String> submit(Browser browser, String code, String email) {
        return browser.submit(
                "/inrichten",
                "setupCode",
                code,
                "kind",
                "MUNICIPALITY",
                "authorityCode",
                "gm0505",
                "authorityName",
                "Dordrecht",
                "name",
                "Jo Proef",
                "email",
                email,
                "password",
                PASSWORD,
                "again",
                PASSWORD);
    }

    private static String codeOn(CapturedOutput output) {
        Matcher code = Pattern.compile("Eenmalige code: ([A-Z0-9-]{19})").matcher(output.getAll());
        assertThat(code.find()).isTrue();
        return code.group(1);
    }

    private static ConfigurableApplicationContext start(int port) {
        return new SpringApplicationBuilder(Application.class)
                .properties("server.port=" + port)
                .properties(TestDatabase.properties("first_administrator"))
                .run("--server.port=" + port);
    }

    private static int portOf(ConfigurableApplicationContext application) {
        return application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }
}
