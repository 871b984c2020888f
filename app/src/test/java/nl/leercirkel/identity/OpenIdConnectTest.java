package nl.leercirkel.identity;

import static nl.leercirkel.support.TestPeople.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.leercirkel.Application;
import nl.leercirkel.database.InstallationTransactions;
import nl.leercirkel.organisation.Authorities;
import nl.leercirkel.organisation.AuthorityKind;
import nl.leercirkel.security.Role;
import nl.leercirkel.support.Browser;
import nl.leercirkel.support.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Signing in at a real Keycloak, by its own pages; nothing of the flow is replaced. */
class OpenIdConnectTest {
    private static final String SECRET = "alleen-voor-deze-test";
    private static final int PROVIDER_PORT = KeycloakServer.freePort();
    private static final int PORT = KeycloakServer.freePort();

    private static ConfigurableApplicationContext application;
    private static KeycloakServer keycloak;
    private static UUID authority;
    private static HttpResponse<String> whileDown;

    @BeforeAll
    static void startTheApplicationBeforeTheProvider() {
        TestDatabase.emptyDatabase("openid_connect");
        application = new SpringApplicationBuilder(Application.class)
                .properties(TestDatabase.properties("openid_connect"))
                .run(
                        "--server.port=" + PORT,
                        "--leercirkel.oidc.issuer=" + KeycloakServer.issuer(PROVIDER_PORT),
                        "--leercirkel.oidc.client-id=leercirkel",
                        "--leercirkel.oidc.client-secret=" + SECRET,
                        "--leercirkel.oidc.name=Proefgemeente",
                        "--leercirkel.local-signin=false");
        authority = application
                .getBean(Authorities.class)
                .create(AuthorityKind.MUNICIPALITY, "GM9999", "Proefgemeente")
                .authorityId();
        account("jo@voorbeeld.nl", Role.ANALYST);
        account("an@voorbeeld.nl", Role.ANALYST);
        account("bo@voorbeeld.nl", Role.ANALYST);
        account("beheer@voorbeeld.nl", Role.ADMINISTRATOR);
        whileDown = new Browser(PORT).get("/inloggen/organisatie");
        keycloak = KeycloakServer.start(PROVIDER_PORT, realm());
    }

    @AfterAll
    static void stop() {
        if (keycloak != null) {
            keycloak.close();
        }
        if (application != null) {
            application.close();
        }
    }

    @Test
    void theApplicationStartsWithoutTheProviderAndSaysSoAtTheButton() {
        Browser browser = new Browser(PORT);
        assertThat(browser.location(whileDown)).hasValue("/inloggen?reden=aanbieder-onbereikbaar");
        assertThat(browser.get("/inloggen?reden=aanbieder-onbereikbaar").body()).contains("nu niet bereikbaar");
    }

    @Test
    void signsInAnExistingAccountWithPkceAndBindsIt() {
        Browser browser = new Browser(PORT);
        assertThat(browser.get("/inloggen?naar=%2Faccount").body())
                .contains("Inloggen met Proefgemeente")
                .doesNotContain("name=\"password\"");
        String loginPage = toProvider(browser, "/inloggen/organisatie?naar=%2Faccount");
        assertThat(loginPage)
                .startsWith(KeycloakServer.issuer(PROVIDER_PORT))
                .contains("code_challenge_method=S256")
                .contains("code_challenge=")
                .contains("nonce=")
                .contains("state=");
        String planted = browser.cookie("leercirkel").orElseThrow();
        assertThat(signInAtProvider(browser, loginPage, "jo")).isEqualTo("/account");
        assertThat(browser.cookie("leercirkel")).isPresent().get().isNotEqualTo(planted);
        Browser attacker = new Browser(PORT);
        attacker.setCookie("leercirkel", planted);
        assertThat(attacker.get("/account").statusCode()).isEqualTo(302);
        assertThat(browser.get("/account").body()).contains("jo@voorbeeld.nl").doesNotContain("name=\"old\"");
        assertThat(load("jo@voorbeeld.nl").oidcSubject()).isNotNull();
        assertThat(load("jo@voorbeeld.nl").oidcIssuer()).isEqualTo(KeycloakServer.issuer(PROVIDER_PORT));
    }

    @Test
    void anAccountOnceBoundIsFoundWithoutItsAddressAndKeptFromOthers() {
        Browser first = new Browser(PORT);
        assertThat(signInAtProvider(first, toProvider(first, "/inloggen/organisatie"), "bo"))
                .isEqualTo("/");
        UUID account = load("bo@voorbeeld.nl").accountId();
        InstallationTransactions installation = application.getBean(InstallationTransactions.class);
        AccountTable accounts = application.getBean(AccountTable.class);
        // The binding is by subject: somebody else with the same verified address does not get this account.
        OpenIdConnectAccounts known = application.getBean(OpenIdConnectAccounts.class);
        assertThat(known.find(KeycloakServer.issuer(PROVIDER_PORT), "iemand-anders", "bo@voorbeeld.nl", true))
                .isEmpty();
        assertThat(known.find("https://andere-aanbieder.example", subject(account), "x@voorbeeld.nl", true))
                .isEmpty();
        assertThat(known.find(KeycloakServer.issuer(PROVIDER_PORT), subject(account), "nieuw@voorbeeld.nl", false))
                .map(person -> person.account().accountId())
                .hasValue(account);
        installation.run("test", () -> accounts.setBlocked(account, true));
        Browser again = new Browser(PORT);
        assertThat(signInAtProvider(again, toProvider(again, "/inloggen/organisatie"), "bo"))
                .isEqualTo("/inloggen?reden=geblokkeerd");
    }

    @Test
    void anAddressThatTheProviderHasNotVerifiedIsNotBelieved() {
        Browser browser = new Browser(PORT);
        assertThat(signInAtProvider(browser, toProvider(browser, "/inloggen/organisatie"), "an"))
                .isEqualTo("/inloggen?reden=aanbieder-onbekend");
        assertThat(load("an@voorbeeld.nl").oidcSubject()).isNull();
        assertThat(browser.get("/account").statusCode()).isEqualTo(302);
    }

    @Test
    void somebodyWithoutAnAccountIsToldAndNothingIsMade() {
        Browser browser = new Browser(PORT);
        assertThat(signInAtProvider(browser, toProvider(browser, "/inloggen/organisatie"), "onbekend"))
                .isEqualTo("/inloggen?reden=aanbieder-onbekend");
        assertThat(browser.get("/inloggen?reden=aanbieder-onbekend").body()).contains("nog geen account in Leercirkel");
        assertThat(find("onbekend@voorbeeld.nl")).isEmpty();
    }

    @Test
    void signsOutAtTheProviderToo() {
        Browser browser = new Browser(PORT);
        signInAtProvider(browser, toProvider(browser, "/inloggen/organisatie"), "jo");
        // Without signing out, the provider lets its own session in without asking.
        HttpResponse<String> silent = browser.get(toProvider(browser, "/inloggen/organisatie"));
        assertThat(silent.statusCode()).isEqualTo(302);

        HttpResponse<String> page = browser.get("/account");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("form-action 'self' http://127.0.0.1:" + PROVIDER_PORT);
        String there = browser.location(browser.submit("/uitloggen")).orElseThrow();
        assertThat(there).startsWith(KeycloakServer.issuer(PROVIDER_PORT)).contains("id_token_hint=");
        assertThat(browser.location(browser.get(there))).hasValue("/inloggen");
        assertThat(browser.get("/account").statusCode()).isEqualTo(302);
        HttpResponse<String> asked = browser.get(toProvider(browser, "/inloggen/organisatie"));
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.body()).contains("name=\"password\"");
    }

    @Test
    void aForgedOrCancelledAnswerIsRefused() {
        Browser browser = new Browser(PORT);
        toProvider(browser, "/inloggen/organisatie");
        assertThat(browser.location(browser.get("/login/oauth2/code/organisatie?code=verzonnen&state=verzonnen")))
                .hasValue("/inloggen?reden=aanbieder-geweigerd");
        assertThat(browser.get("/account").statusCode()).isEqualTo(302);
    }

    @Test
    void onlyAdministratorsKeepThePassword() {
        Browser browser = new Browser(PORT);
        assertThat(browser.get("/inloggen?lokaal").body()).contains("name=\"password\"");
        assertThat(browser.submit("/inloggen", "email", "an@voorbeeld.nl", "password", PASSWORD)
                        .statusCode())
                .isEqualTo(401);
        assertThat(browser.submit("/inloggen", "email", "beheer@voorbeeld.nl", "password", PASSWORD)
                        .statusCode())
                .isEqualTo(302);
        assertThat(browser.get("/beheer/accounts").statusCode()).isEqualTo(200);
        assertThat(browser.location(browser.submit("/uitloggen"))).hasValue("/inloggen?reden=uitgelogd");
    }

    /** Presses the button and returns the provider's address to which it leads. */
    private static String toProvider(Browser browser, String button) {
        String own = browser.location(browser.get(button)).orElseThrow();
        assertThat(own).isEqualTo("/oauth2/authorization/organisatie");
        return browser.location(browser.get(own)).orElseThrow();
    }

    /** Fills in the provider's own form; returns where our application leads afterwards. */
    private static String signInAtProvider(Browser browser, String loginPage, String user) {
        HttpResponse<String> page = browser.get(loginPage);
        Matcher action = Pattern.compile("action=\"([^\"]+)\"").matcher(page.body());
        assertThat(action.find()).as(page.body()).isTrue();
        HttpResponse<String> answer = browser.submitWithoutToken(
                action.group(1).replace("&amp;", "&"), "username", user, "password", PASSWORD);
        String back = browser.location(answer).orElseThrow(() -> new AssertionError(answer.body()));
        assertThat(URI.create(back).getPath()).isEqualTo("/login/oauth2/code/organisatie");
        return browser.location(browser.get(back)).orElseThrow();
    }

    private static void account(String email, Role role) {
        Accounts accounts = application.getBean(Accounts.class);
        UUID account = accounts.createAccount(authority, email, "Proefpersoon", false);
        accounts.grant(account, authority, role, null);
        if (role == Role.ADMINISTRATOR || email.startsWith("an@")) {
            accounts.setPassword(account, PASSWORD);
        }
    }

    private static Optional<Account> find(String email) {
        AccountTable accounts = application.getBean(AccountTable.class);
        return application
                .getBean(InstallationTransactions.class)
                .call("test", () -> accounts.personByEmail(email))
                .map(Person::account);
    }

    private static Account load(String email) {
        return find(email).orElseThrow();
    }

    private static String subject(UUID account) {
        AccountTable accounts = application.getBean(AccountTable.class);
        return application
                .getBean(InstallationTransactions.class)
                .call("test", () -> accounts.person(account))
                .map(person -> person.account().oidcSubject())
                .orElseThrow();
    }

    private static String realm() {
        return """
                {"realm": "leercirkel", "enabled": true, "sslRequired": "none",
                 "clients": [{"clientId": "leercirkel", "secret": "%s", "enabled": true, "publicClient": false,
                   "standardFlowEnabled": true, "redirectUris": ["http://127.0.0.1:%d/login/oauth2/code/organisatie"],
                   "attributes": {"pkce.code.challenge.method": "S256",
                                  "post.logout.redirect.uris": "http://127.0.0.1:%d/inloggen"}}],
                 "users": [%s, %s, %s, %s]}
                """.formatted(
                SECRET, PORT, PORT, user("jo", true), user("an", false), user("bo", true), user("onbekend", true));
    }

    private static String user(String name, boolean verified) {
        return """
                {"username": "%s", "enabled": true, "email": "%s@voorbeeld.nl", "emailVerified": %b,
                 "firstName": "Proef", "lastName": "Persoon",
                 "credentials": [{"type": "password", "value": "%s", "temporary": false}]}
                """.formatted(name, name, verified, PASSWORD);
    }
}
